// Package graph holds the plain types that every other part of whom shares:
// documents, spans, entities, actors, claims and decisions, and how their ids
// are made.
//
// A [Document] is a clean text. A [Span] is a range of bytes of it. An
// [Entity] is what one document calls one actor; an [Actor] is what many
// documents together do. A [Claim] is one thing that a document says: who did
// what to whom, who says so, whether it is denied, and where each of these
// words stands. A [Decision] is what a user says about actors or about a claim.
//
// Two rules hold everywhere. The words of a claim are the document's words:
// every Text equals the slice of the clean text at its Span. And a later
// document never retires an earlier one: accounts stay side by side.
//
// The package imports nothing of whom and does no input or output.
package graph
