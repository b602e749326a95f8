package resolve

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// Actors groups entities, each id once, into actors, sorted by id. An actor is
// named "actor:" and the slug of its name; where several share one, each gets
// its type behind an underscore, and its country where that is not enough:
// "actor:georgia_state", "actor:supreme-court_organization-npl". The cost is that
// of sorting the entities, and for each block that of comparing its names.
//
// Decisions, in any order, hold after what the names themselves tell, as
// [graph.Decision] says.
func Actors(entities []graph.Entity, decisions ...graph.Decision) []graph.Actor {
	var actors []graph.Actor
	for groups := range resolved(entities, decisions) {
		for _, g := range groups {
			actors = append(actors, g.actor)
		}
	}
	slices.SortFunc(actors, func(a, b graph.Actor) int { return strings.Compare(a.ID, b.ID) })
	return actors
}

// resolved yields the groups that are actors, those of blocks that decisions
// link together.
func resolved(entities []graph.Entity, decisions []graph.Decision) iter.Seq[[]*group] {
	links := link(decisions)
	blocks := make(map[string][]member)
	known := make(map[string]spelled)
	for i := range entities {
		e := &entities[i]
		name, ok := known[e.Name]
		if !ok {
			name = spelled{words(e.Name), blockOf(e.Name)}
			known[e.Name] = name
		}
		blocks[name.block] = append(blocks[name.block], member{e, name.words, Reason{Kind: ByName}})
	}
	linked := make(map[string][]string)
	for _, key := range slices.Sorted(maps.Keys(blocks)) {
		root := links.root(key)
		linked[root] = append(linked[root], key)
	}
	byRoot := links.decisions(decisions)
	return func(yield func([]*group) bool) {
		for _, root := range slices.Sorted(maps.Keys(linked)) {
			var groups []*group
			for _, key := range linked[root] {
				groups = append(groups, resolveBlock(blocks[key])...)
			}
			groups = decide(groups, byRoot[root])
			describe(groups)
			if !yield(groups) {
				return
			}
		}
	}
}

func resolveBlock(block []member) []*group {
	slices.SortFunc(block, func(a, b member) int { return strings.Compare(a.ID, b.ID) })
	groups := sameName(block)
	groups = joinTypes(groups)
	groups = joinGenerics(groups)
	groups = joinFullNames(groups)
	groups = joinSurnames(groups)
	return joinAcronyms(groups)
}

// A group is a set of entities held to be one actor: at first those of one name,
// type and, for bodies, country.
type group struct {
	words     []string // of the name that tells most
	kind      graph.ActorType
	country   string
	entities  []member
	documents map[string]bool
	fixed     graph.Actor // name, type and country that a decision gives
	actor     graph.Actor // what describe makes of it in the end
}

// spelled is what is to be known of a name, of which many entities have the same.
type spelled struct {
	words []string
	block string
}

// A member is an entity of a group, and why it is there.
type member struct {
	*graph.Entity
	words []string // of its name
	why   Reason
}

// sameName makes the first groups, sorted by their words, type and country.
func sameName(block []member) []*group {
	type key struct{ words, kind, country string }
	byKey := make(map[key]*group)
	var groups []*group
	for _, e := range block {
		kind := cmp.Or(e.Type, graph.Unknown)
		k := key{strings.Join(e.words, "-"), string(kind), ""}
		if kind == graph.Organization {
			k.country = e.Country
		}
		g := byKey[k]
		if g == nil {
			g = &group{words: e.words, kind: kind, country: k.country, documents: make(map[string]bool)}
			byKey[k] = g
			groups = append(groups, g)
		}
		g.add(e)
	}
	slices.SortFunc(groups, func(a, b *group) int {
		return cmp.Or(slices.Compare(a.words, b.words), cmp.Compare(a.kind, b.kind), cmp.Compare(a.country, b.country))
	})
	return groups
}

func (g *group) add(e member) {
	g.entities = append(g.entities, e)
	g.documents[e.Document] = true
	if g.country == "" {
		g.country = e.Country
	}
}

// take moves the entities of another group to this one, and notes why.
func (g *group) take(other *group, why Reason) {
	for _, e := range other.entities {
		e.why = why
		g.add(e)
	}
	other.entities = nil
}

// withoutEmpty drops the groups that others took.
func withoutEmpty(groups []*group) []*group {
	return slices.DeleteFunc(groups, func(g *group) bool { return len(g.entities) == 0 })
}

// agree reports whether nothing is known that parts two countries.
func agree(a, b string) bool { return a == "" || b == "" || a == b }

// dominance is how many times more documents name one of several candidates for
// it to be the one that is meant.
const dominance = 4

// dominant returns the only one, or the one with most documents if those are so
// many times more than the next has, else nil.
func dominant(groups []*group) *group {
	if len(groups) == 0 {
		return nil
	}
	sorted := slices.Clone(groups)
	slices.SortStableFunc(sorted, func(a, b *group) int { return len(b.documents) - len(a.documents) })
	if len(sorted) > 1 && len(sorted[0].documents) < dominance*len(sorted[1].documents) {
		return nil
	}
	return sorted[0]
}
