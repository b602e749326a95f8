package coref

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/clause"
)

// governing returns the mention that the sentence itself makes a pronoun's
// antecedent, or None.
func (t *Text) governing(i int) int {
	for _, of := range []func(int) int{t.ownerAbove, t.subjectAbove, t.whoOwns, t.askerAbove, t.addressee, t.continuing, t.bodyBefore, t.taking, t.sharing, t.tellerAbove} {
		if j := of(i); j != None {
			return j
		}
	}
	return None
}

// fitting returns the mention at a token before mention i, or None where i cannot
// take it up.
func (t *Text) fitting(i, head int) int {
	if head < 0 {
		return None
	}
	j := t.At(t.Mentions[i].Sentence, head)
	return t.possible(i, j)
}

// possible returns mention j, or None where mention i cannot take it up.
func (t *Text) possible(i, j int) int {
	if j == None || j >= i {
		return None
	}
	c := choice{text: t, i: &t.Mentions[i], j: &t.Mentions[j], at: i, to: j, chain: &t.chains[t.chainOf[j]]}
	kind, several := c.chain.kind, c.chainNumber() == plural
	if !c.isPossible() || c.i.form == heForm && kind != Person && kind != Unknown || (c.i.form == theyForm) != several {
		return None
	}
	return j
}

// subjectAbove returns the subject of the verb on which the clause hangs whose
// subject is a pronoun, or None: “A trader, who asked not to be named because he …”,
// “Acme, which said it …”.
func (t *Text) subjectAbove(i int) int {
	m := &t.Mentions[i]
	if !m.role.isSubject() || m.form != heForm && m.form != itForm && m.form != theyForm {
		return None
	}
	verb := t.token(m.Sentence, m.Head).Head
	if t.token(m.Sentence, verb).Head < 0 {
		return None
	}
	above := t.token(m.Sentence, verb).Head
	if t.quotes[m.Sentence][above] != m.quotation || !t.governs(i, verb, above) {
		return None
	}
	subject := t.subjectOf(m.Sentence, above)
	if subject < 0 || t.trees[m.Sentence].Child(subject, "conj") >= 0 {
		return None
	}
	who, isProxy := t.spokenFor(i, subject)
	if isProxy {
		return who
	}
	return t.fitting(i, subject)
}

// governs reports whether the subject of the verb above is that of a pronoun's own
// clause, as it most often is where nobody else takes part above. “It” is so in what
// is said by a body, or by who stands before “which”, “they” in what several say.
func (t *Text) governs(i, verb, above int) bool {
	m := &t.Mentions[i]
	first, _ := t.trees[m.Sentence].Subtree(verb)
	says := t.token(m.Sentence, verb).Rel == "ccomp"
	if says && first < above {
		return false // “If he stays, Lund said, he …”
	}
	if m.form == itForm {
		w := t.token(m.Sentence, above)
		return says && clause.Says(w.Base()) && (w.Rel == "acl:relcl" || t.isBodySaying(i, verb, above))
	}
	if m.form == theyForm {
		return says
	}
	if !says && t.token(m.Sentence, verb).Rel != "advcl" {
		return false
	}
	other := t.trees[m.Sentence].Child(above, "obj", "iobj")
	if other < 0 || t.fitting(i, other) == None {
		return true
	}
	return says && !warning[t.token(m.Sentence, above).Base()] && !t.isAdvice(i, verb)
}

// isBodySaying reports whether a body or state says what “it” does: “Acme said it had
// begun to hire”. What it is, as in “Peru said it was a mistake”, may be anything.
func (t *Text) isBodySaying(i, verb, above int) bool {
	s := t.Mentions[i].Sentence
	w := t.token(s, verb)
	subject := t.subjectOf(s, above)
	if subject < 0 || w.UPOS != "VERB" || t.token(s, t.Mentions[i].Head).Rel != "nsubj" {
		return false
	}
	j := t.At(s, subject)
	if j == None || j >= i {
		return false
	}
	kind := t.chains[t.chainOf[j]].kind
	return kind == Organization || kind == Place && t.Mentions[j].Entity != None
}

// warning are verbs that say of whom they are said to what will become of them.
var warning = set("accuse advise assure convince inform notify persuade promise reassure remind suspect warn")

// isAdvice reports whether a clause tells what somebody shall, can or will have to
// bear: “told him that he should leave”, “that he was dismissed”.
func (t *Text) isAdvice(i, verb int) bool {
	s := t.Mentions[i].Sentence
	if t.trees[s].Child(verb, "aux:pass") >= 0 {
		return true
	}
	return slices.ContainsFunc(t.trees[s].Children(verb), func(k int) bool {
		w := t.token(s, k)
		return w.Rel == "aux" && advising[strings.ToLower(w.Form)]
	})
}

var advising = set("can could may must ought shall should")

// proxies are those who speak for one person, and what of that person speaks.
var proxies = set("adviser advisor aide attorney campaign lawyer office representative spokesman spokesperson spokeswoman team")

