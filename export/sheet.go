package export

import (
	"context"
	"iter"

	"github.com/whomgraph/whom/graph/network"
)

// A sheet is the network as rows and columns.
type sheet struct {
	nodes       []node
	nodeColumns []column[node]
	edges       iter.Seq[*edge] // each is good until the next
	edgeColumns []column[edge]
}

// sheet takes the time of Network.Columns, where these are not computed yet.
func (d *Data) sheet() (*sheet, error) {
	measures, err := d.Network().Columns(context.Background(), nil)
	if err != nil {
		return nil, err
	}
	s := &sheet{edges: d.edges, edgeColumns: edgeColumns}
	s.nodeColumns = append(s.nodeColumns, nodeColumns...)
	for _, m := range measures {
		s.nodeColumns = append(s.nodeColumns, measureColumn(m))
	}
	for i := range d.Network().Nodes {
		s.nodes = append(s.nodes, node{&d.Network().Nodes[i], i})
	}
	return s, nil
}

func measureColumn(m network.Column) column[node] {
	if m.Integer {
		return column[node]{m.Name, "int", func(n *node) string { return integer(int(m.Values[n.index])) }}
	}
	return column[node]{m.Name, "double", func(n *node) string { return number(m.Values[n.index]) }}
}

// isDated reports whether any document of the network has a date.
func (s *sheet) isDated() bool {
	for _, n := range s.nodes {
		if n.First != "" {
			return true
		}
	}
	return false
}
