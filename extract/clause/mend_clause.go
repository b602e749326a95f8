package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
)

// forSubject makes who is to do something its subject where it hangs on the noun
// before: “renewed calls for Chad to leave”.
func (m *mender) forSubject(v int) {
	marks := m.children(v, "mark")
	if len(marks) != 2 || m.lower(marks[0]) != "for" || m.lower(marks[1]) != "to" || m.has(v, "nsubj", "nsubj:pass") {
		return
	}
	for n := marks[0] + 1; n < marks[1]; n++ {
		if head := m.Tokens[n].Head; head < marks[0] && (m.upos(n) == "PROPN" || m.upos(n) == "NOUN" || m.upos(n) == "PRON") {
			m.hang(n, v, m.subjectOf(v))
			return
		}
	}
}

// compoundSubject makes a noun the subject of the finite verb on which it hangs as
// if that were a noun: “a federal court rules that …”.
func (m *mender) compoundSubject(v int) {
	if m.upos(v) != "VERB" || m.xpos(v) != "VBZ" && m.xpos(v) != "VBP" || m.has(v, "nsubj", "nsubj:pass", "expl", "csubj") || !m.has(v, "ccomp", "obj") {
		return
	}
	noun := m.nounBefore(v)
	if noun == None || noun != v-1 || m.upos(noun) != "NOUN" && m.upos(noun) != "PROPN" {
		return
	}
	m.hang(noun, v, "nsubj")
	for _, k := range m.kids(v) {
		if rel := m.rel(k); k < noun && (rel == "det" || rel == "amod" || rel == "compound" || rel == "nmod:poss") {
			m.hang(k, noun, rel)
		}
	}
}

// strayConjunct hangs a finite verb without subject that is coordinated with an
// infinitive or gerund, which cannot be, on the finite verb above: “says that it will
// wait and says that …”, “accused it of lying and expelled its envoy”.
func (m *mender) strayConjunct(v int) {
	head, tag := m.Tokens[v].Head, m.xpos(v)
	if m.rel(v) != "conj" || head < 0 {
		return
	}
	if tag == "VBD" && m.isSubjunctive(head) && !m.has(v, "nsubj", "nsubj:pass", "aux", "aux:pass") {
		m.hang(v, m.Tokens[head].Head, "conj") // “ordered that he be freed but told him …”
		return
	}
	if up := m.Tokens[head].Head; m.rel(head) == "advcl" && m.xpos(head) == "VBN" && conditions[m.marker(head)] && !m.has(head, "nsubj", "nsubj:pass", "aux", "obj") && m.has(v, "obj") && !m.has(v, "nsubj", "nsubj:pass", "aux", "aux:pass") && (tag == "VBN" || tag == "VBD") {
		for up >= 0 && (m.upos(up) != "VERB" || m.isInfinitive(up)) {
			up = m.Tokens[up].Head
		}
		if up >= 0 {
			m.hang(v, up, "conj") // “has vowed to cut taxes if elected and dismissed the polls”
		}
		return
	}
	if tag == "VBN" && m.isInfinitive(head) && !m.has(head, "aux:pass") {
		tag = "VBD" // an active infinitive has no participle beside it
	}
	if m.upos(v) != "VERB" || tag != "VBZ" && tag != "VBD" || m.xpos(head) != "VB" && (m.xpos(head) != "VBG" || m.has(head, "aux")) || m.has(v, "nsubj", "nsubj:pass", "aux", "aux:pass") {
		return
	}
	for h := m.Tokens[head].Head; h >= 0; h = m.Tokens[h].Head {
		if finite := m.xpos(h) == tag || tag == "VBD" && m.isPastPassive(h); finite && (!reflecting[m.lemma(v)] || m.rel(h) == "root" || m.rel(h) == "ccomp") {
			m.hang(v, h, "conj")
			m.tag(v, "VERB", tag)
			return
		}
	}
}

// fledFighting makes a word in “-ing” what somebody flees: “fled fighting in the east”.
func (m *mender) fledFighting(k int) {
	v := m.Tokens[k].Head
	if rel := m.rel(k); k != v+1 || m.xpos(k) != "VBG" || rel != "advcl" && rel != "xcomp" || m.has(k, "obj", "xcomp", "ccomp", "mark") || m.lemma(v) != "flee" && m.lemma(v) != "escape" {
		return
	}
	m.tag(k, "NOUN", "NN")
	m.hang(k, v, "obj")
}

