//go:build unix

package store

import (
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph/quads"
)

// BenchmarkPostgres does the same on PostgreSQL, whose server does not wait for
// the disk, and in a directory, and gives the ratio of the times; -documents sets
// how many documents of 30 claims there are.
func BenchmarkPostgres(b *testing.B) {
	docs := collection(max(*documents, putAtOnce+1))
	stores := []*Store{onPostgres(b), fresh(b)}
	n := 0
	for _, work := range []struct {
		what string
		do   func(s *Store) error
	}{
		{"load", func(s *Store) error { return s.Load(b.Context(), given(nil, docs...)) }},
		{"put", func(s *Store) error {
			n++
			return s.Put(b.Context(), numbered(n/2))
		}},
		{"claim", func(s *Store) error {
			n++
			_, err := s.Claim(b.Context(), docs[n/2%len(docs)].Claims[7].ID)
			return err
		}},
		{"pattern", func(s *Store) error {
			_, err := s.Find(b.Context(), Condition{{{quads.Subject, quad.IRI("actor:state-3")}}, {{quads.Modality, quad.String("asserted")}}})
			return err
		}},
		{"claims", func(s *Store) error {
			drain(b, s.Claims(b.Context()))
			return nil
		}},
		{"view", func(s *Store) error {
			_, err := s.View(b.Context())
			return err
		}},
		{"scan", func(s *Store) error {
			drain(b, s.Scan(b.Context()))
			return nil
		}},
	} {
		b.Run(work.what, func(b *testing.B) {
			var took [2]time.Duration
			for b.Loop() {
				for i, s := range stores {
					start := time.Now()
					if err := work.do(s); err != nil {
						b.Fatal(err)
					}
					took[i] += time.Since(start)
				}
			}
			b.ReportMetric(took[0].Seconds()*1000/float64(b.N), "ms")
			b.ReportMetric(took[0].Seconds()/took[1].Seconds(), "ratio")
		})
	}
	b.Logf("%.0f quads in %s", quadsIn(b, stores[0]), sizeOf(b, stores[0]))
}

// sizeOf asks a server for the size of its tables and indexes.
func sizeOf(b *testing.B, s *Store) (size string) {
	b.Helper()
	err := s.db.(*server).pool.QueryRow(`SELECT pg_size_pretty(sum(pg_total_relation_size(oid))) FROM pg_class
		WHERE relname IN ('nodes', 'quads') AND relnamespace = current_schema()::regnamespace`).Scan(&size)
	if err != nil {
		b.Fatal(err)
	}
	return size
}
