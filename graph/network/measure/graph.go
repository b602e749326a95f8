package measure

import "slices"

// An Arc leads from a node to another, both counted from 0. Its weight is how
// strong it is, and positive.
type Arc struct {
	From, To int32
	Weight   float64
}

// A Graph is a simple directed graph with weights, in compressed sparse rows:
// all heads of arcs in one slice, row after row. It is safe for concurrent
// reading.
type Graph struct {
	out, in rows
}

// rows hold for each node v the ends of its arcs, sorted, at [start[v],
// start[v+1]) of end, and beside them their weights.
type rows struct {
	start  []int32
	end    []int32
	weight []float64
}

// New makes a graph of nodes 0 to nodes-1. Parallel arcs become one that has
// the sum of their weights; loops are left out. It takes time and memory in
// proportion to nodes and arcs, of which there may be 2³¹−1.
func New(nodes int, arcs []Arc) *Graph {
	arcs = slices.DeleteFunc(slices.Clone(arcs), func(a Arc) bool { return a.From == a.To })
	byTo := arrange(nodes, arcs, func(a Arc) int32 { return a.To })
	sorted := merge(arrange(nodes, byTo, func(a Arc) int32 { return a.From }))
	return &Graph{
		out: newRows(nodes, sorted, func(a Arc) (int32, int32) { return a.From, a.To }),
		in: newRows(nodes, arrange(nodes, sorted, func(a Arc) int32 { return a.To }),
			func(a Arc) (int32, int32) { return a.To, a.From }),
	}
}

// arrange sorts arcs by one of their ends and keeps the order of those alike.
func arrange(nodes int, arcs []Arc, end func(Arc) int32) []Arc {
	next := make([]int32, nodes+1)
	for _, a := range arcs {
		next[end(a)+1]++
	}
	for v := range nodes {
		next[v+1] += next[v]
	}
	out := make([]Arc, len(arcs))
	for _, a := range arcs {
		out[next[end(a)]] = a
		next[end(a)]++
	}
	return out
}

// merge puts parallel arcs, which stand together, into one.
func merge(arcs []Arc) []Arc {
	out := arcs[:0]
	for _, a := range arcs {
		if last := len(out) - 1; last >= 0 && out[last].From == a.From && out[last].To == a.To {
			out[last].Weight += a.Weight
			continue
		}
		out = append(out, a)
	}
	return out
}

func newRows(nodes int, arcs []Arc, ends func(Arc) (row, end int32)) rows {
	r := rows{start: make([]int32, nodes+1), end: make([]int32, len(arcs)), weight: make([]float64, len(arcs))}
	for i, a := range arcs {
		row, end := ends(a)
		r.start[row+1]++
		r.end[i], r.weight[i] = end, a.Weight
	}
	for v := range nodes {
		r.start[v+1] += r.start[v]
	}
	return r
}

func (r *rows) of(v int32) []int32 { return r.end[r.start[v]:r.start[v+1]] }

func (r *rows) weights(v int32) []float64 { return r.weight[r.start[v]:r.start[v+1]] }

// Nodes returns the number of nodes.
func (g *Graph) Nodes() int { return len(g.out.start) - 1 }

// Arcs returns the number of arcs.
func (g *Graph) Arcs() int { return len(g.out.end) }

// From returns the nodes to which arcs lead from v, sorted, and the weights of
// these arcs. They must not be changed.
func (g *Graph) From(v int) ([]int32, []float64) { return g.out.of(int32(v)), g.out.weights(int32(v)) }

// To returns the nodes from which arcs lead to v, sorted, and the weights of
// these arcs. They must not be changed.
func (g *Graph) To(v int) ([]int32, []float64) { return g.in.of(int32(v)), g.in.weights(int32(v)) }

// Undirected returns the graph in which an arc leads each way between nodes
// that have one either way, with the sum of the weights.
func (g *Graph) Undirected() *Graph {
	arcs := make([]Arc, 0, 2*g.Arcs())
	for v := range int32(g.Nodes()) {
		for i, w := range g.out.of(v) {
			weight := g.out.weights(v)[i]
			arcs = append(arcs, Arc{v, w, weight}, Arc{w, v, weight})
		}
	}
	return New(g.Nodes(), arcs)
}

// InDegree and OutDegree count the arcs that lead to each node, and from it.
func (g *Graph) InDegree() []float64  { return g.in.degrees() }
func (g *Graph) OutDegree() []float64 { return g.out.degrees() }

func (r *rows) degrees() []float64 {
	out := make([]float64, len(r.start)-1)
	for v := range out {
		out[v] = float64(r.start[v+1] - r.start[v])
	}
	return out
}

// InStrength and OutStrength sum the weights of the arcs that lead to each
// node, and from it.
func (g *Graph) InStrength() []float64  { return g.in.strengths() }
func (g *Graph) OutStrength() []float64 { return g.out.strengths() }

func (r *rows) strengths() []float64 {
	out := make([]float64, len(r.start)-1)
	for v := range out {
		for _, weight := range r.weights(int32(v)) {
			out[v] += weight
		}
	}
	return out
}
