package clause

import (
	"slices"
)

// auxiliary makes the “be” of “is to meet” an auxiliary of the verb.
func (m *mender) auxiliary(i int) {
	v := m.Tokens[i].Head
	if m.rel(i) != "cop" || m.upos(v) != "VERB" || m.xpos(v) != "VB" {
		return
	}
	m.hang(i, v, "aux")
	if s := m.child(v, "nsubj:outer"); s != None {
		m.hang(s, v, "nsubj")
	}
}

// haveTo makes the “have” of “has yet to ratify” the verb that it is there, not
// an auxiliary.
func (m *mender) haveTo(i int) {
	v := m.Tokens[i].Head
	if m.rel(i) != "aux" || m.lemma(i) != "have" || i > v || !m.isInfinitive(v) || m.child(v, "mark") < i {
		return
	}
	m.hang(i, m.Tokens[v].Head, m.rel(v))
	m.tag(i, "VERB", m.xpos(i))
	m.hang(v, i, "xcomp")
	for _, k := range m.kids(v) {
		if k < i {
			m.hang(k, i, m.rel(k))
		}
	}
}

// passiveSubject makes the subject of a verb in the past tense that has no
// passive auxiliary an active one: “eight countries abstained”.
func (m *mender) passiveSubject(i int) {
	v := m.Tokens[i].Head
	if m.rel(i) == "nsubj:pass" && m.xpos(v) == "VBD" && !m.has(v, "aux:pass") {
		m.hang(i, v, "nsubj")
	}
}

// bareOblique makes a noun without preposition behind its verb the object, and
// the first of two objects the recipient: “cheated not just investors”.
func (m *mender) bareOblique(i int) {
	v := m.Tokens[i].Head
	switch {
	case v < 0 || i < v || m.upos(v) != "VERB" || m.upos(i) != "NOUN":
	case m.rel(i) == "obl" && !m.has(i, "case", "mark", "nummod") && !m.has(v, "obj", "ccomp") && !m.isTime(i):
		m.hang(i, v, "obj")
	case m.rel(i) == "obj" && m.marker(i) == "past":
		m.hang(i, v, "obl") // “climbed over fences to get past police”
	case m.rel(i) == "obj" && m.secondObject(v, i) && !m.has(v, "iobj"):
		m.hang(i, v, "iobj")
	}
}

// secondObject reports whether another object of the verb follows that at i.
func (m *mender) secondObject(v, i int) bool {
	all := m.children(v, "obj")
	if len(all) != 2 || all[0] != i || m.isTime(all[1]) {
		return false
	}
	_, last := m.extent(i)
	first, _ := m.extent(all[1])
	return first == last+1
}

// named makes the only noun behind “call” its object, and the only name behind “name”:
// “will call the minister”, “named Lund as its leader”.
func (m *mender) named(i int) {
	v := m.Tokens[i].Head
	fits := v >= 0 && (m.lemma(v) == "call" && m.upos(i) == "NOUN" || (m.lemma(v) == "call" || appointing[m.lemma(v)]) && m.upos(i) == "PROPN")
	if m.rel(i) == "xcomp" && fits && !characterizing[m.lemma(v)] && m.rel(v) != "acl" && !m.has(v, "obj", "nsubj:pass", "aux:pass") && !m.has(i, "case", "mark", "cop") {
		m.hang(i, v, "obj")
	}
}

// asBefore makes the noun behind an “as” phrase the object of the verb: “dismissed as
// nonsense a report that …”.
func (m *mender) asBefore(i int) {
	as := m.Tokens[i].Head
	if rel := m.rel(i); rel != "nmod" && rel != "appos" && rel != "obj" || as < 0 || as > i || !m.has(i, "det") || m.has(i, "case") || m.marker(as) != "as" {
		return
	}
	v := m.Tokens[as].Head
	if v >= 0 && (characterizing[m.lemma(v)] || denying[m.lemma(v)]) && !m.has(v, "obj") && !m.has(v, "aux:pass") && m.firstOf(as) == v+1 {
		m.hang(i, v, "obj")
	}
}

// partOf hangs what a quantity is of on the quantity: “used most of its missiles”.
func (m *mender) partOf(i int) {
	first, _ := m.extent(i)
	part, head := first-1, m.Tokens[i].Head
	if m.rel(i) == "obl" && m.marker(i) == "of" && part > 0 && m.counts(part) && (part == head || m.rel(part) == "obj" && m.Tokens[part].Head == head) {
		m.hang(i, part, "nmod")
	}
}

// missing makes “missing” without an object the adjective that it is: “are missing
// and believed dead”.
func (m *mender) missing(i int) {
	be := m.child(i, "aux")
	if m.lower(i) != "missing" || be == None || m.lemma(be) != "be" || m.has(i, "obj") {
		return
	}
	m.tag(i, "ADJ", "JJ")
	m.hang(be, i, "cop")
}

