package network

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// edgeKey is what makes two claims the same edge.
type edgeKey struct{ source, target, predicate, prefix, via string }

func (k edgeKey) compare(o edgeKey) int {
	return cmp.Or(
		strings.Compare(k.source, o.source),
		strings.Compare(k.target, o.target),
		strings.Compare(k.predicate, o.predicate),
		strings.Compare(o.prefix, k.prefix), // verb, possible, denied: the fact first
		strings.Compare(k.via, o.via),
	)
}

type set map[string]struct{}

func (s set) add(v string) { s[v] = struct{}{} }

func (s set) sorted() []string { return slices.Sorted(maps.Keys(s)) }

// evidence is the claims and documents behind an edge or an actor.
type evidence struct {
	claims, documents set
	oneWay            bool // some claim is not symmetric
}

func newEvidence() *evidence { return &evidence{claims: make(set), documents: make(set)} }

func (e *evidence) add(c *graph.Claim) {
	e.claims.add(c.ID)
	e.documents.add(c.Document)
}

// A builder gathers claims by actor and by edge.
type builder struct {
	nodes  map[string]graph.Node
	actors map[string]*evidence
	edges  map[edgeKey]*evidence
}

func newBuilder() *builder {
	return &builder{
		nodes:  make(map[string]graph.Node),
		actors: make(map[string]*evidence),
		edges:  make(map[edgeKey]*evidence),
	}
}

func (b *builder) add(view *graph.View, c *graph.Claim) {
	b.addNode(view, c, &c.Subject)
	if c.Object != nil {
		b.addNode(view, c, c.Object)
	}
	for i := range c.Args {
		b.addNode(view, c, &c.Args[i])
	}
	for _, r := range view.Relations(c) {
		b.addRelation(c, r)
	}
}

func (b *builder) addNode(view *graph.View, c *graph.Claim, a *graph.Argument) {
	n := view.Node(c.Document, a)
	if !n.IsActor() {
		return
	}
	if b.actors[n.ID] == nil {
		b.actors[n.ID] = newEvidence()
	}
	b.actors[n.ID].add(c)
	// An entity that belongs to no actor has another name in every claim.
	if old, ok := b.nodes[n.ID]; !ok || n.Name < old.Name {
		b.nodes[n.ID] = n
	}
}

func (b *builder) addRelation(c *graph.Claim, r graph.Relation) {
	if !r.Subject.IsActor() || !r.Object.IsActor() || r.Subject.ID == r.Object.ID {
		return
	}
	k := edgeKey{r.Subject.ID, r.Object.ID, c.Predicate.Lemma + r.Suffix, c.Prefix(), r.Via}
	b.addEdge(k, c, r.Symmetric)
	if r.Symmetric {
		k.source, k.target = k.target, k.source
		b.addEdge(k, c, true)
	}
}

func (b *builder) addEdge(k edgeKey, c *graph.Claim, symmetric bool) {
	if b.edges[k] == nil {
		b.edges[k] = newEvidence()
	}
	b.edges[k].add(c)
	b.edges[k].oneWay = b.edges[k].oneWay || !symmetric
}

func (b *builder) network(view *graph.View) *Network {
	n := &Network{Actors: b.sortedActors(mentions(view)), Edges: b.sortedEdges()}
	var last edgeKey // the edges of one pair stand together and count as one tie
	for i := range n.Edges {
		e := &n.Edges[i]
		source, target := &n.Actors[n.Index(e.Source)], &n.Actors[n.Index(e.Target)]
		source.OutWeight += e.Weight
		target.InWeight += e.Weight
		if pair := (edgeKey{source: e.Source, target: e.Target}); pair != last {
			source.OutDegree++
			target.InDegree++
			last = pair
		}
	}
	return n
}

func (b *builder) sortedActors(mentions map[string]int) []Actor {
	actors := make([]Actor, 0, len(b.actors))
	for _, id := range slices.Sorted(maps.Keys(b.actors)) {
		node, e := b.nodes[id], b.actors[id]
		actors = append(actors, Actor{
			ID: id, Name: node.Name, Type: node.Type, Country: node.Country,
			Mentions: mentions[id], Claims: len(e.claims), Documents: len(e.documents),
		})
	}
	return actors
}

func (b *builder) sortedEdges() []Edge {
	edges := make([]Edge, 0, len(b.edges))
	for _, k := range slices.SortedFunc(maps.Keys(b.edges), edgeKey.compare) {
		e := b.edges[k]
		edges = append(edges, Edge{
			Source: k.source, Target: k.target, Prefix: k.prefix, Predicate: k.predicate, Via: k.via,
			Symmetric: !e.oneWay, Weight: len(e.documents),
			Claims: e.claims.sorted(), Documents: e.documents.sorted(),
		})
	}
	return edges
}

// mentions counts the mentions of each actor by any of its aliases.
func mentions(view *graph.View) map[string]int {
	counts := make(map[string]int)
	for _, a := range view.Actors() {
		for _, alias := range a.Aliases {
			counts[a.ID] += alias.Mentions
		}
	}
	return counts
}
