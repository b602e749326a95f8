package coref

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/syntax"
)

// isPossible is false where grammar forbids the choice: “it” is no person, “he”
// no country, “they” no one person, and neither is another participant of its own
// verb, or what it describes.
func (c *choice) isPossible() bool {
	if c.isSpeaker() || c.isIdle() || c.isAsking() || c.isTagged() || c.isNamedBelow() {
		return false
	}
	switch c.i.form {
	case itForm:
		person := c.chain.kind == Person || c.j.form == heForm || c.j.form == iForm || c.j.form == youForm || c.j.form == weForm
		return !person && c.chain.kind != Time && c.chainNumber() != plural && !c.isBound()
	case heForm:
		body := c.chain.entity != None && c.chain.kind != Person
		return !body && !c.text.isNobody(c.chain) && c.genders() != 2 && c.chainNumber() != plural && !c.isBound() && !c.isQuoting() && !c.isInApposition() && !c.isForgotten() && !c.isHypothetical() && !c.isByline()
	case theyForm:
		onePerson := c.chain.kind == Person && (c.chain.entity != None || c.chain.gender != 0 && c.chain.number == singular)
		return !onePerson && !c.chain.isOneIdea() && !(c.text.speaks(c.i) && c.chain.isNoSpeaker()) && !c.isBound()
	}
	return !c.isOfAnother()
}

// isSpeaker reports whether a pronoun of the third person would be who says the
// quotation in which it stands, who is “I”.
func (c *choice) isSpeaker() bool {
	if c.i.quotation == 0 || !c.i.IsThirdPerson() || c.i.form == reflexiveForm {
		return false
	}
	speaker := c.text.speakers[c.i.quotation]
	if speaker == None {
		return false
	}
	if e := c.text.Mentions[speaker].Entity; e != None {
		return c.chain.entity == e
	}
	if speaker > c.at && c.text.Mentions[speaker].form == heForm {
		speaker = c.text.speakerBefore(c.text.Mentions[speaker].Sentence) // whom “he said” most likely takes up
	}
	return speaker != None && speaker < c.at && c.text.chainOf[speaker] == c.text.chainOf[c.to]
}

// isQuoting reports whether “he” would be somebody of whom he says “he”, or whom he
// names in what he says: he said, “Ada Lund was …”.
func (c *choice) isQuoting() bool {
	t, e := c.text, c.chain.entity
	tag := t.isTag(c.i)
	if !c.i.said && !tag {
		return false
	}
	speaks := func(m *Mention) bool { return m.quotation > 0 && (tag || t.speakers[m.quotation] == c.at) }
	for k := c.at - 1; k >= 0 && t.Mentions[k].Sentence == c.i.Sentence; k-- {
		if m := &t.Mentions[k]; t.chainOf[k] == t.chainOf[c.to] && (m.form == heForm || m.form == nameForm) && speaks(m) {
			return true
		}
	}
	for k := c.at + 1; k < len(t.Mentions) && t.Mentions[k].Sentence == c.i.Sentence; k++ {
		if m := &t.Mentions[k]; e != None && m.Entity == e && speaks(m) {
			return true
		}
	}
	return false
}

// mandating are verbs that with “that” say what another shall do.
var mandating = set("ask beg demand order propose recommend request suggest urge")

// isAsking reports whether a pronoun would be who asks for what it shall do: “Lund
// demanded that he quit”.
func (c *choice) isAsking() bool {
	t, s := c.text, c.i.Sentence
	if !c.i.role.isSubject() || !c.i.IsThirdPerson() {
		return false
	}
	verb := t.token(s, c.i.Head).Head
	w := t.token(s, verb)
	if w.Rel != "ccomp" || w.Head < 0 || w.Head > verb || !mandating[t.token(s, w.Head).Base()] || !t.isMandate(s, verb) {
		return false
	}
	j := t.doer(s, w.Head)
	return j != None && j < c.at && t.chainOf[j] == t.chainOf[c.to]
}

// isHypothetical reports whether the antecedent would be nobody in particular: the
// first noun of two, “a specialist nurse”, or somebody of another sentence who is there
// only in what may be or is not, “It would have paid a nurse.”
func (c *choice) isHypothetical() bool {
	t, s := c.text, c.j.Sentence
	if c.j.role == compoundRole && c.j.form != nameForm && c.chain.size == 1 {
		return true
	}
	if s == c.i.Sentence || c.j.form != indefiniteForm || c.chain.size > 1 || c.j.role != objectRole {
		return false
	}
	return slices.ContainsFunc(t.trees[s].Children(t.token(s, c.j.Head).Head), func(k int) bool {
		w := t.token(s, k)
		return w.Rel == "aux" && unreal[w.Base()] || w.Rel == "advmod" && w.Base() == "not"
	})
}

// isByline reports whether the antecedent would be who wrote the article, named in a
// paragraph without a verb and nowhere else: “Ada Lund, transport editor”.
func (c *choice) isByline() bool {
	t, s := c.text, c.j.Sentence
	if c.chain.size > 1 || c.j.form != nameForm || c.j.role == possessorRole || s == c.i.Sentence || t.paragraphs[s] == t.paragraphs[s+1] || s > 0 && t.paragraphs[s] == t.paragraphs[s-1] {
		return false
	}
	return !slices.ContainsFunc(t.sentences[s].Tokens, func(w syntax.Token) bool { return w.UPOS == "VERB" || w.UPOS == "AUX" })
}

