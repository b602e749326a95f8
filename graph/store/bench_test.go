//go:build unix

package store

import (
	"errors"
	"flag"
	"fmt"
	"iter"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv/bolt"
	"github.com/cayleygraph/cayley/graph/path"
	_ "github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
)

// A document has 30 claims: 33,334 make a million.
var documents = flag.Int("documents", 200, "documents that benchmarks load")

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
	var bulk, bolt stopwatch
	size := int64(0)
	for b.Loop() {
		s := fresh(b)
		bulk.time(func() { loaded(b, s, 0, groups...) })
		size = bytesIn(b, s.Path())
		onBolt(b, groups, &bolt)
	}
	quads := float64(b.N * total)
	b.ReportMetric(quads/bolt.wall.Seconds(), "bolt-quads/s")
	b.ReportMetric(float64(size)/float64(total), "bytes/quad")
	bulk.report(b, quads, "quads/s", &bolt)
}

// A stopwatch measures the time that passes and that of all processors, which
// tells more where others use them too.
type stopwatch struct{ wall, cpu time.Duration }

func (w *stopwatch) time(f func()) {
	start, used := time.Now(), processorTime()
	f()
	w.wall += time.Since(start)
	w.cpu += processorTime() - used
}

// report tells how many things were done a second and how many times as long
// another has taken for the same.
func (w *stopwatch) report(b *testing.B, things float64, unit string, other *stopwatch) {
	b.ReportMetric(things/w.wall.Seconds(), unit)
	b.ReportMetric(things/w.cpu.Seconds(), "cpu-"+unit)
	b.ReportMetric(other.wall.Seconds()/w.wall.Seconds(), "ratio")
	b.ReportMetric(other.cpu.Seconds()/w.cpu.Seconds(), "cpu-ratio")
}

func processorTime() time.Duration {
	used := resources()
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// resources are what this process has used so far.
func resources() (used syscall.Rusage) {
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return used
}

// onBolt takes the time in which Cayley adds quads to an empty graph on bolt.
func onBolt(b *testing.B, groups [][]quad.Quad, watch *stopwatch) {
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
	watch.time(func() {
		for part := range slices.Chunk(slices.Concat(groups...), quad.DefaultBatch) {
			if err := w.AddQuadSet(part); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkLoad loads documents into an empty store, from what is extracted to
// the last index. They are made as they are read, so that the memory told is that
// of the load.
func BenchmarkLoad(b *testing.B) {
	count := max(*documents, putAtOnce+1)
	made := func(yield func(graph.Extraction, error) bool) {
		for d := range count {
			if !yield(collected(d), nil) {
				return
			}
		}
	}
	quads, size := 0.0, int64(0)
	var watch stopwatch
	for b.Loop() {
		s := fresh(b)
		watch.time(func() {
			if err := s.Load(b.Context(), made); err != nil {
				b.Fatal(err)
			}
		})
		quads += quadsIn(b, s)
		size = bytesIn(b, s.Path())
	}
	claims := float64(b.N * count * 30)
	b.ReportMetric(quads/watch.wall.Seconds(), "quads/s")
	b.ReportMetric(claims/watch.wall.Seconds(), "claims/s")
	b.ReportMetric(claims/watch.cpu.Seconds(), "cpu-claims/s")
	b.ReportMetric(float64(size)*float64(b.N)/claims, "bytes/claim")
	b.ReportMetric(float64(resources().Maxrss)/1024, "peak-MiB")
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
// documents of 30 claims the store has. The ratio is to what unmodified Cayley
// takes for the same on the same files.
func BenchmarkRead(b *testing.B) {
	docs, place := stored(b)
	s, err := OpenReadOnly(place)
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
	stock := s.QuadStore()
	b.Run("claim", func(b *testing.B) {
		id := func() string { return next().Claims[7].ID }
		beside(b, 1, "claims/s", func() {
			if _, err := s.Claim(b.Context(), id()); err != nil {
				b.Fatal(err)
			}
		}, func() { stockRecords(b, stock, path.StartPath(stock, quad.IRI(id())).Out(quads.Record), 1) })
	})
	b.Run("document", func(b *testing.B) {
		document := func() quad.IRI { return quads.DocumentIRI(next().Document.ID) }
		beside(b, 30, "claims/s", func() {
			claims, err := s.Find(b.Context(), Condition{{{quads.DerivedFrom, document()}}})
			if err != nil || len(claims) != 30 {
				b.Fatal(len(claims), err)
			}
		}, func() {
			var parts []quad.Value // in one path with their records they take a second
			err := path.StartPath(stock, document()).In(quads.DerivedFrom).Iterate(b.Context()).EachValue(stock, func(v quad.Value) {
				parts = append(parts, v)
			})
			if err != nil {
				b.Fatal(err)
			}
			stockRecords(b, stock, path.StartPath(stock, parts...).Out(quads.Record), 30)
		})
	})
	b.Run("claims", func(b *testing.B) { reads(b, "claims/s", func() int { return drain(b, s.Claims(b.Context())) }) })
	b.Run("view", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.View(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("scan", func(b *testing.B) {
		beside(b, quadsIn(b, s), "quads/s", func() { drain(b, s.Scan(b.Context())) }, func() { stockScan(b, stock) })
	})
	b.Run("quads", func(b *testing.B) { reads(b, "quads/s", func() int { return drain(b, s.Quads(b.Context())) }) })
}

// beside does the same by whom and by Cayley, by turns.
func beside(b *testing.B, things float64, unit string, whom, stock func()) {
	var ours, theirs stopwatch
	for b.Loop() {
		ours.time(whom)
		theirs.time(stock)
	}
	b.ReportMetric(ours.wall.Seconds()*1000/float64(b.N), "ms")
	ours.report(b, things*float64(b.N), unit, &theirs)
}

// stockRecords reads the claims to whose records a path leads, through Cayley's
// iterators.
func stockRecords(b *testing.B, qs cayley.QuadStore, records *path.Path, want int) {
	n := 0
	err := records.Iterate(b.Context()).EachValue(qs, func(v quad.Value) {
		c, err := quads.Decode[graph.Claim](v)
		if err != nil {
			b.Fatal(err)
		}
		if strings.HasPrefix(c.ID, claimPrefix) {
			n++
		}
	})
	if err != nil || n != want {
		b.Fatal(n, err)
	}
}

// stockScan reads all quads, each by a look-up, as Cayley dumps a graph.
func stockScan(b *testing.B, qs cayley.QuadStore) {
	it := qs.QuadsAllIterator()
	defer it.Close()
	for it.Next(b.Context()) {
		if q := qs.Quad(it.Result()); !q.IsValid() {
			b.Fatal(q)
		}
	}
	if err := it.Err(); err != nil {
		b.Fatal(err)
	}
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
