package query_test

import (
	"errors"
	"flag"
	"fmt"
	"iter"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/query"
	"github.com/whomgraph/whom/graph/store"
)

// A document has 16 claims: 62,500 make a million.
var documents = flag.Int("documents", 300, "documents of the store that benchmarks ask, 250 at least")

// The subject that is asked for is in so many documents, of which it has four
// claims each.
const askedFor, asked = "Pavel Sorin", 250

// collection yields documents, in some of which, spread evenly, is the subject
// that is asked for.
func collection(documents int) iter.Seq2[graph.Extraction, error] {
	return func(yield func(graph.Extraction, error) bool) {
		for d := range documents {
			first := "Oleg Dresvin"
			if (d+1)*asked/documents > d*asked/documents {
				first = askedFor
			}
			story := graphtest.Meetings(d, first, fmt.Sprintf("Name Number%d", d%1000))
			if !yield(extractions(story)[0], nil) {
				return
			}
		}
	}
}

// BenchmarkFind asks for the claims of one subject, a thousand: a store that is
// open, and one that is opened for it, as a command does.
func BenchmarkFind(b *testing.B) {
	path := stored(b, collection(max(*documents, asked)))
	pattern, err := query.Parse(askedFor+" meets ?", nil)
	if err != nil {
		b.Fatal(err)
	}
	find := func(b *testing.B, s *store.Store) {
		r, err := query.Find(b.Context(), s, pattern, query.Filter{}, 0)
		if err != nil || len(r.Claims) != 4*asked {
			b.Fatal(r, err)
		}
	}
	b.Run("open", func(b *testing.B) {
		s := opened(b, path)
		for b.Loop() {
			find(b, s)
		}
		b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms/1000claims")
		closed(b, s)
	})
	b.Run("opened", func(b *testing.B) {
		for b.Loop() {
			s := opened(b, path)
			find(b, s)
			closed(b, s)
		}
		b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms/1000claims")
	})
}

// stored fills a store and gives its path.
func stored(b *testing.B, all iter.Seq2[graph.Extraction, error]) string {
	b.Helper()
	path := b.TempDir()
	s, err := store.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(s.Load(b.Context(), all), s.Close()); err != nil {
		b.Fatal(err)
	}
	return path
}

func opened(b *testing.B, path string) *store.Store {
	b.Helper()
	s, err := store.OpenReadOnly(path)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func closed(b *testing.B, s *store.Store) {
	b.Helper()
	if err := s.Close(); err != nil {
		b.Error(err)
	}
}
