package network

import (
	"context"
	"slices"

	"github.com/whomgraph/whom/graph/network/measure"
)

// A Community is a set of nodes that are tied more to each other than chance
// would have it.
type Community struct {
	Number int   // 1 the largest
	Nodes  []int // positions in Network.Nodes, those of the greatest strength first
	// Within is the weight of the ties between its nodes, and Around that of its
	// ties with others.
	Within, Around float64
}

// Structure says how a network as a whole is made.
type Structure struct {
	Nodes, Edges int
	// Tied is the number of nodes that have an edge, and Ties that of Network.Ties.
	Tied, Ties int
	// Reciprocity is the share of ordered pairs of nodes with an edge that have one
	// back.
	Reciprocity float64
	// Assortativity tells whether who acts on many acts on those on whom many act,
	// and Mixing whether actors of one country act on each other: 0 as by chance,
	// 1 always, NaN where there is nothing to compare.
	Assortativity, Mixing float64
	// Modularity is that of the communities.
	Modularity float64
	// Triads count triangles by how many of their ties are hostile.
	Triads measure.Triads
}

// Communities returns the communities of two nodes and more, the largest
// first, and the structure of the whole.
func (n *Network) Communities(ctx context.Context) ([]Community, Structure, error) {
	undirected := n.Undirected()
	parts, err := undirected.Communities(ctx)
	if err != nil {
		return nil, Structure{}, err
	}
	s := n.structure()
	s.Modularity = undirected.Modularity(parts)
	return n.communities(undirected, parts), s, nil
}

func (n *Network) communities(undirected *measure.Graph, parts measure.Partition) []Community {
	all := make([]Community, parts.Count)
	for v, part := range parts.Part {
		c := &all[part-1]
		c.Number = part
		c.Nodes = append(c.Nodes, v)
		ends, weights := undirected.From(v)
		for i, w := range ends {
			if parts.Part[w] == part {
				c.Within += weights[i] / 2
			} else {
				c.Around += weights[i]
			}
		}
	}
	rank := make([]int, len(n.Nodes))
	for i, v := range n.Top(len(n.Nodes), n.Strength()) {
		rank[v] = i
	}
	for _, c := range all {
		slices.SortFunc(c.Nodes, func(a, b int) int { return rank[a] - rank[b] })
	}
	return slices.DeleteFunc(all, func(c Community) bool { return len(c.Nodes) < 2 })
}

func (n *Network) structure() Structure {
	g := n.Graph()
	countries := make([]string, len(n.Nodes))
	for i := range n.Nodes {
		countries[i] = n.Nodes[i].Country
	}
	return Structure{
		Nodes: len(n.Nodes), Edges: len(n.Edges), Tied: n.Tied(), Ties: len(n.Ties()),
		Reciprocity:   g.Reciprocity(),
		Assortativity: g.Assortativity(g.OutDegree(), g.InDegree()),
		Mixing:        g.Mixing(countries),
		Triads:        measure.Balance(n.signed(friendly), n.signed(hostile)),
	}
}

// signed returns the graph of the edges of one sign.
func (n *Network) signed(s sign) *measure.Graph {
	var arcs []measure.Arc
	for i := range n.Edges {
		if e := &n.Edges[i]; signOf(e) == s {
			arcs = append(arcs, n.arc(e))
		}
	}
	return measure.New(len(n.Nodes), arcs)
}