// onlyTo hangs what came of it on the main verb: “had agreed to return, only to refuse”.
func (m *mender) onlyTo(k int) {
	v := m.Tokens[k].Head
	if m.rel(k) != "advcl" || !m.isInfinitive(k) || !slices.ContainsFunc(m.children(k, "advmod"), func(a int) bool { return m.lower(a) == "only" && a < k }) {
		return
	}
	for m.rel(v) == "xcomp" {
		v = m.Tokens[v].Head
	}
	m.hang(k, v, "advcl")
}

// secondFate gives the second of two groups the participle behind it: “14 people were
// killed and dozens wounded”.
func (m *mender) secondFate(p int) {
	n := m.Tokens[p].Head
	if m.rel(p) != "amod" || m.xpos(p) != "VBN" || p != n+1 || m.rel(n) != "conj" || m.rel(m.Tokens[n].Head) != "nsubj:pass" {
		return
	}
	v := m.Tokens[m.Tokens[n].Head].Head
	if v > n || m.Tokens[n].Head > v {
		return
	}
	m.hang(p, v, "conj")
	m.hang(n, p, "nsubj:pass")
}

// isSubjunctive reports whether the verb is that of a clause in the subjunctive passive.
func (m *mender) isSubjunctive(v int) bool {
	return m.rel(v) == "ccomp" && !m.isInfinitive(v) && !m.has(v, "aux") && slices.ContainsFunc(m.children(v, "aux:pass"), func(k int) bool { return m.xpos(k) == "VB" })
}

// isPastPassive reports whether the verb stands behind “was” or “were”.
func (m *mender) isPastPassive(v int) bool {
	return slices.ContainsFunc(m.children(v, "aux:pass"), func(k int) bool { return m.xpos(k) == "VBD" })
}

// strayCoordinate makes a noun behind a verb, coordinated with the subject
// before it, the subject of the next verb: “six were killed and 30 were hurt”.
func (m *mender) strayCoordinate(n int) {
	subject := m.Tokens[n].Head
	if m.rel(n) != "conj" || subject < 0 || !strings.HasPrefix(m.rel(subject), "nsubj") {
		return
	}
	v := m.Tokens[subject].Head
	if subject > v || n < v {
		return
	}
	if next := m.verbAfter(v, n); next != None {
		m.hang(n, next, m.subjectOf(next))
	}
}

// subjectOf returns the relation of a subject of the verb.
func (m *mender) subjectOf(v int) string {
	if m.has(v, "aux:pass") {
		return "nsubj:pass"
	}
	return "nsubj"
}

// parallel hangs a clause behind one that tells what a noun holds on that one
// where they share an auxiliary which the verb above lacks: “sought guarantees that
// Chad will leave, Mali will pay and the border will open”.
func (m *mender) parallel(v int) {
	above := m.Tokens[v].Head
	will := m.modalOf(v)
	if m.rel(v) != "parataxis" && m.rel(v) != "conj" || above < 0 || above > v || will == "" || m.modalOf(above) == will || !m.has(v, "nsubj", "nsubj:pass") {
		return
	}
	first, _ := m.extent(v)
	for k := first - 1; k > above; k-- {
		if rel := m.rel(k); (rel == "acl" || rel == "ccomp") && m.marker(k) == "that" && m.modalOf(k) == will && m.deps.Within(k, above) {
			m.hang(v, k, "conj")
			return
		}
	}
}

// tense hangs a verb in the present without subject, coordinated with one in the
// past, on the verb between them that is in the present: “spoke of reports that
// Chad has moved troops and intends to stay”; or on one above: “convicts a firm over
// a crash that killed two, and orders it to pay”.
func (m *mender) tense(v int) {
	above := m.Tokens[v].Head
	if m.rel(v) != "conj" || m.xpos(v) != "VBZ" || above < 0 || m.xpos(above) != "VBD" || m.has(v, "nsubj", "nsubj:pass") {
		return
	}
	for k := v - 1; k > above; k-- {
		if rel := m.rel(k); (rel == "acl" || rel == "ccomp" || rel == "acl:relcl") && m.has(k, "nsubj") && (m.xpos(k) == "VBZ" || m.hasAux(k, "VBZ")) {
			m.hang(v, k, "conj")
			return
		}
	}
	for up := m.Tokens[above].Head; up >= 0; up = m.Tokens[up].Head {
		if m.xpos(up) == "VBZ" && m.upos(up) == "VERB" && m.has(up, "nsubj") {
			m.hang(v, up, "conj")
			return
		}
	}
}

