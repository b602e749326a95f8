package actor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// readNames takes the names that the model found in sentence s.
func (d *Document) readNames(s int) {
	names := d.sentences[s].Names
	for k := 0; k < len(names); k++ {
		n := names[k]
		for k+1 < len(names) && d.isTorn(s, n, names[k+1]) {
			k++
			n.Last = names[k].Last
		}
		if d.isCutShort(s, n) {
			n.Last++
		}
		first, last := d.trimName(s, n)
		if first > last || d.isTaken(s, first, last) || first == last && coref.IsTime(d.lemma(s, first)) {
			continue
		}
		e := d.nameEntity(s, first, last, n.Type)
		if d.entities[e].kind == graph.Organization {
			first = d.withoutOwner(s, first, last)
		}
		d.mark(mention{sentence: s, first: first, last: last, entity: e})
	}
}

// withoutOwner returns the first token of a body's name after the country that it
// belongs to: “Supreme Court” in “Peru's Supreme Court”.
func (d *Document) withoutOwner(s, first, last int) int {
	if _, bare := d.leadingCountry(s, first, last); bare < last && d.token(s, bare).XPOS == "POS" {
		return bare + 1
	}
	return first
}

// isTorn reports whether two names are parts of one: of a body's, the first of
// which ends in a preposition, “Journal of” and “Peru”, or of a person's that the
// tree takes together, “Ada” and “Lund”.
func (d *Document) isTorn(s int, a, b syntax.Name) bool {
	if a.Type == syntax.PersonName && b.Type == syntax.PersonName && b.First == a.Last+1 {
		x := d.token(s, d.head(mention{sentence: s, first: a.First, last: a.Last}))
		y := d.token(s, d.head(mention{sentence: s, first: b.First, last: b.Last}))
		below := x.Rel == "flat" && b.First <= x.Head && x.Head <= b.Last || y.Rel == "flat" && a.First <= y.Head && y.Head <= a.Last
		return below || x.Rel == "flat" && y.Rel == "flat" && x.Head == y.Head
	}
	return a.Type == syntax.OrganizationName && a.First < a.Last && d.token(s, a.Last).UPOS == "ADP" && b.First == a.Last+1
}

// readTurn takes the name of who speaks in a transcript, which the model does not
// know in capitals: “MR. LUND: Thank you.” What goes before the name may have been
// taken for a sentence of its own.
func (d *Document) readTurn(s int) {
	tokens := d.sentences[s].Tokens
	i := 0
	for i < len(tokens) && (d.isHonorific(s, i) || tokens[i].UPOS == "PUNCT") {
		i++
	}
	addressed := i > 0
	if s > 0 && !addressed {
		before := d.sentences[s-1].Tokens
		addressed = len(before) <= 2 && d.isHonorific(s-1, 0)
	}
	if !addressed || i+1 >= len(tokens) || tokens[i+1].Form != ":" || !isCapitals(tokens[i].Form) || d.isTaken(s, i, i) {
		return
	}
	form := tokens[i].Form
	d.mark(mention{sentence: s, first: i, last: i, entity: d.entityFor("person:"+graph.Slug(form), form, graph.Person, "")})
}

func isCapitals(s string) bool { return len(s) > 2 && isUpper(s) && s == strings.ToUpper(s) }

// isCutShort reports whether a name ends in a preposition whose noun the model left
// out: “Institute for the Study of” before “War”.
func (d *Document) isCutShort(s int, n syntax.Name) bool {
	last := d.token(s, n.Last)
	if n.Type != syntax.OrganizationName || last.UPOS != "ADP" || last.Head != n.Last+1 {
		return false
	}
	noun := d.token(s, last.Head)
	return noun.UPOS == "PROPN" && n.First <= noun.Head && noun.Head <= n.Last
}

// outside are the parts of speech that no name begins or ends with.
var outside = []string{"ADP", "CCONJ", "DET", "PUNCT"}

// trimName drops articles, titles, the possessive marker and loose small words
// from a name, and from that of a person what comes after “of”: “Ada Lund of the
// Greens”.
func (d *Document) trimName(s int, n syntax.Name) (first, last int) {
	first, last = n.First, n.Last
	for i := first + 1; n.Type == syntax.PersonName && i < last; i++ {
		if d.token(s, i).UPOS == "ADP" && d.token(s, i).Form == "of" {
			last = i
		}
	}
	for first < last && (slices.Contains(outside, d.token(s, first).UPOS) || d.isHonorific(s, first)) {
		first++
	}
	for last > first && (d.token(s, last).XPOS == "POS" || slices.Contains(outside, d.token(s, last).UPOS)) {
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
	if d.isTeam(m, head) {
		e := d.entities[m.entity]
		m.entity = d.entityFor("team:"+graph.Slug(e.name), e.name, graph.Organization, e.country)
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
	if kind == syntax.PlaceName && d.isInstitution(s, last) || kind != syntax.OrganizationName && d.isCalledBody(s, first, last) {
		kind = syntax.OrganizationName
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

// institutions end the names of bodies that the model takes for places.
var institutions = wordSet(`academy agency association bank bureau center centre college commission committee council department
	foundation fund institute institution ministry observatory parliament society university`)

// isInstitution reports whether a name that ends at a token is that of a body:
// where nobody meets or goes.
func (d *Document) isInstitution(s, last int) bool {
	return institutions[strings.ToLower(d.token(s, last).Form)] && !d.isLocative(s, last) && !d.isDestination(s, last)
}

// isCalledBody reports whether the noun on which a name hangs says that it is a
// body: “the think tank Oslo House”.
func (d *Document) isCalledBody(s, first, last int) bool {
	head := d.head(mention{sentence: s, first: first, last: last})
	noun := d.token(s, head).Head
	if noun < 0 || noun >= first || first-noun > 1 || d.token(s, noun).UPOS != "NOUN" || !d.isApposed(s, head) {
		return false
	}
	return d.tables.titles[d.lemma(s, noun)] == "body" || noun > 0 && d.tables.titles[d.lemma(s, noun-1)+" "+d.lemma(s, noun)] == "body"
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
	if !d.isOfCountry(s, bare, end) && portfolioOf(d.text(s, bare, end)) == "" || adjective == "" {
		country = cmp.Or(country, d.countryIn(s, first, last))
		return d.entityFor("organization:"+graph.Slug(form), form, graph.Organization, country)
	}
	return d.bodyOf(adjective, d.text(s, bare, end), country)
}

// bodyOf returns the entity of a body of a country.
func (d *Document) bodyOf(adjective, name, country string) int {
	name = adjective + " " + commonName(name)
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
		from := of + 1
		if d.token(s, from).UPOS == "DET" && from < last {
			from++
		}
		what := d.tables.names[d.text(s, from, last)]
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
	d.entities = append(d.entities, entity{key: key, name: name, kind: kind, country: country, body: none})
	return len(d.entities) - 1
}
