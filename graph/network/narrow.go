package network

import "fmt"

// narrow leaves of a network what the options ask for.
func (n *Network) narrow(o Options) (*Network, error) {
	if o.MinWeight > 1 {
		n = n.keepEdges(func(e *Edge) bool { return e.Weight >= o.MinWeight })
	}
	if o.Ego != "" {
		ego := n.Index(o.Ego)
		if ego < 0 {
			return nil, fmt.Errorf("ego %q is not in the network: it takes part in no claim that counts", o.Ego)
		}
		within := n.within(ego, max(o.Radius, 1))
		n = n.keepNodes(func(i int) bool { return within[i] })
	}
	if o.Largest {
		parts := n.Graph().Components()
		n = n.keepNodes(func(i int) bool { return parts.Part[i] == 1 })
	}
	return n, nil
}

// keepEdges leaves out other edges, and nodes that have none.
func (n *Network) keepEdges(keep func(*Edge) bool) *Network {
	var edges []Edge
	tied := make(map[string]bool)
	for i := range n.Edges {
		if e := &n.Edges[i]; keep(e) {
			edges = append(edges, *e)
			tied[e.Source], tied[e.Target] = true, true
		}
	}
	return newNetwork(n.Nodes, edges, n.original).keepNodes(func(i int) bool { return tied[n.Nodes[i].ID] })
}

// keepNodes leaves out other nodes and their edges.
func (n *Network) keepNodes(keep func(i int) bool) *Network {
	var nodes []Node
	kept := make(map[string]bool)
	for i := range n.Nodes {
		if keep(i) {
			nodes = append(nodes, n.Nodes[i])
			kept[n.Nodes[i].ID] = true
		}
	}
	var edges []Edge
	for i := range n.Edges {
		if e := &n.Edges[i]; kept[e.Source] && kept[e.Target] {
			edges = append(edges, *e)
		}
	}
	return newNetwork(nodes, edges, n.original)
}

// within tells which nodes are at most radius edges away, in any direction.
func (n *Network) within(ego, radius int) []bool {
	g := n.Graph()
	near := make([]bool, len(n.Nodes))
	near[ego] = true
	for ring := []int{ego}; radius > 0 && len(ring) > 0; radius-- {
		var next []int
		for _, v := range ring {
			from, _ := g.From(v)
			to, _ := g.To(v)
			for _, ends := range [][]int32{from, to} {
				for _, w := range ends {
					if !near[w] {
						near[w] = true
						next = append(next, int(w))
					}
				}
			}
		}
		ring = next
	}
	return near
}