// isNamedBelow reports whether a pronoun would be somebody named in what its own verb
// says: “he said he had dismissed Holt”.
func (c *choice) isNamedBelow() bool {
	t, s, e := c.text, c.i.Sentence, c.chain.entity
	if e == None || !c.i.role.isSubject() || c.i.form != heForm {
		return false
	}
	verb := t.token(s, c.i.Head).Head
	for k := c.at + 1; k < len(t.Mentions) && t.Mentions[k].Sentence == s; k++ {
		if m := &t.Mentions[k]; m.Entity == e && m.quotation == c.i.quotation && t.isBelow(s, m.Head, verb) {
			return true
		}
	}
	return false
}

// isBelow reports whether a word is a participant of what a verb says, or of a clause
// that completes it.
func (t *Text) isBelow(s, i, verb int) bool {
	for ; i >= 0 && i != verb; i = t.token(s, i).Head {
		switch t.token(s, i).Rel {
		case "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "ccomp", "xcomp":
		default:
			return false
		}
	}
	return i == verb
}

// unreal are auxiliaries of what may be.
var unreal = set("can could may might must should would")

// isMandate reports whether a verb stands in its bare form or after “should” in a
// clause with “that”, or is one that only the sense tells, “demanded he quit”.
func (t *Text) isMandate(s, verb int) bool {
	bare := strings.EqualFold(t.token(s, verb).Form, t.token(s, verb).Base())
	for _, k := range t.trees[s].Children(verb) {
		switch w := t.token(s, k); {
		case w.Rel == "aux" && strings.EqualFold(w.Form, "should"), (w.Rel == "cop" || w.Rel == "aux:pass") && strings.EqualFold(w.Form, "be"):
			return true
		case w.Rel == "aux" || w.Rel == "cop" || w.Rel == "aux:pass":
			return false
		}
	}
	return bare
}

// isTagged reports whether “he” who says something between commas would be the
// subject right before, of whom it is said: “Holt, he said, had promised”.
func (c *choice) isTagged() bool {
	t, s := c.text, c.i.Sentence
	if !c.i.said || !t.isBetweenCommas(c.i) {
		return false
	}
	j := t.fullAt(s, c.i.Head-2)
	return j != None && j < c.at && t.chainOf[j] == t.chainOf[c.to]
}

// fullAt returns the mention of a subject that ends at a token, or None.
func (t *Text) fullAt(s, last int) int {
	for k := last; k >= 0; k-- {
		if j := t.At(s, k); j != None && t.Mentions[j].role.isSubject() && t.Mentions[j].Last == last {
			return j
		}
	}
	return None
}

// isTag reports whether a pronoun says what is quoted right before it: “…,” he
// pointed out.
func (t *Text) isTag(m *Mention) bool {
	return m.role.isSubject() && m.quotation == 0 && m.Head > 1 && isClosing(t.token(m.Sentence, m.Head-1)) && t.quotes[m.Sentence][m.Head-2] > 0
}

func isClosing(w *syntax.Token) bool { return w.Form == "”" || w.Form == "''" || w.Form == `"` }

// collective are nouns of several people who together are neither “he” nor “she”.
var collective = set(`audience band cast clan class club community congregation couple crew crowd delegation electorate family
	gang generation group household jury leadership majority minority mob opposition pair panel party population press
	public squad staff team trio workforce youth`)

// isNobody reports whether a chain is of what is neither “he” nor “she”: of no
// person by its kind, of people who are several, or all of nouns that no table has
// and that do not end like those of people.
func (t *Text) isNobody(c *chain) bool {
	if len(c.heads) > 0 && !c.named && !slices.ContainsFunc(c.heads, func(h string) bool { return !collective[h] }) {
		return true
	}
	switch c.kind {
	case Organization, Place, Abstract, Event, Time:
		return true
	case Unknown:
		return len(c.heads) > 0 && !c.named && !slices.ContainsFunc(c.heads, t.isAgent)
	}
	return false
}

// isOneIdea reports whether a chain is of what is never “they”: one idea or event, or a
// time, were it of many months.
func (c *chain) isOneIdea() bool {
	switch c.kind {
	case Abstract, Event:
		return c.number == singular && !c.named
	case Time:
		return !c.named
	}
	return false
}

// speaks reports whether a mention says something, or is going to.
func (t *Text) speaks(m *Mention) bool {
	verb := t.token(m.Sentence, m.Head).Head
	if m.said || !m.role.isSubject() || verb < 0 {
		return m.said
	}
	next := t.trees[m.Sentence].Child(verb, "xcomp")
	return next >= 0 && clause.Says(t.token(m.Sentence, next).Base())
}

// isNoSpeaker reports whether a chain is of what says nothing.
func (c *chain) isNoSpeaker() bool {
	switch c.kind {
	case Thing, Abstract, Event, Time:
		return !c.named
	case Unknown:
		return !c.named && len(c.heads) > 0 && slices.ContainsFunc(c.heads, isIdea)
	}
	return false
}

