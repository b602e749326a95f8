package actor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// readNames takes the names that the model found in sentence s.
func (d *Document) readNames(s int) {
	for _, n := range d.sentences[s].Names {
		first, last := d.trimName(s, n.First, n.Last)
		if first > last || d.isTaken(s, first, last) {
			continue
		}
		d.mark(mention{sentence: s, first: first, last: last, entity: d.nameEntity(s, first, last, n.Type)})
	}
}

// trimName drops articles, titles and the possessive marker from a name.
func (d *Document) trimName(s, first, last int) (int, int) {
	for first < last && (d.token(s, first).UPOS == "DET" || d.isHonorific(s, first)) {
		first++
	}
	for last > first && (d.token(s, last).XPOS == "POS" || d.token(s, last).UPOS == "PUNCT") {
		last--
	}
	return first, last
}

func (d *Document) isTaken(s, first, last int) bool {
	return slices.ContainsFunc(d.mentions[s][first:last+1], func(m int) bool { return m != none })
}

func (d *Document) isHonorific(s, i int) bool {
	kind := d.tables.titles[strings.ToLower(d.token(s, i).Form)]
	return kind == "honorific" || kind == "rank"
}

// mark records a mention for its tokens, and how the sentence uses it.
func (d *Document) mark(m mention) {
	head := d.head(m)
	m.place = !m.adjective && d.isPlace(m, d.firstConjunct(m.sentence, head))
	switch homonym := d.homonym(m, head); {
	case homonym != "":
		m.place = true
		m.entity = d.entityFor("place:"+graph.Slug(homonym), homonym, graph.Place, "USA")
	case m.place && d.isCapital(m):
		m.entity = d.entityFor("place:"+graph.Slug(d.text(m.sentence, m.first, m.last)), d.text(m.sentence, m.first, m.last), graph.Place, d.entities[m.entity].country)
	}
	for i := m.first; i <= m.last; i++ {
		d.mentions[m.sentence][i] = len(d.found)
	}
	d.found = append(d.found, m)
}

// head returns the token of the mention whose head lies outside it.
func (d *Document) head(m mention) int {
	for i := m.first; i <= m.last; i++ {
		if h := d.token(m.sentence, i).Head; h < m.first || h > m.last {
			return i
		}
	}
	return m.first
}

// nameEntity returns the entity of a name that the model found.
func (d *Document) nameEntity(s, first, last int, kind syntax.NameType) int {
	form := d.text(s, first, last)
	if what, ok := d.lookUp(form); ok && (kind != syntax.PersonName || first == last) && !d.isOfAnother(s, first, last, what.country) {
		return d.knownEntity(what)
	}
	if what, ok := d.tables.adjectives[form]; ok && kind != syntax.PersonName {
		return d.knownEntity(what)
	}
	switch kind {
	case syntax.PersonName:
		return d.entityFor("person:"+graph.Slug(form), form, graph.Person, "")
	case syntax.PlaceName:
		return d.entityFor("place:"+graph.Slug(form), form, graph.Place, "")
	default:
		return d.body(s, first, last)
	}
}

// body returns the entity of an organization's name. A body that every country
// has goes by its country: “Russia's Foreign Ministry” is the Russian one.
func (d *Document) body(s, first, last int) int {
	form := d.text(s, first, last)
	country, bare := d.leadingCountry(s, first, last)
	end := last
	if country == "" {
		country, end = d.trailingCountry(s, first, last)
	}
	country = cmp.Or(country, d.countryBeside(s, first, last))
	if d.token(s, bare).XPOS == "POS" && bare < last {
		bare++
	}
	adjective := d.tables.adjectiveOf[country]
	if !d.isOfCountry(s, bare, end) || adjective == "" {
		country = cmp.Or(country, d.countryIn(s, first, last))
		return d.entityFor("organization:"+graph.Slug(form), form, graph.Organization, country)
	}
	name := adjective + " " + d.text(s, bare, end)
	return d.entityFor("organization:"+graph.Slug(name), name, graph.Organization, country)
}

// isOfCountry reports whether a name ends like bodies that every country has:
// “Foreign Ministry”, “Air Force”.
func (d *Document) isOfCountry(s, first, last int) bool {
	for from := last; from >= max(first, last-2); from-- {
		if d.tables.titles[strings.ToLower(d.text(s, from, last))] == "body" {
			return true
		}
	}
	return false
}

// isOfAnother reports whether a body that the tables give to one country stands
// with another: “Peru's Congress” is not that of the United States.
func (d *Document) isOfAnother(s, first, last int, country string) bool {
	if country == "" || !d.isOfCountry(s, first, last) {
		return false
	}
	beside := d.countryBeside(s, first, last)
	return beside != "" && beside != country
}

// leadingCountry returns the country whose names or adjectives a name begins
// with, and the token after them.
func (d *Document) leadingCountry(s, first, last int) (country string, next int) {
	for end := min(first+d.tables.longest, last) - 1; end >= first; end-- {
		form := d.text(s, first, end)
		what, ok := d.tables.adjectives[form]
		if !ok {
			what = d.tables.names[form]
		}
		if what.kind == graph.State && !what.capital {
			_, next = d.leadingCountry(s, end+1, last)
			return what.country, next
		}
	}
	return "", first
}

// trailingCountry returns the country of “Foreign Ministry of Peru”, and the last
// token before “of”.
func (d *Document) trailingCountry(s, first, last int) (country string, end int) {
	for of := last - 1; of > first; of-- {
		if d.token(s, of).Form != "of" {
			continue
		}
		what := d.tables.names[d.text(s, of+1, last)]
		if what.kind == graph.State && !what.capital {
			return what.country, of - 1
		}
		break
	}
	return "", last
}

