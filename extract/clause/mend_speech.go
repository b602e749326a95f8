package clause

import (
	"slices"
	"strings"
)

// summary hangs a noun that sums up what is before it, with a clause that tells
// more of it, on the sentence, not in what somebody says: “demanded that Mali pay,
// a demand that Mali rejected”.
func (m *mender) summary(i int) {
	first, last := m.extent(i)
	root := m.root()
	if !summaries[m.lemma(i)] || !m.has(i, "acl:relcl", "acl") || !m.afterComma(first) || !m.endsSentence(last) || m.rel(i) == "root" || m.rel(i) == "conj" || m.Tokens[i].Head == root || root > i || m.quotes(root, first)%2 == 1 || m.quotes(first, last)%2 == 1 {
		return
	}
	m.hang(i, root, "parataxis")
}

// rebuttal hangs a verb that denies what is said before it on the verb that says
// it: “fear that Chad is arming, although Chad denies that”.
func (m *mender) rebuttal(v int) {
	above := m.Tokens[v].Head
	if m.rebutsNoun(v) {
		m.hang(above, v, "obj")
		above = m.Tokens[above].Head
	} else if !m.rebuts(v) {
		return
	}
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
	if v := m.accuser(above); v != None {
		above = v
	} else if m.rel(above) == "ccomp" && m.Tokens[above].Head < above {
		above = m.Tokens[above].Head
	}
	m.hang(v, above, "conj")
}

// isBackshifted reports whether “had” or “would” puts the verb behind the past
// tense of a verb of saying.
func (m *mender) isBackshifted(v int) bool {
	return slices.ContainsFunc(m.children(v, "aux"), func(k int) bool {
		return m.xpos(k) == "VBD" && m.lemma(k) == "have" || m.lemma(k) == "would" || m.lower(k) == "would"
	})
}

