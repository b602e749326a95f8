package store

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
	"github.com/whomgraph/whom/graph/resolve"
)

// read runs f while no write is under way.
func read[T any](ctx context.Context, s *Store, f func(*reader) (T, error)) (out T, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	err = s.db.read(ctx, func(r *reader) (err error) {
		out, err = f(r)
		return err
	})
	return out, s.wrap(err)
}

// Document returns a document by its id, or ErrNotFound.
func (s *Store) Document(ctx context.Context, id string) (graph.Document, error) {
	return read(ctx, s, func(r *reader) (graph.Document, error) { return r.document(id) })
}

// Claim returns a claim by its id, or ErrNotFound.
func (s *Store) Claim(ctx context.Context, id string) (graph.Claim, error) {
	return read(ctx, s, func(r *reader) (graph.Claim, error) { return r.claim(id) })
}

// Extraction returns a document with its entities, sorted by id, and its
// claims, in order of the text, or ErrNotFound.
func (s *Store) Extraction(ctx context.Context, document string) (graph.Extraction, error) {
	return read(ctx, s, func(r *reader) (graph.Extraction, error) {
		x, err := r.extraction(document)
		if err != nil {
			return graph.Extraction{}, err
		}
		return *x, nil
	})
}

// Documents yields all documents, sorted by id. Like Entities and Claims it
// reads one document at a time, ends after the first error, and may be broken
// off. During it the store may be written to: documents not yet reached then
// show as they have become.
func (s *Store) Documents(ctx context.Context) iter.Seq2[graph.Document, error] {
	return each(ctx, s, func(r *reader, id string) ([]graph.Document, error) {
		d, err := r.document(id)
		return []graph.Document{d}, err
	})
}

// Entities yields all entities, sorted by document, then by id.
func (s *Store) Entities(ctx context.Context) iter.Seq2[graph.Entity, error] {
	return each(ctx, s, (*reader).entities)
}

// Claims yields all claims, sorted by document, then in order of the text.
func (s *Store) Claims(ctx context.Context) iter.Seq2[graph.Claim, error] {
	return each(ctx, s, (*reader).claims)
}

// Descriptions yields all descriptions, sorted by document, then in order of the
// text.
func (s *Store) Descriptions(ctx context.Context) iter.Seq2[graph.Claim, error] {
	return each(ctx, s, (*reader).descriptions)
}

// each yields what the documents give, one document after the other. Nothing is
// locked while the caller has an element.
func each[T any](ctx context.Context, s *Store, of func(*reader, string) ([]T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		ids, err := read(ctx, s, (*reader).documents)
		if err != nil {
			yield(none, err)
			return
		}
		for _, id := range ids {
			list, err := read(ctx, s, func(r *reader) ([]T, error) { return of(r, id) })
			if errors.Is(err, ErrNotFound) {
				continue // removed since
			} else if err != nil {
				yield(none, err)
				return
			}
			for _, item := range list {
				if !yield(item, nil) {
					return
				}
			}
		}
	}
}

// View resolves all entities to actors, as the decisions have them. It holds all actors in memory.
func (s *Store) View(ctx context.Context) (*graph.View, error) {
	actors, err := read(ctx, s, func(r *reader) ([]graph.Actor, error) {
		decisions, err := r.decisions(quads.DecisionType)
		if err != nil {
			return nil, err
		}
		nodes, err := r.subjects(quads.Type, quads.EntityType)
		if err != nil {
			return nil, err
		}
		entities, err := records[graph.Entity](r, nodes...)
		if err != nil {
			return nil, err
		}
		return resolve.Actors(entities, decisions...), nil
	})
	if err != nil {
		return nil, err
	}
	return graph.NewView(actors), nil
}

// Stats counts what a store holds.
type Stats struct {
	Documents, Entities, Actors, Claims, Quads int
}

// Stats counts what the store holds, by reading an entry of an index for each.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	return read(ctx, s, func(r *reader) (Stats, error) {
		var st Stats
		for class, n := range map[quad.IRI]*int{
			quads.Article: &st.Documents, quads.EntityType: &st.Entities,
			quads.Agent: &st.Actors, quads.ClaimType: &st.Claims,
		} {
			nodes, err := r.subjects(quads.Type, class)
			if err != nil {
				return Stats{}, err
			}
			*n = len(nodes)
		}
		if st.Documents == 0 {
			return st, nil // Cayley has no count before the first quad
		}
		var err error
		st.Quads, err = r.graph.size(ctx)
		return st, err
	})
}

// Quads yields all quads, in byte order of their lines of N-Quads. It holds
// them all in memory.
func (s *Store) Quads(ctx context.Context) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		type line struct {
			text string
			quad quad.Quad
		}
		var lines []line
		for q, err := range s.Scan(ctx) {
			if err != nil {
				yield(quad.Quad{}, err)
				return
			}
			lines = append(lines, line{q.NQuad(), q})
		}
		slices.SortFunc(lines, func(a, b line) int { return strings.Compare(a.text, b.text) })
		for _, l := range lines {
			if !yield(l.quad, nil) {
				return
			}
		}
	}
}
