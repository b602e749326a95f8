package network

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/event"
)

// edgeKey is what makes two claims the same edge.
type edgeKey struct{ source, target, class, prefix, event string }

func (k edgeKey) compare(o edgeKey) int {
	return cmp.Or(
		strings.Compare(k.source, o.source),
		strings.Compare(k.target, o.target),
		strings.Compare(k.class, o.class),
		strings.Compare(o.prefix, k.prefix), // verb, possible, denied: the fact first
		strings.Compare(k.event, o.event),
	)
}

func (k edgeKey) reversed() edgeKey {
	k.source, k.target = k.target, k.source
	return k
}

func (e *Edge) key() edgeKey { return edgeKey{e.Source, e.Target, e.Class, e.Prefix, e.event} }

// An account is one claim's part in an edge.
type account struct {
	*graph.Claim
	predicate, via string
	event          event.Type
	symmetric      bool
}

// eventOf returns the type of what the subject of a claim does.
func eventOf(c *graph.Claim) event.Type {
	if e := event.Of(c); !e.ToSubject {
		return e.Type
	}
	return ""
}

// A participant is a node and its claims.
type participant struct {
	graph.Node
	claims []*graph.Claim
}

// A builder gathers claims by node and by edge.
type builder struct {
	Options
	view      *graph.View
	documents map[string]*graph.Document
	original  map[string]string // of a document the one whose text it has
	nodes     map[string]*participant
	edges     map[edgeKey][]account
}

func newBuilder(ctx context.Context, view *graph.View, documents []graph.Document, o Options) (*builder, error) {
	original, err := originals(ctx, documents)
	b := &builder{
		Options: o, view: view,
		documents: make(map[string]*graph.Document, len(documents)),
		original:  original,
		nodes:     make(map[string]*participant),
		edges:     make(map[edgeKey][]account),
	}
	for i := range documents {
		b.documents[documents[i].ID] = &documents[i]
	}
	return b, err
}

func (b *builder) add(c *graph.Claim) {
	if !b.takes(c) || !b.ofClass(c) {
		return
	}
	b.addNode(c, &c.Subject)
	if c.Object != nil {
		b.addNode(c, c.Object)
	}
	for i := range c.Args {
		b.addNode(c, &c.Args[i])
	}
	for i, r := range b.view.Relations(c) {
		b.addRelation(c, i, r)
	}
}

// ofClass reports whether a claim may be of one of the classes asked for.
func (b *builder) ofClass(c *graph.Claim) bool {
	return len(b.Classes) == 0 || slices.ContainsFunc(b.Classes, func(class string) bool {
		return class == c.Predicate.Lemma || strings.HasPrefix(class, c.Predicate.Lemma+" ")
	})
}

func (b *builder) addNode(c *graph.Claim, a *graph.Argument) {
	n := b.view.Node(c.Document, a)
	if !b.node(n) {
		return
	}
	p := b.nodes[n.ID]
	if p == nil {
		p = &participant{Node: n}
		b.nodes[n.ID] = p
	}
	p.claims = append(p.claims, c)
	// An entity that belongs to no actor has another name in every claim.
	p.Name = min(p.Name, n.Name)
}

func (b *builder) addRelation(c *graph.Claim, number int, r graph.Relation) {
	if !b.node(r.Subject) || !b.node(r.Object) || r.Subject.ID == r.Object.ID {
		return
	}
	lemma := c.Predicate.Lemma
	k := edgeKey{r.Subject.ID, r.Object.ID, lemma + strings.TrimPrefix(r.Suffix, " "+r.Via), c.Prefix(), ""}
	if len(b.Classes) > 0 && !slices.Contains(b.Classes, k.class) && !slices.Contains(b.Classes, lemma) {
		return
	}
	a := account{c, lemma + r.Suffix, r.Via, eventOf(c), r.Symmetric}
	if b.ByEvent && a.event != "" {
		k.class = string(a.event)
	}
	if b.Events {
		k.event = c.ID
	}
	b.edges[k] = append(b.edges[k], a)
	if r.Symmetric {
		b.edges[k.reversed()] = append(b.edges[k.reversed()], a)
	}
}

func (b *builder) network(ctx context.Context) (*Network, error) {
	nodes := make([]Node, 0, len(b.nodes))
	actors := make(map[string]*graph.Actor)
	for i, a := range b.view.Actors() {
		actors[a.ID] = &b.view.Actors()[i]
	}
	for _, id := range slices.Sorted(maps.Keys(b.nodes)) {
		nodes = append(nodes, b.newNode(b.nodes[id], actors[id]))
	}
	edges := make([]Edge, 0, len(b.edges))
	for _, k := range slices.SortedFunc(maps.Keys(b.edges), edgeKey.compare) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		edges = append(edges, b.newEdge(k, b.edges[k]))
	}
	return newNetwork(nodes, edges, b.original), nil
}