// isIdea reports whether a noun that no table knows stands for an idea or an act, by its
// ending.
func isIdea(noun string) bool {
	return slices.ContainsFunc(ideaEndings, func(end string) bool { return strings.HasSuffix(noun, end) })
}

var ideaEndings = []string{"ancy", "ness", "ism", "age"}

// isOfAnother reports whether two nouns belong to two that have names: “Peru's
// president” is not “Chile's president”.
func (c *choice) isOfAnother() bool {
	if c.i.form != possessedForm || c.j.form != possessedForm {
		return false
	}
	a, b := c.text.possessorChain(c.i), c.text.possessorChain(c.j)
	return a != None && b != None && a != b && c.text.chains[a].entity != None && c.text.chains[b].entity != None
}

// isBound reports whether a pronoun cannot be what the chain is of, as one of its
// mentions is another participant of the pronoun's verb, or the noun that the
// pronoun's own clause describes. Who takes something “with it” is so all the same.
func (c *choice) isBound() bool {
	t := c.text
	if t.taking(c.at) == c.to || t.sharing(c.at) == c.to {
		return false
	}
	for k := c.at - 1; k >= 0 && t.Mentions[k].Sentence == c.i.Sentence; k-- {
		if j := &t.Mentions[k]; t.chainOf[k] == t.chainOf[c.to] && (t.shareVerb(c.i, j) || t.describes(c.i, j) || t.isObjectOf(c.i, j)) {
			return true
		}
	}
	return false
}

// shareVerb reports whether two mentions of a sentence are participants of one
// verb, of which the second may be understood: “signed the pact but did not ratify
// it”, “Lund tried to help her”.
func (t *Text) shareVerb(i, j *Mention) bool {
	if !i.role.isParticipant() {
		return false
	}
	verb := t.token(i.Sentence, i.Head).Head
	if verb < 0 {
		return false
	}
	return j.role.isParticipant() && t.token(j.Sentence, j.Head).Head == verb || t.subjectOf(i.Sentence, verb) == j.Head
}

// subjectOf returns the token of who does what a verb says, also where the verb
// above has the word for it, or None.
func (t *Text) subjectOf(s, verb int) int {
	if subject := t.trees[s].Child(verb, "nsubj", "nsubj:pass"); subject >= 0 {
		if x := t.token(s, subject); t.token(s, verb).Rel == "acl:relcl" && (x.XPOS == "WDT" || x.XPOS == "WP" || x.XPOS == "IN") {
			return t.token(s, verb).Head
		}
		return subject
	}
	w := t.token(s, verb)
	switch {
	case w.Head < 0:
		return None
	case w.Rel == "conj":
		return t.subjectOf(s, w.Head)
	case w.Rel == "xcomp":
		if object := t.trees[s].Child(w.Head, "obj", "iobj"); object >= 0 && object < verb {
			return object
		}
		return t.subjectOf(s, w.Head)
	case w.Rel == "acl" && w.XPOS == "VBG":
		return w.Head
	case w.Rel == "advcl" && w.XPOS == "VBG":
		return t.subjectOf(s, w.Head)
	}
	return None
}

// describes reports whether a mention stands in a clause that tells what the noun
// of another is: no “reason to cross it” is “it”.
func (t *Text) describes(i, j *Mention) bool {
	if i.role == possessorRole || i.Head == j.Head {
		return false
	}
	for k := i.Head; k >= 0; k = t.token(i.Sentence, k).Head {
		if w := t.token(i.Sentence, k); w.Head == j.Head {
			return w.Rel == "acl"
		}
	}
	return false
}

// isObjectOf reports whether a mention is “it” as the subject of a relative clause
// without a pronoun, of which the noun of another is the object: “the door it fits”.
func (t *Text) isObjectOf(i, j *Mention) bool {
	verb := t.token(i.Sentence, i.Head).Head
	return i.form == itForm && i.role.isSubject() && verb > i.Head && j.Head+1 == i.Head && t.token(i.Sentence, verb).Rel == "acl:relcl" && t.token(i.Sentence, verb).Head == j.Head
}

// ownerAbove returns the mention whose thing a possessive pronoun's noun is part
// of, or None: “Peru's troops near its border”.
func (t *Text) ownerAbove(i int) int {
	m := &t.Mentions[i]
	if m.role != possessorRole || !m.IsThirdPerson() {
		return None
	}
	for k := t.token(m.Sentence, m.Head).Head; k >= 0 && t.token(m.Sentence, k).Rel == "nmod"; {
		k = t.token(m.Sentence, k).Head
		owner := t.trees[m.Sentence].Child(k, "nmod:poss")
		if owner < 0 || owner >= m.Head {
			continue
		}
		j := t.At(m.Sentence, owner)
		if j == None || j >= i {
			return None
		}
		c := choice{text: t, i: m, j: &t.Mentions[j], at: i, to: j, chain: &t.chains[t.chainOf[j]]}
		if c.isPossible() && c.isFit() {
			return j
		}
	}
	return None
}
