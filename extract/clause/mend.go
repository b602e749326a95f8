package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
)

// mended returns the sentence with arcs set right that cannot be: the parser
// makes some mistakes again and again, and a rule of grammar tells them.
func mended(s *syntax.Sentence) *syntax.Sentence {
	t := newTree(s, 0)
	m := &mender{tree: t}
	for i := range s.Tokens {
		m.verbAsNoun(i)
		m.strayInfinitive(i)
		m.due(i)
		m.short(i)
		m.auxiliary(i)
		m.bareOblique(i)
		m.stranded(i)
		m.agent(i)
		m.nameAfter(i)
		m.accused(i)
	}
	for i := range s.Tokens {
		m.strayConjunct(i)
		m.strayCoordinate(i)
		m.title(i)
		m.straySubject(i)
		m.inverted(i)
		m.strayRelative(i)
	}
	m.headline()
	if m.changed == nil || !isTree(m.changed) {
		return s
	}
	out := *s
	out.Tokens = m.changed
	return &out
}

// isTree reports whether every token leads up to the one root.
func isTree(tokens []syntax.Token) bool {
	roots := 0
	for i := range tokens {
		steps, h := 0, i
		for ; tokens[h].Head >= 0 && steps <= len(tokens); steps++ {
			h = tokens[h].Head
		}
		if steps > len(tokens) {
			return false
		}
		if h == i {
			roots++
		}
	}
	return roots == 1
}

// A mender changes a copy of a sentence's tokens; the tree it reads is as the
// parser gave it.
type mender struct {
	*tree
	changed []syntax.Token
}

// hang puts token i below head under a relation.
func (m *mender) hang(i, head int, rel string) {
	m.copy()
	m.changed[i].Head, m.changed[i].Rel = head, rel
}

// tag gives token i another part of speech.
func (m *mender) tag(i int, upos, xpos string) {
	m.copy()
	m.changed[i].UPOS, m.changed[i].XPOS = upos, xpos
}

func (m *mender) copy() {
	if m.changed == nil {
		m.changed = slices.Clone(m.Tokens)
	}
}

// verbAsNoun makes a noun that has an object, or a clause with “that” below
// the root, the verb that it is: “Mexican police arrest six members”.
func (m *mender) verbAsNoun(i int) {
	subject := m.child(i, "nsubj")
	if m.upos(i) == "VERB" || m.has(i, "cop", "case") || m.rel(i) != "root" && subject == None || !m.has(i, "obj") && !m.holdsClause(i) {
		return
	}
	if subject == None {
		if subject = m.nounBefore(i); subject == None {
			return
		}
		m.hang(subject, i, "nsubj")
		for _, k := range m.kids(i) {
			if k < subject && m.rel(k) != "punct" && m.rel(k) != "obl" && m.rel(k) != "advmod" {
				m.hang(k, subject, m.rel(k))
			}
		}
	}
	m.tag(i, "VERB", present(m.lower(i)))
	for _, k := range m.children(i, "conj") {
		if m.upos(k) == "NOUN" && !m.has(k, "det", "amod", "case", "compound", "nmod:poss") && k < i+4 {
			m.tag(k, "VERB", present(m.lower(k)))
		}
	}
	if c := m.child(i, "acl:relcl", "acl"); c != None && m.holdsClause(i) {
		m.hang(c, i, "ccomp")
	}
}

func present(form string) string {
	if strings.HasSuffix(form, "s") {
		return "VBZ"
	}
	return "VBP"
}

// holdsClause reports whether what looks like a noun says a clause with
// “that” and a subject: “a court rules that the ban is void”.
func (m *mender) holdsClause(i int) bool {
	c := m.child(i, "acl:relcl", "acl")
	return c != None && complementVerbs[m.lemma(i)].finite.speaks && m.marker(c) == "that" && m.has(c, "nsubj", "nsubj:pass") && m.nounBefore(i) != None
}

// nounBefore returns the noun that stands before i as its compound.
func (m *mender) nounBefore(i int) int {
	before := m.children(i, "compound")
	if len(before) == 0 || before[len(before)-1] > i {
		return None
	}
	return before[len(before)-1]
}

