package network

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"sync"

	"github.com/whomgraph/whom/graph"
)

// A Network is a directed multigraph of actors. It is safe for concurrent
// reading and must not be changed.
type Network struct {
	Actors []Actor // sorted by id
	Edges  []Edge  // sorted by source, target, predicate (what is a fact first), via

	betweenness func() []float64
}

// An Actor is a node of the network: an actor that takes part in a claim.
type Actor struct {
	ID      string
	Name    string
	Type    graph.NodeType
	Country string // ISO 3166-1 alpha-3 or ""
	// Mentions is how often documents use one of the actor's aliases.
	Mentions int
	// Claims and Documents count the claims in which the actor is subject,
	// object or argument, and the documents of these.
	Claims, Documents int
	// InDegree and OutDegree count the actors that act on this one, and those
	// on which it acts.
	InDegree, OutDegree int
	// InWeight and OutWeight sum the weights of the edges.
	InWeight, OutWeight int
}

// Strength is the actor's weighted degree.
func (a *Actor) Strength() int { return a.InWeight + a.OutWeight }

// An Edge says that documents tie a source to a target by one predicate.
type Edge struct {
	Source, Target string // ids of actors
	// Prefix is "verb", "denied" or "possible", as graph.Claim.Prefix has it.
	Prefix string
	// Predicate is the lemma with all that follows it: "call", "send message to".
	Predicate string
	// Via is what stands between source and target: "message". It is empty
	// where one acts on the other directly.
	Via string
	// Symmetric is true where every claim of the edge holds both ways. Each way
	// is an edge.
	Symmetric bool
	// Weight is the number of distinct documents.
	Weight    int
	Claims    []string // ids, sorted
	Documents []string // ids, sorted
}

// ID hashes what makes the edge itself, so that the same edge has the same id
// in every export.
func (e *Edge) ID() string {
	sum := sha256.Sum256([]byte(strings.Join([]string{e.Source, e.Target, e.Prefix, e.Predicate, e.Via}, "\x00")))
	return "edge:" + hex.EncodeToString(sum[:8])
}

// Label shows the predicate in the third person, marked where it is no fact:
// “calls”, “denied: calls”.
func (e *Edge) Label() string { return Label(e.Prefix, e.Predicate) }

// Label shows a predicate of the prefix in the third person: “calls”,
// “denied: calls”, “possible: calls”.
func Label(prefix, predicate string) string {
	if prefix == "verb" {
		return graph.ThirdPerson(predicate)
	}
	return prefix + ": " + graph.ThirdPerson(predicate)
}

// New reads claims into a network. The order of the claims does not matter. It
// takes time in proportion to the claims and their arguments.
func New(view *graph.View, claims []graph.Claim) *Network {
	b := newBuilder()
	for i := range claims {
		b.add(view, &claims[i])
	}
	n := b.network(view)
	n.betweenness = sync.OnceValue(func() []float64 { return betweenness(n) })
	return n
}

// Index returns the position of an actor in Actors, or -1.
func (n *Network) Index(id string) int {
	i, ok := slices.BinarySearchFunc(n.Actors, id, func(a Actor, id string) int { return strings.Compare(a.ID, id) })
	if !ok {
		return -1
	}
	return i
}

// TopActors returns the k actors of greatest strength, then of most claims,
// then by id; fewer where the network is smaller.
func (n *Network) TopActors(k int) []Actor {
	top := slices.SortedFunc(slices.Values(n.Actors), func(a, b Actor) int {
		return cmp.Or(b.Strength()-a.Strength(), b.Claims-a.Claims, strings.Compare(a.ID, b.ID))
	})
	return top[:min(k, len(top))]
}
