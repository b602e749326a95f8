package resolve

import (
	"cmp"
	"slices"

	"github.com/whomgraph/whom/graph"
)

// decide lets decisions hold for the groups, one after the other.
func decide(groups []*group, decisions []graph.Decision) []*group {
	for i := range decisions {
		d := &decisions[i]
		why := Reason{Kind: ByDecision, Decision: d.Number}
		switch d.Kind {
		case graph.MergeDecision:
			merge(meant(groups, d.Anchor), meant(groups, d.Into), why)
		case graph.RenameDecision:
			if g := meant(groups, d.Anchor); g != nil {
				g.fixed.Name = d.Name
			}
		case graph.SplitDecision:
			here := newAnchor(d.Anchor)
			groups = append(groups, split(groups, why, func(e member) bool { return here.fits(e) != unfit }))
		case graph.AliasDecision:
			groups = alias(groups, d, why)
		}
		groups = withoutEmpty(groups)
	}
	return groups
}

// merge makes one group part of another, which keeps its name, type and country.
func merge(from, into *group, why Reason) {
	if from == nil || into == nil || from == into {
		return
	}
	into.fix()
	into.take(from, why)
}

// fix keeps a group's name, type and country as they are.
func (g *group) fix() {
	now := newActor(g.entities)
	g.fixed.Name = cmp.Or(g.fixed.Name, now.Name)
	g.fixed.Type = cmp.Or(g.fixed.Type, now.Type)
	g.fixed.Country = cmp.Or(g.fixed.Country, now.Country)
}

// split takes the entities that are meant out of their groups and returns them
// as a group of their own, which may be empty.
func split(groups []*group, why Reason, meant func(member) bool) *group {
	out := &group{documents: make(map[string]bool)}
	for _, g := range groups {
		var rest []member
		for _, e := range g.entities {
			if !meant(e) {
				rest = append(rest, e)
				continue
			}
			e.why = why
			out.add(e)
		}
		if len(rest) < len(g.entities) {
			g.keep(rest)
		}
	}
	return out
}

// alias moves those who are called by an alias, while it holds, to the actor that
// it is for. Where no document names that actor, they are it.
func alias(groups []*group, d *graph.Decision, why Reason) []*group {
	name := newAnchor(d.Anchor)
	called := split(groups, why, func(e member) bool { return name.fits(e) != unfit && holds(d, e.Date) })
	groups = withoutEmpty(groups)
	into := meant(groups, d.Into)
	if into == nil {
		called.fixed = graph.Actor{Name: d.Into.Surface, Type: d.Into.Type, Country: d.Into.Country}
		return append(groups, called)
	}
	merge(called, into, why)
	return groups
}

// holds reports whether an alias holds on a day. Bounds hold for no document
// without a day.
func holds(d *graph.Decision, day string) bool {
	return (d.From == "" || d.From <= day) && (d.Until == "" || day != "" && day <= d.Until)
}

// How well an anchor fits an entity.
const (
	unfit = iota
	agreeing
	exact
)

// An anchor is one with the words of its name.
type anchor struct {
	*graph.Anchor
	words []string
}

func newAnchor(a *graph.Anchor) anchor { return anchor{a, words(a.Surface)} }

// fits compares name, type and country: exact where all are the same, agreeing
// where the anchor or the entity leaves one open.
func (a anchor) fits(e member) int {
	kind := cmp.Or(e.Type, graph.Unknown)
	switch {
	case a.Document != "" && a.Document != e.Document, !slices.Equal(a.words, e.words):
		return unfit
	case a.Type == kind && a.Country == e.Country:
		return exact
	case agree(a.Country, e.Country) && (a.Type == "" || a.Type == graph.Unknown || kind == graph.Unknown || a.Type == kind):
		return agreeing
	}
	return unfit
}

// meant returns the group that an anchor means: of those with an entity that it
// fits best the one with most of them, then that of the first entity; nil where
// it fits none. The name that a decision gives a group counts as an entity's.
func meant(groups []*group, who *graph.Anchor) *group {
	a := newAnchor(who)
	var best *group
	var most [exact + 1]int
	for _, g := range groups {
		var count [exact + 1]int
		for _, e := range g.entities {
			count[a.fits(e)]++
		}
		if g.fixed.Name != "" { // which no document need have
			count[a.fits(member{Entity: &graph.Entity{Type: g.fixed.Type, Country: g.fixed.Country}, words: words(g.fixed.Name)})]++
		}
		better := cmp.Or(count[exact]-most[exact], count[agreeing]-most[agreeing])
		if better > 0 || better == 0 && best != nil && count[exact]+count[agreeing] > 0 && g.entities[0].ID < best.entities[0].ID {
			best, most = g, count
		}
	}
	return best
}
