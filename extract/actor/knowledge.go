package actor

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/graph"
)

//go:embed anaphors.tsv
var anaphorsTable string

//go:embed countries.tsv
var countriesTable string

//go:embed organizations.tsv
var organizationsTable string

//go:embed givennames.tsv
var givenNamesTable string

//go:embed titles.tsv
var titlesTable string

// A known name is what the tables say of a form.
type known struct {
	name    string
	kind    graph.ActorType
	country string
	capital bool // a city that stands for its government
}

// A knowledge holds the tables, by form as printed.
type knowledge struct {
	names      map[string]known
	folded     map[string]known // names of several words in lower case
	adjectives map[string]known // “Russian”
	// adjectiveOf gives the usual adjective of a country by its code.
	adjectiveOf map[string]string
	female      map[string]bool
	male        map[string]bool
	titles      map[string]string   // title to kind: office, honorific, rank, body, group
	bodies      map[string][]string // noun to the bodies that it takes up, by their slugs: “the bloc”
	synonyms    map[string]string   // noun to the noun that it takes up: “the mission” after “its embassy”
	offices     map[string][]string // what an office is called besides its name: “top diplomat”
	kinds       map[string]coref.Type
	longest     int // words in the longest name or adjective
}

var tables = sync.OnceValue(func() *knowledge {
	k := &knowledge{
		names: make(map[string]known), folded: make(map[string]known), adjectives: make(map[string]known),
		adjectiveOf: make(map[string]string), female: make(map[string]bool), male: make(map[string]bool), titles: make(map[string]string),
		bodies: make(map[string][]string), offices: make(map[string][]string), synonyms: make(map[string]string), kinds: make(map[string]coref.Type),
	}
	eachRow(organizationsTable, k.organization)
	eachRow(countriesTable, k.country)
	for form, what := range k.names {
		if strings.Contains(form, " ") && form == strings.TrimSpace(form) {
			k.fold(form, what)
		}
	}
	eachRow(givenNamesTable, func(cell []string) {
		if cell[1] == "f" {
			k.female[cell[0]] = true
		} else {
			k.male[cell[0]] = true
		}
	})
	eachRow(titlesTable, func(cell []string) {
		k.titles[cell[0]] = cell[1]
		if !manyOrBody[cell[0]] {
			k.kinds[cell[0]] = titleTypes[cell[1]]
		}
	})
	eachRow(anaphorsTable, k.anaphor)
	return k
})

// titleTypes says what kind of thing a noun of titles.tsv means. Offices are left
// out: “the mediator” is most often somebody named before, to whom pronouns go.
var titleTypes = map[string]coref.Type{
	"honorific": coref.Person, "rank": coref.Person, "group": coref.Person, "body": coref.Organization,
}

// manyOrBody holds groups of titles.tsv of whom one may be “it”: they are several
// people, or may be a country.
var manyOrBody = wordSet(`adversary ally backer belligerent broker clan clergy creditor crew critic crowd customer donor electorate
	elite employer enemy exporter family force gang importer infantry insurgency investor jury minority mob neighbor neighbour opponent
	opposition owner participant partner peer people personnel population producer public respondent rival source staff supporter team
	trader tribe troop`, "activist group", "armed group", "ethnic group", "extremist group", "guerrilla group", "jihadi group",
	"law enforcement", "militant group", "militia group", "opposition group", "paramilitary group", "rebel group", "religious group",
	"separatist group", "terrorist group")

func wordSet(words string, phrases ...string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range append(strings.Fields(words), phrases...) {
		set[w] = true
	}
	return set
}

// fold enters a name of several words in lower case. Of forms that differ only
// in case, the one whose entity comes first in the alphabet counts, so that the
// order of the map does not.
func (k *knowledge) fold(form string, what known) {
	lower := strings.ToLower(form)
	if before, taken := k.folded[lower]; !taken || what.name < before.name {
		k.folded[lower] = what
	}
}

// eachRow calls f with the cells of each line after the header.
func eachRow(table string, f func(cell []string)) {
	for _, line := range strings.Split(strings.TrimRight(table, "\n"), "\n")[1:] {
		f(strings.Split(line, "\t"))
	}
}

// country reads code, name, aliases, adjectives, people, capitals, seats.
func (k *knowledge) country(cell []string) {
	state := known{name: cell[1], kind: graph.State, country: cell[0]}
	k.add(k.names, cell[1], state)
	for _, form := range values(cell[2]) {
		k.add(k.names, form, state)
	}
	for i, form := range values(cell[3]) {
		if i == 0 {
			k.adjectiveOf[cell[0]] = form
		}
		k.add(k.adjectives, form, state)
	}
	for _, form := range values(cell[4]) {
		if _, taken := k.adjectives[form]; !taken {
			k.add(k.names, form, known{name: form, kind: graph.Group, country: cell[0]})
		}
	}
	for _, form := range values(cell[5]) {
		k.add(k.names, form, known{name: cell[1], kind: graph.State, country: cell[0], capital: true})
	}
	seats := values(cell[6])
	for _, form := range seats {
		k.add(k.names, form, known{name: seats[0], kind: graph.Organization, country: cell[0]})
	}
}

// organization reads name, aliases, type, country, and seats that stand for it:
// “Brussels”.
func (k *knowledge) organization(cell []string) {
	body := known{name: cell[0], kind: graph.ActorType(cell[2]), country: cell[3]}
	k.add(k.names, cell[0], body)
	for _, form := range values(cell[1]) {
		k.add(k.names, form, body)
	}
	body.capital = true
	for _, form := range values(cell[4]) {
		k.add(k.names, form, body)
	}
}

// add enters a form unless an earlier row has it, so that countries do not
// overrule bodies of the same name.
func (k *knowledge) add(table map[string]known, form string, what known) {
	if _, taken := table[form]; !taken && form != "" {
		table[form] = what
	}
	k.longest = max(k.longest, strings.Count(form, " ")+1)
}

func values(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// anaphor reads noun, kind and antecedents: bodies by their names, offices, or a
// noun.
func (k *knowledge) anaphor(cell []string) {
	switch cell[1] {
	case "thing":
		k.synonyms[cell[0]] = cell[2]
		return
	case "office":
		k.offices[cell[0]] = values(cell[2])
		return
	}
	for _, name := range values(cell[2]) {
		k.bodies[cell[0]] = append(k.bodies[cell[0]], graph.Slug(name))
	}
}
