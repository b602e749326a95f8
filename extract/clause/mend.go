package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
)

// mended returns the tree with arcs set right that cannot be: the parser
// makes some mistakes again and again, and a rule of grammar tells them.
func mended(t *tree) *tree {
	if t.root() < 0 {
		return t
	}
	m := &mender{tree: t}
	for i := range t.Tokens {
		m.verbAsNoun(i)
		m.strayInfinitive(i)
		m.due(i)
		m.short(i)
		m.auxiliary(i)
		m.haveTo(i)
		m.passiveSubject(i)
		m.lateAdjunct(i)
		m.lateAs(i)
		m.lateNoun(i)
		m.summary(i)
		m.rebuttal(i)
		m.clear(i)
		m.relativeOf(i)
		m.adjectival(i)
		m.forSubject(i)
		m.compoundSubject(i)
		m.left(i)
		m.lateSaying(i)
		m.bareOblique(i)
		m.partOf(i)
		m.strayPossessor(i)
		m.heldInfinitive(i)
		m.farInfinitive(i)
		m.outcome(i)
		m.missing(i)
		m.stranded(i)
		m.agent(i)
		m.nameAfter(i)
		m.accused(i)
		m.through(i)
		m.allegation(i)
		m.dayAfter(i)
		m.remark(i)
		m.account(i)
		m.named(i)
		m.asBefore(i)
		m.tally(i)
	}
	for i := range t.Tokens {
		m.likeInfinitive(i)
		m.likeGerund(i)
		m.likeRelative(i)
		m.likeItem(i)
		m.example(i)
		m.nounAsVerb(i)
		m.clauseAfter(i)
		m.farCharge(i)
		m.gapped(i)
		m.betweenTwo(i)
		m.strayConjunct(i)
		m.contrastedSaying(i)
		m.parallel(i)
		m.tense(i)
		m.strayCoordinate(i)
		m.title(i)
		m.straySubject(i)
		m.inverted(i)
		m.tagInside(i)
		m.earlySubject(i)
		m.askedBefore(i)
		m.saidBehind(i)
		m.headlineAs(i)
		m.calledQuoted(i)
		m.saidReports(i)
		m.yetTo(i)
		m.inExchange(i)
		m.quotedBefore(i)
		m.gerundBefore(i)
		m.butThat(i)
		m.saidObject(i)
		m.takenAsObject(i)
		m.strayRelative(i)
		m.eventRelative(i)
		m.participleSubject(i)
		m.relativeSubject(i)
		m.accusedBy(i)
		m.pastBehindPresent(i)
		m.secondSaying(i)
		m.presentBehind(i)
		m.fledFighting(i)
		m.onlyTo(i)
		m.secondFate(i)
		m.designated(i)
		m.heldFor(i)
		m.backshifted(i)
		m.estimated(i)
		m.pastBehindModal(i)
		m.consequence(i)
		m.silentInfinitive(i)
		m.behindSemicolon(i)
		m.takenSubject(i)
		m.passive(i)
	}
	m.headline()
	if m.changed == nil || !isTree(m.changed) {
		return t
	}
	s := *t.Sentence
	s.Tokens = m.changed
	return newTree(&s, t.index)
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
	v := i + 2
	if v >= len(m.Tokens) || !m.looseInfinitive(v, i) || !m.isInfinitive(v) || !m.isName(i) && m.rel(i) != "root" || m.has(i, "det", "cop", "nmod:poss") {
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

// looseInfinitive reports whether v hangs on i, or beside it on a verb that has
// another subject.
func (m *mender) looseInfinitive(v, i int) bool {
	switch m.rel(v) {
	case "acl", "parataxis":
		return m.Tokens[v].Head == i
	case "advcl":
		return m.rel(i) == "nsubj" && m.Tokens[v].Head == m.Tokens[i].Head
	}
	return false
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
