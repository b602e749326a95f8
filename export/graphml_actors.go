package export

import (
	"io"
	"slices"
)

// ActorsGraphML writes the network. An edge's weight is the number of its
// documents, copies of one text counted once; its label marks what is no fact
// (“denied: calls”).
func ActorsGraphML(w io.Writer, d *Data) error {
	s, err := d.sheet()
	if err != nil {
		return err
	}
	file := graphML[node, edge]{
		nodeID:      func(n *node) string { return n.ID },
		nodeColumns: slices.Insert(s.nodeColumns, 0, nodeLabel),
		edge:        func(e *edge) edgeML { return edgeML{e.ID(), e.Source, e.Target, e.kind} },
		edgeColumns: slices.Concat([]column[edge]{edgeLabel, edgeWeight}, s.edgeColumns),
	}
	return file.write(w, pointers(s.nodes), s.edges)
}
