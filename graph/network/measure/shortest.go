package measure

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// PathOptions say which paths Paths follows.
type PathOptions struct {
	// Weighted makes an arc as long as 1 over its weight; else each is a step.
	Weighted bool
	// Sample is from how many nodes to follow paths, drawn with a fixed seed;
	// 0 is from all.
	Sample   int
	Progress Progress
}

// Paths are what the shortest paths tell of each node.
type Paths struct {
	// Betweenness is on how many shortest paths between two others a node lies,
	// where the shortest paths of a pair share one. It is not normalized.
	Betweenness []float64
	// Closeness is 1 over the mean distance from the nodes that reach this one,
	// times the share of all others that do (Wasserman and Faust 1994). It is 0
	// for what nobody reaches.
	Closeness []float64
	// Harmonic sums 1 over the distance from each node that reaches this one.
	Harmonic []float64
	// Error bounds how far any betweenness is off, with a probability of 95%.
	// It is 0 where paths were followed from all nodes.
	Error float64
}

// Paths follows the shortest paths with Brandes' algorithm (Journal of
// Mathematical Sociology 25, 2001), without lists of predecessors: the way back
// looks at the arcs again. It takes time in proportion to nodes times arcs
// (weighted: times the logarithm of nodes), on all cores, and memory in
// proportion to nodes for each core.
//
// From a sample it takes as much less as the sample is smaller. A node's
// betweenness is then the mean over the sample, times the nodes; Hoeffding's
// inequality bounds its error (Brandes and Pich, International Journal of
// Bifurcation and Chaos 17, 2007): quartering the error takes a sample sixteen
// times as large.
func (g *Graph) Paths(ctx context.Context, o PathOptions) (*Paths, error) {
	sources, bound := g.sample(o.Sample)
	total, ordered, meter := newTally(g.Nodes()), newTurns(), &meter{of: len(sources), tell: o.Progress}
	var workers [blocks]*worker
	inBlocks(len(sources), func(number, block, from, to int) {
		if workers[number] == nil {
			workers[number] = &worker{g.newSearch(o.Weighted), newTally(g.Nodes())}
		}
		w := workers[number]
		for _, source := range sources[from:to] {
			if ctx.Err() != nil {
				break
			}
			w.search.from(source, w.part)
			meter.step()
		}
		ordered.take(block, func() { total.take(w.part) })
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return total.paths(len(sources), bound), nil
}

// A worker has what one goroutine needs for one source after the other.
type worker struct {
	search search
	part   *tally
}

// sample draws nodes, sorted, and bounds the error of betweenness that comes
// from looking at these only.
func (g *Graph) sample(size int) (sources []int32, bound float64) {
	n := g.Nodes()
	if size <= 0 || size >= n {
		sources = make([]int32, n)
		for v := range sources {
			sources[v] = int32(v)
		}
		return sources, 0
	}
	for _, v := range rand.New(rand.NewPCG(1, 2)).Perm(n)[:size] {
		sources = append(sources, int32(v))
	}
	slices.Sort(sources)
	const missed = 0.05
	return sources, float64(n) * float64(n-2) * math.Sqrt(math.Log(2*float64(n)/missed)/(2*float64(size)))
}

// A search follows the shortest paths from a source and adds to a tally.
type search interface {
	from(source int32, t *tally)
}

func (g *Graph) newSearch(weighted bool) search {
	if weighted {
		return newDijkstra(g)
	}
	return newBreadth(g)
}

// A tally sums over sources what their shortest paths tell of each node.
type tally struct {
	between  []float64
	distance []float64 // from the sources that reach it
	reached  []float64 // number of these
	inverse  []float64 // 1 over the distances
}

func newTally(nodes int) *tally {
	return &tally{make([]float64, nodes), make([]float64, nodes), make([]float64, nodes), make([]float64, nodes)}
}

func (t *tally) columns() [][]float64 {
	return [][]float64{t.between, t.distance, t.reached, t.inverse}
}

// take adds another tally and leaves it empty.
func (t *tally) take(o *tally) {
	for i, column := range t.columns() {
		for v, x := range o.columns()[i] {
			column[v] += x
		}
		clear(o.columns()[i])
	}
}

// paths scales the sums of a sample up to all sources.
func (t *tally) paths(sources int, bound float64) *Paths {
	n := float64(len(t.between))
	scale := n / float64(sources)
	p := &Paths{Betweenness: t.between, Closeness: t.distance, Harmonic: t.inverse, Error: bound}
	for v := range t.between {
		t.between[v] *= scale
		t.inverse[v] *= scale
		if reached := t.reached[v] * scale; reached > 0 {
			p.Closeness[v] = reached / (n - 1) * (t.reached[v] / t.distance[v])
		}
	}
	return p
}

// breadth follows paths step by step.
type breadth struct {
	g     *Graph
	state []visit
	queue []int32
}

// A visit is what is known of a node on the way from the source. One cache line
// holds all that an arc needs.
type visit struct {
	paths float64 // number of shortest paths; on the way back (1 + dependency) / paths
	steps int32   // distance, -1 before it is reached
}

func newBreadth(g *Graph) *breadth {
	b := &breadth{g: g, state: make([]visit, g.Nodes()), queue: make([]int32, 0, g.Nodes()+1)}
	for v := range b.state {
		b.state[v].steps = -1
	}
	return b
}

func (b *breadth) from(source int32, t *tally) {
	b.forth(source)
	b.back(t)
	for _, v := range b.queue {
		b.state[v] = visit{steps: -1}
	}
}

// forth has no branch that depends on an arc: each head is written behind the queue,
// and stays in it where it is new.
func (b *breadth) forth(source int32) {
	state, queue := b.state, b.queue[:cap(b.queue)]
	state[source] = visit{1, 0}
	queue[0] = source
	length := 1
	for i := 0; i < length; i++ {
		v := queue[i]
		paths, next := state[v].paths, state[v].steps+1
		for _, w := range b.g.out.of(v) {
			x := &state[w]
			first := int32(uint32(x.steps) >> 31) // 1 where w is reached for the first time
			queue[length] = w
			length += int(first)
			x.steps += first * (next + 1)
			x.paths += where(x.steps == next, paths)
		}
	}
	b.queue = queue[:length]
}

// where returns x if it is so, and else 0: a branch would often be predicted wrong, which
// takes longer than the sum.
func where(so bool, x float64) float64 {
	var mask uint64
	if so {
		mask = 1
	}
	return math.Float64frombits(math.Float64bits(x) & -mask)
}

// back goes from the farthest node to the source. What depends on a node is
// what depends on those one step farther, by their share of its paths.
func (b *breadth) back(t *tally) {
	state := b.state
	for i := len(b.queue) - 1; i > 0; i-- {
		v := b.queue[i]
		next, depends := state[v].steps+1, 0.0
		for _, w := range b.g.out.of(v) {
			depends += where(state[w].steps == next, state[w].paths)
		}
		depends *= state[v].paths
		state[v].paths = (1 + depends) / state[v].paths
		steps := float64(state[v].steps)
		t.between[v] += depends
		t.distance[v] += steps
		t.reached[v]++
		t.inverse[v] += 1 / steps
	}
}
