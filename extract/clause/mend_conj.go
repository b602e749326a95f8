package clause

import "strings"

// likeInfinitive hangs an infinitive that is coordinated with a finite verb, which
// cannot be, on the infinitive before: “gave him a day to free those who are held and
// to resign”.
func (m *mender) likeInfinitive(v int) {
	if x := m.child(max(0, m.Tokens[v].Head), "xcomp"); m.rel(v) == "conj" && m.xpos(v) == "VB" && x != None && x < v && m.isInfinitive(x) && m.has(m.Tokens[v].Head, "cop") && !m.has(v, "aux", "nsubj", "mark") {
		m.hang(v, x, "conj") // “is ready to stop and move on”
		return
	}
	if m.rel(v) != "conj" || !m.isInfinitive(v) || m.isInfinitive(m.Tokens[v].Head) || m.xpos(m.Tokens[v].Head) == "VB" {
		return
	}
	for k := v - 1; k >= 0; k-- {
		if m.isInfinitive(k) && m.upos(k) == "VERB" {
			m.hang(v, k, "conj")
			return
		}
	}
}

// likeGerund hangs a gerund on the one above with the same preposition: “answered by
// warning them against going and by closing the border”.
func (m *mender) likeGerund(v int) {
	mark := m.marker(v)
	if m.rel(v) != "conj" || mark == "" || !m.isGerund(v) {
		return
	}
	for h := m.Tokens[v].Head; h >= 0; h = m.Tokens[h].Head {
		if m.isGerund(h) && m.marker(h) == mark {
			m.hang(v, h, "conj")
			return
		}
	}
}

// likeRelative hangs a clause with “who” or “whose” on the relative clause before it:
// “said Paz, a clerk who was hurt and whose son was killed”.
func (m *mender) likeRelative(v int) {
	s := m.child(v, "nsubj", "nsubj:pass")
	if m.rel(v) != "conj" || s == None || m.rel(m.Tokens[v].Head) == "acl:relcl" || !m.has(v, "cc") {
		return
	}
	if first := m.firstOf(s); m.xpos(first) != "WP$" && (m.xpos(first) != "WP" || m.lower(first) != "who") {
		return
	}
	for k := v - 1; k >= 0; k-- {
		if m.rel(k) == "acl:relcl" {
			m.hang(v, k, "conj")
			return
		}
	}
}

// likeItem hangs the last verb of a list, which alone has an “and”, on the list before it:
// “passed a law that cuts fees, caps fines and bans gifts”.
func (m *mender) likeItem(v int) {
	above := m.Tokens[v].Head
	if m.rel(v) != "conj" || !m.has(v, "cc") || m.has(v, "nsubj", "nsubj:pass", "aux") {
		return
	}
	for k := v - 1; k > above; k-- {
		if m.rel(k) != "conj" || m.has(k, "cc", "nsubj", "nsubj:pass") || m.xpos(k) != m.xpos(v) || m.upos(k) != "VERB" {
			continue
		}
		if first := m.Tokens[k].Head; m.rel(first) == "acl:relcl" && m.deps.Within(first, above) && !m.listed(first, v) {
			m.hang(v, first, "conj")
		}
		return
	}
}

// listed reports whether an “and” ends the list of verbs that begins with first before v.
func (m *mender) listed(first, v int) bool {
	for _, k := range m.children(first, "conj") {
		if k < v && m.has(k, "cc") {
			return true
		}
	}
	return false
}

// example hangs what comes of something on it, not on what it does: “measures aimed at
// Chad including closing the border”.
func (m *mender) example(v int) {
	h := m.Tokens[v].Head
	if m.rel(v) == "advcl" && m.isGerund(v) && examples[m.marker(v)] && m.rel(h) == "acl" && m.isGerund(h) {
		m.hang(v, m.Tokens[h].Head, "acl")
	}
}

// nounAsVerb makes a base form coordinated with a verb in the past the compound that
// it is before its object: “used water cannon and tear gas”.
func (m *mender) nounAsVerb(v int) {
	above, o := m.Tokens[v].Head, m.child(v, "obj")
	if m.rel(v) != "conj" || m.xpos(v) != "VB" || o != v+1 || m.has(v, "aux", "mark", "nsubj") || m.xpos(above) != "VBD" {
		return
	}
	other := m.child(above, "obj")
	if other == None || other > v {
		return
	}
	m.hang(o, other, "conj")
	m.hang(v, o, "compound")
	m.tag(v, "NOUN", "NN")
	for _, k := range m.kids(v) {
		switch m.rel(k) {
		case "cc", "punct":
			m.hang(k, o, m.rel(k))
		case "obl", "advcl", "advmod":
			m.hang(k, above, m.rel(k))
		}
	}
}

