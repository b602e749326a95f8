package graphtest_test

import (
	"fmt"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
)

func Example() {
	story := graphtest.New()
	story.Actor("Pavel Sorin", graph.Person, "RUS")
	story.Actor("NATO", graph.Organization, "")
	text := story.Document(graph.Document{ID: "a", Text: "Sorin thanked NATO."})
	s := text.Sentence("Sorin thanked NATO.")
	s.Claim(graph.Claim{
		Subject:   s.Named("Sorin", "Pavel Sorin"),
		Predicate: s.Verb("thank", "thanked"),
		Object:    new(s.Name("NATO")),
	})
	view := story.View()
	for _, c := range story.Claims() {
		fmt.Println(view.Node(c.Document, &c.Subject).ID, c.PredicateID(), view.Node(c.Document, c.Object).ID)
	}
	// Output: actor:pavel-sorin verb:thank actor:nato
}