// countryBeside returns the country whose adjective or possessive stands before
// a name.
func (d *Document) countryBeside(s, first, last int) string {
	for t := first; t <= last; t++ {
		for _, k := range d.trees[s].Children(t) {
			if rel := d.token(s, k).Rel; k < first && (rel == "amod" || rel == "nmod:poss" || rel == "compound") {
				if m := d.mentions[s][k]; m != none && d.entities[d.found[m].entity].kind == graph.State && !d.isCapital(d.found[m]) {
					return d.entities[d.found[m].entity].country
				}
				if country := d.countryIn(s, k, k); country != "" {
					return country
				}
			}
		}
	}
	return ""
}

// entityFor returns the entity with the key, made on first use.
func (d *Document) entityFor(key, name string, kind graph.ActorType, country string) int {
	if i, ok := d.byKey[key]; ok {
		return i
	}
	d.byKey[key] = len(d.entities)
	d.entities = append(d.entities, entity{key: key, name: name, kind: kind, country: country})
	return len(d.entities) - 1
}

// identify joins the entities that the document shows to be one, and learns
// roles, countries and genders from the words around names.
func (d *Document) identify() {
	d.joinSpellings()
	for i := range d.found {
		d.joinSurname(&d.found[i])
		d.joinAcronym(&d.found[i])
		d.joinCountry(&d.found[i])
	}
	d.sortFound()
	for i := range d.found {
		d.describe(&d.found[i])
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

// joinSurname gives a person named by one word to the one person of the
// document whose longer name ends in it.
func (d *Document) joinSurname(m *mention) {
	e := d.entities[m.entity]
	words := len(strings.Fields(e.name))
	if e.kind != graph.Person && (words > 1 || e.kind == graph.State) || words > 2 {
		return
	}
	if i, ok := d.longerPerson(e.name, m.entity); ok {
		m.entity = i
	}
}

// longerPerson returns the only other person whose name ends in the words, else
// the only one whose name begins with them.
func (d *Document) longerPerson(name string, self int) (int, bool) {
	slug := graph.Slug(name)
	if i, ok := d.onlyPerson(self, func(s string) bool { return strings.HasSuffix(s, "-"+slug) }); ok {
		return i, true
	}
	return d.onlyPerson(self, func(s string) bool { return strings.HasPrefix(s, slug+"-") })
}

func (d *Document) onlyPerson(self int, fits func(slug string) bool) (int, bool) {
	match, count := none, 0
	for i, e := range d.entities {
		if i != self && e.kind == graph.Person && fits(graph.Slug(e.name)) {
			match = i
			count++
		}
	}
	return match, count == 1
}

// joinCountry gives a body that every country has, named alone, to the only one
// of the document that goes by a country: “the Foreign Ministry” to “Russia's
// Foreign Ministry”.
func (d *Document) joinCountry(m *mention) {
	e := d.entities[m.entity]
	if e.kind != graph.Organization || e.country != "" || !d.isOfCountry(m.sentence, m.first, m.last) {
		return
	}
	match := none
	for i, other := range d.entities {
		if other.country != "" && graph.Slug(other.name) == graph.Slug(d.tables.adjectiveOf[other.country]+" "+e.name) {
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

// describe lists the mention with its entity, and takes role, country and
// gender from the words at it.
func (d *Document) describe(m *mention) {
	e := &d.entities[m.entity]
	head := d.head(*m)
	reading := graph.ActorReading
	if m.place {
		reading = graph.PlaceReading
	}
	e.listed = append(e.listed, graph.Mention{
		Text: d.text(m.sentence, m.first, m.last), Span: d.span(m.sentence, m.first, m.last),
		Head: d.span(m.sentence, head, head), Kind: graph.NameMention, Reading: reading,
	})
	if e.id == "" {
		e.id = graph.EntityID(d.doc.ID, e.listed[0].Span)
	}
	if e.kind != graph.Person {
		return
	}
	given := d.token(m.sentence, m.first).Form
	if e.gender == 0 && m.first < m.last && d.tables.female[given] {
		e.gender = 'f'
	} else if e.gender == 0 && m.first < m.last && d.tables.male[given] {
		e.gender = 'm'
	}
	d.learnRole(e, m, head)
}

// learnRole reads “Russian Foreign Minister Sergei Lavrov” and “Lavrov, the
// foreign minister of Russia”.
func (d *Document) learnRole(e *entity, m *mention, head int) {
	tree := d.trees[m.sentence]
	around := tree.Children(head)
	if first := d.firstConjunct(m.sentence, head); first != head {
		// The parser hangs “A and B, the minister,” on A.
		around = append(slices.Clone(around), tree.Children(first)...)
	}
	for _, k := range around {
		rel := d.token(m.sentence, k).Rel
		if (rel == "nmod:desc" || rel == "appos" || rel == "compound" || rel == "amod") && !(m.first <= k && k <= m.last) {
			first, last := tree.Subtree(k)
			if first > m.last+2 || last < m.first-2 || k < m.first && d.token(m.sentence, k).Head != head {
				continue // beside another name
			}
			if e.country == "" {
				e.country = d.countryIn(m.sentence, first, last)
			}
			if e.role == "" && rel != "amod" && d.tables.titles[d.lemma(m.sentence, k)] == "office" {
				e.role = d.role(m.sentence, first, k)
				e.office, e.named = &place{m.sentence, k}, head
			}
		}
	}
}

// role returns the words of an office up to its head, without article and
// country.
func (d *Document) role(s, first, head int) string {
	for first < head && (d.token(s, first).UPOS == "DET" || d.token(s, first).UPOS == "PUNCT" || d.mentions[s][first] != none || d.token(s, first).XPOS == "POS") {
		first++
	}
	return d.text(s, first, head)
}
