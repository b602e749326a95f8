package store_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store"
)

// extraction is what a pipeline makes of “NATO rejected Russia's demand.”
func extraction() graph.Extraction {
	text := "NATO rejected Russia's demand."
	mention := func(name string, start int) []graph.Mention {
		span := graph.Span{Start: start, End: start + len(name)}
		return []graph.Mention{{Text: name, Span: span, Head: span, Kind: graph.NameMention}}
	}
	claim := graph.Claim{
		Document:  "alpha/1",
		Subject:   graph.Argument{Entity: "entity:alpha/1/0-4", Text: "NATO", Span: graph.Span{Start: 0, End: 4}},
		Predicate: graph.Predicate{Lemma: "reject", Text: "rejected", Span: graph.Span{Start: 5, End: 13}},
		Object: &graph.Argument{
			Thing: &graph.Thing{Lemma: "demand", Owner: "entity:alpha/1/14-20"},
			Text:  "Russia's demand", Span: graph.Span{Start: 14, End: 29},
		},
		Polarity: graph.Affirmed, Modality: graph.Asserted,
		Evidence: graph.Span{Start: 0, End: len(text)}, Confidence: 0.9,
	}
	claim.ID = graph.ClaimID(&claim)
	return graph.Extraction{
		Document: graph.Document{ID: "alpha/1", Outlet: "Alpha", Text: text, SHA256: graph.Hash(text)},
		Entities: []graph.Entity{
			{ID: "entity:alpha/1/0-4", Document: "alpha/1", Name: "NATO", Type: graph.Organization, Mentions: mention("NATO", 0)},
			{ID: "entity:alpha/1/14-20", Document: "alpha/1", Name: "Russia", Type: graph.State, Country: "RUS", Mentions: mention("Russia", 14)},
		},
		Claims: []graph.Claim{claim},
	}
}

func Example() {
	dir, err := os.MkdirTemp("", "whom")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	s, err := store.Create(filepath.Join(dir, "whom.db"))
	if err != nil {
		log.Fatal(err)
	}
	defer s.Close()

	ctx := context.Background()
	if err := s.Put(ctx, extraction()); err != nil {
		log.Fatal(err)
	}
	view, err := s.View(ctx)
	if err != nil {
		log.Fatal(err)
	}
	for claim, err := range s.Claims(ctx) {
		if err != nil {
			log.Fatal(err)
		}
		subject, object := view.Node(claim.Document, &claim.Subject), view.Node(claim.Document, claim.Object)
		fmt.Println(subject.ID, claim.PredicateID(), object.ID)
	}
	// Output: actor:nato verb:reject thing:russia/demand
}

func ExampleStore_Quads() {
	dir, err := os.MkdirTemp("", "whom")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	s, err := store.Create(filepath.Join(dir, "whom.db"))
	if err != nil {
		log.Fatal(err)
	}
	defer s.Close()

	ctx := context.Background()
	if err := s.Put(ctx, extraction()); err != nil {
		log.Fatal(err)
	}
	for q, err := range s.Quads(ctx) {
		if err != nil {
			log.Fatal(err)
		}
		if q.Label != nil {
			fmt.Println(q.NQuad())
		}
	}
	// Output: <actor:nato> <verb:reject> <thing:russia/demand> <claim:c8d3f7d093c26f43> .
}

func ExampleOpen() {
	_, err := store.Open("no/such/store.db")
	fmt.Println(err)
	// Output: store "no/such/store.db": does not exist: make it with `whom build`
}
