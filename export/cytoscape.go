package export

import (
	"bufio"
	"fmt"
	"io"
)

// Cytoscape writes the network as the JSON of Cytoscape.js
// (https://js.cytoscape.org/#notation/elements-json), which Cytoscape and
// networkx.cytoscape_graph, which wants id as value and label as name, read, too. Each node and each edge is a line.
func Cytoscape(w io.Writer, d *Data) error {
	s, err := d.sheet()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w) // keeps the first error until Flush
	out.WriteString(`{"data":{},"directed":true,"multigraph":true,"elements":{"nodes":[`)
	list := lines{out: out}
	for n := range pointers(s.nodes) {
		list.next()
		o := openElement(out, "id", n.ID, "value", n.ID, "name", n.Name, "label", n.Name)
		writeMembers(o, s.nodeColumns, n)
		out.WriteString("}}")
	}
	out.WriteString("\n],\"edges\":[")
	list = lines{out: out}
	for e := range whileWritten(out, s.edges) {
		list.next()
		o := openElement(out, "id", e.ID(), "source", e.Source, "target", e.Target, "key", e.ID(), "label", e.label)
		o.member("weight", integer(e.Weight))
		writeMembers(o, s.edgeColumns, e)
		out.WriteString("}}")
	}
	out.WriteString("\n]}}\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing Cytoscape JSON: %w", err)
	}
	return nil
}

// openElement begins an element and its data with names and texts in turn.
func openElement(out *bufio.Writer, texts ...string) *object {
	out.WriteString(`{"data":`)
	o := &object{out: out}
	for i := 0; i < len(texts); i += 2 {
		o.text(texts[i], texts[i+1])
	}
	return o
}
