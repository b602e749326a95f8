package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"sync"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
)

// collect reads a listing to its end.
func collect[T any](t *testing.T, list iter.Seq2[T, error]) []T {
	t.Helper()
	var out []T
	for item, err := range list {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, item)
	}
	return out
}

func same(t tester, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Error(fmt.Sprintf("%s: got\n\t%+v\nwant\n\t%+v", what, got, want))
	}
}

func TestEverythingComesBack(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		put := news() // in order
		s := filled(t, put[2], put[0], put[3], put[1])
		var documents []graph.Document
		var entities []graph.Entity
		var claims, descriptions []graph.Claim
		for _, x := range put {
			documents = append(documents, x.Document)
			entities = append(entities, x.Entities...)
			claims = append(claims, x.Claims...)
			descriptions = append(descriptions, x.Descriptions...)
			got, err := s.Extraction(t.Context(), x.Document.ID)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "extraction", got, x)
			document, err := s.Document(t.Context(), x.Document.ID)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "document", document, x.Document)
			for _, c := range x.Claims {
				claim, err := s.Claim(t.Context(), c.ID)
				if err != nil {
					t.Fatal(err)
				}
				same(t, "claim", claim, c)
			}
		}
		same(t, "documents", collect(t, s.Documents(t.Context())), documents)
		same(t, "entities", collect(t, s.Entities(t.Context())), entities)
		same(t, "claims", collect(t, s.Claims(t.Context())), claims)
		same(t, "descriptions", collect(t, s.Descriptions(t.Context())), descriptions)
	})
}

func TestNotFound(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		entity := collect(t, s.Entities(t.Context()))[0].ID
		for _, id := range []string{"", "zeta", "claim:0000", "alpha/1", entity, "actor:nato"} {
			if _, err := s.Claim(t.Context(), id); !errors.Is(err, ErrNotFound) {
				t.Errorf("claim %q: got error %v", id, err)
			}
		}
		for _, id := range []string{"", "zeta", "alpha", entity, "document:alpha/1"} {
			if _, err := s.Document(t.Context(), id); !errors.Is(err, ErrNotFound) {
				t.Errorf("document %q: got error %v", id, err)
			}
			if _, err := s.Extraction(t.Context(), id); !errors.Is(err, ErrNotFound) {
				t.Errorf("extraction of %q: got error %v", id, err)
			}
		}
	})
}

func TestView(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		view, err := filled(t, news()...).View(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range view.Actors() {
			got = append(got, fmt.Sprintf("%s %d", a.ID, len(a.Entities)))
		}
		same(t, "actors", got, []string{
			"actor:georgia_person 1", "actor:georgia_state 1", "actor:georgia_unknown 1", "actor:holt 2",
			"actor:nato 3", "actor:russia 2", "actor:sorin 3", "actor:ukraine 1",
		})
	})
}

func TestStats(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		got, err := s.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		same(t, "stats", got, Stats{Documents: 4, Entities: 14, Actors: 8, Claims: 10, Quads: len(lines(t, s))})
	})
}

func TestEmptyStore(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t)
		if n := len(collect(t, s.Documents(t.Context()))) + len(collect(t, s.Entities(t.Context()))) + len(collect(t, s.Claims(t.Context()))) + len(lines(t, s)); n != 0 {
			t.Errorf("%d things are in an empty store", n)
		}
		got, err := s.Stats(t.Context())
		if err != nil || got != (Stats{}) {
			t.Errorf("stats are %+v, %v", got, err)
		}
		view, err := s.View(t.Context())
		if err != nil || len(view.Actors()) != 0 {
			t.Errorf("view is %v, %v", view, err)
		}
	})
}

func TestListingsCanBeBrokenOff(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		for range s.Claims(t.Context()) {
			break
		}
		for range s.Quads(t.Context()) {
			break
		}
		if err := s.Put(t.Context(), article("new", "Sorin:person resign")); err != nil {
			t.Error(err)
		}
	})
}

func TestListingsStopWhenCanceled(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		n := 0
		for c, err := range s.Claims(ctx) {
			if err != nil {
				if !errors.Is(err, context.Canceled) || c.ID != "" {
					t.Errorf("got %v and error %v", c, err)
				}
				break
			}
			if n++; n == 1 {
				cancel()
			}
		}
		if n >= len(collect(t, s.Claims(t.Context()))) {
			t.Errorf("%d claims came after the cancellation", n)
		}
		for _, err := range s.Quads(ctx) {
			if !errors.Is(err, context.Canceled) {
				t.Errorf("quads: got error %v", err)
			}
		}
	})
}

