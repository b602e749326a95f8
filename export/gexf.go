package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
)

// ActorsGEXF writes the network of actors in GEXF 1.3 (https://gexf.net). Where
// documents have dates it is dynamic, for Gephi's timeline: a node is there from
// its first document to its last, an edge on the days of its documents. What has
// no date is always there.
func ActorsGEXF(w io.Writer, d *Data) error {
	s, err := d.sheet()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w) // keeps the first error until Flush
	out.WriteString(xml.Header + `<gexf xmlns="http://gexf.net/1.3" version="1.3">` + "\n")
	if s.isDated() {
		out.WriteString(`<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">` + "\n")
	} else {
		out.WriteString(`<graph mode="static" defaultedgetype="directed">` + "\n")
	}
	writeGEXFColumns(out, "node", s.nodeColumns)
	writeGEXFColumns(out, "edge", s.edgeColumns)
	out.WriteString("<nodes>\n")
	for i := range s.nodes {
		s.writeGEXFNode(out, &s.nodes[i])
	}
	out.WriteString("</nodes>\n<edges>\n")
	for e := range whileWritten(out, s.edges) {
		s.writeGEXFEdge(out, e)
	}
	out.WriteString("</edges>\n</graph>\n</gexf>\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing GEXF: %w", err)
	}
	return nil
}

func writeGEXFColumns[T any](out *bufio.Writer, class string, columns []column[T]) {
	openTag(out, "attributes", "class", class, "mode", "static")
	out.WriteByte('\n')
	for _, c := range columns {
		kind := c.kind
		if kind == "int" {
			kind = "integer"
		}
		openTag(out, "attribute", "id", c.name, "title", c.name, "type", kind)
		out.WriteString("</attribute>\n")
	}
	out.WriteString("</attributes>\n")
}

func (s *sheet) writeGEXFNode(out *bufio.Writer, n *node) {
	openTag(out, "node", "id", n.ID, "label", n.Name)
	writeGEXFValues(out, s.nodeColumns, n)
	writeSpells(out, n.spells())
	out.WriteString("</node>\n")
}

func (s *sheet) writeGEXFEdge(out *bufio.Writer, e *edge) {
	openTag(out, "edge", "id", e.ID(), "source", e.Source, "target", e.Target,
		"kind", e.kind, "label", e.label, "weight", integer(e.Weight))
	writeGEXFValues(out, s.edgeColumns, e)
	writeSpells(out, e.spells())
	out.WriteString("</edge>\n")
}

func writeGEXFValues[T any](out *bufio.Writer, columns []column[T], row *T) {
	out.WriteString("<attvalues>")
	for i, value := range values(columns, row) {
		openTag(out, "attvalue", "for", columns[i].name, "value", value)
		out.WriteString("</attvalue>")
	}
	out.WriteString("</attvalues>")
}

func writeSpells(out *bufio.Writer, spells []spell) {
	if len(spells) == 0 {
		return
	}
	out.WriteString("<spells>")
	for _, s := range spells {
		openTag(out, "spell", "start", s[0], "end", s[1])
		out.WriteString("</spell>")
	}
	out.WriteString("</spells>")
}
