package export_test

import (
	"errors"
	"io"
	"testing"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/store"
)

// BenchmarkQuads writes the quads of a store of 16,000 claims.
func BenchmarkQuads(b *testing.B) {
	s := meetings(b, 1000)
	st, err := s.Stats(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"nquads", "jsonld"} {
		f, _ := export.StoreFormatNamed(name)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := f.Parts[0].Write(b.Context(), io.Discard, s); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(st.Quads*b.N)/b.Elapsed().Seconds(), "quads/s")
		})
	}
}

// meetings fills a store with documents and opens it for reading.
func meetings(b *testing.B, documents int) *store.Store {
	b.Helper()
	path := b.TempDir()
	s, err := store.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	err = s.Load(b.Context(), func(yield func(graph.Extraction, error) bool) {
		for d := range documents {
			if !yield(shelved(graphtest.Meetings(d, "Pavel Sorin", "Oleg Dresvin")).all[0], nil) {
				return
			}
		}
	})
	if err := errors.Join(err, s.Close()); err != nil {
		b.Fatal(err)
	}
	if s, err = store.OpenReadOnly(path); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	return s
}
