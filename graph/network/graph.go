package network

import (
	"math"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
)

// A Graph is the simple directed graph of a network for gonum's algorithms. A
// node's id is the actor's position in Network.Actors; the weight of a tie is
// the sum of the weights of its edges.
//
// Unlike the graph that it embeds, it lists nodes in order of their ids, so
// that sums of floating-point numbers over them come out the same every time.
type Graph struct {
	*simple.WeightedDirectedGraph
	nodes    []graph.Node
	from, to [][]graph.Node // by id
}

var (
	_ graph.WeightedDirected = (*Graph)(nil)
	_ graph.Directed         = (*Graph)(nil)
)

// Graph puts parallel edges together. It takes time in proportion to the
// actors and edges.
func (n *Network) Graph() *Graph {
	g := &Graph{
		WeightedDirectedGraph: simple.NewWeightedDirectedGraph(0, 0),
		from:                  make([][]graph.Node, len(n.Actors)),
		to:                    make([][]graph.Node, len(n.Actors)),
	}
	for i := range n.Actors {
		g.nodes = append(g.nodes, simple.Node(i))
		g.AddNode(simple.Node(i))
	}
	for _, t := range n.pairs() {
		from, to := simple.Node(n.Index(t[0].Source)), simple.Node(n.Index(t[0].Target))
		weight := 0
		for _, e := range t {
			weight += e.Weight
		}
		g.SetWeightedEdge(simple.WeightedEdge{F: from, T: to, W: float64(weight)})
		g.from[from] = append(g.from[from], to)
		g.to[to] = append(g.to[to], from)
	}
	return g
}

// Nodes returns all nodes in order of their ids.
func (g *Graph) Nodes() graph.Nodes { return iterator.NewOrderedNodes(g.nodes) }

// From returns the nodes on which the node acts, in order of their ids.
func (g *Graph) From(id int64) graph.Nodes { return ordered(g.from, id) }

// To returns the nodes that act on the node, in order of their ids.
func (g *Graph) To(id int64) graph.Nodes { return ordered(g.to, id) }

func ordered(lists [][]graph.Node, id int64) graph.Nodes {
	if id < 0 || id >= int64(len(lists)) {
		return graph.Empty
	}
	return iterator.NewOrderedNodes(lists[id])
}

// Betweenness returns, for each of Actors, on how many shortest directed paths
// between two others it lies, where several shortest paths of a pair share one:
// Brandes' algorithm (Journal of Mathematical Sociology 25, 2001) as gonum has
// it, neither weighted nor normalized. It is computed once, on the first call.
//
// Values are rounded to nine decimals: gonum's sums run in the order of the
// nodes here, but processors that fuse multiply and add round them otherwise.
func (n *Network) Betweenness() []float64 { return n.betweenness() }

func betweenness(n *Network) []float64 {
	central := network.Betweenness(n.Graph())
	out := make([]float64, len(n.Actors))
	for i := range out {
		out[i] = math.Round(central[int64(i)]*1e9) / 1e9
	}
	return out
}
