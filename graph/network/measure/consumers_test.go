//go:build consumers

package measure_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/whomgraph/whom/graph/network/measure"
)

// python returns the path of the interpreter that has networkx and igraph: that
// which WHOM_PYTHON names, else that under .cache/venv.
func python(t testing.TB) string {
	t.Helper()
	path, err := filepath.Abs(cmp.Or(os.Getenv("WHOM_PYTHON"), filepath.Join("..", "..", "..", ".cache", "venv", "bin", "python")))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// peers computes the measures of a graph with networkx and igraph.
func peers(t *testing.T, nodes int, arcs []measure.Arc, p measure.Partition) map[string]map[string][]float64 {
	t.Helper()
	list := make([][3]float64, len(arcs))
	for i, a := range arcs {
		list[i] = [3]float64{float64(a.From), float64(a.To), a.Weight}
	}
	input, err := json.Marshal(map[string]any{"nodes": nodes, "arcs": integers(list), "part": p.Part})
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python(t), filepath.Join("testdata", "peers.py"))
	cmd.Stdin, cmd.Stderr = bytes.NewReader(input), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]map[string][]float64
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// integers writes nodes without a fraction, which Python would take for one.
func integers(arcs [][3]float64) []json.RawMessage {
	out := make([]json.RawMessage, len(arcs))
	for i, a := range arcs {
		out[i] = fmt.Appendf(nil, "[%d,%d,%g]", int(a[0]), int(a[1]), a[2])
	}
	return out
}

// TestPeers compares all measures of graphs in which everybody reaches
// everybody, so that each has one answer, and of one that falls into parts,
// where eigenvectors have several.
func TestPeers(t *testing.T) {
	for _, nodes := range []int{30, 100} {
		for _, circle := range []bool{true, false} {
			t.Run(fmt.Sprintf("%d nodes, circle %t", nodes, circle), func(t *testing.T) {
				arcs := weighed(nodes, circle)
				g := measure.New(nodes, arcs)
				ours, communities := measured(t, g)
				for peer, theirs := range peers(t, nodes, arcs, communities) {
					for name, want := range theirs {
						if got, ok := ours[name]; !ok || !near(got, want) {
							t.Errorf("%s of %s differs by %g", name, peer, farthest(got, want))
						}
					}
				}
			})
		}
	}
}

// weighed gives weights of powers of two to a graph: all programs then find the same
// paths to be of one length.
func weighed(nodes int, circle bool) []measure.Arc {
	arcs := scaleFreeArcs(nodes)
	if !circle {
		arcs = arcs[:2*nodes]
	}
	for i := range arcs {
		arcs[i].Weight = float64(int(1) << (i % 4))
	}
	if !circle {
		return arcs
	}
	has := func(a, b int32) bool {
		return slices.ContainsFunc(arcs, func(x measure.Arc) bool { return x.From == a && x.To == b })
	}
	for v := range int32(nodes) {
		if next := (v + 1) % int32(nodes); !has(v, next) {
			arcs = append(arcs, measure.Arc{From: v, To: next, Weight: 1})
		}
	}
	return arcs
}

func measured(t *testing.T, g *measure.Graph) (map[string][]float64, measure.Partition) {
	t.Helper()
	ctx := context.Background()
	ours := map[string][]float64{"indegree": g.InDegree(), "outstrength": g.OutStrength()}
	for prefix, weighted := range map[string]bool{"": false, "weighted-": true} {
		p, err := g.Paths(ctx, measure.PathOptions{Weighted: weighted})
		if err != nil {
			t.Fatal(err)
		}
		ours[prefix+"betweenness"], ours[prefix+"closeness"], ours[prefix+"harmonic"] = p.Betweenness, p.Closeness, p.Harmonic
	}
	personal := make([]float64, g.Nodes())
	personal[0], personal[1] = 1, 2
	for name, o := range map[string]measure.RankOptions{"pagerank": {}, "unweighted-pagerank": {Unweighted: true}, "personal-pagerank": {Personal: personal}} {
		rank, err := g.PageRank(ctx, o)
		if err != nil {
			t.Fatal(err)
		}
		ours[name] = rank
	}
	var err error
	if ours["eigenvector"], err = g.Eigenvector(ctx, true); err != nil {
		t.Fatal(err)
	}
	if ours["hub"], ours["authority"], err = g.HITS(ctx); err != nil {
		t.Fatal(err)
	}
	labels := make([]string, g.Nodes())
	for v := range labels {
		labels[v] = fmt.Sprint(v % 3)
	}
	communities, err := g.Undirected().Communities(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range g.Cores() {
		ours["core"] = append(ours["core"], float64(k))
	}
	ours["component"], ours["strong"] = firsts(g.Components()), firsts(g.StrongComponents())
	ours["modularity"] = []float64{g.Undirected().Modularity(communities)}
	ours["reciprocity"] = []float64{g.Reciprocity()}
	ours["assortativity"] = []float64{g.Assortativity(g.OutDegree(), g.InDegree())}
	ours["mixing"] = []float64{g.Mixing(labels)}
	return ours, communities
}

// firsts names each part by its first node.
func firsts(p measure.Partition) []float64 {
	first := make(map[int]int)
	out := make([]float64, len(p.Part))
	for v, part := range p.Part {
		if _, ok := first[part]; !ok {
			first[part] = v
		}
		out[v] = float64(first[part])
	}
	return out
}

func farthest(a, b []float64) float64 {
	if len(a) != len(b) {
		return math.Inf(1)
	}
	most := 0.0
	for i := range a {
		most = max(most, math.Abs(a[i]-b[i]))
	}
	return most
}
