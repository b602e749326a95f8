package network

import (
	"cmp"
	"slices"
	"strings"
)

// A Change is how a node's part in a measure differs between two networks.
type Change struct {
	Node
	// RankBefore and RankAfter are places among all nodes, from 1; 0 where the
	// node is not in the network or its value is 0.
	RankBefore, RankAfter int
	// Before and After are the shares of the node's value in the sum of all, so
	// that networks of different size can be compared.
	Before, After float64
}

// Gain is by how much the share has grown.
func (c *Change) Gain() float64 { return c.After - c.Before }

// Compare returns the nodes of two networks, those that gained most first and
// those that lost most last. A column holds the same measure of each. A node is
// the same if it has the same id.
func Compare(before, after *Network, from, to Column) []Change {
	changes := make(map[string]*Change)
	before.standing(from, func(n *Node, rank int, share float64) {
		changes[n.ID] = &Change{Node: *n, RankBefore: rank, Before: share}
	})
	after.standing(to, func(n *Node, rank int, share float64) {
		c := changes[n.ID]
		if c == nil {
			c = &Change{}
			changes[n.ID] = c
		}
		c.Node, c.RankAfter, c.After = *n, rank, share
	})
	var all []Change
	for _, c := range changes {
		all = append(all, *c)
	}
	slices.SortFunc(all, func(a, b Change) int {
		return cmp.Or(cmp.Compare(b.Gain(), a.Gain()), strings.Compare(a.ID, b.ID))
	})
	return all
}

// standing calls tell with the rank and share of each node.
func (n *Network) standing(c Column, tell func(n *Node, rank int, share float64)) {
	total := 0.0
	for _, x := range c.Values {
		total += x
	}
	for i, v := range n.Top(len(n.Nodes), c.Values) {
		if c.Values[v] > 0 {
			tell(&n.Nodes[v], i+1, c.Values[v]/total)
		} else {
			tell(&n.Nodes[v], 0, 0)
		}
	}
}
