package query_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/query"
	"github.com/whomgraph/whom/graph/store"
)

// reported makes documents of eight sentences, each of which says that somebody
// said what another did: 16 claims, four of which have Pavel Sorin as the subject.
func reported(documents int) []graph.Extraction {
	names := []string{"Pavel Sorin", "Maren Holt", "Oleg Dresvin"}
	story := graphtest.New()
	for _, name := range append(names, "NATO") {
		story.Actor(name, graph.Person, "")
	}
	for d := range documents {
		var sentences []string
		for i := range 8 {
			sentences = append(sentences, fmt.Sprintf("%s met NATO in town %d on Tuesday, Maren Holt said.", names[i%2*2], i))
		}
		text := story.Document(graph.Document{
			ID: fmt.Sprintf("wire/%04d", d), Outlet: "Wire", Published: "2022-01-31", Text: strings.Join(sentences, " "),
		})
		for i, sentence := range sentences {
			s := text.Sentence(sentence)
			s.Report(s.Verb("say", "said"), s.Name("Maren Holt"), graph.Affirmed, graph.Claim{
				Subject: s.Name(names[i%2*2]), Predicate: s.Verb("meet", "met"), Object: new(s.Name("NATO")),
				Args: []graph.Argument{graphtest.As("in", s.Words(fmt.Sprintf("town %d", i)))},
			})
		}
	}
	return extractions(story)
}

// BenchmarkFind asks a store of 4,800 claims for those of one subject, 1,200, and
// tells how long it takes for each thousand.
func BenchmarkFind(b *testing.B) {
	s := loaded(b, reported(300))
	pattern, err := query.Parse("Pavel Sorin meets ?", nil)
	if err != nil {
		b.Fatal(err)
	}
	found := 0
	for b.Loop() {
		r, err := query.Find(b.Context(), s, pattern, query.Filter{}, 0)
		if err != nil {
			b.Fatal(err)
		}
		found += len(r.Claims)
	}
	if found != 1200*b.N {
		b.Fatalf("found %d claims in %d rounds", found, b.N)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(found), "ms/1000claims")
}

// loaded fills a store and opens it for reading.
func loaded(b *testing.B, all []graph.Extraction) *store.Store {
	b.Helper()
	path := b.TempDir()
	s, err := store.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	err = s.Load(b.Context(), func(yield func(graph.Extraction, error) bool) {
		for _, x := range all {
			if !yield(x, nil) {
				return
			}
		}
	})
	if err := errors.Join(err, s.Close()); err != nil {
		b.Fatal(err)
	}
	if s, err = store.OpenReadOnly(path); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	return s
}
