package resolve_test

import (
	"fmt"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/resolve"
)

func ExampleActors() {
	name := func(words string) []graph.Mention {
		return []graph.Mention{{Text: words, Kind: graph.NameMention}}
	}
	actors := resolve.Actors([]graph.Entity{
		{ID: "entity:a/0-11", Document: "a", Name: "Emilé Roux", Type: graph.Person, Mentions: name("Emilé Roux")},
		{ID: "entity:b/7-17", Document: "b", Name: "Emile Roux", Type: graph.Person, Country: "FRA", Mentions: name("Roux")},
		{ID: "entity:b/40-44", Document: "b", Name: "NATO", Type: graph.Organization, Mentions: name("NATO")},
	})
	for _, a := range actors {
		fmt.Println(a.ID, a.Type, a.Country, a.Aliases, a.Entities)
	}
	// Output:
	// actor:emile-roux person FRA [{Emilé Roux 1} {Roux 1}] [entity:a/0-11 entity:b/7-17]
	// actor:nato organization  [{NATO 1}] [entity:b/40-44]
}