// newNode takes from the actor, where the node is one, what claims do not tell.
func (b *builder) newNode(p *participant, actor *graph.Actor) Node {
	n := Node{Node: p.Node}
	if actor != nil {
		n.Role = actor.Role
		for _, alias := range actor.Aliases {
			n.Aliases = append(n.Aliases, alias.Text)
			n.Mentions += alias.Mentions
		}
	}
	documents := distinct(p.claims, func(c *graph.Claim) string { return c.Document })
	n.Claims = len(distinct(p.claims, func(c *graph.Claim) string { return c.ID }))
	n.Documents = len(documents)
	n.First, n.Last = b.dates(documents)
	return n
}

func (b *builder) newEdge(k edgeKey, accounts []account) Edge {
	documents := distinct(accounts, func(a account) string { return a.Document })
	e := Edge{
		Source: k.source, Target: k.target, Class: k.class, Prefix: k.prefix, event: k.event,
		Symmetric: !slices.ContainsFunc(accounts, func(a account) bool { return !a.symmetric }),
		Weight:    len(distinct(documents, func(id string) string { return cmp.Or(b.original[id], id) })),
		Copies:    len(documents),
		Claims:    distinct(accounts, func(a account) string { return a.ID }),
		Documents: documents,
		Outlets:   distinct(documents, b.outlet),
		Polarity:  accounts[0].Polarity,
		Modalities: distinct(accounts, func(a account) graph.Modality {
			return a.Modality
		}),
		OwnVoice: slices.ContainsFunc(accounts, func(a account) bool { return len(a.Attribution) == 0 }),
		Speakers: distinct(accounts, b.speaker),
	}
	e.Predicate, e.Via = mostUsed(accounts)
	e.Event = mostFrequent(accounts)
	e.First, e.Last = b.dates(documents)
	e.Confidence, e.Example = b.surest(accounts)
	return e
}

// distinct returns the values of all, sorted, each once, without empty ones.
func distinct[T any, V ~string](all []T, of func(T) V) []V {
	var out []V
	for _, x := range all {
		if v := of(x); v != "" {
			out = append(out, v)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (b *builder) document(id string) *graph.Document {
	if d := b.documents[id]; d != nil {
		return d
	}
	return &graph.Document{ID: id}
}

func (b *builder) outlet(document string) string { return b.document(document).Outlet }

// speaker names the innermost speaker, "" for the outlet.
func (b *builder) speaker(a account) string {
	if len(a.Attribution) == 0 {
		return ""
	}
	return b.view.Node(a.Document, &a.Attribution[len(a.Attribution)-1].Argument).Name
}

// dates returns the earliest and the latest.
func (b *builder) dates(documents []string) (first, last string) {
	dates := distinct(documents, func(id string) string { return b.document(id).Published })
	if len(dates) == 0 {
		return "", ""
	}
	return dates[0], dates[len(dates)-1]
}

// mostUsed returns the predicate of most claims, of those alike the first.
func mostUsed(accounts []account) (predicate, via string) {
	counts := make(map[[2]string]int)
	for _, a := range accounts {
		counts[[2]string{a.predicate, a.via}]++
	}
	most := slices.MinFunc(slices.Collect(maps.Keys(counts)), func(a, b [2]string) int {
		return cmp.Or(counts[b]-counts[a], strings.Compare(a[0], b[0]), strings.Compare(a[1], b[1]))
	})
	return most[0], most[1]
}

// mostFrequent returns the event of most claims that have one, of those alike the
// first.
func mostFrequent(accounts []account) event.Type {
	counts := make(map[event.Type]int)
	for _, a := range accounts {
		if a.event != "" {
			counts[a.event]++
		}
	}
	most := event.Type("")
	for _, e := range slices.Sorted(maps.Keys(counts)) {
		if counts[e] > counts[most] {
			most = e
		}
	}
	return most
}

// surest returns the confidence of the surest claim, of those alike the first,
// and its sentence. A claim that plans comes behind all others.
func (b *builder) surest(accounts []account) (confidence float64, example string) {
	best := slices.MinFunc(accounts, func(x, y account) int {
		return cmp.Or(
			standing(claimKind(x.Claim))-standing(claimKind(y.Claim)),
			cmp.Compare(y.Claim.Confidence, x.Claim.Confidence),
			strings.Compare(b.document(x.Document).Published, b.document(y.Document).Published),
			compareClaims(*x.Claim, *y.Claim),
		)
	})
	return best.Claim.Confidence, best.Evidence.Text(b.document(best.Document))
}
