package main

import (
	"fmt"
	"slices"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/resolve"
)

// A link is a place of an item of the current events that names an encyclopedia
// page: two links are one actor if their pages are.
type link struct {
	item int
	span graph.Span
	page string
}

// scoreCrossDocument measures whether the links to one page are one actor, each
// item being a document. Links that no name system sees, which are seldom of
// actors, do not count.
func scoreCrossDocument(d *data) ([]result, error) {
	documents, links, err := readLinks(d)
	if err != nil {
		return nil, err
	}
	trees, err := newForest()
	if err != nil {
		return nil, err
	}
	extractions, err := trees.extract(documents)
	if err != nil {
		return nil, err
	}
	actors, found := linkedActors(links, extractions)
	spellings := make([]string, len(links))
	for i, l := range links {
		spellings[i] = l.span.Text(&documents[l.item])
	}
	results := []result{{"links", float64(len(links))}, {"links found", 100 * ratio(found, len(links))}}
	results = append(results, clusterResults("spelling", links, spellings)...)
	return append(results, clusterResults("whom", links, actors)...), nil
}

// readLinks returns the items as documents, and their links whose span, with or
// without “the”, a name system has as a name.
func readLinks(d *data) ([]graph.Document, []link, error) {
	type item struct {
		Text  string  `json:"text"`
		Links [][]any `json:"links"` // begin, end, page
	}
	type silver struct {
		SpaCy   [][]any `json:"spacy"` // begin, end, type
		CoreNLP [][]any `json:"corenlp"`
	}
	items, err := readLines[item](d, "data/text/current-events.jsonl")
	if err != nil {
		return nil, nil, err
	}
	names, err := readLines[silver](d, "data/names/silver-current-events.jsonl")
	if err != nil {
		return nil, nil, err
	}
	if len(items) != len(names) {
		return nil, nil, fmt.Errorf("%d items of current events, but names for %d", len(items), len(names))
	}
	var documents []graph.Document
	var links []link
	for n, it := range items {
		doc := graph.Document{ID: fmt.Sprintf("%05d", n), Text: it.Text}
		documents = append(documents, doc)
		spans := nameSpans(&doc, slices.Concat(names[n].SpaCy, names[n].CoreNLP))
		for _, l := range it.Links {
			if span, page := labelled(l); spans[span] {
				links = append(links, link{n, span, page})
			}
		}
	}
	return documents, links, nil
}

func readLines[T any](d *data, name string) ([]T, error) {
	file, err := d.read(name)
	if err != nil {
		return nil, err
	}
	lines, err := decodeLines[T](file)
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", name, err)
	}
	return lines, nil
}

// labelled reads [begin, end, label].
func labelled(cells []any) (graph.Span, string) {
	return graph.Span{Start: int(cells[0].(float64)), End: int(cells[1].(float64))}, cells[2].(string)
}

// actorTypes are the types of the two name systems that actors can have.
var actorTypes = []string{
	"PERSON", "ORGANIZATION", "COUNTRY", "CITY", "STATE_OR_PROVINCE", "LOCATION", "NATIONALITY", "ORG", "GPE", "NORP", "LOC", "FAC",
}

func nameSpans(doc *graph.Document, names [][]any) map[graph.Span]bool {
	spans := make(map[graph.Span]bool)
	for _, n := range names {
		span, kind := labelled(n)
		if !slices.Contains(actorTypes, kind) {
			continue
		}
		spans[span] = true
		if text := span.Text(doc); len(text) > 4 && text[:4] == "the " {
			spans[graph.Span{Start: span.Start + 4, End: span.End}] = true
		}
	}
	return spans
}

// linkedActors returns the actor of each link, and how many links are found: one
// is by the name that has its last word and most of its bytes. Any other is an
// actor of its own.
func linkedActors(links []link, extractions []graph.Extraction) (actors []string, found int) {
	var entities []graph.Entity
	for _, x := range extractions {
		entities = append(entities, x.Entities...)
	}
	view := graph.NewView(resolve.Actors(entities))
	for i, l := range links {
		entity := entityAt(extractions[l.item].Entities, l.span)
		if entity == "" {
			actors = append(actors, fmt.Sprintf("alone:%d", i))
			continue
		}
		found++
		actors = append(actors, view.Actor(entity).ID)
	}
	return actors, found
}

func entityAt(entities []graph.Entity, span graph.Span) string {
	best, most := "", 0
	for _, e := range entities {
		for _, m := range e.Mentions {
			if last := span.End - 1; m.Kind != graph.NameMention || m.Span.Start > last || last >= m.Span.End {
				continue
			}
			if shared := span.End - max(span.Start, m.Span.Start); shared > most {
				best, most = e.ID, shared
			}
		}
	}
	return best
}

// clusterResults compares actors with pages by B³ (Bagga and Baldwin 1998): the
// mean, over links, of the share of its actor's links that have its page, and of
// the share of its page's links that have its actor. The same by pairs of links
// weighs large actors more.
func clusterResults(name string, links []link, actors []string) []result {
	type cell struct{ actor, page string }
	both, byActor, byPage := map[cell]int{}, map[string]int{}, map[string]int{}
	for i, l := range links {
		both[cell{actors[i], l.page}]++
		byActor[actors[i]]++
		byPage[l.page]++
	}
	var precision, recall float64
	for i, l := range links {
		n := float64(both[cell{actors[i], l.page}])
		precision += n / float64(byActor[actors[i]])
		recall += n / float64(byPage[l.page])
	}
	n := float64(max(len(links), 1))
	return []result{
		{name + " B3 precision", 100 * precision / n},
		{name + " B3 recall", 100 * recall / n},
		{name + " pairs precision", 100 * ratio(pairs(both), pairs(byActor))},
		{name + " pairs recall", 100 * ratio(pairs(both), pairs(byPage))},
	}
}

func pairs[K comparable](counts map[K]int) int {
	n := 0
	for _, k := range counts {
		n += k * (k - 1) / 2
	}
	return n
}
