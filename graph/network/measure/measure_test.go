package measure_test

import (
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph/network/measure"
	"pgregory.net/rapid"
)

// drawn makes a graph of nodes A, B, C… from words such as “AB BC”; “AB*3” has
// the weight 3.
func drawn(nodes int, words string) *measure.Graph {
	var arcs []measure.Arc
	for _, word := range strings.Fields(words) {
		arc := measure.Arc{From: int32(word[0] - 'A'), To: int32(word[1] - 'A'), Weight: 1}
		if len(word) > 2 {
			arc.Weight = float64(word[3] - '0')
		}
		arcs = append(arcs, arc)
	}
	return measure.New(nodes, arcs)
}

// random draws a graph. Weights are powers of two, so that all programs find
// the same paths of the same length.
func random(t *rapid.T) *measure.Graph {
	nodes := rapid.IntRange(1, 12).Draw(t, "nodes")
	node := rapid.Int32Range(0, int32(nodes)-1)
	arcs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) measure.Arc {
		return measure.Arc{From: node.Draw(t, "from"), To: node.Draw(t, "to"), Weight: float64(int(1) << rapid.IntRange(0, 3).Draw(t, "weight"))}
	}), 0, 40).Draw(t, "arcs")
	slices.SortFunc(arcs, func(a, b measure.Arc) int { return int(a.From-b.From)*100 + int(a.To-b.To) })
	arcs = slices.CompactFunc(arcs, func(a, b measure.Arc) bool { return a.From == b.From && a.To == b.To })
	return measure.New(nodes, arcs)
}

func near(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return math.Abs(x-y) < 1e-9 })
}

func TestNew(t *testing.T) {
	g := drawn(3, "AB BA*2 AB*3 CC CA")
	if g.Nodes() != 3 || g.Arcs() != 3 {
		t.Errorf("%d nodes, %d arcs; parallel arcs are one and loops are none", g.Nodes(), g.Arcs())
	}
	ends, weights := g.From(0)
	if !slices.Equal(ends, []int32{1}) || !slices.Equal(weights, []float64{4}) {
		t.Errorf("from A to %v by %v", ends, weights)
	}
	ends, weights = g.To(0)
	if !slices.Equal(ends, []int32{1, 2}) || !slices.Equal(weights, []float64{2, 1}) {
		t.Errorf("to A from %v by %v", ends, weights)
	}
	if u := g.Undirected(); u.Arcs() != 4 || !slices.Equal(u.OutStrength(), []float64{7, 6, 1}) {
		t.Errorf("undirected: %d arcs, strengths %v", u.Arcs(), u.OutStrength())
	}
}

