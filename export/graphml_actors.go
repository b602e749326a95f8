package export

import (
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/whomgraph/whom/graph/network"
)

// actorNode is an actor with its measure of the whole network.
type actorNode struct {
	network.Actor
	betweenness float64
}

var actorsFile = graphML[actorNode, network.Edge]{
	nodeID: func(a *actorNode) string { return a.ID },
	nodeColumns: []column[actorNode]{
		{"label", "string", func(a *actorNode) string { return a.Name }},
		{"type", "string", func(a *actorNode) string { return string(a.Type) }},
		{"country", "string", func(a *actorNode) string { return a.Country }},
		{"mentions", "int", func(a *actorNode) string { return integer(a.Mentions) }},
		{"claims", "int", func(a *actorNode) string { return integer(a.Claims) }},
		{"documents", "int", func(a *actorNode) string { return integer(a.Documents) }},
		{"indegree", "int", func(a *actorNode) string { return integer(a.InDegree) }},
		{"outdegree", "int", func(a *actorNode) string { return integer(a.OutDegree) }},
		{"betweenness", "double", func(a *actorNode) string { return number(a.betweenness) }},
	},
	edge: func(e *network.Edge) edgeML { return edgeML{e.ID(), e.Source, e.Target, e.Label()} },
	edgeColumns: []column[network.Edge]{
		{"label", "string", (*network.Edge).Label},
		{"predicate", "string", func(e *network.Edge) string { return e.Predicate }},
		{"kind", "string", func(e *network.Edge) string { return e.Prefix }},
		{"via", "string", func(e *network.Edge) string { return e.Via }},
		{"symmetric", "boolean", func(e *network.Edge) string { return strconv.FormatBool(e.Symmetric) }},
		{"weight", "double", func(e *network.Edge) string { return integer(e.Weight) }},
		{"claims", "int", func(e *network.Edge) string { return integer(len(e.Claims)) }},
		{"documents", "string", func(e *network.Edge) string { return strings.Join(e.Documents, ", ") }},
	},
}

// ActorsGraphML writes the network of actors. An edge's weight is the number of
// its documents; its kind is verb, denied or possible, and its label says so
// (“denied: calls”). It takes the time of Network.Betweenness.
func ActorsGraphML(w io.Writer, d *Data) error {
	between := d.Network.Betweenness()
	nodes := make([]actorNode, len(d.Network.Actors))
	for i, a := range d.Network.Actors {
		nodes[i] = actorNode{a, between[i]}
	}
	return actorsFile.write(w, nodes, pointers(d.Network.Edges))
}

// pointers yields each element without copying it.
func pointers[T any](all []T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range all {
			if !yield(&all[i]) {
				return
			}
		}
	}
}
