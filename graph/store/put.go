package store

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
)

// Put keeps documents with their entities, claims and descriptions. One that the store has,
// by its id, is replaced: the old claims leave, and where the text is another,
// the document's history remembers the old one. The same document again changes
// nothing.
//
// One Put is one transaction: all of it is on disk when it returns, or, after an
// error or a crash, nothing (one of the two after ErrWrite). It reads every
// entity that shares a name with one that comes or goes, so that many documents
// at once cost less than one by one, and takes about 1 MB of memory a document
// of thirty claims: a large load is best put a hundred at a time.
//
// Documents that contradict themselves are refused (ErrInvalid): ids that are
// not those of the content, references to what is not there, words that are not
// UTF-8, two contents for one id.
func (s *Store) Put(ctx context.Context, extractions ...graph.Extraction) error {
	news, err := arrange(extractions)
	if err != nil {
		return s.wrap(err)
	}
	return s.update(ctx, func(r *reader) ([]change, error) {
		var changes []change
		for _, x := range news {
			old, err := r.extraction(x.Document.ID)
			if errors.Is(err, ErrNotFound) {
				changes = append(changes, change{new: x})
				continue
			} else if err != nil {
				return nil, err
			}
			x.Document.Replaced = history(&old.Document, &x.Document)
			if same, err := equal(old, x); err != nil {
				return nil, err
			} else if !same {
				changes = append(changes, change{old: old, new: x})
			}
		}
		return changes, nil
	})
}

// Remove takes documents out, with their entities and claims. Where the store
// does not have one of them it fails with ErrNotFound and removes none.
func (s *Store) Remove(ctx context.Context, ids ...string) error {
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	return s.update(ctx, func(r *reader) ([]change, error) {
		changes := make([]change, len(ids))
		for i, id := range ids {
			old, err := r.extraction(id)
			if err != nil {
				return nil, err
			}
			changes[i] = change{old: old}
		}
		return changes, nil
	})
}

// A change of a document; old is nil for one that comes, new for one that goes.
type change struct{ old, new *graph.Extraction }

// update writes what changes of documents mean for the quads.
func (s *Store) update(ctx context.Context, changes func(*reader) ([]change, error)) error {
	return s.rewrite(ctx, func(r *reader) (add, remove []quad.Quad, err error) {
		list, err := changes(r)
		if err != nil || len(list) == 0 {
			return nil, nil, err
		}
		decisions, err := r.decisions(quads.DecisionType)
		if err != nil {
			return nil, nil, err
		}
		return plan(r, list, decisions, decisions)
	})
}

// rewrite adds and removes quads, where there are any.
func (s *Store) rewrite(ctx context.Context, change func(*reader) (add, remove []quad.Quad, err error)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.wrap(s.db.write(ctx, change))
}

// arrange checks extractions and brings them into the store's order.
func arrange(extractions []graph.Extraction) ([]*graph.Extraction, error) {
	byID := make(map[string]*graph.Extraction)
	var out []*graph.Extraction
	for _, x := range extractions {
		x := arranged(x)
		if err := check(x); err != nil {
			return nil, err
		}
		first, ok := byID[x.Document.ID]
		if !ok {
			byID[x.Document.ID] = x
			out = append(out, x)
		} else if same, err := equal(first, x); err != nil {
			return nil, err
		} else if !same {
			return nil, fmt.Errorf("document %q %w: it is given twice with different content", x.Document.ID, ErrInvalid)
		}
	}
	slices.SortFunc(out, func(a, b *graph.Extraction) int { return strings.Compare(a.Document.ID, b.Document.ID) })
	return out, nil
}

// arranged leaves the caller's slices as they are.
func arranged(x graph.Extraction) *graph.Extraction {
	x.Entities = slices.SortedFunc(slices.Values(x.Entities), byID)
	x.Claims = slices.SortedFunc(slices.Values(x.Claims), byPosition)
	x.Descriptions = slices.SortedFunc(slices.Values(x.Descriptions), byPosition)
	return &x
}

// equal compares what is kept of two extractions.
func equal(a, b *graph.Extraction) (bool, error) {
	first, err := json.Marshal(a)
	if err != nil {
		return false, err
	}
	second, err := json.Marshal(b)
	return bytes.Equal(first, second), err
}

// history is that of the document in the store, then its text if that is now
// replaced, then what the new document brings along from another store.
func history(old, new *graph.Document) []graph.Version {
	versions := slices.Clone(old.Replaced)
	if old.SHA256 != new.SHA256 {
		versions = append(versions, graph.Version{SHA256: old.SHA256, Published: old.Published})
	}
	for _, v := range new.Replaced {
		if !slices.Contains(versions, v) {
			versions = append(versions, v)
		}
	}
	return versions
}