func TestPaths(t *testing.T) {
	tests := []struct {
		why, arcs string
		weighted  bool
		want      measure.Paths
	}{
		{"a chain: B lies between A and C", "AB BC", false,
			measure.Paths{Betweenness: []float64{0, 1, 0}, Closeness: []float64{0, 0.5, 2.0 / 3}, Harmonic: []float64{0, 1, 1.5}}},
		{"two shortest ways share", "AB AC BD CD", false,
			measure.Paths{Betweenness: []float64{0, 0.5, 0.5, 0}, Closeness: []float64{0, 1.0 / 3, 1.0 / 3, 0.75}, Harmonic: []float64{0, 1, 1, 2.5}}},
		{"against the arrows leads no path", "BA BC", false,
			measure.Paths{Betweenness: []float64{0, 0, 0}, Closeness: []float64{0.5, 0, 0.5}, Harmonic: []float64{1, 0, 1}}},
		{"a heavy way round is shorter", "AC AB*4 BC*4", true,
			measure.Paths{Betweenness: []float64{0, 1, 0}, Closeness: []float64{0, 2, 8.0 / 3}, Harmonic: []float64{0, 4, 6}}},
		{"ways of one length share", "AC AB*2 BC*2", true,
			measure.Paths{Betweenness: []float64{0, 0.5, 0}, Closeness: []float64{0, 1, 4.0 / 3}, Harmonic: []float64{0, 2, 3}}},
		{"thirds add up to a whole but for rounding", "AE AB*3 BC*3 CE*3 AD*2 DE*2", true,
			measure.Paths{Betweenness: []float64{0, 4.0 / 3, 4.0 / 3, 1.0 / 3, 0}, Closeness: []float64{0, 0.75, 1, 0.5, 1.6}, Harmonic: []float64{0, 3, 4.5, 2, 7.5}}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			g := drawn(len(test.want.Betweenness), test.arcs)
			got, err := g.Paths(t.Context(), measure.PathOptions{Weighted: test.weighted})
			if err != nil {
				t.Fatal(err)
			}
			if !near(got.Betweenness, test.want.Betweenness) {
				t.Errorf("betweenness %v, want %v", got.Betweenness, test.want.Betweenness)
			}
			if !near(got.Closeness, test.want.Closeness) || !near(got.Harmonic, test.want.Harmonic) || got.Error != 0 {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

// TestSample looks at all nodes but one, whose paths the others' stand for.
func TestSample(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := random(t)
		exact, err := g.Paths(context.Background(), measure.PathOptions{Sample: g.Nodes()})
		if err != nil {
			t.Fatal(err)
		}
		size := rapid.IntRange(1, g.Nodes()).Draw(t, "sample")
		got, err := g.Paths(context.Background(), measure.PathOptions{Sample: size})
		if err != nil {
			t.Fatal(err)
		}
		if (got.Error == 0) != (size == g.Nodes() || g.Nodes() == 2) {
			t.Errorf("the error of %d of %d nodes is %g", size, g.Nodes(), got.Error)
		}
		for v := range exact.Betweenness {
			if off := math.Abs(got.Betweenness[v] - exact.Betweenness[v]); off > got.Error+1e-9 {
				t.Errorf("node %d is off by %g, more than %g", v, off, got.Error)
			}
		}
	})
}

func TestRank(t *testing.T) {
	g := drawn(4, "AB BC CA DA")
	rank, err := g.PageRank(t.Context(), measure.RankOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if sum := rank[0] + rank[1] + rank[2] + rank[3]; math.Abs(sum-1) > 1e-12 || math.Abs(rank[3]-0.15/4) > 1e-12 || rank[0] < rank[1] || rank[1] < rank[2] {
		t.Errorf("A has D's share too, which gets less on the way, got %v", rank)
	}
	rank, err = g.PageRank(t.Context(), measure.RankOptions{Personal: []float64{0, 0, 0, 5}})
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(rank[3]-0.15) > 1e-12 {
		t.Errorf("a walk that begins at D is there as often as it begins, got %v", rank)
	}
	x, err := g.Eigenvector(t.Context(), false)
	if err != nil {
		t.Fatal(err)
	}
	if third := 1 / math.Sqrt(3); !near(x, []float64{third, third, third, 0}) {
		t.Errorf("a circle is alike all round, got %v", x)
	}
	if x, err = drawn(3, "AB BC AC").Eigenvector(t.Context(), false); err != nil || !near(x, []float64{0, 0, 0}) {
		t.Errorf("without a circle there is nothing, got %v, %v", x, err)
	}
	hubs, authorities, err := drawn(4, "AB AC DC").HITS(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	golden := (math.Sqrt(5) - 1) / 2
	if !near(hubs, []float64{golden, 0, 0, 1 - golden}) || !near(authorities, []float64{0, 1 - golden, golden, 0}) {
		t.Errorf("hubs %v, authorities %v", hubs, authorities)
	}
}

func TestParts(t *testing.T) {
	g := drawn(7, "AB BC CA CD EF")
	if p := g.Components(); p.Count != 3 || !slices.Equal(p.Part, []int{1, 1, 1, 1, 2, 2, 3}) {
		t.Errorf("components %+v", p)
	}
	if p := g.StrongComponents(); p.Count != 5 || !slices.Equal(p.Part, []int{1, 1, 1, 2, 3, 4, 5}) {
		t.Errorf("strong components %+v", p)
	}
	if k := g.Cores(); !slices.Equal(k, []int{2, 2, 2, 1, 1, 1, 0}) {
		t.Errorf("cores %v", k)
	}
}

func TestCommunities(t *testing.T) {
	tests := []struct {
		why, arcs string
		want      []int
		quality   float64
	}{
		{"two triangles and a bridge", "AB BC CA DE EF FD CD", []int{1, 1, 1, 2, 2, 2}, 6.0/7 - 0.5},
		{"a heavy bridge joins its ends", "AB BC CA DE EF FD CD*9", []int{1, 1, 2, 2, 3, 3}, 11.0/15 - (4*4+22*22+4*4)/900.0},
		{"nothing tied stays alone", "", []int{1, 2, 3, 4, 5, 6}, 0},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			g := drawn(6, test.arcs).Undirected()
			p, err := g.Communities(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(p.Part, test.want) || math.Abs(g.Modularity(p)-test.quality) > 1e-12 {
				t.Errorf("got %v of modularity %g, want %v of %g", p.Part, g.Modularity(p), test.want, test.quality)
			}
		})
	}
}

// TestCommunitiesHangTogether is what Leiden has over Louvain.
func TestCommunitiesHangTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := random(t).Undirected()
		p, err := g.Communities(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		var within []measure.Arc
		for v := range g.Nodes() {
			ends, weights := g.From(v)
			for i, w := range ends {
				if p.Part[v] == p.Part[w] {
					within = append(within, measure.Arc{From: int32(v), To: w, Weight: weights[i]})
				}
			}
		}
		if parts := measure.New(g.Nodes(), within).Components(); parts.Count != p.Count {
			t.Errorf("%d communities fall into %d", p.Count, parts.Count)
		}
		alone := measure.Partition{Part: make([]int, g.Nodes()), Count: g.Nodes()}
		for v := range alone.Part {
			alone.Part[v] = v + 1
		}
		if g.Modularity(p) < g.Modularity(alone)-1e-12 {
			t.Errorf("modularity %g is less than that of nodes alone, %g", g.Modularity(p), g.Modularity(alone))
		}
	})
}

func TestStructure(t *testing.T) {
	g := drawn(4, "AB BA AC CD")
	if r := g.Reciprocity(); r != 0.5 {
		t.Errorf("reciprocity %g, want 0.5", r)
	}
	if r := drawn(1, "").Reciprocity(); r != 0 {
		t.Errorf("reciprocity of nothing is %g", r)
	}
	if r := g.Mixing([]string{"x", "x", "y", "y"}); math.Abs(r-(0.75-0.5)/(1-0.5)) > 1e-12 {
		t.Errorf("three of four arcs are within a label: mixing %g", r)
	}
	if r := drawn(5, "AB BA AC CD EA DE").Mixing([]string{"x", "x", "y", "y", ""}); math.Abs(r-(0.75-0.5)/(1-0.5)) > 1e-12 {
		t.Errorf("arcs of what has no label count: mixing %g", r)
	}
	if r := drawn(4, "AB AC AD BA").Assortativity([]float64{3, 1, 0, 0}, []float64{1, 1, 1, 1}); !math.IsNaN(r) {
		t.Errorf("who all are alike have no correlation, got %g", r)
	}
	if r := drawn(4, "AB CD").Assortativity([]float64{3, 1, 0, 0}, []float64{1, 5, 1, 2}); math.Abs(r-1) > 1e-12 {
		t.Errorf("assortativity %g, want 1", r)
	}
}

func TestBalance(t *testing.T) {
	tests := []struct {
		why, friendly, hostile string
		want                   measure.Triads
		balance                float64
	}{
		{"three friends", "AB BC CA", "", measure.Triads{1, 0, 0, 0}, 1},
		{"two friends with an enemy", "AB", "BC CA", measure.Triads{0, 0, 1, 0}, 1},
		{"a friend of two enemies", "AB BC", "CA", measure.Triads{0, 1, 0, 0}, 0},
		{"three enemies", "", "AB BC CA", measure.Triads{0, 0, 0, 1}, 0},
		{"directions do not matter", "BA CB CA", "", measure.Triads{1, 0, 0, 0}, 1},
		{"the greater weight counts", "AB AC BC*2", "CB*3", measure.Triads{0, 1, 0, 0}, 0},
		{"what is alike both ways is no tie", "AB AC BC", "CB", measure.Triads{}, math.NaN()},
		{"four triangles of four friends and one enemy", "AB BC CD AC BD", "DA", measure.Triads{2, 2, 0, 0}, 0.5},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			got := measure.Balance(drawn(4, test.friendly), drawn(4, test.hostile))
			if b := got.Balance(); got != test.want || b != test.balance && !math.IsNaN(test.balance) {
				t.Errorf("got %v, balance %g, want %v, %g", got, b, test.want, test.balance)
			}
		})
	}
}

