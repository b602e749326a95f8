package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
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

// summary hangs a noun that sums up what is before it, with a clause that tells
// more of it, on the sentence, not in what somebody says: “demanded that Mali pay,
// a demand that Mali rejected”.
func (m *mender) summary(i int) {
	first, last := m.extent(i)
	root := m.root()
	if !summaries[m.lemma(i)] || !m.has(i, "acl:relcl") || !m.afterComma(first) || !m.endsSentence(last) || m.rel(i) == "root" || m.rel(i) == "conj" || m.Tokens[i].Head == root || root > i || m.quotes(root, last) > 0 {
		return
	}
	m.hang(i, root, "parataxis")
}

// rebuttal hangs a verb that denies what is said before it on the verb that says
// it: “fear that Chad is arming, although Chad denies that”.
func (m *mender) rebuttal(v int) {
	if !m.rebuts(v) {
		return
	}
	above := m.Tokens[v].Head
	switch m.rel(v) {
	case "advcl", "conj", "parataxis", "ccomp":
	case "acl:relcl":
		for above >= 0 && m.upos(above) != "VERB" {
			above = m.Tokens[above].Head
		}
	default:
		return
	}
	if above < 0 || above > v {
		return
	}
	if m.rel(above) == "ccomp" && m.Tokens[above].Head < above {
		above = m.Tokens[above].Head
	}
	m.hang(v, above, "conj")
}

// lateAs hangs an “as” clause in the past that ends a sentence on the verb of
// saying where what is said stands further back: “said that the firm had sold the
// mine as the court met”; in a sentence in the present, an “after” clause too:
// “says that Chad is at war after planes bombed its capital”.
func (m *mender) lateAs(i int) {
	said := m.Tokens[i].Head
	if m.rel(i) != "advcl" || m.xpos(i) != "VBD" && !m.hasPastAux(i) || said < 0 || said > i || !m.has(i, "nsubj", "nsubj:pass") {
		return
	}
	verb := m.Tokens[said].Head
	if m.rel(said) != "ccomp" || verb < 0 || verb > said || !complementVerbs[m.lemma(verb)].finite.speaks {
		return
	}
	as := m.marker(i) == "as" && m.xpos(verb) == "VBD" && m.isBackshifted(said)
	after := m.marker(i) == "after" && m.xpos(verb) == "VBZ"
	if !as && !after {
		return
	}
	first, last := m.extent(i)
	if m.endsSentence(last) && m.quotes(verb, first)%2 == 0 && m.quotes(first, last) == 0 {
		m.hang(i, verb, "advcl")
	}
}

// isBackshifted reports whether “had” or “would” puts the verb behind the past
// tense of a verb of saying.
func (m *mender) isBackshifted(v int) bool {
	return slices.ContainsFunc(m.children(v, "aux"), func(k int) bool { return m.lower(k) == "had" || m.lower(k) == "would" })
}

func (m *mender) hasPastAux(v int) bool {
	return slices.ContainsFunc(m.children(v, "aux", "aux:pass"), func(k int) bool { return m.xpos(k) == "VBD" })
}

// quotes returns how many quotation marks stand from one token to another.
func (m *mender) quotes(from, to int) int {
	n := 0
	for i := from; i <= to; i++ {
		if m.upos(i) == "PUNCT" && strings.ContainsAny(m.Tokens[i].Form, "\"“”'‘’") {
			n++
		}
	}
	return n
}

// clear makes “make it clear that” one verb of saying.
func (m *mender) clear(i int) {
	verb := m.Tokens[i].Head
	said := m.child(i, "ccomp")
	if m.lower(i) != "clear" || m.rel(i) != "xcomp" || m.lemma(verb) != "make" || said == None {
		return
	}
	m.hang(i, verb, "compound:prt")
	m.hang(said, verb, "ccomp")
	m.expletive(verb)
}

// left makes what is left to somebody no thing: “left it up to Mali to decide”.
func (m *mender) left(i int) {
	if m.lemma(i) != "leave" {
		return
	}
	for _, k := range m.children(i, "obl") {
		if m.marker(k) == "to" && m.has(i, "advcl", "xcomp", "ccomp") {
			m.expletive(i)
		}
	}
}

