package store

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"github.com/cayleygraph/quad"
	"golang.org/x/sync/errgroup"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
	"github.com/whomgraph/whom/graph/resolve"
)

// Load puts documents, however many, in little memory. It goes through them
// several times: all are checked before the first is kept, so that an error in
// what is given (ErrInvalid, or one that the sequence yields) leaves the store as
// it is. Two documents of one id with different content are refused.
//
// Where what is given is much beside what the store has, the store is written
// anew, in one step, at some hundred thousand quads a second. Else the documents
// are put, each whole, some at a time.
func (s *Store) Load(ctx context.Context, all iter.Seq2[graph.Extraction, error]) error {
	given, err := checkAll(all)
	if err != nil {
		return s.wrap(err)
	}
	has, err := read(ctx, s, (*reader).documents)
	if err != nil {
		return err
	}
	if len(given) > putAtOnce && len(given) > len(has)/4 {
		return s.replace(ctx, func(r *reader) source { return union{ctx, r, has, given, all}.extractions })
	}
	return s.putSome(ctx, all)
}

// putAtOnce is how many documents Load hands to Put.
const putAtOnce = 256

func (s *Store) putSome(ctx context.Context, all iter.Seq2[graph.Extraction, error]) error {
	var waiting []graph.Extraction
	for x, err := range all {
		if err != nil {
			return s.wrap(err)
		}
		if waiting = append(waiting, x); len(waiting) == putAtOnce {
			if err := s.Put(ctx, waiting...); err != nil {
				return err
			}
			waiting = nil
		}
	}
	return s.Put(ctx, waiting...)
}

// sums are the hashes of documents' contents by their ids.
type sums map[string][sha256.Size]byte

// checkAll checks documents one by one, and that no two are at odds.
func checkAll(all iter.Seq2[graph.Extraction, error]) (sums, error) {
	seen := make(sums)
	for x, err := range all {
		if err != nil {
			return nil, err
		}
		x := arranged(x)
		if err := check(x); err != nil {
			return nil, err
		}
		text, err := json.Marshal(x)
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(text)
		if first, ok := seen[x.Document.ID]; ok && first != sum {
			return nil, fmt.Errorf("document %q %w: it is given twice with different content", x.Document.ID, ErrInvalid)
		}
		seen[x.Document.ID] = sum
	}
	return seen, nil
}

// A source yields all documents that a store is to have, each time the same.
type source = func() iter.Seq2[*graph.Extraction, error]

// A union is the documents of a store and those given, which come in the place
// of the store's.
type union struct {
	ctx   context.Context
	r     *reader
	has   []string
	given sums
	all   iter.Seq2[graph.Extraction, error]
}

func (u union) extractions() iter.Seq2[*graph.Extraction, error] {
	return func(yield func(*graph.Extraction, error) bool) {
		old := make(map[string]bool)
		for _, id := range u.has {
			old[id] = true
			if _, ok := u.given[id]; ok {
				continue
			}
			x, err := u.r.extraction(id)
			if !yield(x, err) || err != nil {
				return
			}
		}
		seen := make(map[string]bool)
		for x, err := range u.all {
			if err == nil && seen[x.Document.ID] {
				continue
			}
			seen[x.Document.ID] = true
			new := arranged(x)
			if err == nil && old[x.Document.ID] {
				err = u.remember(new)
			}
			if !yield(new, err) || err != nil {
				return
			}
		}
	}
}

// remember gives a document the history of the one that it replaces.
func (u union) remember(x *graph.Extraction) error {
	d, err := u.r.document(x.Document.ID)
	x.Document.Replaced = history(&d, &x.Document)
	return err
}

// replace writes the store anew, with the documents of a source and the decisions
// that it has: all, or, after an error or a crash, nothing. What it holds in
// memory are the entities, the actors and the values that documents share.
func (s *Store) replace(ctx context.Context, of func(*reader) source) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.wrap(s.db.replace(ctx, func(r *reader) (source, []graph.Decision, error) {
		decisions, err := r.decisions(quads.DecisionType, quads.ReviewType)
		return of(r), decisions, err
	}))
}

// loadAll makes quads in one goroutine and has them taken in in another.
func loadAll(ctx context.Context, into loader, all source, decisions []graph.Decision) error {
	groups := make(chan []quad.Quad, 16)
	work, ctx := errgroup.WithContext(ctx)
	work.Go(func() error {
		defer close(groups)
		return makeGroups(ctx, all, decisions, groups)
	})
	work.Go(func() error {
		for group := range groups {
			if err := into.add(group); err != nil {
				return err
			}
		}
		return nil
	})
	return work.Wait()
}

// makeGroups sends the quads of each actor, decision and document.
func makeGroups(ctx context.Context, all source, decisions []graph.Decision, groups chan<- []quad.Quad) error {
	var entities []graph.Entity
	for x, err := range all() {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		entities = append(entities, x.Entities...)
	}
	view := graph.NewView(resolve.Actors(entities, decisions...))
	send := func(group []quad.Quad, err error) error {
		if err != nil {
			return err
		}
		select {
		case groups <- group:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	actors := view.Actors()
	for i := range actors {
		if err := send(quads.Actor(&actors[i])); err != nil {
			return err
		}
	}
	for i := range decisions {
		if err := send(quads.Decision(&decisions[i])); err != nil {
			return err
		}
	}
	for x, err := range all() {
		if err != nil {
			return err
		}
		if err := send(extractionQuads(view, x)); err != nil {
			return err
		}
	}
	return nil
}
