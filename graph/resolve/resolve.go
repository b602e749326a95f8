package resolve

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whomgraph/whom/graph"
)

// Block names the group of entities that is resolved together: the slug of the
// name. A name without a letter or digit has no slug and stands for itself, by
// a hash behind an underscore, which no slug has.
func Block(e *graph.Entity) string {
	if slug := graph.Slug(e.Name); slug != "" {
		return slug
	}
	sum := sha256.Sum256([]byte(e.Name))
	return "_" + hex.EncodeToString(sum[:4])
}

// Actors groups entities, each id once, into actors, sorted by id. An actor is
// named "actor:" and its block; where a block holds several, each gets its type
// behind an underscore: "actor:georgia_state" and "actor:georgia_person". The
// cost is that of sorting the entities.
func Actors(entities []graph.Entity) []graph.Actor {
	blocks := make(map[string][]*graph.Entity)
	for i := range entities {
		key := Block(&entities[i])
		blocks[key] = append(blocks[key], &entities[i])
	}
	var actors []graph.Actor
	for key, block := range blocks {
		actors = append(actors, resolveBlock(key, block)...)
	}
	slices.SortFunc(actors, func(a, b graph.Actor) int { return strings.Compare(a.ID, b.ID) })
	return actors
}

func resolveBlock(key string, block []*graph.Entity) []graph.Actor {
	types := byType(block)
	actors := make([]graph.Actor, 0, len(types))
	for kind, entities := range types {
		id := "actor:" + key
		if len(types) > 1 {
			id += "_" + string(kind)
		}
		actors = append(actors, newActor(id, kind, entities))
	}
	return actors
}

// byType parts a block by type and lets the unknown join where there is just
// one other type.
func byType(block []*graph.Entity) map[graph.ActorType][]*graph.Entity {
	types := make(map[graph.ActorType][]*graph.Entity)
	for _, e := range block {
		kind := cmp.Or(e.Type, graph.Unknown)
		types[kind] = append(types[kind], e)
	}
	unknown, ok := types[graph.Unknown]
	if ok && len(types) == 2 {
		delete(types, graph.Unknown)
		for kind := range types {
			types[kind] = append(types[kind], unknown...)
		}
	}
	return types
}

func newActor(id string, kind graph.ActorType, entities []*graph.Entity) graph.Actor {
	a := graph.Actor{ID: id, Type: kind}
	names, countries, roles := votes{}, votes{}, votes{}
	aliases := make(map[string]int)
	for _, e := range entities {
		a.Entities = append(a.Entities, e.ID)
		names.add(e.Name, e.Document)
		countries.add(e.Country, e.Document)
		roles.add(e.Role, e.Document)
		for _, m := range e.Mentions {
			if m.Kind == graph.NameMention {
				aliases[m.Text]++
			}
		}
	}
	slices.Sort(a.Entities)
	a.Name = names.winner(longest)
	a.Country = countries.winner(strings.Compare)
	a.Role = roles.winner(strings.Compare)
	a.Aliases = sortAliases(aliases)
	return a
}

// votes holds, for each value, the documents that have it.
type votes map[string]map[string]bool

func (v votes) add(value, document string) {
	if value == "" {
		return
	}
	if v[value] == nil {
		v[value] = make(map[string]bool)
	}
	v[value][document] = true
}

// winner returns the value of most documents; tie orders those of equally many.
func (v votes) winner(tie func(a, b string) int) string {
	if len(v) == 0 {
		return ""
	}
	return slices.MinFunc(slices.Collect(maps.Keys(v)), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(v[b]), len(v[a])), tie(a, b))
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
