package graph_test

import (
	"fmt"

	"github.com/whomgraph/whom/graph"
)

func Example() {
	doc := graph.Document{ID: "envoy", Text: "NATO rejected the demand."}
	demand := graph.Argument{Thing: &graph.Thing{Lemma: "demand"}, Text: "the demand", Span: graph.Span{Start: 14, End: 24}}
	claim := graph.Claim{
		Document:  doc.ID,
		Subject:   graph.Argument{Text: "NATO", Span: graph.Span{Start: 0, End: 4}},
		Predicate: graph.Predicate{Lemma: "reject", Text: "rejected", Span: graph.Span{Start: 5, End: 13}},
		Object:    &demand,
		Polarity:  graph.Affirmed, Modality: graph.Asserted,
	}
	fmt.Println(claim.Subject.Text, claim.Predicate.Label(), claim.ObjectText())
	fmt.Println(claim.PredicateID(), claim.Predicate.Span.Text(&doc))

	claim.Polarity = graph.Denied
	fmt.Println(claim.PredicateID())
	// Output:
	// NATO rejects the demand
	// verb:reject rejected
	// denied:reject
}
