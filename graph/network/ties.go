package network

import (
	"cmp"
	"slices"
	"strings"
)

// A Tie is all that documents say one actor does to another.
type Tie struct {
	Source, Target string  // ids of actors
	Edges          []*Edge // heaviest first, of those alike what is done
	// Documents and Claims count the distinct ones of all edges.
	Documents, Claims int
}

type set map[string]struct{}

func (s set) add(v string) { s[v] = struct{}{} }

// Ties returns the ties of all pairs of actors, strongest first: those of most
// documents, then of most claims, then by source and target. What holds both ways
// is part of one tie alone, as Once has it.
func (n *Network) Ties() []Tie {
	var ties []Tie
	var pair []*Edge
	for e := range n.Once() {
		if len(pair) > 0 && (pair[0].Source != e.Source || pair[0].Target != e.Target) {
			ties = append(ties, newTie(pair))
			pair = nil
		}
		pair = append(pair, e)
	}
	if len(pair) > 0 {
		ties = append(ties, newTie(pair))
	}
	slices.SortFunc(ties, func(a, b Tie) int {
		return cmp.Or(b.Documents-a.Documents, b.Claims-a.Claims,
			strings.Compare(a.Source, b.Source), strings.Compare(a.Target, b.Target))
	})
	return ties
}

func newTie(edges []*Edge) Tie {
	documents, claims := make(set), make(set)
	for _, e := range edges {
		for _, d := range e.Documents {
			documents.add(d)
		}
		for _, c := range e.Claims {
			claims.add(c)
		}
	}
	slices.SortStableFunc(edges, func(a, b *Edge) int {
		return cmp.Or(b.Weight-a.Weight, standing(a.Kind())-standing(b.Kind()), len(b.Claims)-len(a.Claims))
	})
	return Tie{
		Source: edges[0].Source, Target: edges[0].Target, Edges: edges,
		Documents: len(documents), Claims: len(claims),
	}
}
