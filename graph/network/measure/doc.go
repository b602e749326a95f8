// Package measure computes who stands where in a directed graph.
//
// A [Graph] holds nodes and arcs in compressed sparse rows, a few bytes an arc.
// Its methods compute centralities ([Graph.Paths], [Graph.PageRank],
// [Graph.Eigenvector], [Graph.HITS], [Graph.Cores]), parts
// ([Graph.Communities], [Graph.Components], [Graph.StrongComponents]) and
// figures of the whole ([Graph.Reciprocity], [Graph.Assortativity],
// [Graph.Balance]).
//
//	g := measure.New(3, []measure.Arc{{From: 0, To: 1, Weight: 2}, {From: 1, To: 2, Weight: 1}})
//	paths, err := g.Paths(ctx, measure.PathOptions{})
//	fmt.Println(paths.Betweenness[1]) // 1
//
// The same graph gives the same bits on any number of cores: work is cut into
// blocks whose number does not depend on them, and sums are made in the order
// of blocks. What takes long stops soon after its context is over.
//
// Closeness follows paths to a node, as networkx does: it tells who is close
// for others to reach. Weights say how strong an arc is; where paths are
// weighted, its length is 1 over that.
package measure
