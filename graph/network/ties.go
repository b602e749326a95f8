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
	// Weight is the number of documents of all edges, copies of one text counted
	// once; Claims is that of distinct claims.
	Weight, Claims int
}

type set map[string]struct{}

func (s set) add(v string) { s[v] = struct{}{} }

// Ties returns the ties of all pairs of actors, strongest first: those of most
// weight, then of most claims, then by source and target. What holds both ways
// is part of one tie alone, as Once has it.
func (n *Network) Ties() []Tie {
	var ties []Tie
	var pair []*Edge
	for e := range n.Once() {
		if len(pair) > 0 && (pair[0].Source != e.Source || pair[0].Target != e.Target) {
			ties = append(ties, n.newTie(pair))
			pair = nil
		}
		pair = append(pair, e)
	}
	if len(pair) > 0 {
		ties = append(ties, n.newTie(pair))
	}
	slices.SortFunc(ties, func(a, b Tie) int {
		return cmp.Or(b.Weight-a.Weight, b.Claims-a.Claims,
			strings.Compare(a.Source, b.Source), strings.Compare(a.Target, b.Target))
	})
	return ties
}

func (n *Network) newTie(edges []*Edge) Tie {
	texts, claims := make(set), make(set)
	for _, e := range edges {
		for _, d := range e.Documents {
			texts.add(n.Original(d))
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
		Weight: len(texts), Claims: len(claims),
	}
}
