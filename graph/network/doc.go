// Package network makes the directed network of actors out of claims and
// measures who stands where in it.
//
// [New] reads claims into a [Network]: its [Actor] nodes and one [Edge] for
// every source, target and predicate, weighted by the number of documents that
// say so. What is denied (“denied”) and what is only possible (“possible”) are
// edges of their own, never mixed with what is said to be (“verb”). A claim
// ties its subject to its object and to the actors that graph.View.Relations
// reads from its arguments: “Sorin sent a response to Holt” is an edge
// “sends response to” from Sorin to Holt by way of the response.
//
//	net := network.New(view, claims)
//	for _, tie := range net.Ties() {
//		fmt.Println(tie.Source, tie.Target, tie.Documents)
//	}
//	between := net.Betweenness()
//
// [Network.Graph] gives the simple directed graph, parallel edges put together,
// to the algorithms of gonum. [Disputes] lists what some affirm and others deny.
//
// Caveats: every claim given counts, so leave out beforehand what must not
// (graph/query selects claims). An actor without any claim is no node.
// Betweenness takes gonum's time, actors times ties with maps in the inner
// loop: a second at a thousand actors, minutes at ten thousand.
package network
