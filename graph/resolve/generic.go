package resolve

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// generics are names of bodies that many countries have, so that the name alone
// does not tell which.
var generics = phrases(`
air force
appeals court
armed forces
army
attorney general
border guard
cabinet
central bank
central election commission
chamber of deputies
chamber of representatives
coast guard
communist party
congress
conservative party
constitutional court
council of ministers
court of appeal
court of appeals
culture ministry
defence ministry
democratic party
education ministry
election commission
electoral commission
federal court
federal police
finance ministry
foreign ministry
green party
health ministry
high court
house of assembly
house of representatives
interior ministry
justice ministry
labour party
legislative assembly
liberal party
military police
ministry of defence
ministry of education
ministry of finance
ministry of foreign affairs
ministry of health
ministry of interior
ministry of justice
national army
national assembly
national congress
national council
national guard
national party
national police
navy
parliament
people's party
presidential guard
prosecutor general
republican guard
senate
social democratic party
socialist party
state council
supreme council
supreme court
supreme electoral court
workers' party
`)

func phrases(lines string) [][]string {
	var out [][]string
	for line := range strings.Lines(lines) {
		if words := words(line); len(words) > 0 {
			out = append(out, words)
		}
	}
	return out
}

// generic finds the generic name within one: at its end, or at its beginning
// before “of”. The other words are told too, without particles.
func generic(name []string) (phrase, other []string) {
	for _, p := range generics {
		n := len(p)
		switch {
		case len(name) < n || len(p) < len(phrase):
		case slices.Equal(name[len(name)-n:], p):
			phrase, other = p, name[:len(name)-n]
		case len(name) > n && name[n] == "of" && slices.Equal(name[:n], p):
			phrase, other = p, name[n+1:]
		}
	}
	return phrase, slices.DeleteFunc(slices.Clone(other), isParticle)
}

// joinGenerics sees to bodies of generic names. Those of one country are one,
// with a word of the country or without: “Brazilian Supreme Court”, “Supreme Court
// of Brazil”. Those of no known country are the one that their document names
// with its country; where several countries have such a body, the others stay
// apart by document.
func joinGenerics(groups []*group) []*group {
	var bare []*group
	byCountry := make(map[string]*group)
	for _, g := range groups {
		phrase, other := generic(g.words)
		switch {
		case phrase == nil || g.kind != graph.Organization:
		case g.country == "" && len(other) == 0:
			bare = append(bare, g)
		case g.country == "" || len(other) > 0 && !isOf(g.country, other):
		case byCountry[g.country] == nil:
			byCountry[g.country] = g
		default:
			byCountry[g.country].take(g, Reason{Kind: ByCountry})
		}
	}
	for _, g := range bare {
		g.giveTo(byCountry)
		if len(byCountry) > 1 {
			groups = append(groups, g.byDocument()...)
		}
	}
	return withoutEmpty(groups)
}

// isOf reports whether the only other word of a name is of a country: it has the
// letters of its code in their order, as Brazilian has those of BRA.
func isOf(country string, other []string) bool {
	if len(other) != 1 {
		return false
	}
	if other[0] == "us" {
		return country == "USA"
	}
	rest := strings.ToLower(country)
	for i := 0; i < len(other[0]) && rest != ""; i++ {
		if other[0][i] == rest[0] {
			rest = rest[1:]
		} else if i == 0 {
			return false
		}
	}
	return rest == ""
}

// giveTo gives each entity to the one body that its document names with its
// country, if there is one.
func (g *group) giveTo(byCountry map[string]*group) {
	var rest []member
	for _, e := range g.entities {
		if here := namedIn(e.Document, byCountry); here != nil {
			e.why = Reason{Kind: ByCountry}
			here.add(e)
		} else {
			rest = append(rest, e)
		}
	}
	g.keep(rest)
}

// byDocument parts a group by document and leaves it empty.
func (g *group) byDocument() []*group {
	parts := make(map[string]*group)
	var out []*group
	for _, e := range g.entities {
		if parts[e.Document] == nil {
			parts[e.Document] = &group{words: g.words, kind: g.kind, documents: make(map[string]bool)}
			out = append(out, parts[e.Document])
		}
		parts[e.Document].add(e)
	}
	g.entities = nil
	return out
}

// namedIn returns the only group that a document names, or nil.
func namedIn(document string, groups map[string]*group) *group {
	var found *group
	for _, g := range groups {
		if g.documents[document] {
			if found != nil {
				return nil
			}
			found = g
		}
	}
	return found
}
