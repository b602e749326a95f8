package quads_test

import (
	"fmt"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
)

func ExampleClaim() {
	doc := graph.Document{ID: "a/1", Outlet: "Alpha", Published: "2022-01-31"}
	view := graph.NewView([]graph.Actor{
		{ID: "actor:nato", Entities: []string{"entity:a/1/0-4"}},
		{ID: "actor:russia", Entities: []string{"entity:a/1/14-20"}},
	})
	claim := graph.Claim{
		ID: "claim:5f0c", Document: "a/1",
		Subject:   graph.Argument{Entity: "entity:a/1/0-4", Text: "NATO"},
		Predicate: graph.Predicate{Lemma: "reject"},
		Object:    &graph.Argument{Thing: &graph.Thing{Lemma: "demand", Owner: "entity:a/1/14-20"}, Text: "Russia's demand"},
		Polarity:  graph.Affirmed, Modality: graph.Asserted,
	}
	all, err := quads.Claim(view, &doc, &claim)
	if err != nil {
		fmt.Println(err)
	}
	for _, q := range all[:len(all)-1] { // all but the record
		fmt.Println(q.NQuad())
	}
	// Output:
	// <actor:nato> <verb:reject> <thing:russia/demand> <claim:5f0c> .
	// <claim:5f0c> <rdf:type> <schema:Claim> .
	// <claim:5f0c> <prov:wasDerivedFrom> <document:a/1> .
	// <claim:5f0c> <schema:publisher> "Alpha" .
	// <claim:5f0c> <schema:datePublished> "2022-01-31"^^<xsd:date> .
	// <claim:5f0c> <whom:polarity> "affirmed" .
	// <claim:5f0c> <whom:modality> "asserted" .
	// <claim:5f0c> <rdf:subject> <actor:nato> .
	// <claim:5f0c> <rdf:predicate> <verb:reject> .
	// <claim:5f0c> <rdf:object> <thing:russia/demand> .
}

func ExampleExpand() {
	fmt.Println(quads.Expand("verb:reject"))
	fmt.Println(quads.Expand("skos:prefLabel"))
	// Output:
	// <https://github.com/whomgraph/whom/verb/reject>
	// <http://www.w3.org/2004/02/skos/core#prefLabel>
}
