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