// clauseAfter makes a noun behind “after” or “before” the subject of the verb that ends
// its phrase, where that looks like a relative clause but has no sign of one: “hours
// after a deadline set by the bloc to free Paz ran out”.
func (m *mender) clauseAfter(v int) {
	if m.rel(v) != "acl:relcl" && !(m.rel(v) == "acl" && pasts[m.lower(v)]) || m.xpos(v) != "VBD" && m.xpos(v) != "VBZ" || m.has(v, "nsubj", "nsubj:pass", "obj", "aux", "aux:pass", "mark", "cop") || m.asksFor(v) {
		return
	}
	for n := m.Tokens[v].Head; n >= 0; n = m.Tokens[n].Head {
		c := m.child(n, "case")
		if m.rel(n) != "obl" || c == None || m.lower(c) != "after" && m.lower(c) != "before" {
			continue
		}
		m.hang(v, m.Tokens[n].Head, "advcl")
		m.hang(n, v, "nsubj")
		m.hang(c, v, "mark")
		for _, k := range m.kids(n) {
			if k < c {
				m.hang(k, v, "obl:unmarked")
			}
		}
		return
	}
}

// asksFor reports whether a relative word stands below the verb.
func (m *mender) asksFor(v int) bool {
	for _, k := range m.kids(v) {
		if m.isRelative(k) || m.xpos(m.firstOf(k)) == "WRB" || strings.HasPrefix(m.xpos(m.firstOf(k)), "W") {
			return true
		}
	}
	return false
}

// farCharge hangs what somebody is accused of on the verb, where it hangs on what
// stands between: “accused the rebels, with whom it is at war, of hiding arms”.
func (m *mender) farCharge(x int) {
	first := m.firstOf(x)
	if m.rel(x) != "advcl" || m.marker(x) != "of" || !m.isGerund(x) || !m.afterComma(first) {
		return
	}
	for v := m.Tokens[x].Head; v >= 0; v = m.Tokens[v].Head {
		if depriving[m.lemma(v)] && m.charge(v) == None {
			m.hang(x, v, "advcl")
			return
		}
	}
}

// gapped hangs what the second of two coordinated verbs would have, were it not left
// out, together: “sold arms to Chad and oil to Mali”.
func (m *mender) gapped(k int) {
	to := m.Tokens[k].Head
	if m.rel(k) != "conj" || !m.has(k, "cc") || m.has(k, "case") || m.upos(k) == "VERB" || m.rel(to) != "obl" && m.rel(to) != "nmod" {
		return
	}
	verb, marker := m.Tokens[to].Head, m.marker(to)
	if m.rel(to) == "nmod" {
		verb = m.Tokens[verb].Head
	}
	_, last := m.extent(k)
	first := m.child(max(verb, 0), "obj")
	if verb < 0 || marker == "" || first == None || first > to || first < verb || len(m.children(to, "conj")) > 1 || m.isName(first) != m.isName(k) {
		return
	}
	for _, other := range append(m.children(verb, "obl"), m.children(k, "nmod")...) {
		if m.marker(other) == marker && m.isName(other) == m.isName(to) && other > k && (other < last || m.firstOf(other) == last+1) {
			m.hang(k, first, "conj")
			m.hang(to, first, "nmod")
			m.hang(other, k, "nmod")
			return
		}
	}
}

// betweenTwo hangs the second of two sides on the first, where it hangs on what is
// told of that: “between a group led by Lund and Mali's envoys”.
func (m *mender) betweenTwo(k int) {
	if m.rel(k) != "conj" || !m.has(k, "cc") || m.upos(k) == "VERB" || m.has(k, "case") {
		return
	}
	for h := m.Tokens[m.Tokens[k].Head].Head; h >= 0; h = m.Tokens[h].Head {
		if m.marker(h) == "between" {
			if !m.has(h, "conj") && m.xpos(h) != "NNS" && m.xpos(h) != "NNPS" {
				m.hang(k, h, "conj")
			}
			return
		}
	}
}
