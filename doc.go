// Package whom is the front of a library that reads news articles into a graph
// of who did what to whom, and who says so.
//
// Its parts are packages of their own:
//
//   - extract reads documents into entities and claims; extract/source reads
//     files into documents
//   - graph has the types, graph/store keeps them in Cayley, graph/query asks
//     them, graph/network makes the network of actors
//   - export writes the formats of other tools
//
// The command is cmd/whom. Here are only the [Licenses] of the data that is
// embedded in the parts: the code's own stands in LICENSE.
package whom
