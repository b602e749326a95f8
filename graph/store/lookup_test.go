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
	seen := make(map[quad.Value]bool)
	for q, err := range s.Quads(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range []quad.Value{q.Subject, q.Object} {
			if !seen[v] {
				values, seen[v] = append(values, v), true
			}
		}
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
	for d, to := range map[quad.Direction]quad.Direction{quad.Subject: quad.Object, quad.Object: quad.Subject} {
		want := make([]map[quad.Value][]cayley.Ref, len(refs))
		for i, node := range refs {
			want[i] = byCayley(t, e.qs, node, d, to)
		}
		for _, p := range predicates {
			ends, err := k.follow(ctx, refs, p, to)
			if err != nil {
				t.Fatal(err)
			}
			for i := range refs {
				if !slices.Equal(ends[i], want[i][p]) {
					t.Errorf("from %v by %s: %v, want %v", values[i], p, ends[i], want[i][p])
				}
			}
		}
	}
	if n, err := k.size(ctx); err != nil || n != len(lines(t, s)) {
		t.Errorf("%d quads, %v", n, err)
	}
}

// byCayley gives, by their predicates, the other ends of a node's quads as
// Cayley's iterator has them.
func byCayley(t *testing.T, qs *cayleykv.QuadStore, node cayley.Ref, from, to quad.Direction) map[quad.Value][]cayley.Ref {
	t.Helper()
	out := make(map[quad.Value][]cayley.Ref)
	if node == nil {
		return out
	}
	it := qs.QuadIterator(from, node)
	defer it.Close()
	for it.Next(t.Context()) {
		q := it.Result()
		of, err := cayley.ValuesOf(t.Context(), qs, []cayley.Ref{qs.QuadDirection(q, quad.Predicate)})
		if err != nil {
			t.Fatal(err)
		}
		out[of[0]] = append(out[of[0]], qs.QuadDirection(q, to))
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
