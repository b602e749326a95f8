// Package graphtest makes small sets of documents, actors and claims for tests.
//
// A [Story] grows by documents and actors; a [Sentence] of a document finds
// words and makes claims of them, with every span exact. [News] is a ready set
// of three documents that holds most constructions of the data model, and
// [Nasty] one whose names try every exporter. [Meetings] are documents as many as
// a benchmark wants.
//
//	story := graphtest.New()
//	story.Actor("Pavel Sorin", graph.Person, "RUS")
//	story.Actor("NATO", graph.Organization, "")
//	text := story.Document(graph.Document{ID: "a", Text: "Sorin thanked NATO."})
//	s := text.Sentence("Sorin thanked NATO.")
//	s.Claim(graph.Claim{
//		Subject:   s.Named("Sorin", "Pavel Sorin"),
//		Predicate: s.Verb("thank", "thanked"),
//		Object:    new(s.Name("NATO")),
//	})
//
// Words that are not in the sentence are a fault of the test and panic.
package graphtest
