package actors

import (
	"fmt"
	"slices"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/forest"
	"github.com/whomgraph/whom/cmd/whom-train/score"
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

// Score measures whether the links to one page are one actor, each
// item being a document. Links that no name system sees, which are seldom of
// actors, do not count.
func Score(d *data.Files) ([]score.Result, error) {
	documents, links, err := readLinks(d)
	if err != nil {
		return nil, err
	}
	extractions, err := forest.Extract(documents)
	if err != nil {
		return nil, err
	}
	actors, found := linkedActors(links, extractions)
	spellings := make([]string, len(links))
	for i, l := range links {
		spellings[i] = l.span.Text(&documents[l.item])
	}
	results := []score.Result{score.Number("links", len(links)), score.Percent("links found", score.Ratio(found, len(links)))}
	results = append(results, clusterResults("spelling", links, spellings)...)
	return append(results, clusterResults("whom", links, actors)...), nil
}

// readLinks returns the items as documents, and their links whose span, with or
// without “the”, a name system has as a name.
func readLinks(d *data.Files) ([]graph.Document, []link, error) {
	items, err := data.CurrentEvents(d)
	if err != nil {
		return nil, nil, err
	}
	type silver struct{ SpaCy, CoreNLP []data.Stretch }
	names, err := data.Lines[silver](d.Read, "data/names/silver-current-events.jsonl")
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
			if spans[l.Span] {
				links = append(links, link{n, l.Span, l.Label})
			}
		}
	}
	return documents, links, nil
}

// actorTypes are the types of the two name systems that actors can have.
var actorTypes = []string{
	"PERSON", "ORGANIZATION", "COUNTRY", "CITY", "STATE_OR_PROVINCE", "LOCATION", "NATIONALITY", "ORG", "GPE", "NORP", "LOC", "FAC",
}

func nameSpans(doc *graph.Document, names []data.Stretch) map[graph.Span]bool {
	spans := make(map[graph.Span]bool)
	for _, n := range names {
		if !slices.Contains(actorTypes, n.Label) {
			continue
		}
		spans[n.Span] = true
		if text := n.Span.Text(doc); len(text) > 4 && text[:4] == "the " {
			spans[graph.Span{Start: n.Span.Start + 4, End: n.Span.End}] = true
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
func clusterResults(name string, links []link, actors []string) []score.Result {
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
	return []score.Result{
		score.Percent(name+" B3 precision", precision/n),
		score.Percent(name+" B3 recall", recall/n),
		score.Percent(name+" pairs precision", score.Ratio(pairs(both), pairs(byActor))),
		score.Percent(name+" pairs recall", score.Ratio(pairs(both), pairs(byPage))),
	}
}

func pairs[K comparable](counts map[K]int) int {
	n := 0
	for _, k := range counts {
		n += k * (k - 1) / 2
	}
	return n
}
