package network

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
)

// A Step leads along an edge, or against its arrow.
type Step struct {
	*Edge
	Against bool
}

func (s Step) isBetter(o Step) bool {
	if c := cmp.Or(s.Weight-o.Weight, standing(o.Kind())-standing(s.Kind())); c != 0 {
		return c > 0
	}
	return o.Against && !s.Against
}

// Paths returns up to k chains of edges from one node to another, by their ids,
// none of which meets a node twice: those of fewest steps first, then those
// whose edges are heavier. Directed chains go along the arrows alone. Of parallel
// edges each step takes the heaviest, what is done before what is planned and along
// the arrow before against it. Where there is no chain, or no such node, there are
// none.
//
// It is Yen's algorithm (Management Science 17, 1971) as gonum has it: at worst
// k times the steps of a chain times the time of Dijkstra's search.
func (n *Network) Paths(from, to string, k int, directed bool) [][]Step {
	s, t := n.Index(from), n.Index(to)
	if s < 0 || t < 0 || s == t || k < 1 {
		return nil
	}
	w := n.newWays(directed)
	var g graph.Graph = w
	if directed {
		g = arrows{w}
	}
	var paths [][]Step
	for _, nodes := range path.YenKShortestPaths(g, k, math.Inf(1), simple.Node(s), simple.Node(t)) {
		paths = append(paths, w.steps(nodes))
	}
	return paths
}

// ways are the steps that can be taken, as gonum's algorithm asks for them.
type ways struct {
	nodes int
	step  map[[2]int64]Step
	from  [][]graph.Node // neighbours of each node, in order
}

func (n *Network) newWays(directed bool) *ways {
	w := &ways{nodes: len(n.Nodes), step: make(map[[2]int64]Step), from: make([][]graph.Node, len(n.Nodes))}
	for i := range n.Edges {
		e := &n.Edges[i]
		source, target := int64(n.Index(e.Source)), int64(n.Index(e.Target))
		w.add(source, target, Step{e, false})
		if !directed {
			w.add(target, source, Step{e, true})
		}
	}
	for _, neighbours := range w.from {
		slices.SortFunc(neighbours, func(a, b graph.Node) int { return int(a.ID() - b.ID()) })
	}
	return w
}

// add keeps the better of two steps to one node.
func (w *ways) add(source, target int64, s Step) {
	old, ok := w.step[[2]int64{source, target}]
	if !ok {
		w.from[source] = append(w.from[source], simple.Node(target))
	}
	if !ok || s.isBetter(old) {
		w.step[[2]int64{source, target}] = s
	}
}

func (w *ways) steps(nodes []graph.Node) []Step {
	var steps []Step
	for i := range nodes[1:] {
		steps = append(steps, w.step[[2]int64{nodes[i].ID(), nodes[i+1].ID()}])
	}
	return steps
}

// Weight is the cost of a step: one, and a little more the lighter its edge is,
// too little for any chain to outweigh a step.
func (w *ways) Weight(x, y int64) (float64, bool) {
	if x == y {
		return 0, true
	}
	s, ok := w.step[[2]int64{x, y}]
	if !ok {
		return math.Inf(1), false
	}
	return 1 + 1/(float64(w.nodes+1)*float64(s.Weight+1)), true
}

func (w *ways) Node(id int64) graph.Node {
	if id < 0 || id >= int64(w.nodes) {
		return nil
	}
	return simple.Node(id)
}

func (w *ways) Nodes() graph.Nodes {
	nodes := make([]graph.Node, w.nodes)
	for i := range nodes {
		nodes[i] = simple.Node(i)
	}
	return iterator.NewOrderedNodes(nodes)
}

// From gives a copy, for Yen's algorithm takes nodes out of it.
func (w *ways) From(id int64) graph.Nodes {
	return iterator.NewOrderedNodes(slices.Clone(w.from[id]))
}

func (w *ways) HasEdgeBetween(x, y int64) bool {
	return w.HasEdgeFromTo(x, y) || w.HasEdgeFromTo(y, x)
}

func (w *ways) HasEdgeFromTo(x, y int64) bool {
	_, ok := w.step[[2]int64{x, y}]
	return ok
}

func (w *ways) Edge(x, y int64) graph.Edge {
	if !w.HasEdgeFromTo(x, y) {
		return nil
	}
	return simple.Edge{F: simple.Node(x), T: simple.Node(y)}
}

// arrows tells the algorithm that a step there is not one back.
type arrows struct{ *ways }

func (w arrows) To(id int64) graph.Nodes {
	var nodes []graph.Node
	for x := range w.nodes {
		if w.HasEdgeFromTo(int64(x), id) {
			nodes = append(nodes, simple.Node(x))
		}
	}
	return iterator.NewOrderedNodes(nodes)
}