// heldInfinitive hangs an infinitive on the object before it where that is a plan
// or demand of others, which the verb only answers: “blocked a request by Lund to
// pay”, “citing Chad's refusal to pay”.
func (m *mender) heldInfinitive(v int) {
	above := m.Tokens[v].Head
	if rel := m.rel(v); rel != "advcl" && rel != "xcomp" || !m.isInfinitive(v) {
		return
	}
	o := m.child(above, "obj")
	first, _ := m.extent(v)
	if o == None || o < above || o > v || !complementNouns[m.lemma(o)].infinitive.known {
		return
	}
	if _, last := m.extent(o); detached[m.lemma(above)] && !m.commaBetween(o, first) || m.has(o, "nmod:poss") && last == first-1 {
		m.hang(v, o, "acl")
	}
}

// farInfinitive hangs an infinitive on the plan or attempt that it tells of, where it
// hangs on a noun between: “a push by Lund at the summit to join”.
func (m *mender) farInfinitive(v int) {
	n := m.Tokens[v].Head
	if m.rel(v) != "acl" || !m.isInfinitive(v) || complementNouns[m.lemma(n)].infinitive.known {
		return
	}
	for m.rel(n) == "nmod" && m.marker(n) != "of" && m.marker(n) != "for" {
		if n = m.Tokens[n].Head; complementNouns[m.lemma(n)].infinitive.known {
			m.hang(v, n, "acl")
			return
		}
	}
}

// outcome hangs who was killed or hurt, at the end of a sentence, on its verb, not
// on what was tried meanwhile: “fired while trying to clear the square, killing two”.
func (m *mender) outcome(v int) {
	first, _ := m.extent(v)
	if m.rel(v) != "advcl" || !harming[m.lemma(v)] || !m.isGerund(v) || !m.afterComma(first) {
		return
	}
	for h := m.Tokens[v].Head; h >= 0 && !m.isFinite(h); h = m.Tokens[h].Head {
		if up := m.Tokens[h].Head; m.rel(h) == "advcl" && m.marker(h) != "" && up >= 0 && m.isFinite(up) {
			m.hang(v, up, "advcl")
		}
	}
}

// straySubject hangs a subject behind its verb, which has another before it,
// on the verb that comes next: “‘We won,’ the captain said”, “were injured when
// a bus hit a wall”. Where none comes it is the object.
func (m *mender) straySubject(v int) {
	all := m.children(v, "nsubj", "nsubj:pass")
	last := len(all) - 1
	if last < 1 || all[0] > v || all[last] < v {
		return
	}
	s := all[last]
	if first := m.firstOf(s); m.has(s, "acl", "acl:relcl") && m.has(s, "det") && m.afterComma(first) && m.verbAfter(v, s) == None {
		if root := m.root(); summaries[m.lemma(s)] && root < s {
			v = root
		}
		m.hang(s, v, "parataxis") // “shot two, an attack that …”
		return
	}
	if next := m.verbAfter(v, s); next != None {
		m.hang(s, next, m.subjectOf(next))
	} else if m.upos(v) == "VERB" && !m.has(v, "obj", "aux:pass") {
		m.hang(s, v, "obj")
		m.hang(all[0], v, "nsubj")
	}
}

// verbAfter returns the verb behind s, above or below v, that has no subject.
func (m *mender) verbAfter(v, s int) int {
	for x := s + 1; x < len(m.Tokens); x++ {
		if m.upos(x) == "VERB" && (m.Tokens[x].Head == v || m.over(v) == x) && m.rel(x) != "acl" && (m.xpos(x) != "VBG" || m.has(x, "aux")) && !m.has(x, "nsubj", "nsubj:pass") && !m.isInfinitive(x) {
			return x
		}
	}
	return None
}

// over returns the head of the clause that v ends: that of a clause or a
// coordination of clauses around it, else its own.
func (m *mender) over(v int) int {
	head := m.Tokens[v].Head
	for head >= 0 && head < v && (m.rel(head) == "ccomp" || m.rel(head) == "conj") {
		head = m.Tokens[head].Head
	}
	return head
}

// subjectGiven reports whether a rule has given v a subject.
func (m *mender) subjectGiven(v int) bool {
	return slices.ContainsFunc(m.changed, func(t syntax.Token) bool { return t.Head == v && t.Rel == "nsubj" })
}

