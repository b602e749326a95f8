package export

import (
	"bufio"
	"fmt"
	"io"
)

// NodeLink writes the network as node-link JSON: nodes with an id, edges with
// source, target and a key of their own, which networkx.node_link_graph and
// D3 read. Each node and each edge is a line.
func NodeLink(w io.Writer, d *Data) error {
	s, err := d.sheet()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w) // keeps the first error until Flush
	out.WriteString(`{"directed":true,"multigraph":true,"graph":{},"nodes":[`)
	list := lines{out: out}
	for n := range pointers(s.nodes) {
		list.next()
		o := object{out: out}
		o.text("id", n.ID)
		o.text("label", n.Name)
		writeMembers(&o, s.nodeColumns, n)
		o.close()
	}
	out.WriteString("\n],\"edges\":[")
	list = lines{out: out}
	for e := range whileWritten(out, s.edges) {
		list.next()
		o := object{out: out}
		o.text("source", e.Source)
		o.text("target", e.Target)
		o.text("key", e.ID())
		o.text("label", e.label)
		o.member("weight", integer(e.Weight))
		writeMembers(&o, s.edgeColumns, e)
		o.close()
	}
	out.WriteString("\n]}\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing node-link JSON: %w", err)
	}
	return nil
}

// lines parts the elements of a JSON array by a comma and puts each on a line.
type lines struct {
	out   *bufio.Writer
	begun bool
}

func (l *lines) next() {
	if l.begun {
		l.out.WriteByte(',')
	}
	l.begun = true
	l.out.WriteByte('\n')
}