func TestWritingDuringAListing(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		var got []string
		for d, err := range s.Documents(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, d.ID)
			if d.ID == "alpha/1" {
				if err := s.Remove(t.Context(), "beta/1"); err != nil {
					t.Fatal(err)
				}
			}
		}
		same(t, "documents", got, []string{"alpha/1", "alpha/2", "gamma one"})
	})
}

// Readers beside a writer see each document whole, or not at all.
func TestReadersBesideAWriter(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t)
		var all sync.WaitGroup
		all.Go(func() {
			for n := range 12 {
				if err := s.Put(t.Context(), numbered(n)); err != nil {
					t.Error(err)
				}
			}
		})
		for range 4 {
			all.Go(func() {
				for range 20 {
					countClaims(t, s, 2)
				}
			})
		}
		all.Wait()
	})
}

// countClaims checks that every document has so many claims.
func countClaims(t *testing.T, s *Store, want int) {
	claims := make(map[string]int)
	for c, err := range s.Claims(t.Context()) {
		if err != nil {
			t.Error(err)
		}
		claims[c.Document]++
	}
	for id, n := range claims {
		if n != want {
			t.Errorf("document %s has %d claims of %d", id, n, want)
		}
	}
}

func TestQuadStoreFindsClaimsByTheirLabel(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		claim := collect(t, s.Claims(t.Context()))[3] // Sorin meets Holt
		qs := s.QuadStore()
		it := qs.QuadIterator(quad.Label, qs.ValueOf(quad.IRI(claim.ID)))
		defer it.Close()
		var got []string
		for it.Next(t.Context()) {
			got = append(got, qs.Quad(it.Result()).NQuad())
		}
		slices.Sort(got)
		label := " <" + claim.ID + "> ."
		same(t, "quads", got, []string{
			"<actor:holt> <verb:meet> <actor:sorin>" + label, "<actor:sorin> <verb:meet> <actor:holt>" + label,
		})
		if err := it.Err(); err != nil {
			t.Error(err)
		}
	})
}

func TestQuadStoreOnlyReads(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		q := quad.Make("a", "b", "c", nil)
		if err := s.QuadStore().ApplyDeltas([]cayley.Delta{{Quad: q, Action: cayley.Add}}, cayley.IgnoreOpts{}); err == nil {
			t.Error("a quad was added")
		}
		if err := s.QuadStore().Close(); err != nil {
			t.Error(err)
		}
		sameLines(t, "the store", lines(t, s), lines(t, filled(t, news()...)))
	})
}

// Cayley itself opens the graph by the backend's name, and reads and writes it.
func TestCayleyOpensTheGraph(t *testing.T) {
	s := filled(t, news()...)
	want := lines(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	qs, err := cayley.NewQuadStore(Backend, s.Path()+"/graph", cayley.Options{"no_bloom": true})
	if err != nil {
		t.Fatal(err)
	}
	q := quad.Make("a", "b", "c", nil)
	if err := qs.ApplyDeltas([]cayley.Delta{{Quad: q, Action: cayley.Add}}, cayley.IgnoreOpts{}); err != nil {
		t.Error(err)
	}
	got := []string{}
	it := qs.QuadsAllIterator()
	for it.Next(t.Context()) {
		got = append(got, qs.Quad(it.Result()).NQuad())
	}
	if err := errors.Join(it.Err(), it.Close(), qs.Close()); err != nil {
		t.Error(err)
	}
	sameLines(t, "read by Cayley", sorted(got), sorted(append(want, q.NQuad())))
}

func sorted(lines []string) []string { return slices.Sorted(slices.Values(lines)) }

func TestCayleyMakesAGraph(t *testing.T) {
	dir := t.TempDir()
	if err := cayley.InitQuadStore(Backend, dir, nil); err != nil {
		t.Fatal(err)
	}
	if err := cayley.InitQuadStore(Backend, dir, nil); !errors.Is(err, cayley.ErrDatabaseExists) {
		t.Errorf("made twice: %v", err)
	}
}

func TestScanYieldsWhatCayleyYields(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		if err := s.Remove(t.Context(), "beta/1"); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, q := range collect(t, s.Scan(t.Context())) {
			got = append(got, q.NQuad())
		}
		var want []string
		for _, q := range quadsOf(t, s.QuadStore(), s.QuadStore().QuadsAllIterator()) {
			want = append(want, q.NQuad())
		}
		sameLines(t, "scan", sorted(got), sorted(want))
		sameLines(t, "in order", lines(t, s), sorted(want))
		for range s.Scan(t.Context()) {
			break // and the store can be closed
		}
	})
}
