package measure_test

import (
	"context"
	"testing"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"
	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph/network/measure"
)

// gonumGraph makes a graph of gonum's, in which an arc is as long as 1 over its weight.
func gonumGraph(nodes int, arcs []measure.Arc) *simple.WeightedDirectedGraph {
	g := simple.NewWeightedDirectedGraph(0, 0)
	for v := range nodes {
		g.AddNode(simple.Node(v))
	}
	for _, a := range arcs {
		g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(a.From), T: simple.Node(a.To), W: 1 / a.Weight})
	}
	return g
}

func arcsOf(g *measure.Graph) []measure.Arc {
	var arcs []measure.Arc
	for v := range g.Nodes() {
		ends, weights := g.From(v)
		for i, w := range ends {
			arcs = append(arcs, measure.Arc{From: int32(v), To: w, Weight: weights[i]})
		}
	}
	return arcs
}

// dense lists values by node, those that gonum leaves out as 0.
func dense(nodes int, values map[int64]float64) []float64 {
	out := make([]float64, nodes)
	for v, x := range values {
		out[v] = x
	}
	return out
}

// TestGonum compares random graphs, in parts or whole.
func TestGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := random(t)
		n, theirs := g.Nodes(), gonumGraph(g.Nodes(), arcsOf(g))
		for weighted, want := range map[bool]map[int64]float64{
			false: network.Betweenness(theirs),
			true:  network.BetweennessWeighted(theirs, path.DijkstraAllPaths(theirs)),
		} {
			got, err := g.Paths(context.Background(), measure.PathOptions{Weighted: weighted})
			if err != nil {
				t.Fatal(err)
			}
			if !near(got.Betweenness, dense(n, want)) {
				t.Errorf("betweenness (weighted %t) %v, of gonum %v", weighted, got.Betweenness, want)
			}
			lengths := path.DijkstraAllPaths(theirs)
			if !weighted {
				lengths = path.DijkstraAllPaths(unweighted(theirs))
			}
			if want := network.Harmonic(theirs, lengths); !near(got.Harmonic, dense(n, want)) {
				t.Errorf("harmonic (weighted %t) %v, of gonum %v", weighted, got.Harmonic, want)
			}
		}
		if strong := g.StrongComponents(); strong.Count != len(topo.TarjanSCC(theirs)) {
			t.Errorf("%d strong components, of gonum %d", strong.Count, len(topo.TarjanSCC(theirs)))
		}
		checkModularity(t, g)
	})
}

func unweighted(g *simple.WeightedDirectedGraph) graph.Graph {
	out := simple.NewDirectedGraph()
	for _, v := range graph.NodesOf(g.Nodes()) {
		out.AddNode(v)
	}
	for _, e := range graph.EdgesOf(g.Edges()) {
		out.SetEdge(simple.Edge{F: e.From(), T: e.To()})
	}
	return out
}

func checkModularity(t *rapid.T, g *measure.Graph) {
	u := g.Undirected()
	if u.Arcs() == 0 {
		return
	}
	p, err := u.Communities(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	theirs := simple.NewWeightedUndirectedGraph(0, 0)
	parts := make([][]graph.Node, p.Count)
	for v := range u.Nodes() {
		theirs.AddNode(simple.Node(v))
		parts[p.Part[v]-1] = append(parts[p.Part[v]-1], simple.Node(v))
	}
	for _, a := range arcsOf(u) {
		theirs.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(a.From), T: simple.Node(a.To), W: a.Weight})
	}
	if got, want := u.Modularity(p), community.Q(theirs, parts, 1); !near([]float64{got}, []float64{want}) {
		t.Errorf("modularity %g, of gonum %g", got, want)
	}
}
