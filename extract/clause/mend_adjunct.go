package clause

import (
	"strings"

	"github.com/whomgraph/whom/graph"
)

// lateAdjunct hangs a time after a comma on the verb of the sentence where it
// hangs in what is reported before it: “denied a report that …, ahead of talks”.
func (m *mender) lateAdjunct(i int) {
	root, head := m.root(), m.Tokens[i].Head
	since := m.timeBefore(i)
	late := m.rel(i) == "obl" && lateMarkers[m.marker(i)] || m.rel(i) == "advcl" && m.has(i, "nsubj") && (m.marker(i) == "as" || since != None)
	if !late || head < 0 || head == root || root > head || m.upos(root) != "VERB" || !m.has(root, "nsubj") {
		return
	}
	first, last := m.extent(i)
	if since != None {
		first, _ = m.extent(since)
	}
	if !m.afterComma(first) || !m.endsSentence(last) || m.quotes(root, first) > 0 {
		return
	}
	m.hang(i, root, m.rel(i))
	if since != None {
		m.hang(since, i, "obl:unmarked")
	}
}

// timeBefore returns the time noun that says how long before or after something a
// clause is: “a day after the two sides met”; or None.
func (m *mender) timeBefore(i int) int {
	mark := m.child(i, "mark")
	if mark <= 0 || m.lower(mark) != "after" && m.lower(mark) != "before" || !timeNouns[m.lemma(mark-1)] {
		return None
	}
	return mark - 1
}

// lateAs hangs an “as” clause in the past that ends a sentence on the verb of
// saying where what is said stands further back: “said that the firm had sold the
// mine as the court met”; in a sentence in the present, an “after” clause too:
// “says that Chad is at war after planes bombed its capital”, “orders firms to close
// after they lied”.
func (m *mender) lateAs(i int) {
	if m.rel(i) != "advcl" || m.xpos(i) != "VBD" && !m.hasAux(i, "VBD") || !m.has(i, "nsubj", "nsubj:pass") {
		return
	}
	said, verb := m.saidAbove(i)
	if verb == None {
		return
	}
	as := m.marker(i) == "as" && m.xpos(verb) == "VBD" && m.isBackshifted(said)
	after := m.marker(i) == "after" && m.xpos(verb) == "VBZ"
	if as || after {
		m.hangLate(i, verb, "advcl")
	}
}

// lateNoun hangs what went before, or goes on beside, on the verb of demanding where
// what is demanded stands between: “orders it to cut flights following a crisis that
// caused delays”.
func (m *mender) lateNoun(i int) {
	if m.rel(i) != "obl" && m.rel(i) != "nmod" || !backgrounds[m.marker(i)] || m.isTime(i) {
		return
	}
	if said, verb := m.saidAbove(i); verb != None && m.xpos(verb) == "VBZ" && m.xpos(said) == "VB" {
		m.hangLate(i, verb, "obl")
	}
}

// saidAbove returns the clause above i that tells what is said or ordered, and the verb
// before it that does so; or None for both.
func (m *mender) saidAbove(i int) (said, verb int) {
	for said = m.Tokens[i].Head; said >= 0; said = m.Tokens[said].Head {
		verb = m.Tokens[said].Head
		if strings.HasPrefix(m.rel(said), "acl") {
			break // “arrested a man who left after he lied”
		}
		if said > i || verb < 0 || verb > said || m.upos(verb) != "VERB" {
			continue
		}
		row := complementVerbs[m.lemma(verb)]
		ordered := m.xpos(said) == "VB" && row.infinitive.modality == graph.Demanded && (m.rel(said) == "xcomp" || m.rel(said) == "advcl")
		if row.finite.speaks && (ordered || m.rel(said) == "ccomp") {
			return said, verb
		}
	}
	return None, None
}

// hangLate hangs what ends a sentence outside of its quotations on the verb.
func (m *mender) hangLate(i, verb int, rel string) {
	first, last := m.extent(i)
	if m.endsSentence(last) && m.quotes(verb, first)%2 == 0 && m.quotes(first, last) == 0 {
		m.hang(i, verb, rel)
	}
}

// dayAfter hangs a day that stands behind a verb of saying on it, not on what is
// said: “said Sunday he had left”.
func (m *mender) dayAfter(i int) {
	v := m.Tokens[i].Head
	if i == 0 || v < i || m.rel(i) != "obl:unmarked" || !m.isTime(i) || m.rel(v) != "ccomp" {
		return
	}
	if said := m.Tokens[v].Head; said == i-1 && complementVerbs[m.lemma(said)].finite.speaks {
		m.hang(i, said, "obl:unmarked")
	}
}

// remark hangs a circumstance behind a tag on the tag, for it is no part of what is
// said: “40 were killed, officials said, in the latest attack of a long war”.
func (m *mender) remark(i int) {
	v := m.Tokens[i].Head
	first, last := m.extent(i)
	if m.rel(i) != "obl" && !(m.rel(i) == "advcl" && m.marker(i) == "without") || v < 0 || v > i || sources[m.marker(i)] || !m.afterComma(first) || m.quotes(0, last) > 0 {
		return
	}
	tags := m.children(v, "parataxis")
	if m.rel(v) == "ccomp" {
		tags = append(tags, m.Tokens[v].Head)
	}
	for _, k := range tags {
		if k > v && k < i && complementVerbs[m.lemma(k)].finite.speaks && (m.has(k, "nsubj") || m.rel(v) == "ccomp") {
			m.hang(i, k, m.rel(i))
		}
	}
}

// account hangs who tells it all, behind a comma, on the verb of the sentence, not on
// the clause before: “struck when people had gathered, according to a monitor”.
func (m *mender) account(i int) {
	root := m.root()
	first, last := m.extent(i)
	if first > 0 && isQuote(m.Tokens[first-1].Form) {
		first--
	}
	if m.rel(i) == "nmod" && sources[m.marker(i)] && m.afterComma(first) && m.upos(root) == "VERB" {
		m.hang(i, root, "obl") // “in a meeting, according to three aides, …”
		return
	}
	if m.rel(i) != "obl" || !sources[m.marker(i)] || root > i || m.Tokens[i].Head == root || m.upos(root) != "VERB" || !m.afterComma(first) {
		return
	}
	if m.endsSentence(last) || last+1 < len(m.Tokens) && m.Tokens[last+1].Form == "," {
		m.hang(i, root, "obl")
	}
}
