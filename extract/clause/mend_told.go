package clause

import (
	"slices"
	"strings"
)

// pastBehindPresent hangs a verb in the past without subject on a saying in the past,
// where it is coordinated with what is said in the present: “said the firm ‘stands by
// its work’ and referred questions to Ho”.
func (m *mender) pastBehindPresent(v int) {
	k := m.Tokens[v].Head
	if m.rel(v) != "conj" || m.xpos(v) != "VBD" || m.has(v, "nsubj", "nsubj:pass", "expl", "aux", "aux:pass") || m.rel(k) != "ccomp" {
		return
	}
	said := m.Tokens[k].Head
	if present := m.xpos(k) == "VBZ" || m.xpos(k) == "VBP"; present && !m.has(k, "aux") && m.xpos(said) == "VBD" && said < k && complementVerbs[m.lemma(said)].finite.speaks {
		m.hang(v, said, "conj")
	}
}

// secondSaying hangs an act of speech without subject on the verb of saying, where it is
// coordinated with what is said: “said the count put her ahead, and warned that …”.
func (m *mender) secondSaying(v int) {
	k := m.Tokens[v].Head
	if m.rel(v) != "conj" || m.rel(k) != "ccomp" && m.rel(k) != "acl" || m.has(v, "nsubj", "nsubj:pass", "expl", "aux:pass", "mark") {
		return
	}
	said := m.Tokens[k].Head
	if m.rel(k) == "acl" && m.marker(k) == "that" && m.rel(said) == "obl" {
		said = m.Tokens[said].Head // “said in a statement that …”
	}
	modal := m.xpos(v) == "VB" && m.has(v, "aux")
	past := m.xpos(v) == "VBD" || m.xpos(v) == "VBN" && m.has(v, "obj") && !m.has(v, "aux")
	if said > k || !complementVerbs[m.lemma(said)].finite.speaks || !past && !modal || m.xpos(said) != "VBD" && !m.has(said, "aux") || !m.isSpeech(v) {
		return
	}
	s := m.child(k, "nsubj", "nsubj:pass")
	if comma := m.afterComma(m.firstOf(v)); comma && !modal || s != None && m.upos(s) == "NOUN" && !m.plural(s) && m.names[s] == None && !m.isWho(s) {
		m.hang(v, said, "conj")
	}
}

// isWho reports whether a noun may stand for somebody, by a list or its ending.
func (m *mender) isWho(n int) bool {
	lemma := m.lemma(n)
	return people[lemma] || !strings.HasSuffix(lemma, "ment") && slices.ContainsFunc(whoEndings, func(end string) bool { return strings.HasSuffix(lemma, end) })
}

// isSpeech reports whether the verb is an act of speech.
func (m *mender) isSpeech(v int) bool {
	lemma := m.lemma(v)
	if o := m.child(v, "obl"); lemma == "call" && o != None && m.marker(o) != "" {
		lemma += " " + m.marker(o)
	}
	return complementVerbs[lemma].finite.speaks || complementVerbs[lemma].gerund.speaks || charging[lemma] || characterizing[lemma]
}

// presentBehind takes a clause in the present out of what somebody has said in the past:
// “announced that the text had been agreed, but it has not been signed”.
func (m *mender) presentBehind(v int) {
	k := m.Tokens[v].Head
	if m.rel(v) != "conj" || m.rel(k) != "ccomp" || !m.has(v, "nsubj", "nsubj:pass", "expl") || !m.isBackshifted(k) || !m.afterComma(m.firstOf(v)) {
		return
	}
	said := m.Tokens[k].Head
	present := slices.ContainsFunc(m.children(v, "aux", "aux:pass", "cop"), func(a int) bool { return m.xpos(a) == "VBZ" || m.xpos(a) == "VBP" }) || m.xpos(v) == "VBZ"
	if _, last := m.extent(v); present && said < k && complementVerbs[m.lemma(said)].finite.speaks && m.quotes(0, last) == 0 {
		m.hang(v, said, "conj")
	}
}

