// Package network makes the directed network of actors out of claims and
// measures who stands where in it.
//
// [New] reads claims into a [Network]: its [Node] actors and one [Edge] for
// every source, target and class of act, weighted by the number of documents
// that say so, copies of one text counted once. [Options] choose what counts; by
// default it is what actors are said to do or to plan, whoever says so. What is
// denied and what is only possible are edges of their own where they are asked
// for, never mixed with what is said to be. A claim ties its subject to its
// object and to the actors that graph.View.Relations reads from its arguments:
// “Sorin sent a response to Holt” is an edge “sends response to”, of the class
// “send to”, from Sorin to Holt by way of the response.
//
//	net, err := network.New(ctx, view, documents, claims, network.Options{})
//	…
//	for _, tie := range net.Ties() {
//		fmt.Println(tie.Source, tie.Target, tie.Weight)
//	}
//	columns, err := net.Columns(ctx, nil) // indegree, betweenness, community, …
//
// [Network.Graph] gives the graph to package measure, parallel edges put
// together; [Network.Communities] parts it, and [Compare] tells who gained and
// who lost between two networks. [Disputes] lists what some affirm and others deny,
// [Network.Paths] the shortest chains of edges between two nodes.
//
// Caveats: dates and speakers are no options, since graph/query selects claims
// by them beforehand. An actor without any claim is no node.
package network
