package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
)

// An edgeML is what every edge of a file has. Gephi merges parallel edges of one
// kind.
type edgeML struct{ id, source, target, kind string }

// A graphML describes a file of nodes N and edges E.
type graphML[N, E any] struct {
	nodeID      func(*N) string
	nodeColumns []column[N]
	edge        func(*E) edgeML
	edgeColumns []column[E]
}

func (g *graphML[N, E]) write(w io.Writer, nodes iter.Seq[*N], edges iter.Seq[*E]) error {
	out := bufio.NewWriter(w) // keeps the first error until Flush
	out.WriteString(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	writeKeys(out, "node", g.nodeColumns)
	writeKeys(out, "edge", g.edgeColumns)
	out.WriteString(`<graph edgedefault="directed">` + "\n")
	for n := range nodes {
		openTag(out, "node", "id", g.nodeID(n))
		writeData(out, "node", g.nodeColumns, n)
		out.WriteString("</node>\n")
	}
	g.writeEdges(out, edges)
	out.WriteString("</graph>\n</graphml>\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing GraphML: %w", err)
	}
	return nil
}

func (g *graphML[N, E]) writeEdges(out *bufio.Writer, edges iter.Seq[*E]) {
	for e := range edges {
		x := g.edge(e)
		openTag(out, "edge", "id", x.id, "source", x.source, "target", x.target, "label", x.kind)
		writeData(out, "edge", g.edgeColumns, e)
		out.WriteString("</edge>\n")
	}
}

func writeKeys[T any](out *bufio.Writer, of string, columns []column[T]) {
	for _, c := range columns {
		openTag(out, "key", "id", of+"."+c.name, "for", of, "attr.name", c.name, "attr.type", c.kind)
		out.WriteString("</key>\n")
	}
}

func writeData[T any](out *bufio.Writer, of string, columns []column[T], row *T) {
	for c, value := range values(columns, row) {
		out.WriteString(`<data key="`)
		out.WriteString(of)
		out.WriteByte('.')
		out.WriteString(c.name)
		out.WriteString(`">`)
		escape(out, value)
		out.WriteString("</data>")
	}
}
