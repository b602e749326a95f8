package store

import (
	"errors"
	"flag"
	"fmt"
	"iter"
	"slices"
	"testing"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv/bolt"
	_ "github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
)

// A document has 30 claims: 33,334 make a million.
var documents = flag.Int("documents", 200, "documents that benchmarks load")

// collection makes documents of 30 claims each among a few thousand actors,
// some of which are in most documents.
func collection(documents int) []graph.Extraction {
	out := make([]graph.Extraction, documents)
	for d := range out {
		text := make([]string, 30)
		for i := range text {
			n := (d*31 + i*17) % 5000
			text[i] = fmt.Sprintf("Name~%d:person sue%d State~%d:state", n, n%50, n%20)
			if i%2 == 1 {
				text[i] = fmt.Sprintf(`"State~%d:state send thing%d`, n%20, n)
			}
		}
		out[d] = article(fmt.Sprintf("%06d", d), text...)
	}
	return out
}

func quadsIn(b *testing.B, s *Store) float64 {
	b.Helper()
	st, err := s.Stats(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return float64(st.Quads)
}

// BenchmarkPut fills empty stores, all at once and in parts.
func BenchmarkPut(b *testing.B) {
	docs := collection(300)
	for _, batch := range []int{1, 10, 100, 300} {
		b.Run(fmt.Sprintf("documents=%d", batch), func(b *testing.B) {
			quads := 0.0
			for b.Loop() {
				b.StopTimer()
				s := fresh(b)
				b.StartTimer()
				for at := 0; at < len(docs); at += batch {
					if err := s.Put(b.Context(), docs[at:at+batch]...); err != nil {
						b.Fatal(err)
					}
				}
				b.StopTimer()
				quads += quadsIn(b, s)
				b.StartTimer()
			}
			b.ReportMetric(quads/b.Elapsed().Seconds(), "quads/s")
			b.ReportMetric(float64(b.N*len(docs)*30)/b.Elapsed().Seconds(), "claims/s")
		})
	}
}

// quadGroups are the quads of documents, a group each.
func quadGroups(b *testing.B, docs []graph.Extraction) (groups [][]quad.Quad, total int) {
	b.Helper()
	view := graph.NewView(nil)
	for i := range docs {
		group, err := extractionQuads(view, &docs[i])
		if err != nil {
			b.Fatal(err)
		}
		groups = append(groups, group)
		total += len(group)
	}
	return groups, total
}

// BenchmarkBulk loads the same quads in bulk and by AddQuadSet of unmodified
// Cayley on bolt, and gives the ratio of their speeds; -documents sets how many.
func BenchmarkBulk(b *testing.B) {
	groups, total := quadGroups(b, collection(*documents))
	var bulk, bolt time.Duration
	size := int64(0)
	for b.Loop() {
		s := fresh(b)
		start := time.Now()
		loaded(b, s, 0, groups...)
		bulk += time.Since(start)
		size = bytesIn(b, s.Path())
		bolt += onBolt(b, groups)
	}
	quads := float64(b.N * total)
	b.ReportMetric(quads/bulk.Seconds(), "quads/s")
	b.ReportMetric(quads/bolt.Seconds(), "bolt-quads/s")
	b.ReportMetric(bolt.Seconds()/bulk.Seconds(), "ratio")
	b.ReportMetric(float64(size)/float64(total), "bytes/quad")
}

// onBolt is how long Cayley takes to add quads to an empty graph on bolt.
func onBolt(b *testing.B, groups [][]quad.Quad) time.Duration {
	b.Helper()
	path := b.TempDir()
	var options cayley.Options
	if err := cayley.InitQuadStore(bolt.Type, path, options); err != nil {
		b.Fatal(err)
	}
	qs, err := cayley.NewQuadStore(bolt.Type, path, options)
	if err != nil {
		b.Fatal(err)
	}
	defer qs.Close()
	w, err := cayley.NewQuadWriter("single", qs, nil)
	if err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	for part := range slices.Chunk(slices.Concat(groups...), quad.DefaultBatch) {
		if err := w.AddQuadSet(part); err != nil {
			b.Fatal(err)
		}
	}
	return time.Since(start)
}

// BenchmarkLoad loads documents into an empty store, from what is extracted to
// the last index.
func BenchmarkLoad(b *testing.B) {
	docs := collection(max(*documents, putAtOnce+1))
	quads := 0.0
	for b.Loop() {
		b.StopTimer()
		s := fresh(b)
		b.StartTimer()
		if err := s.Load(b.Context(), given(nil, docs...)); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		quads += quadsIn(b, s)
		b.StartTimer()
	}
	b.ReportMetric(quads/b.Elapsed().Seconds(), "quads/s")
	b.ReportMetric(float64(b.N*len(docs)*30)/b.Elapsed().Seconds(), "claims/s")
}

// stored fills a store with the collection, closes it and gives its path.
func stored(b *testing.B) (docs []graph.Extraction, path string) {
	b.Helper()
	docs = collection(max(*documents, putAtOnce+1))
	s, err := Create(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(s.Load(b.Context(), given(nil, docs...)), s.Close()); err != nil {
		b.Fatal(err)
	}
	return docs, s.Path()
}

// BenchmarkRead reads by id, by an index and whole; -documents sets how many
// documents of 30 claims the store has.
func BenchmarkRead(b *testing.B) {
	docs, path := stored(b)
	s, err := OpenReadOnly(path)
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	}()
	n := 0
	next := func() *graph.Extraction { n++; return &docs[n*7919%len(docs)] }
	b.Run("claim", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Claim(b.Context(), next().Claims[7].ID); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(milliseconds(b), "ms/claim")
	})
	b.Run("document", func(b *testing.B) {
		for b.Loop() {
			of := []Mark{{quads.DerivedFrom, quads.DocumentIRI(next().Document.ID)}}
			claims, err := s.Find(b.Context(), Condition{of})
			if err != nil || len(claims) != 30 {
				b.Fatal(len(claims), err)
			}
		}
		b.ReportMetric(milliseconds(b), "ms/30claims")
	})
	b.Run("claims", func(b *testing.B) { reads(b, "claims/s", func() int { return drain(b, s.Claims(b.Context())) }) })
	b.Run("view", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.View(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("scan", func(b *testing.B) { reads(b, "quads/s", func() int { return drain(b, s.Scan(b.Context())) }) })
	b.Run("quads", func(b *testing.B) { reads(b, "quads/s", func() int { return drain(b, s.Quads(b.Context())) }) })
}

func milliseconds(b *testing.B) float64 { return b.Elapsed().Seconds() * 1000 / float64(b.N) }

// reads tells how many things are read a second.
func reads(b *testing.B, unit string, read func() int) {
	n := 0
	for b.Loop() {
		n += read()
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), unit)
}

func drain[T any](b *testing.B, all iter.Seq2[T, error]) (n int) {
	for _, err := range all {
		if err != nil {
			b.Fatal(err)
		}
		n++
	}
	return n
}

// BenchmarkOpen opens a store to read it and closes it again.
func BenchmarkOpen(b *testing.B) {
	_, path := stored(b)
	for b.Loop() {
		s, err := OpenReadOnly(path)
		if err == nil {
			err = s.Close()
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(milliseconds(b), "ms/open")
}
