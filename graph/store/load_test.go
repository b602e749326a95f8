package store

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"slices"
	"testing"

	"github.com/whomgraph/whom/graph"
)

// given yields documents, and an error behind them if there is one.
func given(err error, docs ...graph.Extraction) iter.Seq2[graph.Extraction, error] {
	return func(yield func(graph.Extraction, error) bool) {
		for _, x := range docs {
			if !yield(x, nil) {
				return
			}
		}
		if err != nil {
			yield(graph.Extraction{}, err)
		}
	}
}

// short are many small documents with few actors.
func short(n int) []graph.Extraction {
	docs := make([]graph.Extraction, n)
	for i := range docs {
		docs[i] = article(fmt.Sprintf("%03d", i), fmt.Sprintf("Name~%d:person sue Georgia:state", i%9), `"Georgia:person resign`)
	}
	return docs
}

// A large Load, which writes the store anew, leaves what Put leaves: in an empty
// store and in one with documents, some of which it replaces, and decisions.
func TestLoadIsPut(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		docs := short(putAtOnce + 10)
		other := article("003", "NATO:organization sue Georgia:state")
		decision := graph.Decision{Number: 1, Kind: graph.RenameDecision, Anchor: &graph.Anchor{Surface: "Georgia", Type: graph.State}, Name: "Sakartvelo"}
		before := append(news(), other)
		loaded, put := filled(t, before...), filled(t, before...)
		for _, s := range []*Store{loaded, put} {
			if _, err := s.Decide(t.Context(), decision); err != nil {
				t.Fatal(err)
			}
		}
		if err := loaded.Load(t.Context(), given(nil, append(docs, docs[4])...)); err != nil {
			t.Fatal(err)
		}
		if err := put.Put(t.Context(), docs...); err != nil {
			t.Fatal(err)
		}
		sameLines(t, "loaded", lines(t, loaded), lines(t, put))
		same(t, "counts", counted(t, loaded), counted(t, put))
		if e, ok := loaded.db.(*embedded); ok {
			sameLines(t, "the graph", keyed(t, e.db), keyed(t, onPebble(put).db))
		}
		if err := loaded.Remove(t.Context(), "003", "004"); err != nil {
			t.Fatal(err)
		}
		if err := put.Remove(t.Context(), "003", "004"); err != nil {
			t.Fatal(err)
		}
		sameLines(t, "after a removal", lines(t, loaded), lines(t, put))
		sameLines(t, "opened again", lines(t, reopened(t, loaded)), lines(t, put))
	})
}

// Nothing of what is at fault is kept, and nothing is left beside the store.
func TestLoadRefuses(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		broken := errors.New("broken")
		docs := short(putAtOnce + 1)
		bad := article("bad", "Sorin:person resign")
		bad.Document.SHA256 = "0"
		tests := []struct {
			why  string
			all  iter.Seq2[graph.Extraction, error]
			want error
		}{
			{"an error behind all documents", given(broken, docs...), broken},
			{"a document that contradicts itself", given(nil, append(slices.Clone(docs), bad)...), ErrInvalid},
			{"two contents of one id", given(nil, append(slices.Clone(docs), article("000", "Sorin:person resign"))...), ErrInvalid},
		}
		for _, test := range tests {
			t.Run(test.why, func(t *testing.T) {
				s := filled(t, news()...)
				want := lines(t, s)
				if err := s.Load(t.Context(), test.all); !errors.Is(err, test.want) {
					t.Fatalf("got error %v", err)
				}
				sameLines(t, "after it", lines(t, s), want)
				if e, ok := s.db.(*embedded); ok {
					if _, err := e.db.fs.Stat(e.db.dir + loadSuffix); !errors.Is(err, fs.ErrNotExist) {
						t.Errorf("what was made of it is left: %v", err)
					}
				}
			})
		}
	})
}

// An error that shows only while the store is written anew, too.
func TestLoadThatFailsLate(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		want := lines(t, s)
		broken := errors.New("broken")
		rounds := 0
		late := func(yield func(graph.Extraction, error) bool) {
			rounds++
			var err error
			if rounds == 3 {
				err = broken
			}
			given(err, short(putAtOnce+1)...)(yield)
		}
		if err := s.Load(t.Context(), late); !errors.Is(err, broken) {
			t.Fatalf("got error %v", err)
		}
		sameLines(t, "after it", lines(t, s), want)
		if err := s.Put(t.Context(), short(1)...); err != nil {
			t.Error(err)
		}
	})
}
