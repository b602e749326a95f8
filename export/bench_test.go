package export_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
)

const sentence = "“In the year %d one person hadn’t yet sued another,” a spokesman for the two told reporters in the capital’s \"old court\" on Tuesday."

// crowd has as many claims as edges, each between two of the actors, and twenty in
// a document.
func crowd(b testing.TB, actors, edges int) *export.Data {
	b.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	all := make([]graph.Actor, actors)
	for i := range all {
		all[i] = graph.Actor{
			ID: fmt.Sprintf("actor:person-%d", i), Name: fmt.Sprintf("Person %d", i), Type: graph.Person, Entities: []string{fmt.Sprint("entity:", i)},
		}
	}
	documents := make([]graph.Document, edges/20)
	for i := range documents {
		documents[i] = graph.Document{
			ID: fmt.Sprint(i), Outlet: "Outlet", Published: fmt.Sprintf("2022-01-%02d", i%28+1), Text: fmt.Sprintf(sentence, i),
		}
	}
	claims := make([]graph.Claim, edges)
	for i := range claims {
		claims[i] = graph.Claim{
			ID: fmt.Sprintf("claim:%016x", i), Document: fmt.Sprint(i / 20),
			Subject:   graph.Argument{Entity: fmt.Sprint("entity:", r.IntN(actors))},
			Predicate: graph.Predicate{Lemma: fmt.Sprint("act", r.IntN(50))},
			Object:    &graph.Argument{Entity: fmt.Sprint("entity:", r.IntN(actors))},
			Polarity:  graph.Affirmed, Modality: graph.Asserted, Evidence: graph.Span{Start: 0, End: len(sentence)},
		}
	}
	d, err := export.New(graph.NewView(all), documents, claims)
	if err != nil {
		b.Fatal(err)
	}
	return d
}

// BenchmarkGraphML writes the network of a million edges, which is made beforehand
// with its measures.
func BenchmarkGraphML(b *testing.B) {
	d := crowd(b, 1_000, 1_000_000)
	if _, err := d.Network().Columns(b.Context(), nil); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := export.ActorsGraphML(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Network().Edges)*b.N)/b.Elapsed().Seconds(), "edges/s")
}
