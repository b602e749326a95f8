package resolve

import (
	"maps"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// joinTypes joins groups of one name but of other types, which a document may
// have got wrong, with the one that most documents name.
func joinTypes(groups []*group) []*group {
	for start := 0; start < len(groups); {
		end := start + 1
		for end < len(groups) && slices.Equal(groups[end].words, groups[start].words) {
			end++
		}
		joinNamesakes(groups[start:end], groups)
		start = end
	}
	return withoutEmpty(groups)
}

// joinNamesakes leaves apart: states and what is named like them, bodies of
// several countries, and surnames, which joinSurnames sees to.
func joinNamesakes(namesakes, block []*group) {
	lead := slices.MaxFunc(namesakes, func(a, b *group) int { return len(a.documents) - len(b.documents) })
	for _, g := range namesakes {
		switch {
		case g == lead || !agree(g.country, lead.country) || isSurname(g, block) != isSurname(lead, block):
		case g.kind == lead.kind:
			if ofKind(namesakes, g.kind) == 2 {
				lead.take(g, Reason{Kind: ByName})
			}
		case g.kind == graph.Unknown || lead.kind == graph.Unknown:
			if len(namesakes) == 2 {
				lead.take(g, Reason{Kind: ByName})
			}
		case g.kind != graph.State && lead.kind != graph.State && len(lead.documents) > len(g.documents):
			lead.take(g, Reason{Kind: ByName})
		}
	}
}

func ofKind(groups []*group, kind graph.ActorType) int {
	n := 0
	for _, g := range groups {
		if g.kind == kind {
			n++
		}
	}
	return n
}

// isSurname reports whether a group of one word is of persons and the block has
// a person of that surname.
func isSurname(g *group, block []*group) bool {
	return g.kind == graph.Person && len(g.words) == 1 && slices.ContainsFunc(block, isFullName)
}

func isFullName(g *group) bool { return g.kind == graph.Person && len(g.words) > 1 }

// joinFullNames joins persons whose names are shapes of one: “Donald J. Trump”
// and “Donald Trump”, “Joe Biden” and “Joseph Biden”. Longer names go first; a
// shorter one that fits several persons joins none, unless one dominates.
func joinFullNames(groups []*group) []*group {
	var full []*group
	for _, g := range groups {
		if isFullName(g) {
			full = append(full, g)
		}
	}
	slices.SortStableFunc(full, func(a, b *group) int { return letters(b.words) - letters(a.words) })
	var persons []*group
	for _, g := range full {
		fits := slices.DeleteFunc(slices.Clone(persons), func(p *group) bool { return !oneName(p.words, g.words) })
		if p := dominant(fits); p != nil {
			p.take(g, Reason{Kind: ByShape})
		} else {
			persons = append(persons, g)
		}
	}
	return withoutEmpty(groups)
}

func letters(words []string) int { return len(strings.Join(words, "")) }

// oneName reports whether the shorter of two names of one surname can be the
// longer: with the same given name, or its initial, and no other name between
// them; or as the end of it.
func oneName(long, short []string) bool {
	if len(short) > len(long) {
		long, short = short, long
	}
	if generation(long) != generation(short) {
		return false
	}
	if slices.Equal(long[len(long)-len(short):], short) {
		return true
	}
	return sameGiven(long[0], short[0]) && within(long[1:], short[1:])
}

// within reports whether the short words stand among the long in their order.
func within(long, short []string) bool {
	for _, word := range long {
		if len(short) > 0 && sameGiven(word, short[0]) {
			short = short[1:]
		}
	}
	return len(short) == 0
}

func generation(words []string) string {
	if last := words[len(words)-1]; generations[last] {
		return last
	}
	return ""
}

// joinSurnames gives each entity with no more than a surname to the one person
// of that name who fits. A body of one word is a mistaken surname if its document
// names the person too, or more documents do.
func joinSurnames(groups []*group) []*group {
	persons := slices.DeleteFunc(slices.Clone(groups), func(g *group) bool { return !isFullName(g) })
	known := slices.Clone(persons)
	for i, p := range persons {
		known[i] = &group{words: p.words, kind: p.kind, country: p.country, entities: p.entities, documents: maps.Clone(p.documents)}
	}
	for _, g := range groups {
		if len(persons) == 0 || len(g.words) > 1 || g.kind != graph.Person && g.kind != graph.Organization && g.kind != graph.Unknown {
			continue
		}
		var rest []member
		for _, e := range g.entities {
			bearer, why := bearer(e.Entity, known)
			i := slices.Index(known, bearer)
			if i < 0 || g.kind != graph.Person && !known[i].documents[e.Document] && len(known[i].documents) <= len(g.documents) {
				rest = append(rest, e)
				continue
			}
			e.why = why
			persons[i].add(e)
		}
		g.keep(rest)
	}
	return withoutEmpty(groups)
}

func (g *group) keep(entities []member) {
	g.entities, g.documents, g.country = nil, make(map[string]bool), ""
	for _, e := range entities {
		g.add(e)
	}
}

// bearer returns the person whom a surname means: the one of its document, of
// its role, or else the one who dominates; never one of another country.
func bearer(e *graph.Entity, persons []*group) (*group, Reason) {
	keep := func(from []*group, good func(*group) bool) []*group {
		return slices.DeleteFunc(slices.Clone(from), func(p *group) bool { return !good(p) })
	}
	fits := keep(persons, func(p *group) bool { return agree(p.country, e.Country) })
	if here := keep(fits, func(p *group) bool { return p.documents[e.Document] }); len(here) > 0 {
		if len(here) == 1 {
			return here[0], Reason{Kind: BySurnameInDocument}
		}
		return nil, Reason{}
	}
	if held := keep(fits, func(p *group) bool { return p.holds(e.Role) }); len(held) == 1 {
		return held[0], Reason{Kind: BySurnameAndRole}
	}
	return dominant(fits), Reason{Kind: BySurname}
}

// holds reports whether some document gives the group the role.
func (g *group) holds(role string) bool {
	return role != "" && slices.ContainsFunc(g.entities, func(e member) bool { return graph.Slug(e.Role) == graph.Slug(role) })
}

// joinAcronyms joins an acronym with the only name that it stands for, or with
// the only one that a document gives it for.
func joinAcronyms(groups []*group) []*group {
	for _, g := range groups {
		if !isAcronym(g) {
			continue
		}
		var fits, shown []*group
		for _, long := range groups {
			if len(long.words) > 2 && long.kind != graph.Person && initials(long.words) == g.words[0] && agree(long.country, g.country) {
				fits = append(fits, long)
				if shows(long, g.words[0]) {
					shown = append(shown, long)
				}
			}
		}
		if len(shown) == 1 {
			fits = shown
		}
		if len(fits) == 1 {
			fits[0].take(g, Reason{Kind: ByAcronym})
		}
	}
	return withoutEmpty(groups)
}

func isAcronym(g *group) bool {
	return len(g.words) == 1 && len(g.entities) > 0 && g.kind != graph.State && len(g.words[0]) > 2 &&
		slices.ContainsFunc(g.entities, func(e member) bool { return e.Name == strings.ToUpper(e.Name) })
}

// shows reports whether a document gives the acronym for the name.
func shows(g *group, acronym string) bool {
	return slices.ContainsFunc(g.entities, func(e member) bool {
		return slices.ContainsFunc(e.Mentions, func(m graph.Mention) bool {
			return m.Kind == graph.NameMention && graph.Slug(m.Text) == acronym
		})
	})
}