// spokenFor returns the mention of whom somebody speaks for, if a pronoun in what is
// said can be that: “Ada Lund's office said she …”. Where both have names it is None,
// as either may be meant.
func (t *Text) spokenFor(i, speaker int) (who int, isProxy bool) {
	s := t.Mentions[i].Sentence
	if t.Mentions[i].form != heForm || !proxies[t.token(s, speaker).Base()] {
		return None, false
	}
	for _, k := range t.trees[s].Children(speaker) {
		if w := t.token(s, k); w.Rel == "nmod:poss" || w.Rel == "nmod" {
			if j := t.fitting(i, k); j != None && t.chains[t.chainOf[j]].kind == Person {
				if t.trees[s].Child(speaker, "appos", "flat") >= 0 {
					j = None
				}
				return j, true
			}
		}
	}
	return None, false
}

// whoOwns returns the noun before “who”, where “his” stands in what that noun does, or
// None: “a trader who did not want his name in print”. So it does where somebody
// commands: “the president, who …, ordered his troops to leave”.
func (t *Text) whoOwns(i int) int {
	m := &t.Mentions[i]
	if m.form != heForm || m.role != possessorRole {
		return None
	}
	owned := t.token(m.Sentence, m.Head).Head
	w := t.token(m.Sentence, owned)
	if w.Head < 0 {
		return None
	}
	verb := t.token(m.Sentence, w.Head)
	switch {
	case (w.Rel == "obj" || w.Rel == "obl") && verb.Rel == "acl:relcl" && t.subjectOf(m.Sentence, w.Head) == verb.Head:
		return t.fitting(i, verb.Head)
	case (w.Rel == "obj" || w.Rel == "iobj") && commanding[verb.Base()]:
		return t.fitting(i, t.subjectOf(m.Sentence, w.Head))
	}
	return None
}

// commanding are verbs of what one does with one's own.
var commanding = set("appoint command convene deploy dispatch fire instruct order reshuffle sack send summon")

// letting are verbs whose object does what the next verb says.
var letting = set("allow enable help let make permit")

// askerAbove returns who asks another to let “it” do something, or None: “Acme asked
// the court to let it sell its ships”.
func (t *Text) askerAbove(i int) int {
	m := &t.Mentions[i]
	if !m.IsThirdPerson() || m.form == reflexiveForm || !m.role.isParticipant() {
		return None
	}
	let := t.token(m.Sentence, m.Head).Head
	if m.role.isSubject() {
		let = t.token(m.Sentence, let).Head
	}
	if let < 0 {
		return None
	}
	w := t.token(m.Sentence, let)
	if !letting[w.Base()] || w.Rel != "xcomp" || t.trees[m.Sentence].Child(w.Head, "obj", "iobj") < 0 {
		return None
	}
	return t.fitting(i, t.subjectOf(m.Sentence, w.Head))
}

// addressee returns the party against or to which somebody does what the clause before
// says, where “it” is spoken to, or None: “filed a complaint against Peru, accusing it”.
func (t *Text) addressee(i int) int {
	m := &t.Mentions[i]
	verb := t.token(m.Sentence, m.Head).Head
	if !t.isAddressed(m) {
		return None
	}
	w := t.token(m.Sentence, verb)
	if w.Rel != "advcl" && w.Rel != "conj" {
		return None
	}
	for _, k := range t.trees[m.Sentence].Children(w.Head) {
		if t.token(m.Sentence, k).Rel != "obj" && !t.isTowards(m.Sentence, k) {
			continue
		}
		if j := t.fitting(i, k); j != None {
			return j
		}
		for _, n := range t.trees[m.Sentence].Children(k) {
			if j := t.fitting(i, n); t.isTowards(m.Sentence, n) && j != None {
				return j
			}
		}
	}
	return None
}

// isTowards reports whether a noun is whom something goes to.
func (t *Text) isTowards(s, i int) bool {
	c := t.trees[s].Child(i, "case")
	return c >= 0 && towards[strings.ToLower(t.token(s, c).Form)]
}

var towards = set("against at on to")

// addressing are verbs whose object can hear, or be held to account.
var addressing = set("accuse ask blame order press pressure tell thank urge warn")

// isAddressed reports whether “it” is whom somebody speaks to.
func (t *Text) isAddressed(m *Mention) bool {
	verb := t.token(m.Sentence, m.Head).Head
	return m.form == itForm && m.role == objectRole && verb >= 0 && addressing[t.token(m.Sentence, verb).Base()]
}

// goingOn are verbs of who says more.
var goingOn = set("add continue conclude")

// continuing returns who speaks in the sentence before that in which “he” says more,
// or None: “Lund said that Holt had left. He had paid, she added.”
func (t *Text) continuing(i int) int {
	m := &t.Mentions[i]
	if m.form != heForm || !m.said || !goingOn[t.token(m.Sentence, t.token(m.Sentence, m.Head).Head).Base()] && !(t.isBetweenCommas(m) && t.isOfRoot(m)) {
		return None
	}
	return t.possible(i, t.speakerBefore(m.Sentence))
}

