package network

import (
	"cmp"
	"slices"
	"strings"
)

// A Tie is all that documents say one actor does to another.
type Tie struct {
	Source, Target string // ids of actors
	Edges          []Edge // heaviest first
	// Documents and Claims count the distinct ones of all edges.
	Documents, Claims int
}

type set map[string]struct{}

func (s set) add(v string) { s[v] = struct{}{} }

// pairs parts the edges by source and target, in their order.
func (n *Network) pairs() [][]Edge {
	var pairs [][]Edge
	start := 0
	for i := range n.Edges {
		if i+1 == len(n.Edges) || n.Edges[i].Source != n.Edges[i+1].Source || n.Edges[i].Target != n.Edges[i+1].Target {
			pairs = append(pairs, n.Edges[start:i+1])
			start = i + 1
		}
	}
	return pairs
}

// Ties returns the ties of all pairs of actors, strongest first: those of most
// documents, then of most claims, then by source and target.
func (n *Network) Ties() []Tie {
	var ties []Tie
	for _, edges := range n.pairs() {
		ties = append(ties, newTie(edges))
	}
	slices.SortFunc(ties, func(a, b Tie) int {
		return cmp.Or(b.Documents-a.Documents, b.Claims-a.Claims,
			strings.Compare(a.Source, b.Source), strings.Compare(a.Target, b.Target))
	})
	return ties
}

func newTie(edges []Edge) Tie {
	documents, claims := make(set), make(set)
	for _, e := range edges {
		for _, d := range e.Documents {
			documents.add(d)
		}
		for _, c := range e.Claims {
			claims.add(c)
		}
	}
	heaviest := slices.SortedStableFunc(slices.Values(edges), func(a, b Edge) int {
		return cmp.Or(b.Weight-a.Weight, len(b.Claims)-len(a.Claims))
	})
	return Tie{
		Source: edges[0].Source, Target: edges[0].Target, Edges: heaviest,
		Documents: len(documents), Claims: len(claims),
	}
}