// everything computes all that a graph has.
func everything(ctx context.Context, t interface{ Fatal(...any) }, g *measure.Graph) [][]float64 {
	var out [][]float64
	for _, o := range []measure.PathOptions{{}, {Weighted: true}, {Sample: g.Nodes() / 3}} {
		p, err := g.Paths(ctx, o)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p.Betweenness, p.Closeness, p.Harmonic)
	}
	rank, err := g.PageRank(ctx, measure.RankOptions{})
	if err != nil {
		t.Fatal(err)
	}
	x, err := g.Eigenvector(ctx, true)
	if err != nil {
		t.Fatal(err)
	}
	hubs, authorities, err := g.HITS(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return append(out, rank, x, hubs, authorities)
}

// TestSameOnAnyNumberOfCores compares the bits on one core with those on several.
func TestSameOnAnyNumberOfCores(t *testing.T) {
	g := scaleFree(500)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	want := everything(t.Context(), t, g)
	for _, cores := range []int{2, 3, 8} {
		runtime.GOMAXPROCS(cores)
		for i, got := range everything(t.Context(), t, g) {
			if !slices.Equal(got, want[i]) {
				t.Errorf("column %d differs on %d cores", i, cores)
			}
		}
	}
}

// TestStops cancels each long computation before it begins, and one on its way.
func TestStops(t *testing.T) {
	g := scaleFree(200)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, compute := range map[string]func() error{
		"paths":       func() error { _, err := g.Paths(ctx, measure.PathOptions{}); return err },
		"weighted":    func() error { _, err := g.Paths(ctx, measure.PathOptions{Weighted: true}); return err },
		"pagerank":    func() error { _, err := g.PageRank(ctx, measure.RankOptions{}); return err },
		"eigenvector": func() error { _, err := g.Eigenvector(ctx, false); return err },
		"hits":        func() error { _, _, err := g.HITS(ctx); return err },
		"communities": func() error { _, err := g.Undirected().Communities(ctx); return err },
	} {
		if err := compute(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s goes on: %v", name, err)
		}
	}
	ctx, cancel = context.WithCancel(t.Context())
	_, err := g.Paths(ctx, measure.PathOptions{Progress: func(done float64) {
		if done > 0.5 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("paths go on half way: %v", err)
	}
}

func TestProgress(t *testing.T) {
	last := 0.0
	_, err := scaleFree(200).Paths(t.Context(), measure.PathOptions{Progress: func(done float64) {
		if done <= last || done > 1 {
			t.Errorf("%g after %g", done, last)
		}
		last = done
	}})
	if err != nil || last != 1 {
		t.Errorf("it ends at %g, %v", last, err)
	}
}