// expletive makes the object “it” of a verb one that stands for a clause.
func (m *mender) expletive(verb int) {
	if o := m.child(verb, "obj"); o != None && m.lower(o) == "it" {
		m.hang(o, verb, "expl")
	}
}

// afterComma reports whether a phrase that begins at first is set off by a comma.
func (m *mender) afterComma(first int) bool {
	return m.Tokens[first].Form == "," || first > 0 && m.Tokens[first-1].Form == ","
}

// endsSentence reports whether only stops follow a token.
func (m *mender) endsSentence(i int) bool {
	for i++; i < len(m.Tokens); i++ {
		if m.upos(i) != "PUNCT" {
			return false
		}
	}
	return true
}

// lateSaying hangs a saying in “-ing” after a comma on the verb whose subject
// says it: “accused it of plotting …, citing …”, “urged it to go, warning that …”.
func (m *mender) lateSaying(i int) {
	head := m.Tokens[i].Head
	first, _ := m.extent(i)
	if m.xpos(i) != "VBG" || !m.afterComma(first) || m.has(i, "nsubj", "aux") || !complementVerbs[m.lemma(i)].finite.speaks && m.lemma(i) != "cite" || m.hasInfinitive(i) {
		return
	}
	switch rel := m.rel(i); {
	case rel == "parataxis":
		m.hang(i, head, "advcl")
	case (rel == "advcl" || rel == "acl") && m.addsToAll(i):
		m.hang(i, m.root(), "advcl")
	case rel == "advcl" && head >= 0 && head < i:
		if up := m.sayerAbove(head); up != head {
			m.hang(i, up, rel)
		}
	}
}

// addsToAll reports whether a saying that ends the sentence is that of its subject,
// for the sentence reports nobody's words: “clashed outside a ward where a man is
// treated, demanding …”.
func (m *mender) addsToAll(i int) bool {
	root := m.root()
	_, last := m.extent(i)
	for h := m.Tokens[i].Head; h >= 0 && h != root; h = m.Tokens[h].Head {
		if m.rel(h) == "ccomp" || m.marker(h) == "as" {
			return false // within what somebody says: “cited a guard as saying”
		}
	}
	return root < i && m.upos(root) == "VERB" && m.has(root, "nsubj") && m.endsSentence(last) &&
		!m.has(root, "ccomp", "conj") && m.rel(m.Tokens[i].Head) != "conj" && !complementVerbs[m.lemma(root)].infinitive.object
}

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

// hasInfinitive reports whether v is about what its subject will do: “agreeing to
// pay”.
func (m *mender) hasInfinitive(v int) bool {
	x := m.child(v, "xcomp")
	return x != None && m.isInfinitive(x) && !m.has(v, "obj")
}