// hasAux reports whether an auxiliary with the tag stands beside the verb.
func (m *mender) hasAux(v int, xpos string) bool {
	return slices.ContainsFunc(m.children(v, "aux", "aux:pass"), func(k int) bool { return m.xpos(k) == xpos })
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

// rebutsNoun reports whether a verb denies the noun that sums up the clause before it:
// “accused Mali of arming rebels, a charge Mali denies”.
func (m *mender) rebutsNoun(v int) bool {
	n := m.Tokens[v].Head
	return m.rel(v) == "acl:relcl" && (m.rel(n) == "appos" || m.rel(n) == "parataxis") && n < v && reporting[m.lemma(n)] && denying[m.lemma(v)] && m.has(v, "nsubj") && m.afterComma(m.firstOf(n))
}

// clear makes “make it clear that” one verb of saying, and “make public the letter”
// one verb.
func (m *mender) clear(i int) {
	verb := m.Tokens[i].Head
	if verb < 0 {
		return
	}
	said := m.child(i, "ccomp")
	if o := m.child(verb, "obj"); m.rel(i) == "xcomp" && m.lemma(verb) == "make" && i == verb+1 && disclosing[m.lower(i)] && o > i {
		m.hang(i, verb, "compound:prt")
		return
	}
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
	if first > 1 && isQuote(m.Tokens[first-1].Form) {
		first-- // “in its “final stage,” a claim …”
	}
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
	if m.xpos(i) != "VBG" || !m.afterComma(first) || m.has(i, "nsubj", "aux") || m.hasInfinitive(i) {
		return
	}
	if up := m.Tokens[max(0, head)].Head; judging[m.lemma(i)] && m.rel(i) == "advcl" && m.rel(head) == "ccomp" && up >= 0 && up < head && judging[m.lemma(up)] {
		m.hang(i, up, "advcl") // “ruled that he had won, overturning the count”
		return
	}
	if !complementVerbs[m.lemma(i)].finite.speaks && m.lemma(i) != "cite" {
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

// contrastedSaying hangs a saying, or what is left unsaid, after “but” within what somebody said, where it
// has no subject of its own, on the one who said that: “Lund said that it had left
// but warned that …”, “but declined to name it”.
func (m *mender) contrastedSaying(v int) {
	head, cc := m.Tokens[v].Head, m.child(v, "cc")
	if m.rel(v) != "conj" || cc == None || m.lower(cc) != "but" || m.has(v, "nsubj", "nsubj:pass") || !m.keepsBack(v) && (m.xpos(v) != "VBD" || m.has(v, "aux") || !m.holdsFinite(v)) {
		return
	}
	outer := m.Tokens[head].Head
	if m.rel(head) == "ccomp" && outer < head && m.xpos(outer) == "VBD" && complementVerbs[m.lemma(outer)].finite.speaks {
		m.hang(v, outer, "conj")
	}
}

// keepsBack reports whether v tells what somebody did not say, coordinated with what
// was before: “said it had left but declined to name it”, “but did not name it”.
func (m *mender) keepsBack(v int) bool {
	if !m.hasAux(m.Tokens[v].Head, "VBD") {
		return false
	}
	return reticent[m.lemma(v)] && m.xpos(v) == "VBD" || withholding[m.lemma(v)] && m.hasAux(v, "VBD") && m.has(v, "advmod")
}

// holdsFinite reports whether v says a finite clause.
func (m *mender) holdsFinite(v int) bool {
	c := m.child(v, "ccomp")
	return c != None && complementVerbs[m.lemma(v)].finite.speaks && !m.isInfinitive(c)
}

// through hangs what is said on the verb of saying where it hangs on the text in
// which it is said: “said in a statement that its forces had left”.
func (m *mender) through(v int) {
	n := m.Tokens[v].Head
	if m.rel(v) != "acl" || m.marker(v) != "that" || m.marker(n) == "" || !texts[m.lemma(n)] && !speeches[m.lemma(n)] {
		return
	}
	said := m.Tokens[n].Head
	if complementVerbs[m.lemma(said)].finite.speaks && m.upos(said) == "VERB" && n > said && !m.has(said, "ccomp", "obj", "xcomp") && !m.has(n, "nmod:poss") {
		m.hang(v, said, "ccomp")
	}
}

// allegation hangs what is alleged on the noun that says so, where it hangs on those
// who allege it: “rejected an allegation by the rebels that Mali had moved in”.
func (m *mender) allegation(v int) {
	who := m.Tokens[v].Head
	if m.rel(v) != "acl:relcl" || m.rel(who) != "nmod" || m.marker(who) != "by" && m.marker(who) != "from" || !m.has(v, "nsubj", "nsubj:pass") || m.lower(m.firstOf(v)) != "that" {
		return
	}
	if n := m.Tokens[who].Head; complementNouns[m.lemma(n)].finite.known && m.xpos(m.child(v, "nsubj", "nsubj:pass")) != "WDT" {
		m.hang(v, n, "acl")
		m.hang(m.firstOf(v), v, "mark")
	}
}

// inverted makes who stands behind a verb of saying its subject, not its
// object: “‘It is tough,’ promises Mr. Campaneris”.
func (m *mender) inverted(v int) {
	said, who := m.child(v, "ccomp"), m.child(v, "iobj", "obj")
	if said != None && said < v && who == v+1+m.before(who) && !m.has(v, "nsubj", "nsubj:pass", "aux") && !m.subjectGiven(v) {
		m.hang(who, v, "nsubj")
	}
}

// tagInside makes the noun before a tag the subject of the verb behind it: “the vote,
// several aides said, emboldened Chad”.
func (m *mender) tagInside(v int) {
	said := m.Tokens[v].Head
	if m.rel(v) != "ccomp" || said > v || m.has(v, "nsubj", "nsubj:pass", "expl", "csubj", "mark") || m.isGerund(v) || !m.afterComma(m.firstOf(v)) || !complementVerbs[m.lemma(said)].finite.speaks {
		return
	}
	n, who := m.child(said, "obl:unmarked", "dislocated", "obl"), m.child(said, "nsubj")
	if n == None || who == None || n > who || m.isTime(n) || m.marker(n) != "" || m.Tokens[max(1, m.firstOf(who))-1].Form != "," {
		return
	}
	m.hang(n, v, m.subjectOf(v))
	if m.xpos(v) == "VBN" && !m.has(v, "aux", "aux:pass") {
		m.tag(v, "VERB", "VBD")
	}
}

// earlySubject hangs a subject that stands before a verb of saying on it, not on what
// is said, which has its own: “while Portugal, its neighbour, said it took note”.
func (m *mender) earlySubject(v int) {
	said := m.Tokens[v].Head
	all := m.children(v, "nsubj", "expl")
	if m.rel(v) == "ccomp" && len(all) == 2 && all[0] < said && said < all[1] && !m.has(said, "nsubj") && complementVerbs[m.lemma(said)].finite.speaks {
		m.hang(all[0], said, "nsubj")
	}
}

// calledQuoted makes a quoted noun behind an object what that is called: “called the
// report “a forgery””.
func (m *mender) calledQuoted(n int) {
	o := m.Tokens[n].Head
	if m.rel(n) != "appos" || m.rel(o) != "obj" || !characterizing[m.lemma(m.Tokens[o].Head)] {
		return
	}
	if first := m.firstOf(n); first == o+1 && isQuote(m.Tokens[first].Form) {
		m.hang(n, m.Tokens[o].Head, "xcomp")
	}
}

// saidReports makes “reports” or “claims” behind a verb of saying the noun that it is
// before a clause and its verdict: “said reports that they had fled were false”.
func (m *mender) saidReports(r int) {
	v, that := m.Tokens[r].Head, m.child(r, "ccomp")
	if m.xpos(r) != "VBZ" || v < 0 || r != v+1 || that == None || !m.has(that, "nsubj", "nsubj:pass") || !complementVerbs[m.lemma(v)].finite.speaks {
		return
	}
	for _, x := range append(m.children(that, "xcomp"), m.children(r, "xcomp", "ccomp")...) {
		mark := m.child(that, "mark")
		if mark == None {
			mark = m.child(x, "mark")
		}
		if x > that && mark != None && m.lower(mark) == "that" && m.has(x, "cop", "aux:pass") && !m.has(x, "nsubj", "nsubj:pass") {
			m.tag(r, "NOUN", "NNS")
			m.hang(x, v, "ccomp")
			m.hang(r, x, "nsubj")
			m.hang(that, r, "acl")
			m.hang(mark, that, "mark")
			return
		}
	}
}

// inExchange hangs what somebody gives for something on the verb, where it hangs on an
// adjective before it: “took cash from a man close to the firm in exchange for votes”.
func (m *mender) inExchange(n int) {
	a := m.Tokens[n].Head
	if m.rel(n) != "obl" || a < 0 || m.upos(a) != "ADJ" || m.marker(n) != "in" || m.lemma(n) != "exchange" && m.lemma(n) != "return" {
		return
	}
	for h := m.Tokens[a].Head; h >= 0; h = m.Tokens[h].Head {
		if m.upos(h) == "VERB" {
			m.hang(n, h, "obl")
			return
		}
	}
}

// yetTo hangs an infinitive on the “has yet” before it: “a deal that Mali has yet to sign”.
func (m *mender) yetTo(v int) {
	n := m.Tokens[v].Head
	if rel := m.rel(v); rel != "acl" && rel != "acl:relcl" || !m.isInfinitive(v) {
		return
	}
	for _, has := range m.children(n, "acl:relcl") {
		if has < v && m.lemma(has) == "have" && m.lower(max(0, m.child(v, "mark")-1)) == "yet" {
			m.hang(v, has, "xcomp")
			return
		}
	}
}

// saidBehind makes the noun right behind a verb of saying that ends a quotation its
// subject, wherever it hangs: “‘We won,’ said Chad's envoy, Ada Lund”.
func (m *mender) saidBehind(n int) {
	v := m.firstOf(n) - 1
	if v < 1 || m.Tokens[n].Head > v || m.Tokens[n].Head < 0 || m.upos(n) != "NOUN" && m.upos(n) != "PROPN" || m.has(n, "case") && m.marker(n) != "" {
		return
	}
	if complementVerbs[m.lemma(v)].finite.speaks && m.upos(v) == "VERB" && isQuote(m.Tokens[v-1].Form) && !m.has(v, "nsubj", "nsubj:pass", "aux") && m.deps.Within(m.Tokens[n].Head, v) && m.Tokens[n].Head != v {
		m.hang(n, v, "nsubj")
	}
}

// headlineAs hangs what goes on beside what a headline says on its verb: “army says it
// took the road as rebels deny retreat”.
func (m *mender) headlineAs(k int) {
	root, last := m.root(), len(m.Tokens)-1
	if m.rel(k) != "advcl" || m.marker(k) != "as" || !m.has(k, "nsubj", "nsubj:pass") || m.upos(last) == "PUNCT" || m.Tokens[k].Head == root || m.xpos(root) != "VBZ" || !complementVerbs[m.lemma(root)].finite.speaks || root > k {
		return
	}
	if _, end := m.extent(k); end == last {
		m.hang(k, root, "advcl")
	}
}

// quotedBefore makes a quotation what is said by one who goes on: “‘They left,’ he went on”.
func (m *mender) quotedBefore(v int) {
	k, who := m.child(v, "advcl"), m.child(v, "nsubj")
	if !m.goesOn(v) || k == None || k > v || who < k || who == None {
		return
	}
	if m.isFinite(k) && isQuote(m.Tokens[max(1, m.firstOf(who))-1].Form) && m.marker(k) == "" {
		m.hang(k, v, "ccomp")
	}
}

// gerundBefore parts the subject from a clause in “-ing” that opens the sentence:
// “Addressing the crowd in Ho, Ada Lund said she had won”.
func (m *mender) gerundBefore(g int) {
	v := m.Tokens[g].Head
	if m.rel(g) != "csubj" || g > 1 || m.xpos(g) != "VBG" || m.has(v, "nsubj", "nsubj:pass") {
		return
	}
	_, last := m.extent(g)
	for n := g + 2; n <= last; n++ {
		if m.Tokens[n-1].Form == "," && m.isName(n) && m.Tokens[n].Head < n && m.Tokens[n].Head >= g {
			m.hang(n, v, "nsubj")
			m.hang(g, v, "advcl")
			for _, k := range m.children(m.Tokens[n].Head, "appos") {
				if k > n {
					m.hang(k, n, "appos")
				}
			}
			return
		}
	}
}

// askedBefore makes a participle between commas behind a subject one of it, not what
// that says: “Lund, asked whether it was true, said …”.
func (m *mender) askedBefore(v int) {
	said := m.Tokens[v].Head
	if m.rel(v) != "ccomp" || said < v || !m.isParticiple(v) || m.has(v, "aux", "aux:pass") || v == 0 || m.Tokens[v-1].Form != "," {
		return
	}
	n, own := m.child(said, "nsubj"), m.child(v, "nsubj")
	switch {
	case own != None && own < v && n == None:
		m.hang(own, said, "nsubj")
		m.hang(v, own, "acl")
	case own == None && n != None && n < v:
		m.hang(v, n, "acl")
	}
}

// butThat hangs a second “that” clause on the verb of saying where it hangs on what
// something shows: “said the probe showed that it worked, but that Chad expected more”.
func (m *mender) butThat(v int) {
	inner := m.Tokens[v].Head
	if m.rel(v) != "conj" || m.marker(v) != "that" || inner < 0 || m.rel(inner) != "ccomp" || m.marker(inner) != "that" || !m.afterComma(m.firstOf(v)) {
		return
	}
	shows := m.Tokens[inner].Head
	if outer := m.Tokens[shows].Head; m.rel(shows) == "ccomp" && reflecting[m.lemma(shows)] && complementVerbs[m.lemma(outer)].finite.speaks {
		m.hang(v, shows, "conj")
	}
}

// saidObject makes the noun behind a verb of saying the subject of the finite verb
// that hangs on it: “saying Chad's moves, including raids, ‘strike at the heart’”.
func (m *mender) saidObject(v int) {
	n := m.Tokens[v].Head
	if rel := m.rel(v); rel != "appos" && rel != "parataxis" && rel != "acl" || n < 0 || n > v || m.rel(n) != "obj" || m.xpos(v) != "VBP" && m.xpos(v) != "VBZ" && m.xpos(v) != "VBD" || m.has(v, "nsubj", "nsubj:pass", "mark") {
		return
	}
	said := m.Tokens[n].Head
	if !asserting[m.lemma(said)] || m.has(v, "aux:pass") {
		return
	}
	m.hang(v, said, "ccomp")
	m.hang(n, v, "nsubj")
}

// takenAsObject makes the object of a verb of saying the subject of the clause behind it
// that has none: “announces a tax on cars will rise”.
func (m *mender) takenAsObject(v int) {
	said := m.Tokens[v].Head
	if m.rel(v) != "ccomp" || said < 0 || said > v || m.modalOf(v) == "" || m.has(v, "nsubj", "nsubj:pass", "expl", "mark") || !complementVerbs[m.lemma(said)].finite.speaks {
		return
	}
	o := m.child(said, "obj")
	if o == None || o < said {
		return
	}
	if _, last := m.extent(o); last == m.firstOf(v)-1 {
		m.hang(o, v, m.subjectOf(v))
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
