package actor

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/graph"
)

// describe takes role, country and gender of a person from the words at a
// mention.
func (d *Document) describe(m *mention) {
	e := &d.entities[m.entity]
	if e.kind != graph.Person {
		return
	}
	if e.gender == 0 {
		e.gender = d.genderAt(m)
	}
	d.learnRole(e, m, d.head(*m))
}

// genderAt returns what the words at a person's name tell: the title, “Ms. Lund”, the
// given name, “Ada Lund”, or the noun before, “his wife Sachi Lund”.
func (d *Document) genderAt(m *mention) byte {
	before, given := d.genderBefore(m), d.token(m.sentence, m.first).Form
	switch {
	case before != 0 && d.isHonorific(m.sentence, m.first-1):
		return before
	case m.first < m.last && d.tables.female[given]:
		return 'f'
	case m.first < m.last && d.tables.male[given]:
		return 'm'
	}
	return before
}

// genderBefore returns what the noun or title tells that stands before a name and
// with it.
func (d *Document) genderBefore(m *mention) byte {
	head, before := d.head(*m), m.first-1
	if before < 0 || d.token(m.sentence, before).Head != head && d.token(m.sentence, head).Head != before {
		return 0
	}
	return coref.GenderOf(d.lemma(m.sentence, before))
}

// learnRole reads “Russian Foreign Minister Sergei Lavrov”, “Lavrov, the foreign
// minister of Russia” and “Russia's foreign minister, Lavrov”.
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
			office := none
			if rel != "amod" {
				office = d.officeAt(m.sentence, k)
			}
			d.learn(e, m.sentence, first, max(k, office), office, head)
		}
	}
	t := d.token(m.sentence, head)
	if t.Head < 0 || t.Head >= m.first {
		return
	}
	if d.isApposed(m.sentence, head) && !d.isQuoted(*m) || d.namedAfterPost(m.sentence, t.Head) == m.entity {
		if office := d.officeAt(m.sentence, t.Head); office != none {
			d.learn(e, m.sentence, d.describedFrom(m.sentence, t.Head), office, office, head)
		}
	}
}

// describedFrom returns the first token of the words before a noun that say which
// it is.
func (d *Document) describedFrom(s, noun int) int {
	from := noun
	for _, k := range d.trees[s].Children(noun) {
		switch d.token(s, k).Rel {
		case "amod", "compound", "nmod:poss", "nmod:desc":
			first, _ := d.trees[s].Subtree(k)
			from = min(from, first)
		}
	}
	return from
}

// learn takes country, role and body from the words first to last, in which the
// office stands at a token, or at none, and from what is “of” the office.
func (d *Document) learn(e *entity, s, first, last, office, named int) {
	if e.country == "" {
		e.country = d.countryIn(s, first, last)
	}
	if office == none {
		return
	}
	for _, k := range d.trees[s].Children(office) {
		if e.country == "" && d.hasCase(s, k, "of", "for") {
			from, to := d.trees[s].Subtree(k)
			e.country = d.countryIn(s, from, to)
		}
	}
	body := d.bodyIn(s, first, last)
	for _, k := range d.trees[s].Children(office) {
		if body == none && d.hasCase(s, k, "of", "for", "at") {
			body = d.bodyIn(s, k, k)
		}
	}
	if body != none {
		if country := d.entities[d.found[body].entity].country; e.country == "" && ofState[d.lemma(s, office)] {
			e.country = country
		}
		if e.body == none {
			e.body = body
		}
	}
	if e.role == "" && !strings.HasSuffix(d.token(s, office).XPOS, "S") && !relative[d.lemma(s, office)] {
		e.role = d.role(s, first, office)
		e.office, e.named = &place{s, office}, named
	}
}

// relative are nouns that name an office only with that of another.
var relative = wordSet("counterpart predecessor successor")

// ofState are offices whose holders belong to the country of the body that they
// hold them in: “Kremlin spokesman”.
var ofState = wordSet("ambassador chief deputy director envoy head minister official president secretary speaker spokesman spokesperson spokeswoman undersecretary")

// bodyIn returns the mention of a body or group among the words, or none.
func (d *Document) bodyIn(s, first, last int) int {
	for i := first; i <= last; i++ {
		if m := d.mentions[s][i]; m != none {
			if kind := d.entities[d.found[m].entity].kind; kind == graph.Organization || kind == graph.Group {
				return m
			}
		}
	}
	return none
}

// officeAt returns the token of an office: the one given, or one that the parser
// took for part of the name before it, as in “State Department Spokesperson”.
func (d *Document) officeAt(s, i int) int {
	if d.tables.titles[d.lemma(s, i)] == "office" {
		return i
	}
	for _, k := range d.trees[s].Children(i) {
		if d.token(s, k).Rel == "flat" && d.mentions[s][k] == none && d.tables.titles[d.lemma(s, k)] == "office" {
			return k
		}
	}
	return none
}

// role returns the words of an office, without article and country, with what
// belongs to its name: “Secretary of State”.
func (d *Document) role(s, first, head int) string {
	for i := first; i < head; i++ {
		if d.token(s, i).XPOS == "POS" || i == first && (slices.Contains([]string{"ADP", "DET", "PRON", "PUNCT"}, d.token(s, i).UPOS) || d.mentions[s][i] != none) {
			first = i + 1
		}
	}
	last := head
	for end := head + 1; end < min(head+longestOffice, len(d.sentences[s].Tokens)); end++ {
		if d.tables.titles[strings.ToLower(d.text(s, head, end))] == "office" {
			last = end
		}
	}
	return d.text(s, first, last)
}

// longestOffice is how many words the name of an office has from its noun on:
// “chief of the general staff”.
const longestOffice = 5
