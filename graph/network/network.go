package network

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/event"
	"github.com/whomgraph/whom/graph/network/measure"
)

// A Network is a directed multigraph of actors. It is safe for concurrent use
// and must not be changed.
type Network struct {
	Nodes []Node // sorted by id
	Edges []Edge // sorted by source, target, class, prefix (what is a fact first), claim

	original map[string]string // of a document the one whose text it has
	graph    func() *measure.Graph
	columns  func(context.Context, measure.Progress) ([]Column, error)
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
	// target where there is one: “call”, “send to”. With Options.ByEvent it is the
	// type of the event, where there is one.
	Class string
	// Prefix is "verb", "denied" or "possible", as graph.Claim.Prefix has it.
	Prefix string
	// Predicate is the class with what stands between source and target, where
	// something does, as most claims have it: “call”, “send message to”.
	Predicate string
	// Event is the type of event that most claims report, "" where they report none.
	Event event.Type
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
	// Confidence is that of the surest claim, of those that are no plans where there
	// are some, and Example its sentence.
	Confidence float64
	Example    string

	event string // id of the claim where each is an edge
}

// ID hashes what makes the edge itself, so that the same edge has the same id
// in every export.
func (e *Edge) ID() string {
	var text [256]byte // on the stack, for there are many edges
	what := append(text[:0], e.Source...)
	for _, part := range []string{e.Target, e.Prefix, e.Class, e.event} {
		what = append(append(what, 0), part...)
	}
	sum := sha256.Sum256(what)
	return string(hex.AppendEncode(append(text[:0], "edge:"...), sum[:8]))
}

// Kind tells what is done from what is not: it is "planned" where every claim
// plans it, and else Prefix.
func (e *Edge) Kind() string { return kind(e.Prefix, e.Modalities...) }

// Label shows the predicate in the third person, marked where it is not done:
// “calls”, “planned: calls”, “denied: calls”, “possible: calls”.
func (e *Edge) Label() string { return label(e.Kind(), e.Predicate) }

// Label shows the predicate of a claim as that of an edge.
func Label(c *graph.Claim) string { return label(claimKind(c), c.Predicate.Lemma) }

func claimKind(c *graph.Claim) string { return kind(c.Prefix(), c.Modality) }

const planned = string(graph.Planned)

func kind(prefix string, modalities ...graph.Modality) string {
	if prefix == "verb" && len(modalities) == 1 && modalities[0] == graph.Planned {
		return planned
	}
	return prefix
}

// standing orders kinds, what is done first.
func standing(kind string) int {
	return slices.Index([]string{"verb", planned, "possible", "denied"}, kind)
}

func label(kind, predicate string) string {
	if kind == "verb" {
		return graph.ThirdPerson(predicate)
	}
	return kind + ": " + graph.ThirdPerson(predicate)
}

// New makes the network of claims. The order of claims and documents does not
// matter; of a document that is not given, outlet, date and words are unknown.
// It takes time in proportion to the claims, their arguments and the words of
// the documents. It fails where there is no Ego, and for a context that is over.
func New(ctx context.Context, view *graph.View, documents []graph.Document, claims []graph.Claim, o Options) (*Network, error) {
	b, err := newBuilder(ctx, view, documents, o)
	if err != nil {
		return nil, err
	}
	for i := range claims {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		b.add(&claims[i])
	}
	n, err := b.network(ctx)
	if err != nil {
		return nil, err
	}
	return n.narrow(o)
}

func newNetwork(nodes []Node, edges []Edge, original map[string]string) *Network {
	n := &Network{Nodes: nodes, Edges: edges, original: original}
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

// Original returns the document of whose text another is a copy, and else itself. A
// text that several documents print has one.
func (n *Network) Original(document string) string { return cmp.Or(n.original[document], document) }

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
	var arcs []measure.Arc
	for e := range n.Once() {
		arcs = append(arcs, n.arc(e))
	}
	return measure.New(len(n.Nodes), arcs).Undirected()
}

// Once yields the edges in their order, what holds both ways one way alone: that
// on which more else is done, of ways alike that from the source that sorts first.
func (n *Network) Once() iter.Seq[*Edge] {
	return func(yield func(*Edge) bool) {
		for i := range n.Edges {
			if e := &n.Edges[i]; !n.isWayBack(e) && !yield(e) {
				return
			}
		}
	}
}

func (n *Network) isWayBack(e *Edge) bool {
	if !e.Symmetric {
		return false
	}
	i, ok := slices.BinarySearchFunc(n.Edges, e.key().reversed(), func(e Edge, k edgeKey) int { return e.key().compare(k) })
	if !ok || !n.Edges[i].Symmetric {
		return ok
	}
	return cmp.Or(n.oneWay(e.Target, e.Source)-n.oneWay(e.Source, e.Target), strings.Compare(e.Source, e.Target)) > 0
}

// oneWay returns the weight of the edges of a pair that do not hold both ways.
func (n *Network) oneWay(source, target string) int {
	i, _ := slices.BinarySearchFunc(n.Edges, source, func(e Edge, source string) int {
		return cmp.Or(strings.Compare(e.Source, source), strings.Compare(e.Target, target))
	})
	weight := 0
	for ; i < len(n.Edges) && n.Edges[i].Source == source && n.Edges[i].Target == target; i++ {
		if !n.Edges[i].Symmetric {
			weight += n.Edges[i].Weight
		}
	}
	return weight
}

// Tied returns how many nodes have an edge.
func (n *Network) Tied() int {
	tied := make(set)
	for i := range n.Edges {
		tied.add(n.Edges[i].Source)
		tied.add(n.Edges[i].Target)
	}
	return len(tied)
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