// silentInfinitive makes an infinitive right behind a verb that is no act of its own what
// that governs: “a video purporting to show soldiers”.
func (m *mender) silentInfinitive(k int) {
	v := m.Tokens[k].Head
	if m.rel(k) == "advcl" && v >= 0 && m.isInfinitive(k) && m.firstOf(k) == v+1 && complementVerbs[m.lemma(v)].infinitive.silent && m.xpos(v) != "VBN" && !m.has(v, "obj", "xcomp", "ccomp", "aux:pass") {
		m.hang(k, v, "xcomp")
	}
}

// accusedBy hangs what somebody is accused of on the verb, where it hangs on the
// accuser: “was accused by regulators of hiding losses”.
func (m *mender) accusedBy(k int) {
	if m.xpos(k) != "VBG" || k < 2 {
		return
	}
	who, object := m.Tokens[k].Head, None
	if m.rel(k) == "compound" && who == k+1 && m.rel(who) == "nmod" {
		who, object = m.Tokens[who].Head, who
	} else if m.rel(k) != "acl" {
		return
	}
	if !m.accusing(who, m.lower(k-1)) {
		return
	}
	m.hang(k, m.Tokens[who].Head, "advcl")
	m.hang(k-1, k, "mark")
	if object != None {
		m.hang(object, k, "obj")
	}
}

// accusing reports whether who does what his verb, in the passive, says, and the verb
// governs a clause with that preposition.
func (m *mender) accusing(who int, preposition string) bool {
	v := m.Tokens[who].Head
	_, ok := prepositionVerbs[m.lemma(max(v, 0))+" "+preposition]
	return ok && m.rel(who) == "obl:agent" && m.has(v, "aux:pass")
}

// heldFor hangs what somebody is punished for on the verb, where it hangs on the
// punishment: “held him in contempt for refusing”, “sent her to prison for spying”.
func (m *mender) heldFor(k int) {
	n := m.Tokens[k].Head
	if m.rel(k) != "acl" || m.xpos(k) != "VBG" || m.marker(k) != "for" || m.rel(n) != "obl" || !punishments[m.lemma(n)] {
		return
	}
	m.hang(k, m.Tokens[n].Head, "advcl")
}

// passive gives a past form behind “be”, which is never active, its passive arcs:
// “wasn't asked his name”.
func (m *mender) passive(v int) {
	if m.xpos(v) != "VBD" && m.xpos(v) != "VBN" || m.upos(v) != "VERB" || m.has(v, "cop") || intransitive[m.lemma(v)] || m.lemma(v) == "become" {
		return
	}
	for _, k := range m.children(v, "aux", "aux:pass") {
		if m.lemma(k) != "be" {
			continue
		}
		m.hang(k, v, "aux:pass")
		m.tag(v, "VERB", "VBN")
		for _, s := range m.children(v, "nsubj") {
			m.hang(s, v, "nsubj:pass")
		}
	}
}

// headline makes the names before the verb of a headline its subjects:
// “France, Germany sign pact”.
func (m *mender) headline() {
	root := m.root()
	v := m.headlineVerb(root)
	if v < 3 || m.has(v, "nsubj", "aux") || m.isInfinitive(v) || m.rel(0) == "nsubj" {
		return
	}
	for i := range v {
		if comma := m.Tokens[i].Form == ","; !comma && !m.isName(i) {
			return
		}
	}
	first := None
	for i := range v {
		head, rel := m.Tokens[i].Head, m.rel(i)
		if m.Tokens[i].Form != "," && (head == v || rel == "root" || rel == "parataxis" || rel == "nmod:unmarked" || rel == "appos") {
			if first == None {
				first = i
				m.hang(i, v, "nsubj")
			} else {
				m.hang(i, first, "conj")
			}
		}
	}
	m.tag(v, "VERB", "VBP")
	if v != root {
		m.hang(v, syntax.Root, "root")
	}
}

// headlineVerb returns the root, or the verb that hangs loosely on a name that
// is the root; None where neither is a verb in its base form.
func (m *mender) headlineVerb(root int) int {
	for _, v := range append(m.children(root, "parataxis"), root) {
		if m.upos(v) == "VERB" && (m.xpos(v) == "VB" || v != root && m.xpos(v) == "VBP") {
			return v
		}
	}
	return None
}