// strayInfinitive makes “X to expel Y” a clause of its own where X is the
// root, or one of two subjects: “Latvia to expel two diplomats, minister says”.
func (m *mender) strayInfinitive(i int) {
	v := m.child(i, "acl")
	if v == None || v != i+2 || !m.isInfinitive(v) || !m.isName(i) && m.rel(i) != "root" || m.has(i, "det", "cop", "nmod:poss") {
		return
	}
	head := m.Tokens[i].Head
	switch {
	case m.rel(i) == "root" && !m.has(i, "nsubj", "appos"):
		m.hang(v, head, "root")
	case m.rel(i) == "nsubj" && len(m.children(head, "nsubj")) > 1:
		m.hang(v, head, "ccomp")
	default:
		return
	}
	m.hang(i, v, "nsubj")
	for _, k := range m.kids(i) {
		if k > v {
			m.hang(k, v, m.rel(k))
		}
	}
}

// due makes what somebody “is due to” do the complement of the adjective.
func (m *mender) due(i int) {
	to := i + 1
	if m.lower(i) != "due" || to >= len(m.Tokens) || m.lower(to) != "to" || m.rel(to) != "fixed" {
		return
	}
	switch v := m.infinitiveAfter(to); {
	case v == None:
	case m.Tokens[i].Head == v: // “is” hangs on the infinitive
		m.hang(to, v, "mark")
		m.hang(i, v, "advmod")
	default:
		m.hang(to, v, "mark")
		m.hang(v, i, "xcomp")
	}
}

// infinitiveAfter returns the verb in its base form after “to”, or None.
func (m *mender) infinitiveAfter(to int) int {
	for v := to + 1; v < len(m.Tokens) && v <= to+2; v++ {
		if m.xpos(v) == "VB" && m.upos(v) == "VERB" {
			return v
		}
	}
	return None
}

// short makes “stop short of” one verb.
func (m *mender) short(i int) {
	verb := m.Tokens[i].Head
	if m.lower(i) != "short" || verb < 0 || m.lemma(verb) != "stop" && m.lemma(verb) != "fall" {
		return
	}
	if of := m.child(i, "advcl"); of != None && m.marker(of) == "of" {
		m.hang(i, verb, "compound:prt")
		m.hang(of, verb, "advcl")
	}
}

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

// accused hangs what somebody is accused of on the verb, not on the name of
// the accused: “accused the premier of fraud”.
func (m *mender) accused(i int) {
	head := m.Tokens[i].Head
	if m.rel(i) != "nmod" || m.marker(i) != "of" || head < 0 || m.rel(head) != "obj" && m.rel(head) != "nsubj:pass" {
		return
	}
	verb := m.Tokens[head].Head
	if !depriving[m.lemma(verb)] || i < verb {
		return
	}
	ofs := slices.DeleteFunc(m.children(head, "nmod"), func(k int) bool { return m.marker(k) != "of" })
	whole := len(ofs) == 1 && !m.isName(head) && (m.counts(head) || m.xpos(head) == "NNS") // “accused members of the group”
	if !whole && i == ofs[len(ofs)-1] {
		m.hang(i, verb, "obl")
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
		if m.upos(x) == "VERB" && (m.Tokens[x].Head == v || m.Tokens[v].Head == x) && m.rel(x) != "acl" && (m.xpos(x) != "VBG" || m.has(x, "aux")) && !m.has(x, "nsubj", "nsubj:pass") && !m.isInfinitive(x) {
			return x
		}
	}
	return None
}

// inverted makes who stands behind a verb of saying its subject, not its
// object: “‘It is tough,’ promises Mr. Campaneris”.
func (m *mender) inverted(v int) {
	said, who := m.child(v, "ccomp"), m.child(v, "iobj", "obj")
	if said != None && said < v && who == v+1+m.before(who) && !m.has(v, "nsubj", "nsubj:pass", "aux") {
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
	v := m.root()
	if v < 3 || m.xpos(v) != "VB" || m.has(v, "nsubj", "aux") || m.isInfinitive(v) || m.rel(0) == "nsubj" {
		return
	}
	for i := range v {
		if comma := m.Tokens[i].Form == ","; !comma && !m.isName(i) {
			return
		}
	}
	first := None
	for i := range v {
		if head := m.Tokens[i].Head; m.Tokens[i].Form != "," && (head == v || m.rel(i) == "nmod:unmarked" || m.rel(i) == "appos") {
			if first == None {
				first = i
				m.hang(i, v, "nsubj")
			} else {
				m.hang(i, first, "conj")
			}
		}
	}
	m.tag(v, "VERB", "VBP")
}
