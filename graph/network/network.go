package network

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"sync"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network/measure"
)

// A Network is a directed multigraph of actors. It is safe for concurrent use
// and must not be changed.
type Network struct {
	Nodes []Node // sorted by id
	Edges []Edge // sorted by source, target, class, prefix (what is a fact first), claim

	graph   func() *measure.Graph
	columns func(context.Context, measure.Progress) ([]Column, error)
}

// A Node is an actor, or a thing, that takes part in a claim.
type Node struct {
	graph.Node
	Role    string
	Aliases []string // most used first
	// Mentions is how often documents use one of the actor's aliases.
	Mentions int
	// Claims and Documents count the claims in which the node is subject,
	// object or argument, and the documents of these.
	Claims, Documents int
	// First and Last are the dates of the earliest and the latest of these
	// documents, "" where none has a date.
	First, Last string
}

// An Edge says that documents tie a source to a target by acts of one class.
type Edge struct {
	Source, Target string // ids of nodes
	// Class is the lemma of the predicate, with the preposition before the
	// target where there is one: “call”, “send to”.
	Class string
	// Prefix is "verb", "denied" or "possible", as graph.Claim.Prefix has it.
	Prefix string
	// Predicate is the class with what stands between source and target, where
	// something does, as most claims have it: “call”, “send message to”.
	Predicate string
	// Via is what stands between: “message”.
	Via string
	// Symmetric is true where every claim of the edge holds both ways. Each way
	// is an edge.
	Symmetric bool
	// Weight is the number of documents, copies of one text counted once; Copies
	// counts all.
	Weight, Copies int
	Claims         []string // ids, sorted
	Documents      []string // ids, sorted
	Outlets        []string // of these, sorted
	Polarity       graph.Polarity
	Modalities     []graph.Modality // of the claims, sorted
	// OwnVoice is true where an outlet says so itself; Speakers are the names of
	// those to whom other claims are attributed, sorted.
	OwnVoice bool
	Speakers []string
	// First and Last are dates as Node has them.
	First, Last string
	// Confidence is that of the surest claim, and Example its sentence.
	Confidence float64
	Example    string

	event string // id of the claim where each is an edge
}

// ID hashes what makes the edge itself, so that the same edge has the same id
// in every export.
func (e *Edge) ID() string {
	sum := sha256.Sum256([]byte(strings.Join([]string{e.Source, e.Target, e.Prefix, e.Class, e.event}, "\x00")))
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

// New makes the network of claims. The order of claims and documents does not
// matter; of a document that is not given, outlet, date and words are unknown.
// It takes time in proportion to the claims, their arguments and the words of
// the documents. It fails where there is no Ego.
func New(view *graph.View, documents []graph.Document, claims []graph.Claim, o Options) (*Network, error) {
	b := newBuilder(view, documents, o)
	for i := range claims {
		b.add(&claims[i])
	}
	return b.network().narrow(o)
}

func newNetwork(nodes []Node, edges []Edge) *Network {
	n := &Network{Nodes: nodes, Edges: edges}
	n.graph = sync.OnceValue(n.compress)
	n.columns = n.rememberColumns()
	return n
}

// Index returns the position of a node in Nodes, or -1.
func (n *Network) Index(id string) int {
	i, ok := slices.BinarySearchFunc(n.Nodes, id, func(a Node, id string) int { return strings.Compare(a.ID, id) })
	if !ok {
		return -1
	}
	return i
}

// Graph returns the simple directed graph of the network, made on the first
// call: a node is its position in Nodes, and the weight of an arc the sum of
// the weights of the edges from one node to another.
func (n *Network) Graph() *measure.Graph { return n.graph() }

func (n *Network) compress() *measure.Graph {
	arcs := make([]measure.Arc, len(n.Edges))
	for i, e := range n.Edges {
		arcs[i] = n.arc(&e)
	}
	return measure.New(len(n.Nodes), arcs)
}

func (n *Network) arc(e *Edge) measure.Arc {
	return measure.Arc{From: int32(n.Index(e.Source)), To: int32(n.Index(e.Target)), Weight: float64(e.Weight)}
}

// Undirected returns the graph of ties whatever their direction, with an arc
// each way. Where the same holds both ways it counts once.
func (n *Network) Undirected() *measure.Graph {
	way := make(map[edgeKey]*Edge, len(n.Edges))
	for i := range n.Edges {
		way[n.Edges[i].key()] = &n.Edges[i]
	}
	var arcs []measure.Arc
	for i := range n.Edges {
		e := &n.Edges[i]
		back := way[e.key().reversed()]
		if e.Symmetric && back != nil && (!back.Symmetric || e.Source > e.Target) {
			continue // it counts as the other way
		}
		arcs = append(arcs, n.arc(e))
	}
	return measure.New(len(n.Nodes), arcs).Undirected()
}

// Strength returns the weighted degree of each of Nodes: the sum of the weights
// of its edges.
func (n *Network) Strength() []float64 { return plus(n.Graph().InStrength(), n.Graph().OutStrength()) }

func plus(a, b []float64) []float64 {
	for i := range a {
		a[i] += b[i]
	}
	return a
}

// Top returns the positions in Nodes of the k nodes of the greatest values;
// fewer where the network is smaller. Of nodes of one value, those of most
// claims come first, then the order of ids counts.
func (n *Network) Top(k int, values []float64) []int {
	order := make([]int, len(n.Nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(values[b], values[a]), n.Nodes[b].Claims-n.Nodes[a].Claims, a-b)
	})
	return order[:min(k, len(order))]
}