// sayerAbove returns the verb whose subject says what a clause in “-ing” at v's end
// adds: the finite one above infinitives and gerunds, and above a noun that tells
// what somebody said the verb that takes it up: “rejected claims that it tried to
// leave, saying …”.
func (m *mender) sayerAbove(v int) int {
	for {
		above := m.Tokens[v].Head
		switch {
		case above < 0:
			return v
		case m.xpos(v) == "VBG" && !m.has(v, "aux"), m.xpos(v) == "VB" && m.modalOf(v) == "":
			v = above
		case m.rel(v) == "acl" && m.rel(above) == "obj" && complementVerbs[m.lemma(m.Tokens[above].Head)].finite.speaks:
			v = m.Tokens[above].Head
		default:
			return v
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

// stranded makes a preposition that has lost its noun a particle of its verb:
// “was agreed to by both”, “the militia that they talked with”.
func (m *mender) stranded(i int) {
	head := m.Tokens[i].Head
	if i == 0 || m.xpos(i) != "IN" || head < 0 || len(m.kids(i)) > 0 || m.upos(i-1) != "VERB" {
		return
	}
	switch {
	case m.rel(i) == "obl" && head == i-1:
		m.hang(i, head, "compound:prt")
	case m.rel(i) == "case" && head < i-1 && m.rel(head) == "obl" && m.Tokens[head].Head == i-1 && slices.Contains([]string{"WDT", "WP"}, m.xpos(head)):
		m.hang(i, i-1, "compound:prt")
		m.hang(head, i-1, "obj")
	}
}

// agent hangs who does a passive on the verb where it hangs on the noun before:
// “was given to a nurse by the queen”.
func (m *mender) agent(i int) {
	n := m.Tokens[i].Head
	if m.rel(i) != "nmod" || m.marker(i) != "by" || n < 0 || m.rel(n) != "obl" || m.marker(n) != "to" && m.marker(n) != "from" || byCircumstance[m.lemma(i)] {
		return
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

// strayConjunct hangs a finite verb without subject that is coordinated with an
// infinitive, which cannot be, on the finite verb above: “says that it will
// wait and says that …”.
func (m *mender) strayConjunct(v int) {
	head := m.Tokens[v].Head
	if m.rel(v) != "conj" || m.upos(v) != "VERB" || m.xpos(v) != "VBZ" && m.xpos(v) != "VBD" || m.xpos(head) != "VB" || m.has(v, "nsubj", "nsubj:pass", "aux", "aux:pass") {
		return
	}
	for h := m.Tokens[head].Head; h >= 0; h = m.Tokens[h].Head {
		if m.xpos(h) == m.xpos(v) {
			m.hang(v, h, "conj")
			return
		}
	}
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

// modalOf returns the modal auxiliary of a verb, or "".
func (m *mender) modalOf(v int) string {
	for _, k := range m.children(v, "aux") {
		if m.xpos(k) == "MD" {
			return m.lower(k)
		}
	}
	return ""
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
		if rel := m.rel(k); (rel == "acl" || rel == "ccomp" || rel == "acl:relcl") && m.has(k, "nsubj") && (m.xpos(k) == "VBZ" || m.hasPresentAux(k)) {
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

func (m *mender) hasPresentAux(v int) bool {
	return slices.ContainsFunc(m.children(v, "aux", "aux:pass"), func(k int) bool { return m.xpos(k) == "VBZ" })
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

// contrastedSaying hangs a saying after “but” within what somebody said, where it
// has no subject of its own, on the one who said that: “Lund said that it had left
// but warned that …”.
func (m *mender) contrastedSaying(v int) {
	head, cc := m.Tokens[v].Head, m.child(v, "cc")
	if m.rel(v) != "conj" || cc == None || m.lower(cc) != "but" || m.xpos(v) != "VBD" || m.has(v, "nsubj", "nsubj:pass", "aux") || !m.holdsFinite(v) {
		return
	}
	outer := m.Tokens[head].Head
	if m.rel(head) == "ccomp" && outer < head && m.xpos(outer) == "VBD" && complementVerbs[m.lemma(outer)].finite.speaks {
		m.hang(v, outer, "conj")
	}
}

// holdsFinite reports whether v says a finite clause.
func (m *mender) holdsFinite(v int) bool {
	c := m.child(v, "ccomp")
	return c != None && complementVerbs[m.lemma(v)].finite.speaks && !m.isInfinitive(c)
}

// title hangs a title that stands as a subject before a name, which is one
// too, on the name: “attorney Bill Essayli announces”.
func (m *mender) title(n int) {
	v := m.Tokens[n].Head
	if m.rel(n) != "nsubj" || n > v || m.isName(n) {
		return
	}
	if _, last := m.extent(n); last == n && m.rel(n+1) == "nsubj" && m.Tokens[n+1].Head == v && m.isName(n+1) {
		m.hang(n, n+1, "nmod:desc")
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

// inverted makes who stands behind a verb of saying its subject, not its
// object: “‘It is tough,’ promises Mr. Campaneris”.
func (m *mender) inverted(v int) {
	said, who := m.child(v, "ccomp"), m.child(v, "iobj", "obj")
	if said != None && said < v && who == v+1+m.before(who) && !m.has(v, "nsubj", "nsubj:pass", "aux") && !m.subjectGiven(v) {
		m.hang(who, v, "nsubj")
	}
}

// before returns how many words of its phrase stand before the noun.
func (m *mender) before(n int) int {
	if n == None {
		return 0
	}
	first, _ := m.extent(n)
	return n - first
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
