package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/whomgraph/whom/graph"
)

// newActor describes the actor that entities are, without its id.
func newActor(entities []member) graph.Actor {
	var a graph.Actor
	names, kinds, countries, roles := votes{}, votes{}, votes{}, votes{}
	aliases := make(map[string]int)
	a.Entities = make([]string, 0, len(entities))
	for _, e := range byDocument(entities) {
		a.Entities = append(a.Entities, e.ID)
		names.add(e.Name, e.Document)
		countries.add(e.Country, e.Document)
		roles.add(e.Role, e.Document)
		if e.Type != graph.Unknown {
			kinds.add(string(e.Type), e.Document)
		}
		for _, m := range e.Mentions {
			if m.Kind == graph.NameMention {
				aliases[m.Text]++
			}
		}
	}
	slices.Sort(a.Entities)
	a.Name = names.winner(longest)
	a.Type = cmp.Or(graph.ActorType(kinds.winner(strings.Compare)), graph.Unknown)
	a.Country = countries.winner(strings.Compare)
	a.Role = roles.winner(strings.Compare)
	a.Aliases = sortAliases(aliases)
	return a
}

// describe makes actors of groups and gives them their ids, adding what parts
// those of one name: the type, then the country, then a number in the order of
// their first entities.
func describe(groups []*group) {
	for _, g := range groups {
		g.actor = newActor(g.entities)
		g.actor.Name = cmp.Or(g.fixed.Name, g.actor.Name)
		g.actor.Type = cmp.Or(g.fixed.Type, g.actor.Type)
		g.actor.Country = cmp.Or(g.fixed.Country, g.actor.Country)
		g.actor.ID = "actor:" + cmp.Or(graph.Slug(g.actor.Name), blockOf(g.actor.Name))
	}
	slices.SortFunc(groups, func(a, b *group) int { return strings.Compare(a.actor.Entities[0], b.actor.Entities[0]) })
	qualify(groups, func(a *graph.Actor, _ int) string { return "_" + string(a.Type) })
	qualify(groups, func(a *graph.Actor, _ int) string {
		return strings.TrimSuffix("-"+strings.ToLower(a.Country), "-")
	})
	qualify(groups, func(_ *graph.Actor, n int) string { return "-" + strconv.Itoa(n) })
}

// qualify adds to ids that several actors have. The number counts them from 1.
func qualify(groups []*group, by func(a *graph.Actor, number int) string) {
	count, number := make(map[string]int), make(map[string]int)
	for _, g := range groups {
		count[g.actor.ID]++
	}
	for _, g := range groups {
		if id := g.actor.ID; count[id] > 1 {
			number[id]++
			g.actor.ID += by(&g.actor, number[id])
		}
	}
}

// byDocument returns members in the order of their documents, in which votes are
// to be added.
func byDocument(entities []member) []member {
	sorted := slices.Clone(entities)
	slices.SortFunc(sorted, func(a, b member) int { return strings.Compare(a.Document, b.Document) })
	return sorted
}

// votes counts, for each value, the documents that have it. Those of a document are
// added one after the other.
type votes map[string]*tally

type tally struct {
	documents int
	last      string
}

func (v votes) add(value, document string) {
	if value == "" {
		return
	}
	t := v[value]
	if t == nil {
		t = &tally{}
		v[value] = t
	}
	if t.documents == 0 || t.last != document {
		t.documents++
		t.last = document
	}
}

// winner returns the value of most documents; tie orders those of equally many.
func (v votes) winner(tie func(a, b string) int) string {
	if len(v) == 0 {
		return ""
	}
	return slices.MinFunc(slices.Collect(maps.Keys(v)), func(a, b string) int {
		return cmp.Or(cmp.Compare(v[b].documents, v[a].documents), tie(a, b))
	})
}

// longest puts the longer form first, then the first in byte order.
func longest(a, b string) int {
	return cmp.Or(
		cmp.Compare(utf8.RuneCountInString(b), utf8.RuneCountInString(a)),
		strings.Compare(a, b),
	)
}

func sortAliases(counts map[string]int) []graph.Alias {
	var aliases []graph.Alias
	for text, n := range counts {
		aliases = append(aliases, graph.Alias{Text: text, Mentions: n})
	}
	slices.SortFunc(aliases, func(a, b graph.Alias) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), strings.Compare(a.Text, b.Text))
	})
	return aliases
}
