package actor

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// identify joins the entities that the document shows to be one, and learns
// roles, countries and genders from the words around names.
func (d *Document) identify() {
	d.joinSpellings()
	d.unmakePersons()
	d.joinMisspelt()
	d.moveShared()
	d.countFull()
	d.joinMisspeltSurnames()
	for i := range d.found {
		d.joinSurname(&d.found[i])
		d.joinAcronym(&d.found[i])
		d.joinCountry(&d.found[i])
	}
	d.sortFound()
	for i := range d.found {
		d.joinBody(i)
	}
	d.joinShort()
	d.joinInitials()
	d.unmakeSpeakers()
	for i := range d.found {
		d.describe(&d.found[i])
	}
	for i := range d.entities {
		d.learnCountry(&d.entities[i])
	}
	for i := range d.found {
		d.joinMinistry(&d.found[i])
	}
	for i := range d.found {
		d.list(&d.found[i])
	}
}

// joinSpellings gives names of one spelling that the model took for several kinds
// of things to the kind of most of them, the first of equals.
func (d *Document) joinSpellings() {
	counts := make([]int, len(d.entities))
	for _, m := range d.found {
		counts[m.entity]++
	}
	best := make(map[string]int)
	for i, e := range d.entities {
		if slug := graph.Slug(e.name); hasGuessedKind(e) && slug != "" {
			if b, ok := best[slug]; !ok || counts[i] > counts[b] {
				best[slug] = i
			}
		}
	}
	for i := range d.found {
		if e := d.entities[d.found[i].entity]; hasGuessedKind(e) && graph.Slug(e.name) != "" {
			d.found[i].entity = best[graph.Slug(e.name)]
		}
	}
}

// hasGuessedKind reports whether the kind of an entity is the model's guess.
func hasGuessedKind(e entity) bool {
	return e.kind == graph.Person || e.kind == graph.Place || e.kind == graph.Organization
}

// sortFound puts the mentions in the order of the text.
func (d *Document) sortFound() {
	slices.SortFunc(d.found, func(a, b mention) int {
		return cmp.Or(a.sentence-b.sentence, a.first-b.first)
	})
	for i, m := range d.found {
		for t := m.first; t <= m.last; t++ {
			d.mentions[m.sentence][t] = i
		}
	}
}

// joinMisspelt joins persons of one document whose names differ in one letter,
// “Kristen Holt” and “Kristin Holt”, but not “Mario Holt” and “Maria Holt”, or in
// the names between: “Ada Maria Lund” and “Ada Lund”.
func (d *Document) joinMisspelt() {
	into := make(map[int]int)
	for i, a := range d.entities {
		for j, b := range d.entities[:i] {
			if _, gone := into[j]; !gone && a.kind == graph.Person && b.kind == graph.Person && d.isMisspelt(a.name, b.name) {
				into[i] = j
			}
		}
	}
	for i := range d.found {
		if e, ok := into[d.found[i].entity]; ok {
			d.found[i].entity = e
		}
	}
}

func (d *Document) isMisspelt(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) < 2 || len(y) < 2 {
		return false
	}
	if len(x) != len(y) {
		return min(len(x), len(y)) == 2 && max(len(x), len(y)) == 3 && x[0] == y[0] && x[len(x)-1] == y[len(y)-1]
	}
	at, differing := 0, 0
	for i := range x {
		if x[i] != y[i] {
			at = i
			differing++
		}
	}
	genders := d.tables.female[x[at]] && d.tables.male[y[at]] || d.tables.male[x[at]] && d.tables.female[y[at]]
	return differing == 1 && !genders && len(x[at]) > 4 && isOneLetterOff(x[at], y[at])
}

// isOneLetterOff reports whether two words of one length differ in one letter
// that is not their first.
func isOneLetterOff(a, b string) bool {
	if len(a) != len(b) || a[0] != b[0] {
		return false
	}
	differing := 0
	for i := range a {
		if a[i] != b[i] {
			differing++
		}
	}
	return differing == 1
}

// shared are names of bodies of one country in the tables that other countries
// have too.
var shared = wordSet("", "Congress", "Democratic Party", "House of Commons", "House of Lords", "Labour Party", "Liberal Democratic Party", "Republican Party")

