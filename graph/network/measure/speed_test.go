//go:build consumers

package measure_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"gonum.org/v1/gonum/graph/network"

	"github.com/whomgraph/whom/graph/network/measure"
)

// BenchmarkAgainstIgraph measures both on one graph, one after the other, and
// reports our share of igraph's time. Run it on an idle machine:
//
//	go test -tags consumers -run '^$' -bench Against -benchtime 1x ./graph/network/measure
func BenchmarkAgainstIgraph(b *testing.B) {
	for _, size := range []struct {
		name  string
		nodes int
		what  string
	}{{"80k", 10000, "all"}, {"1M", 125000, "ranks"}} {
		g := scaleFree(size.nodes)
		theirs := igraph(b, size.nodes, size.what)
		simple, quality := simplified(size.nodes), 0.0
		for name, work := range map[string]func(*measure.Graph) error{
			"paths": paths(measure.PathOptions{}), "pagerank": pageRank, "eigenvector": eigenvector, "hits": hits, "cores": cores,
			"communities": func(*measure.Graph) error {
				p, err := simple.Communities(context.Background())
				quality = simple.Modularity(p)
				return err
			},
		} {
			peer, ok := theirs[name]
			if !ok {
				continue
			}
			b.Run(size.name+"/"+name, func(b *testing.B) {
				for b.Loop() {
					if err := work(g); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/peer[0], "of-igraph's-time")
				b.ReportMetric(peer[0], "igraph-s")
				if peer[2] > 0 {
					b.ReportMetric(quality, "modularity")
					b.ReportMetric(peer[2], "igraph's-modularity")
				}
			})
		}
	}
}

// simplified is the undirected graph in which each tie has the weight 1.
func simplified(nodes int) *measure.Graph {
	u := scaleFree(nodes).Undirected()
	var arcs []measure.Arc
	for v := range nodes {
		ends, _ := u.From(v)
		for _, w := range ends {
			arcs = append(arcs, measure.Arc{From: int32(v), To: w, Weight: 1})
		}
	}
	return measure.New(nodes, arcs)
}

// igraph returns wall seconds, CPU seconds and modularity by measure.
func igraph(b *testing.B, nodes int, what string) map[string][3]float64 {
	b.Helper()
	var input bytes.Buffer
	fmt.Fprintln(&input, nodes)
	for _, a := range scaleFreeArcs(nodes) {
		fmt.Fprintln(&input, a.From, a.To)
	}
	cmd := exec.Command(python(b), filepath.Join("testdata", "speed.py"), what)
	cmd.Stdin, cmd.Stderr = &input, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		b.Fatal(err)
	}
	var took map[string][3]float64
	if err := json.Unmarshal(out, &took); err != nil {
		b.Fatal(err)
	}
	return took
}

// BenchmarkAgainstGonum compares betweenness, which gonum computes alone and
// Paths with closeness, at ten thousand nodes, in some six minutes.
func BenchmarkAgainstGonum(b *testing.B) {
	const nodes = 10000
	g, theirs := scaleFree(nodes), gonumGraph(nodes, scaleFreeArcs(nodes))
	begun := time.Now()
	want := network.Betweenness(theirs)
	peer := time.Since(begun).Seconds()
	var got *measure.Paths
	for b.Loop() {
		var err error
		if got, err = g.Paths(context.Background(), measure.PathOptions{}); err != nil {
			b.Fatal(err)
		}
	}
	if math.Abs(got.Betweenness[0]-want[0]) > 1e-6 {
		b.Errorf("betweenness %g, of gonum %g", got.Betweenness[0], want[0])
	}
	b.ReportMetric(peer/(b.Elapsed().Seconds()/float64(b.N)), "times-gonum's-speed")
}
