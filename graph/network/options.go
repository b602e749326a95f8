package network

import (
	"slices"

	"github.com/whomgraph/whom/graph"
)

// Denied says what becomes of claims that are denied.
type Denied string

const (
	ExcludeDenied Denied = "exclude" // the empty word does the same
	IncludeDenied Denied = "include"
	OnlyDenied    Denied = "only"
)

// Options say which network to make. The zero value makes that of what actors
// are said to do or to plan: an edge for each source, target and class.
type Options struct {
	// Things makes nodes of things too: an army, a response.
	Things bool
	// Events makes an edge of each claim.
	Events bool
	Denied Denied
	// Modalities are those of the claims that count; none are asserted and planned.
	Modalities []graph.Modality
	// Classes are those of the edges; a lemma (“send”) stands for all classes
	// that begin with it (“send to”). None are all.
	Classes []string
	// ByEvent puts acts together by the type of the event, where they have one
	// (“ACCUSE”), instead of by their lemma.
	ByEvent bool
	// MinWeight leaves out lighter edges, and nodes that then have none.
	MinWeight int
	// Ego leaves only this node, by its id, what is within Radius edges of it in
	// any direction, and the edges between these. A Radius of 0 is 1.
	Ego    string
	Radius int
	// Largest leaves only the largest component, whatever the direction of edges.
	Largest bool
}

// Everything makes a network of all claims, whatever is denied or only possible.
func Everything() Options {
	return Options{Denied: IncludeDenied, Modalities: []graph.Modality{
		graph.Asserted, graph.Planned, graph.Possible, graph.Demanded, graph.Conditional, graph.Questioned,
	}}
}

var stated = []graph.Modality{graph.Asserted, graph.Planned}

// takes reports whether a claim counts.
func (o *Options) takes(c *graph.Claim) bool {
	modalities := o.Modalities
	if len(modalities) == 0 {
		modalities = stated
	}
	if !slices.Contains(modalities, c.Modality) {
		return false
	}
	denied := c.Polarity == graph.Denied
	return o.Denied == IncludeDenied || denied == (o.Denied == OnlyDenied)
}

// node reports whether what takes part in a claim is a node.
func (o *Options) node(n graph.Node) bool {
	return n.IsActor() || o.Things && n.Type == graph.ThingNode
}