// moveShared gives a body of a shared name to the country of which the document
// speaks, if that is another and the one of the tables is not named: the
// Democratic Party of a report from Hong Kong is the one there.
func (d *Document) moveShared() {
	named := make(map[string]int)
	for _, m := range d.found {
		if e := d.entities[m.entity]; e.kind != graph.Organization && e.country != "" {
			named[e.country]++
		}
	}
	most := ""
	for _, country := range slices.Sorted(maps.Keys(named)) {
		if most == "" || named[country] > named[most] {
			most = country
		}
	}
	for i := range d.entities {
		if e := &d.entities[i]; shared[e.name] && named[e.country] == 0 && named[most] >= oftenNamed {
			e.country = most
		}
	}
}

// oftenNamed is how many times a document names the country of which it speaks.
const oftenNamed = 3

// countFull counts how often each person is named in full, and where first.
func (d *Document) countFull() {
	for _, m := range d.found {
		if e := &d.entities[m.entity]; e.kind == graph.Person && m.first < m.last {
			e.full++
			if at := (place{m.sentence, m.first}); e.full == 1 || at.before(e.first) {
				e.first = at
			}
		}
	}
}

func (p place) before(q place) bool { return cmp.Or(p.sentence-q.sentence, p.head-q.head) < 0 }

// joinSurname gives a name of one word, or of two of a person, to the person of
// the document whose longer name ends in it.
func (d *Document) joinSurname(m *mention) {
	e := d.entities[m.entity]
	words := len(strings.Fields(e.name))
	tagged := d.isTaggedPerson(m.sentence, m.first)
	switch {
	case m.adjective || m.place && !tagged:
		return
	case m.first == m.last && (e.kind == graph.State || d.isCapital(*m)):
		if i, ok := d.bearer(d.token(m.sentence, m.first).Form, m.entity); ok && (tagged || d.isCapital(*m) && (!d.isNamed(e.country) || d.isMostlyPerson(*m))) {
			m.entity, m.place = i, false
		}
		return
	case e.kind != graph.Person && (words > 1 || e.kind == graph.State) || words > 2:
		return
	}
	if i, ok := d.longerPerson(e.name, m.entity); ok {
		m.entity, m.place = i, false
	}
}

// isNamed reports whether the document names a country, by more than its capital,
// which may be a surname: “Paris” after “Ada Paris”.
func (d *Document) isNamed(country string) bool {
	return slices.ContainsFunc(d.found, func(m mention) bool {
		e := d.entities[m.entity]
		return e.country == country && (m.adjective || !d.isCapital(m))
	})
}

// isMostlyPerson reports whether the model takes a name most often for a person's
// in the document.
func (d *Document) isMostlyPerson(m mention) bool {
	name, tagged, not := d.text(m.sentence, m.first, m.last), 0, 0
	for _, other := range d.found {
		switch {
		case d.text(other.sentence, other.first, other.last) != name:
		case d.isTaggedPerson(other.sentence, other.first):
			tagged++
		default:
			not++
		}
	}
	return tagged > not
}

// isTaggedPerson reports whether the model takes a token for part of a person's
// name, by either set of types.
func (d *Document) isTaggedPerson(s, i int) bool {
	isPerson := func(n syntax.Name) bool {
		return n.First <= i && i <= n.Last && (n.Type == syntax.PersonName || n.Type == syntax.PersonKind)
	}
	return slices.ContainsFunc(d.sentences[s].Names, isPerson) || slices.ContainsFunc(d.sentences[s].Kinds, isPerson)
}

// longerPerson returns the person whose name ends in the words, else the only
// one whose name begins with them, else the only one who has them as the first of two
// surnames: “Quispe” after “Mariela Quispe Arana”.
func (d *Document) longerPerson(name string, self int) (int, bool) {
	slug := graph.Slug(name)
	if i, ok := d.bearer(name, self); ok {
		return i, true
	}
	fits := d.persons(self, func(s string) bool { return strings.HasPrefix(s, slug+"-") })
	if len(fits) == 0 {
		fits = d.persons(self, func(s string) bool { return strings.Count(s, "-") == 2 && strings.Contains(s, "-"+slug+"-") })
	}
	if len(fits) == 1 && len(d.persons(self, endsIn(slug))) == 0 {
		return fits[0], true
	}
	return none, false
}

