package event_test

import (
	"fmt"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/event"
)

func Example() {
	c := graph.Claim{
		Predicate: graph.Predicate{Lemma: "impose"}, Object: &graph.Argument{Thing: &graph.Thing{Lemma: "sanction"}},
		Polarity: graph.Affirmed, Modality: graph.Asserted,
	}
	for _, modality := range []graph.Modality{graph.Asserted, graph.Planned, graph.Possible} {
		c.Modality = modality
		e := event.Of(&c)
		fmt.Printf("%s: %q %g\n", modality, e.Type, e.Type.Goldstein())
	}
	// Output:
	// asserted: "SANCTION" -4
	// planned: "THREATEN" -6
	// possible: "" 0
}
