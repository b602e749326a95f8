package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
	"github.com/whomgraph/whom/graph/resolve"
)

// Decisions returns all decisions in the order in which they hold, reviews among
// them.
func (s *Store) Decisions(ctx context.Context) ([]graph.Decision, error) {
	return read(ctx, s, func(r *reader) ([]graph.Decision, error) {
		return r.decisions(quads.DecisionType, quads.ReviewType)
	})
}

// Decide keeps decisions and gives them back as they are kept, in the order
// given: those without a number get the numbers that follow the highest. What the
// store has already, number and all, is left as it is. Actors change with it. One
// Decide is one transaction, as a Put is.
//
// A decision that contradicts itself is refused (ErrInvalid). One that means an
// actor whom no document names is kept, and holds when a document comes that
// does.
func (s *Store) Decide(ctx context.Context, decisions ...graph.Decision) ([]graph.Decision, error) {
	kept := slices.Clone(decisions)
	err := s.changeDecisions(ctx, func(all []graph.Decision) ([]graph.Decision, error) {
		number(kept, all)
		for i := range kept {
			if err := kept[i].Check(); err != nil {
				return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
			}
		}
		return append(all, notIn(kept, all)...), nil
	})
	return kept, err
}

// Resolution resolves the entities that can be of one actor with those of the
// names, and tells why. It reads no others.
func (s *Store) Resolution(ctx context.Context, names ...string) (*resolve.Resolution, error) {
	return read(ctx, s, func(r *reader) (*resolve.Resolution, error) {
		decisions, err := r.decisions(quads.DecisionType)
		if err != nil {
			return nil, err
		}
		var blocks []string
		for _, name := range names {
			blocks = append(blocks, resolve.Block(&graph.Entity{Name: name}))
		}
		entities, err := neighbours(r, resolve.Linked(blocks, decisions), nil)
		return resolve.Resolve(entities, decisions...), err
	})
}

// number gives decisions without a number those that follow the highest.
func number(news, all []graph.Decision) {
	last := 0
	for _, d := range slices.Concat(all, news) {
		last = max(last, d.Number)
	}
	for i := range news {
		if news[i].Number == 0 {
			last++
			news[i].Number = last
		}
	}
}

// Undo takes decisions out, by their ids. Where the store does not have one of
// them it fails with ErrNotFound and takes out none.
func (s *Store) Undo(ctx context.Context, ids ...string) error {
	return s.changeDecisions(ctx, func(all []graph.Decision) ([]graph.Decision, error) {
		out := slices.DeleteFunc(slices.Clone(all), func(d graph.Decision) bool { return slices.Contains(ids, d.ID()) })
		for _, id := range ids {
			if !slices.ContainsFunc(all, func(d graph.Decision) bool { return d.ID() == id }) {
				return nil, fmt.Errorf("%s: %w", id, ErrNotFound)
			}
		}
		return out, nil
	})
}

// changeDecisions writes what other decisions mean for the quads.
func (s *Store) changeDecisions(ctx context.Context, change func([]graph.Decision) ([]graph.Decision, error)) error {
	return s.rewrite(ctx, func(r *reader) (add, remove []quad.Quad, err error) {
		was, err := r.decisions(quads.DecisionType, quads.ReviewType)
		if err != nil {
			return nil, nil, err
		}
		is, err := change(slices.Clone(was))
		if err != nil {
			return nil, nil, err
		}
		return plan(r, nil, was, is)
	})
}

// decisions reads those of the classes, in the order in which they hold.
func (r *reader) decisions(classes ...quad.IRI) ([]graph.Decision, error) {
	var out []graph.Decision
	for _, class := range classes {
		nodes, err := r.subjects(quads.Type, class)
		if err != nil {
			return nil, err
		}
		of, err := records[graph.Decision](r, nodes...)
		if err != nil {
			return nil, err
		}
		out = append(out, of...)
	}
	graph.SortDecisions(out)
	return out, nil
}

// notIn returns each decision of a once that b does not have.
func notIn(a, b []graph.Decision) []graph.Decision {
	seen := make(map[string]bool)
	for i := range b {
		seen[b[i].ID()] = true
	}
	var out []graph.Decision
	for _, d := range a {
		if id := d.ID(); !seen[id] {
			seen[id] = true
			out = append(out, d)
		}
	}
	return out
}

func decisionQuads(decisions []graph.Decision) ([]quad.Quad, error) {
	var out []quad.Quad
	for i := range decisions {
		of, err := quads.Decision(&decisions[i])
		if err != nil {
			return nil, err
		}
		out = append(out, of...)
	}
	return out, nil
}
