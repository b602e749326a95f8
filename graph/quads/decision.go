package quads

import (
	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
)

// Decision gives the quads of a decision. It has a class of its own where it is
// a review, which no actor hangs on.
func Decision(d *graph.Decision) ([]quad.Quad, error) {
	q := about(quad.IRI(d.ID()))
	class := DecisionType
	if d.Kind == graph.ReviewDecision {
		class = ReviewType
	}
	q.add(Type, class)
	return q.record(d, "decision", d.ID())
}
