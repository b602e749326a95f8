package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A Resolution is what became of entities under decisions, with the reasons.
type Resolution struct {
	groups []*group // sorted by the ids of their actors
	actors []graph.Actor
}

// Resolve groups entities as Actors does, and remembers why.
func Resolve(entities []graph.Entity, decisions ...graph.Decision) *Resolution {
	r := &Resolution{}
	for groups := range resolved(entities, decisions) {
		r.groups = append(r.groups, groups...)
	}
	slices.SortFunc(r.groups, func(a, b *group) int { return strings.Compare(a.actor.ID, b.actor.ID) })
	for _, g := range r.groups {
		r.actors = append(r.actors, g.actor)
	}
	return r
}

// Actors returns the actors, sorted by id.
func (r *Resolution) Actors() []graph.Actor { return r.actors }

func (r *Resolution) group(actor string) *group {
	i, ok := slices.BinarySearchFunc(r.groups, actor, func(g *group, id string) int { return strings.Compare(g.actor.ID, id) })
	if !ok {
		return nil
	}
	return r.groups[i]
}

// Reasons tells of each entity of an actor why it is there.
func (r *Resolution) Reasons(actor string) map[string]Reason {
	out := make(map[string]Reason)
	if g := r.group(actor); g != nil {
		for _, e := range g.entities {
			out[e.ID] = e.why
		}
	}
	return out
}

// Anchor returns what means an actor and, as things are, no other: its name, type
// and country where that is enough, else those of one of its entities, if need be
// in one document. It is false where nothing does, as for two entities of one
// name and kind in a document.
func (r *Resolution) Anchor(actor string) (graph.Anchor, bool) {
	g := r.group(actor)
	if g == nil {
		return graph.Anchor{}, false
	}
	anchors := []graph.Anchor{{Surface: g.actor.Name, Type: g.actor.Type, Country: g.actor.Country}}
	for _, e := range g.entities {
		anchors = append(anchors, graph.Anchor{Surface: e.Name, Type: cmp.Or(e.Type, graph.Unknown), Country: e.Country})
	}
	for _, e := range g.entities {
		anchors = append(anchors, graph.Anchor{Surface: e.Name, Type: cmp.Or(e.Type, graph.Unknown), Country: e.Country, Document: e.Document})
	}
	tried := make(map[graph.Anchor]bool)
	for _, a := range anchors {
		if !tried[a] && meant(r.groups, &a) == g {
			return a, true
		}
		tried[a] = true
	}
	return graph.Anchor{}, false
}

// Meant returns the id of the actor that an anchor means, or "".
func (r *Resolution) Meant(a *graph.Anchor) string {
	if a == nil {
		return ""
	}
	if g := meant(r.groups, a); g != nil {
		return g.actor.ID
	}
	return ""
}

// Here returns anchors for what a document calls an actor, one for each form.
func (r *Resolution) Here(actor, document string) []graph.Anchor {
	var out []graph.Anchor
	if g := r.group(actor); g != nil {
		for _, e := range g.entities {
			a := graph.Anchor{Surface: e.Name, Type: cmp.Or(e.Type, graph.Unknown), Country: e.Country, Document: document}
			if e.Document == document && !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	return out
}

// Documents returns the ids of the documents that name an actor, sorted.
func (r *Resolution) Documents(actor string) []string {
	if g := r.group(actor); g != nil {
		return slices.Sorted(maps.Keys(g.documents))
	}
	return nil
}

// A Use is one form by which documents name an actor, with an example.
type Use struct {
	Text     string
	Mentions int
	Why      Reason
	Document string     // of the example
	Span     graph.Span // where it stands there
}

// Uses lists the forms by which documents name an actor, the most used first,
// each with the reason for which most of its mentions are the actor's, and the
// first of these by day and document as an example.
func (r *Resolution) Uses(actor string) []Use {
	g := r.group(actor)
	if g == nil {
		return nil
	}
	type key struct {
		text string
		why  Reason
	}
	byReason := make(map[key]*Use)
	members := slices.Clone(g.entities)
	slices.SortFunc(members, func(a, b member) int {
		return cmp.Or(strings.Compare(a.Date, b.Date), strings.Compare(a.Document, b.Document), strings.Compare(a.ID, b.ID))
	})
	for _, e := range members {
		for _, m := range e.Mentions {
			if m.Kind != graph.NameMention {
				continue
			}
			k := key{m.Text, g.reason(e, m.Text)}
			if byReason[k] == nil {
				byReason[k] = &Use{Text: m.Text, Why: k.why, Document: e.Document, Span: m.Span}
			}
			byReason[k].Mentions++
		}
	}
	return mainUses(slices.Collect(maps.Values(byReason)))
}

// mainUses makes one use of each form, that of the reason with most mentions.
func mainUses(uses []*Use) []Use {
	slices.SortFunc(uses, func(a, b *Use) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), strings.Compare(a.Text, b.Text), strings.Compare(a.Why.String(), b.Why.String()))
	})
	at := make(map[string]int)
	var out []Use
	for _, u := range uses {
		if i, ok := at[u.Text]; ok {
			out[i].Mentions += u.Mentions
			continue
		}
		at[u.Text] = len(out)
		out = append(out, *u)
	}
	slices.SortStableFunc(out, func(a, b Use) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), strings.Compare(a.Text, b.Text))
	})
	return out
}

// reason tells why a member's form is the actor's: that for which its entity is,
// or that its document uses it so. What the actor's own name was joined to by its
// shape was joined to it for the same reason.
func (g *group) reason(e member, text string) Reason {
	name := words(g.actor.Name)
	own := words(text)
	switch {
	case text == g.actor.Name && e.why.Kind != ByDecision:
		return Reason{Kind: ByName}
	case !slices.Equal(own, e.words):
		return Reason{Kind: InDocument}
	case slices.Equal(own, name) && e.why.Kind != ByDecision:
		return Reason{Kind: BySpelling}
	case e.why.Kind != ByName:
		return e.why
	}
	for _, other := range g.entities {
		if slices.Equal(other.words, name) && other.why.Kind != ByName {
			return other.why
		}
	}
	return e.why
}
