package clause

// estimated makes what is said of the antecedent the clause of the verb of saying before
// it: “a plan, which it estimates would save a billion”.
func (m *mender) estimated(v int) {
	n := m.Tokens[v].Head
	r := m.child(v, "obj")
	if m.rel(v) != "acl:relcl" || r == None || !m.isRelative(r) || m.has(v, "nsubj", "nsubj:pass", "expl") {
		return
	}
	for _, k := range m.children(n, "acl:relcl") {
		if r < k && k < v && complementVerbs[m.lemma(k)].finite.speaks && m.has(k, "nsubj") && !m.has(k, "ccomp", "obj") {
			m.hang(v, k, "ccomp")
			m.hang(r, v, "nsubj")
			return
		}
	}
}

// relativeOf hangs a “which” clause after a comma on the noun above that of a
// phrase where the verb is one of what that noun means: “a piece for the Courier,
// which was published”, “a meeting on the border, which ended late”.
func (m *mender) relativeOf(v int) {
	n := m.Tokens[v].Head
	if m.rel(v) != "acl:relcl" || n < 0 {
		return
	}
	s := m.child(v, "nsubj", "nsubj:pass")
	if first, _ := m.extent(v); s == None || m.lower(s) != "which" || !m.afterComma(first) {
		return
	}
	for head := n; m.rel(head) == "nmod"; {
		head = m.Tokens[head].Head
		if texts[m.lemma(head)] && publishing[m.lemma(v)] && m.isName(n) || nominalEvents[m.lemma(head)].symmetric && phases[m.lemma(v)] {
			m.hang(v, head, "acl:relcl")
			return
		}
	}
}

// strayRelative hangs a “who” or “which” clause on the noun before it where it
// hangs on a word that does not reach so far: “‘…’ said Lund, who voted no”.
func (m *mender) strayRelative(v int) {
	if rel := m.rel(v); rel != "advcl:relcl" && rel != "acl:relcl" {
		return
	}
	first, _ := m.extent(v)
	at := first - 1
	for at > 0 && m.upos(at) == "PUNCT" {
		at--
	}
	if l := m.lower(first); at < 0 || l != "who" && l != "which" && l != "whose" || m.deps.Within(at, m.Tokens[v].Head) {
		return
	}
	for h := m.Tokens[at].Head; h >= 0 && (m.upos(h) == "NOUN" || m.upos(h) == "PROPN") && h < first; h = m.Tokens[at].Head {
		at = h
	}
	m.hang(v, at, "acl:relcl")
}

// participleSubject makes a participle behind the subject part of it where it hangs
// beside it as another: “an official briefed on the talks said it failed”.
func (m *mender) participleSubject(p int) {
	v := m.Tokens[p].Head
	if m.rel(p) != "nsubj" || m.upos(p) != "VERB" || v < p || m.has(p, "det", "nsubj") {
		return
	}
	for _, s := range m.children(v, "nsubj") {
		if _, last := m.extent(s); s < p && last == p-1 && m.upos(s) != "VERB" {
			m.hang(p, s, "acl")
			m.tag(p, "VERB", "VBN")
			for _, k := range m.children(p, "nmod") {
				m.hang(k, p, "obl")
			}
			return
		}
	}
}

// relativeSubject makes a relative pronoun the subject of a finite verb that has none:
// “the agency, which he said had asked for money”.
func (m *mender) relativeSubject(r int) {
	v := m.Tokens[r].Head
	if m.rel(r) != "obj" || m.xpos(r) != "WDT" && m.xpos(r) != "WP" || m.rel(v) != "ccomp" || m.has(v, "nsubj", "nsubj:pass") || !m.isFinite(v) && !m.has(v, "aux", "aux:pass") {
		return
	}
	if m.has(v, "aux:pass") {
		m.hang(r, v, "nsubj:pass")
	} else {
		m.hang(r, v, "nsubj")
	}
}

// designated makes the second object of a relative clause what the first is called:
// “a group, which the state has designated a terrorist organization”.
func (m *mender) designated(o int) {
	v := m.Tokens[o].Head
	if m.rel(o) != "obj" || o < v || m.upos(o) != "NOUN" || m.rel(v) != "acl:relcl" || !characterizing[m.lemma(v)] && !appointing[m.lemma(v)] && !designating[m.lemma(v)] {
		return
	}
	first, s := m.child(v, "obj"), m.child(v, "nsubj")
	contact := first == o && s != None && m.firstOf(v) == m.firstOf(s) && characterizing[m.lemma(v)] // “an allegation he called a lie”
	if first < v && m.isRelative(first) || contact {
		m.hang(o, v, "xcomp")
	}
}

// eventRelative hangs a clause that tells when something began or ended on what can
// begin, not on where it is: “the protests in Belgrade that erupted in May”.
func (m *mender) eventRelative(v int) {
	n := m.Tokens[v].Head
	if m.rel(v) != "acl:relcl" || !happening[m.lemma(v)] || m.has(v, "obj", "xcomp", "ccomp") || m.marker(n) != "in" && m.marker(n) != "at" {
		return
	}
	if s := m.child(v, "nsubj"); s == None || !m.isRelative(s) || m.lower(s) == "who" {
		return
	}
	event := m.Tokens[n].Head
	if m.rel(n) == "obl" {
		event = m.firstOf(n) - 1
	}
	if event >= 0 && m.upos(event) == "NOUN" && (m.isName(n) || places[m.lemma(n)]) {
		m.hang(v, event, "acl:relcl")
	}
}