// stranded makes a preposition that has lost its noun a particle of its verb:
// “was agreed to by both”, “the militia that they talked with”.
func (m *mender) stranded(i int) {
	head := m.Tokens[i].Head
	if i == 0 || m.xpos(i) != "IN" && m.xpos(i) != "RP" || head < 0 || len(m.kids(i)) > 0 || m.upos(i-1) != "VERB" {
		return
	}
	switch {
	case m.xpos(i) == "RP" && m.rel(i) == "case":
		m.hang(i, i-1, "compound:prt") // “put off the trip”
	case m.rel(i) == "obl" && head == i-1:
		m.hang(i, head, "compound:prt")
	case m.rel(i) == "case" && head < i-1 && m.rel(head) == "obl" && m.Tokens[head].Head == i-1 && slices.Contains([]string{"WDT", "WP"}, m.xpos(head)):
		m.hang(i, i-1, "compound:prt")
		m.hang(head, i-1, "obj")
	}
}

// agent hangs who does a passive on the verb where it hangs on the noun before:
// “was given to a nurse by the queen”, “was threatened with sanctions by the EU”.
func (m *mender) agent(i int) {
	n := m.Tokens[i].Head
	if m.rel(i) != "nmod" && m.rel(i) != "compound" || m.marker(i) != "by" || n < 0 || byCircumstance[m.lemma(i)] {
		return
	}
	switch m.marker(n) {
	case "to", "from", "of", "with":
		if m.rel(n) != "obl" {
			return
		}
	default:
		if m.rel(n) != "obj" || nominalEvents[m.lemma(n)].verb != "" {
			return
		}
	}
	if v := m.Tokens[n].Head; m.has(v, "aux:pass") && !m.has(v, "obl:agent") && n > v {
		m.hang(i, v, "obl:agent")
	}
}

// nameAfter hangs a name on the title just before it where both hang on one
// word: “the arrest of blogger Omar Haddad”.
func (m *mender) nameAfter(i int) {
	if i == 0 || m.upos(i) != "PROPN" || m.upos(i-1) != "NOUN" || m.rel(i) != "nmod" && m.rel(i) != "obl" || m.has(i, "case") && m.child(i, "case") < i {
		return
	}
	if title := i - 1; m.Tokens[title].Head == m.Tokens[i].Head && m.rel(title) == m.rel(i) && m.has(title, "case") {
		m.hang(i, title, "appos")
	}
}

// adjectival makes a participle before a noun the adjective that it is: “measures
// such as crippling sanctions”.
func (m *mender) adjectival(i int) {
	noun := m.child(i, "obj")
	if m.xpos(i) != "VBG" || !participles[m.lower(i)] || noun == None || noun < i || m.has(noun, "det", "nmod:poss") || m.has(i, "nsubj", "aux") {
		return
	}
	marks := m.children(i, "mark")
	if len(marks) == 0 {
		return
	}
	m.hang(noun, m.Tokens[i].Head, "nmod")
	m.hang(i, noun, "amod")
	for _, k := range m.kids(i) {
		switch {
		case m.rel(k) == "mark":
			m.hang(k, noun, "case")
		case k != noun:
			m.hang(k, noun, "nmod")
		}
	}
}

// strayPossessor hangs a possessor that the parser took for a part of a name far before
// on the noun that it owns: “its payments will end, citing Chad's refusal”.
func (m *mender) strayPossessor(i int) {
	if i+2 >= len(m.Tokens) || m.rel(i) != "flat" || m.Tokens[i].Head >= i-1 || m.xpos(i+1) != "POS" {
		return
	}
	for n := i + 2; n < len(m.Tokens) && n < i+6; n++ {
		if m.upos(n) == "NOUN" && m.rel(n) != "compound" {
			m.hang(i, n, "nmod:poss")
			return
		}
	}
}

// titledAs gives the relation of a name whose title the parser gave one of its own.
var titledAs = map[string]string{"nsubj": "nsubj", "obj": "obj", "iobj": "obj"}

// title hangs a title that stands as a subject, object or recipient before a name,
// which is a subject or object, too, on the name: “attorney Bill Essayli announces”,
// “the envoy to Mali Ada Lund left”, “allowed operators Sela and Orin to start”.
func (m *mender) title(n int) {
	v, with := m.Tokens[n].Head, titledAs[m.rel(n)]
	if with == "" || with == "nsubj" && n > v || m.isName(n) || m.upos(n) != "NOUN" {
		return
	}
	_, last := m.extent(n)
	for _, k := range m.children(v, with) {
		if first, _ := m.extent(k); first == last+1 && m.isName(k) && (last == n || m.isPerson(k)) {
			m.hang(n, k, "nmod:desc")
		}
	}
}

// tally makes “votes” before a count of votes the verb that it is, and what was voted
// its complement: “the Senate votes 59–41 to approve the budget”.
func (m *mender) tally(i int) {
	v := m.child(i, "acl")
	if m.lower(i) != "votes" || m.rel(i) != "root" || i+3 >= len(m.Tokens) || m.upos(i+1) != "NUM" || m.upos(i+3) != "NUM" || v == None || !m.isInfinitive(v) {
		return
	}
	subject := m.child(i, "nsubj", "compound")
	if subject == None || subject > i {
		return
	}
	m.tag(i, "VERB", "VBZ")
	m.hang(v, i, "xcomp")
	m.hang(i+1, i, "obl:unmarked")
	for _, k := range m.kids(i) {
		switch {
		case k == subject:
			m.hang(k, i, "nsubj")
		case k < subject && m.rel(k) != "punct":
			m.hang(k, subject, m.rel(k))
		}
	}
}