// isBetweenCommas reports whether a pronoun with its verb stands between commas:
// “Holt, he said, had promised”.
func (t *Text) isBetweenCommas(m *Mention) bool {
	end := t.token(m.Sentence, m.Head).Head + 1
	return m.Head > 0 && t.token(m.Sentence, m.Head-1).Form == "," && end < len(t.sentences[m.Sentence].Tokens) && t.token(m.Sentence, end).Form == ","
}

// isOfRoot reports whether the verb of a pronoun stands beside that of the sentence.
func (t *Text) isOfRoot(m *Mention) bool {
	above := t.token(m.Sentence, t.token(m.Sentence, m.Head).Head).Head
	return above >= 0 && t.token(m.Sentence, above).Head < 0
}

// speakerBefore returns the mention of who says what the sentence before reports, or
// None.
func (t *Text) speakerBefore(s int) int {
	if s == 0 {
		return None
	}
	j := t.mainSubject(s - 1)
	if j == None || !t.Mentions[j].said {
		return None
	}
	return j
}

// mainSubject returns the mention that is the subject of a sentence, or None.
func (t *Text) mainSubject(s int) int {
	root := t.trees[s].Root()
	if root < 0 {
		return None
	}
	if subject := t.trees[s].Child(root, "nsubj", "nsubj:pass"); subject >= 0 {
		return t.At(s, subject)
	}
	return None
}

// bodyBefore returns the body of which the sentence before speaks, where “it” says
// something: “Acme denies the report. In a statement, it said …”.
func (t *Text) bodyBefore(i int) int {
	m := &t.Mentions[i]
	if m.form != itForm || !m.said || m.role != mainRole || m.Sentence == 0 {
		return None
	}
	j := t.mainSubject(m.Sentence - 1)
	if j == None || t.chains[t.chainOf[j]].kind != Organization {
		return None
	}
	return t.possible(i, j)
}

// takingAlong are verbs of what one does to have something with one.
var takingAlong = set("bring carry drag sweep take")

// taking returns who takes something with him: “The river took 61 homes with it.”
func (t *Text) taking(i int) int {
	m := &t.Mentions[i]
	if !m.IsThirdPerson() || m.role != obliqueRole {
		return None
	}
	verb := t.token(m.Sentence, m.Head).Head
	if verb < 0 || !takingAlong[t.token(m.Sentence, verb).Base()] || !t.hasCase(m, "with") || t.trees[m.Sentence].Child(verb, "obj") < 0 {
		return None
	}
	return t.closest(i, t.subjectOf(m.Sentence, verb))
}

// sharing returns the several who do something “between them”, or None.
func (t *Text) sharing(i int) int {
	m := &t.Mentions[i]
	if m.form != theyForm || m.role != obliqueRole && m.role != nounRole || !t.hasCase(m, "between", "among") {
		return None
	}
	verb := t.token(m.Sentence, m.Head).Head
	for verb >= 0 && t.token(m.Sentence, verb).UPOS != "VERB" {
		verb = t.token(m.Sentence, verb).Head
	}
	if verb < 0 {
		return None
	}
	return t.closest(i, t.subjectOf(m.Sentence, verb))
}

// closest returns the mention at a token before mention i if it can be what i takes up
// by its number, whatever else the clause forbids, or None.
func (t *Text) closest(i, head int) int {
	if head < 0 {
		return None
	}
	j := t.At(t.Mentions[i].Sentence, head)
	if j == None || j >= i || (t.Mentions[i].form == theyForm) != (t.Mentions[j].number == plural) {
		return None
	}
	return j
}

// hasCase reports whether one of the prepositions stands before a mention.
func (t *Text) hasCase(m *Mention, words ...string) bool {
	return slices.ContainsFunc(t.trees[m.Sentence].Children(m.Head), func(k int) bool {
		w := t.token(m.Sentence, k)
		return w.Rel == "case" && slices.Contains(words, strings.ToLower(w.Form))
	})
}

// tellerAbove returns who says something of somebody of hers: “Ada Lund said that her
// husband had left”.
func (t *Text) tellerAbove(i int) int {
	m := &t.Mentions[i]
	if m.form != heForm || m.role != possessorRole {
		return None
	}
	noun := t.token(m.Sentence, t.token(m.Sentence, m.Head).Head)
	if !strings.HasPrefix(noun.Rel, "nsubj") || noun.Head < 0 || t.token(m.Sentence, noun.Head).Rel != "ccomp" {
		return None
	}
	above := t.token(m.Sentence, noun.Head).Head
	if above < 0 || above > m.Head || !clause.Says(t.token(m.Sentence, above).Base()) || t.quotes[m.Sentence][above] != m.quotation {
		return None
	}
	if t.trees[m.Sentence].Child(above, "obj", "iobj") >= 0 {
		return None
	}
	return t.fitting(i, t.subjectOf(m.Sentence, above))
}
