package network_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
)

// crowd draws claims among actors, a few of whom act on all the others.
func crowd(actors, claims int) (*graph.View, []graph.Claim) {
	r := rand.New(rand.NewPCG(1, 2))
	all := make([]graph.Actor, actors)
	for i := range all {
		id := fmt.Sprint(i)
		all[i] = graph.Actor{ID: "actor:" + id, Name: id, Type: graph.Person, Entities: []string{"entity:" + id}}
	}
	out := make([]graph.Claim, claims)
	for i := range out {
		skewed := int(float64(actors) * r.Float64() * r.Float64())
		out[i] = graph.Claim{
			ID: fmt.Sprintf("claim:%d", i), Document: fmt.Sprint(i / 20),
			Subject:   graph.Argument{Entity: fmt.Sprintf("entity:%d", skewed)},
			Predicate: graph.Predicate{Lemma: fmt.Sprintf("verb%d", r.IntN(50))},
			Object:    &graph.Argument{Entity: fmt.Sprintf("entity:%d", r.IntN(actors))},
			Polarity:  graph.Affirmed, Modality: graph.Asserted,
		}
	}
	return graph.NewView(all), out
}

func BenchmarkNew(b *testing.B) {
	view, claims := crowd(1000, 20000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := network.New(b.Context(), view, nil, claims, network.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(claims)*b.N)/b.Elapsed().Seconds(), "claims/s")
}

func BenchmarkDisputes(b *testing.B) {
	view, claims := crowd(1000, 20000)
	for b.Loop() {
		network.Disputes(view, claims)
	}
	b.ReportMetric(float64(len(claims)*b.N)/b.Elapsed().Seconds(), "claims/s")
}