// backshifted hangs a verb behind “had” or “would” on what is said before it, where it
// hangs on the verb of saying: “told her he had left and had made money”.
func (m *mender) backshifted(v int) {
	said := m.Tokens[v].Head
	if m.rel(v) != "conj" || said < 0 || m.xpos(said) != "VBD" || m.has(said, "aux") || !m.isBackshifted(v) || m.has(v, "nsubj", "nsubj:pass", "expl") || !complementVerbs[m.lemma(said)].finite.speaks {
		return
	}
	if k := m.child(said, "ccomp"); k > said && k < v && m.isBackshifted(k) && !withholding[m.lemma(v)] && m.Tokens[m.firstOf(v)].Form != "," {
		m.hang(v, k, "conj")
	}
}

// pastBehindModal hangs “did not” behind a comma on the verb of saying, not on what is
// said with another auxiliary: “said it would gain, and did not rule out more”.
func (m *mender) pastBehindModal(v int) {
	k := m.Tokens[v].Head
	if m.rel(v) != "conj" || m.xpos(v) != "VB" || m.has(v, "nsubj", "nsubj:pass") || k < 0 || m.modalOf(k) == "" || !m.afterComma(m.firstOf(v)) {
		return
	}
	if do := m.child(v, "aux"); do == None || m.lower(do) != "did" {
		return
	}
	for h := m.Tokens[k].Head; h >= 0; h = m.Tokens[h].Head {
		if m.xpos(h) == "VBD" && complementVerbs[m.lemma(h)].finite.speaks {
			m.hang(v, h, "conj")
			return
		}
	}
}

// consequence hangs what follows from an order that somebody gives on the one who tells
// of it: “they say wait, so we wait”.
func (m *mender) consequence(v int) {
	order := m.Tokens[v].Head
	if so := m.child(v, "mark"); m.rel(v) == "parataxis" && so != None && m.lower(so) == "so" && m.has(v, "nsubj") && m.rel(order) == "ccomp" && m.xpos(order) == "VB" && !m.has(order, "nsubj", "aux", "mark") {
		m.hang(v, m.Tokens[order].Head, "parataxis")
	}
}

// behindSemicolon takes a clause with a subject of its own behind a semicolon out of
// what is said before it in other words: “said that it would wait; a first plan failed”.
func (m *mender) behindSemicolon(v int) {
	said := m.Tokens[v].Head
	first, last := m.extent(v)
	for first < v && m.upos(first) == "PUNCT" {
		first++
	}
	if m.rel(v) == "conj" {
		said = m.Tokens[max(said, 0)].Head
	} else if m.rel(v) != "ccomp" {
		return
	}
	if first == 0 || said < 0 || said > first || m.Tokens[first-1].Form != ";" || m.lower(first) == "that" || !complementVerbs[m.lemma(said)].finite.speaks ||
		!m.has(v, "nsubj", "nsubj:pass") || m.quotes(0, last) > 0 || m.rel(said) != "root" {
		return
	}
	for _, k := range m.children(said, "ccomp") {
		if k < first {
			m.hang(v, said, "parataxis")
			return
		}
	}
}

// takenSubject makes a pronoun in the nominative, hung as an object before its verb, the
// subject of what somebody says: “is denying it told the police”.
func (m *mender) takenSubject(n int) {
	v := m.Tokens[n].Head
	if m.rel(n) != "obj" || !nominatives[m.lower(n)] {
		return
	}
	if k := m.child(v, "ccomp"); n == v+1 && k != None && m.firstOf(k) == n+1 && !complementVerbs[m.lemma(v)].infinitive.object {
		v = k
	}
	if n > v || m.rel(v) != "ccomp" || m.has(v, "nsubj", "nsubj:pass", "mark") {
		return
	}
	m.hang(n, v, "nsubj")
	if m.xpos(v) == "VBN" && !m.has(v, "aux") {
		m.tag(v, "VERB", "VBD")
	}
}
