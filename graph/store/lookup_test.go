package store

import (
	"errors"
	"slices"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
)

// What is looked up by keys is what Cayley finds, in a store that was written,
// removed from and written anew.
func TestLookupFindsWhatCayleyFinds(t *testing.T) {
	s := filled(t, news()...)
	for n := range 9 {
		if err := step(s, n); err != nil {
			t.Fatal(err)
		}
	}
	e := s.db.(*embedded)
	k, ctx := kvLookup{e.db}, t.Context()
	values := []quad.Value{quad.IRI("nobody"), nil}
	predicates := []quad.IRI{"nothing"}
	for q, err := range s.Quads(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		values = append(values, q.Subject, q.Object)
		if p := q.Predicate.(quad.IRI); q.Label == nil && !slices.Contains(predicates, p) {
			predicates = append(predicates, p)
		}
	}
	refs, err := k.refs(ctx, values)
	if err != nil {
		t.Fatal(err)
	}
	got, err := k.values(ctx, refs)
	if err != nil || !slices.Equal(got[2:], values[2:]) || got[0] != nil || got[1] != nil {
		t.Fatalf("values come back as %v, %v", got, err)
	}
	for _, p := range predicates {
		for d, to := range map[quad.Direction]quad.Direction{quad.Subject: quad.Object, quad.Object: quad.Subject} {
			ends, err := k.follow(ctx, refs, p, to)
			if err != nil {
				t.Fatal(err)
			}
			for i, node := range refs {
				if want := byCayley(t, e.qs, node, d, p, to); !slices.Equal(ends[i], want) {
					t.Errorf("from %v by %s: %v, want %v", values[i], p, ends[i], want)
				}
			}
		}
	}
	if n, err := k.size(ctx); err != nil || n != len(lines(t, s)) {
		t.Errorf("%d quads, %v", n, err)
	}
}

// byCayley follows quads without label from a node as Cayley's iterator of the
// node has them.
func byCayley(t *testing.T, qs *cayleykv.QuadStore, node cayley.Ref, from quad.Direction, predicate quad.IRI, to quad.Direction) (out []cayley.Ref) {
	t.Helper()
	if node == nil {
		return nil
	}
	it := qs.QuadIterator(from, node)
	defer it.Close()
	for it.Next(t.Context()) {
		of, err := cayley.ValuesOf(t.Context(), qs, []cayley.Ref{qs.QuadDirection(it.Result(), quad.Predicate)})
		if err != nil {
			t.Fatal(err)
		}
		if of[0] == predicate {
			out = append(out, qs.QuadDirection(it.Result(), to))
		}
	}
	if err := it.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// An index that lists what is not there is damage, not an empty answer.
func TestLookupInADamagedStore(t *testing.T) {
	s := filled(t, news()...)
	e := s.db.(*embedded)
	k := kvLookup{e.db}
	refs, err := k.refs(t.Context(), []quad.Value{quad.IRI("document:alpha/1"), quad.IRI("rdf:type")})
	if err != nil {
		t.Fatal(err)
	}
	key := indexes[0].Key([]uint64{idOf(refs[0]), idOf(refs[1])})
	for why, list := range map[string][]byte{"a quad that is not there": encodeIDs([]uint64{1 << 40}), "a list that is cut off": {0xff}} {
		tx, err := e.db.begin()
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(tx.Put(key, list), tx.Commit(t.Context())); err != nil {
			t.Fatal(err)
		}
		if _, err := k.follow(t.Context(), refs[:1], "rdf:type", quad.Object); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: got error %v", why, err)
		}
	}
}
