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
	ofNodes, ofEdges := writeKeys(out, "node", g.nodeColumns), writeKeys(out, "edge", g.edgeColumns)
	out.WriteString(`<graph edgedefault="directed">` + "\n")
	for n := range nodes {
		openTag(out, "node", "id", g.nodeID(n))
		ofNodes.write(out, n)
		out.WriteString("</node>\n")
	}
	for e := range whileWritten(out, edges) {
		x := g.edge(e)
		openTag(out, "edge", "id", x.id, "source", x.source, "target", x.target, "label", x.kind)
		ofEdges.write(out, e)
		out.WriteString("</edge>\n")
	}
	out.WriteString("</graph>\n</graphml>\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing GraphML: %w", err)
	}
	return nil
}

// dataML writes the values of columns.
type dataML[T any] struct {
	columns []column[T]
	tags    []string // that open a value of each
}

// writeKeys declares the columns of nodes or of edges.
func writeKeys[T any](out *bufio.Writer, of string, columns []column[T]) dataML[T] {
	d := dataML[T]{columns: columns}
	for _, c := range columns {
		id := of + "." + c.name
		openTag(out, "key", "id", id, "for", of, "attr.name", c.name, "attr.type", c.kind)
		out.WriteString("</key>\n")
		d.tags = append(d.tags, `<data key="`+id+`">`)
	}
	return d
}

func (d *dataML[T]) write(out *bufio.Writer, row *T) {
	for i, value := range values(d.columns, row) {
		out.WriteString(d.tags[i])
		escape(out, value)
		out.WriteString("</data>")
	}
}