// bearer returns the person of a surname: of several the one who is named in
// full first, if none is more often.
func (d *Document) bearer(surname string, self int) (int, bool) {
	fits := d.persons(self, endsIn(graph.Slug(surname)))
	if len(fits) == 0 {
		return none, false
	}
	main := slices.MinFunc(fits, func(a, b int) int {
		x, y := d.entities[a].first, d.entities[b].first
		return cmp.Or(x.sentence-y.sentence, x.head-y.head)
	})
	for _, i := range fits {
		if d.entities[i].full > d.entities[main].full {
			return none, false
		}
	}
	return main, true
}

func endsIn(slug string) func(string) bool {
	return func(name string) bool { return strings.HasSuffix(name, "-"+slug) }
}

// persons returns the persons named in full whose slugs fit, but one.
func (d *Document) persons(but int, fits func(slug string) bool) []int {
	var out []int
	for i, e := range d.entities {
		if i != but && e.kind == graph.Person && e.full > 0 && fits(graph.Slug(e.name)) {
			out = append(out, i)
		}
	}
	return out
}

// joinCountry gives a body that every country has, named alone, to the only one
// of the document that goes by a country: “the Foreign Ministry” to “Russia's
// Foreign Ministry”.
func (d *Document) joinCountry(m *mention) {
	e := d.entities[m.entity]
	if e.kind != graph.Organization || e.country != "" || !d.isOfCountry(m.sentence, m.first, m.last) && portfolioOf(e.name) == "" {
		return
	}
	match := none
	for i, other := range d.entities {
		if other.country != "" && graph.Slug(other.name) == graph.Slug(d.tables.adjectiveOf[other.country]+" "+commonName(e.name)) {
			if match != none {
				return
			}
			match = i
		}
	}
	if match != none {
		m.entity = match
	}
}

// joinBody gives a body named by its noun alone to the last one before of a
// longer name: “the Church” to “the Church of Oslo”.
func (d *Document) joinBody(i int) {
	m := &d.found[i]
	if m.first < m.last || m.first == 0 || d.entities[m.entity].kind != graph.Organization || strings.ToLower(d.token(m.sentence, m.first-1).Form) != "the" {
		return
	}
	noun := strings.ToLower(d.token(m.sentence, m.first).Form)
	if d.tables.titles[noun] != "body" && noun != "house" {
		return
	}
	for k := i - 1; k >= 0; k-- {
		if e := d.entities[d.found[k].entity]; e.kind == graph.Organization && isCalled(graph.Slug(e.name), noun) {
			m.entity = d.found[k].entity
			return
		}
	}
}

// isCalled reports whether a body of several words goes by a noun: “Church of
// Oslo”, “Oslo Church”.
func isCalled(slug, noun string) bool {
	return strings.HasSuffix(slug, "-"+noun) || strings.HasPrefix(slug, noun+"-of-") || strings.Contains(slug, "-"+noun+"-of-")
}

// joinAcronym joins “Organization for … (OSCE)” with its acronym.
func (d *Document) joinAcronym(m *mention) {
	tokens := d.sentences[m.sentence].Tokens
	if m.last+3 >= len(tokens) || tokens[m.last+1].Form != "(" || tokens[m.last+3].Form != ")" {
		return
	}
	short := tokens[m.last+2].Form
	if !isAcronym(short, d.entities[m.entity].name) {
		return
	}
	for i := range d.found {
		if e := d.entities[d.found[i].entity]; e.name == short || i == d.mentions[m.sentence][m.last+2] {
			d.found[i].entity = m.entity
		}
	}
}

// isAcronym reports whether short is made of initials of the name's words.
func isAcronym(short, name string) bool {
	letters := strings.ReplaceAll(short, ".", "")
	if len(letters) < 2 || letters != strings.ToUpper(letters) {
		return false
	}
	i := 0
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if i < len(letters) && strings.HasPrefix(strings.ToUpper(word), letters[i:i+1]) {
			i++
		}
	}
	return i == len(letters)
}
