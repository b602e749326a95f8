package measure_test

import (
	"context"
	"testing"

	"github.com/whomgraph/whom/graph/network/measure"
)

func benchmark(b *testing.B, g *measure.Graph, work func(*measure.Graph) error) {
	b.ReportAllocs()
	for b.Loop() {
		if err := work(g); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(g.Arcs())*float64(b.N)/b.Elapsed().Seconds(), "arcs/s")
}

func BenchmarkPaths(b *testing.B) {
	benchmark(b, scaleFree(10000), paths(measure.PathOptions{}))
}

func BenchmarkWeightedPaths(b *testing.B) {
	benchmark(b, scaleFree(2000), paths(measure.PathOptions{Weighted: true}))
}

func paths(o measure.PathOptions) func(*measure.Graph) error {
	return func(g *measure.Graph) error {
		_, err := g.Paths(context.Background(), o)
		return err
	}
}

func BenchmarkPageRank(b *testing.B)    { benchmarkSizes(b, pageRank) }
func BenchmarkEigenvector(b *testing.B) { benchmarkSizes(b, eigenvector) }
func BenchmarkHITS(b *testing.B)        { benchmarkSizes(b, hits) }
func BenchmarkCores(b *testing.B)       { benchmarkSizes(b, cores) }

func benchmarkSizes(b *testing.B, work func(*measure.Graph) error) {
	b.Run("80k", func(b *testing.B) { benchmark(b, scaleFree(10000), work) })
	b.Run("1M", func(b *testing.B) { benchmark(b, scaleFree(125000), work) })
}

func pageRank(g *measure.Graph) error {
	_, err := g.PageRank(context.Background(), measure.RankOptions{})
	return err
}

func eigenvector(g *measure.Graph) error {
	_, err := g.Eigenvector(context.Background(), false)
	return err
}

func hits(g *measure.Graph) error {
	_, _, err := g.HITS(context.Background())
	return err
}

func cores(g *measure.Graph) error {
	g.Cores()
	return nil
}

func BenchmarkCommunities(b *testing.B) {
	g := scaleFree(10000).Undirected()
	b.ReportAllocs()
	quality := 0.0
	for b.Loop() {
		p, err := g.Communities(context.Background())
		if err != nil {
			b.Fatal(err)
		}
		quality = g.Modularity(p)
	}
	b.ReportMetric(quality, "modularity")
}
