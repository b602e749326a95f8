package query_test

import (
	"errors"
	"flag"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/query"
	"github.com/whomgraph/whom/graph/store"
)

// A document has 16 claims: 62,500 make a million.
var documents = flag.Int("documents", 300, "documents of the store that benchmarks ask, 250 at least")

// The subject that is asked for is in so many documents, of which it has four
// claims each.
const askedFor, asked = "Pavel Sorin", 250

// reported makes a document of eight sentences, each of which says that somebody
// said what another did: 16 claims.
func reported(number int, subjects [2]string) graph.Extraction {
	story := graphtest.New()
	for _, name := range []string{subjects[0], subjects[1], "Maren Holt", "NATO"} {
		story.Actor(name, graph.Person, "")
	}
	var sentences []string
	for i := range 8 {
		sentences = append(sentences, fmt.Sprintf("%s met NATO in town %d on Tuesday, Maren Holt said.", subjects[i%2], i))
	}
	text := story.Document(graph.Document{
		ID: fmt.Sprintf("wire/%05d", number), Outlet: "Wire", Published: "2022-01-31", Text: strings.Join(sentences, " "),
	})
	for i, sentence := range sentences {
		s := text.Sentence(sentence)
		s.Report(s.Verb("say", "said"), s.Name("Maren Holt"), graph.Affirmed, graph.Claim{
			Subject: s.Name(subjects[i%2]), Predicate: s.Verb("meet", "met"), Object: new(s.Name("NATO")),
			Args: []graph.Argument{graphtest.As("in", s.Words(fmt.Sprintf("town %d", i)))},
		})
	}
	return extractions(story)[0]
}

// collection yields documents, in some of which, spread evenly, is the subject that is
// asked for.
func collection(documents int) iter.Seq2[graph.Extraction, error] {
	return func(yield func(graph.Extraction, error) bool) {
		for d := range documents {
			subjects := [2]string{"Oleg Dresvin", fmt.Sprintf("Name Number%d", d%1000)}
			if (d+1)*asked/documents > d*asked/documents {
				subjects[0] = askedFor
			}
			if !yield(reported(d, subjects), nil) {
				return
			}
		}
	}
}

// BenchmarkFind asks a store for the claims of one subject, a thousand: again and again of one
// that is open, and of one that is opened for the question, as a command does it.
func BenchmarkFind(b *testing.B) {
	path := stored(b, collection(max(*documents, asked)))
	pattern, err := query.Parse(askedFor+" meets ?", nil)
	if err != nil {
		b.Fatal(err)
	}
	find := func(b *testing.B, s *store.Store) {
		r, err := query.Find(b.Context(), s, pattern, query.Filter{}, 0)
		if err != nil || len(r.Claims) != 4*asked {
			b.Fatal(r, err)
		}
	}
	b.Run("open", func(b *testing.B) {
		s := opened(b, path)
		for b.Loop() {
			find(b, s)
		}
		b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms/1000claims")
		closed(b, s)
	})
	b.Run("opened", func(b *testing.B) {
		for b.Loop() {
			s := opened(b, path)
			find(b, s)
			closed(b, s)
		}
		b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms/1000claims")
	})
}

// stored fills a store and gives its path.
func stored(b *testing.B, all iter.Seq2[graph.Extraction, error]) string {
	b.Helper()
	path := b.TempDir()
	s, err := store.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(s.Load(b.Context(), all), s.Close()); err != nil {
		b.Fatal(err)
	}
	return path
}

func opened(b *testing.B, path string) *store.Store {
	b.Helper()
	s, err := store.OpenReadOnly(path)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func closed(b *testing.B, s *store.Store) {
	b.Helper()
	if err := s.Close(); err != nil {
		b.Error(err)
	}
}
