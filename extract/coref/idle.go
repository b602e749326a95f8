package coref

import (
	"strings"

	"github.com/whomgraph/whom/extract/clause"
)

// isTold reports whether a mention is of a medium, or of reporters, to whom somebody
// says something: “told the Courier”, “said to reporters”.
func (t *Text) isTold(m *Mention, n *Name) bool {
	if len(m.words) == 0 || !(n != nil && n.Medium || media[m.words[len(m.words)-1]]) {
		return false
	}
	w := t.token(m.Sentence, m.Head)
	for w.Head >= 0 && (w.Rel == "appos" || w.Rel == "flat" || w.Rel == "compound" || w.Rel == "nmod:desc") {
		w = t.token(m.Sentence, w.Head)
	}
	if w.Head < 0 {
		return false
	}
	switch verb := t.token(m.Sentence, w.Head).Base(); w.Rel {
	case "obj", "iobj":
		return verb == "tell"
	case "obl":
		to := t.trees[m.Sentence].Child(m.Head, "case")
		return to >= 0 && strings.EqualFold(t.token(m.Sentence, to).Form, "to") && (clause.Says(verb) || verb == "speak" || verb == "talk")
	}
	return false
}

// isIdle reports whether what a pronoun would take up stands where it is only spoken
// to, asked after or set before the clause, or cannot do or own what the pronoun does.
func (c *choice) isIdle() bool {
	if c.i.form != itForm && c.i.form != theyForm {
		return false
	}
	return c.j.told || c.isAsked() || c.isFronted() || c.isDeaf() || c.isNoText() || c.isOwnOffer()
}

// isAsked reports whether the antecedent would be what is asked after: “how much water”.
func (c *choice) isAsked() bool {
	switch c.text.token(c.j.Sentence, c.j.First).XPOS {
	case "WRB", "WDT", "WP", "WP$":
		return !c.j.form.isPronoun()
	}
	return false
}

// isFronted reports whether the antecedent would be a noun before the subject of a
// clause around the pronoun: “In a letter, Acme said it …”.
func (c *choice) isFronted() bool {
	if c.i.Sentence != c.j.Sentence || c.j.role != obliqueRole || c.j.form == nameForm {
		return false
	}
	verb := c.text.token(c.j.Sentence, c.j.Head).Head
	subject := c.text.trees[c.j.Sentence].Child(verb, "nsubj", "nsubj:pass")
	return c.j.Head < subject && subject < c.i.Head && c.text.trees[c.i.Sentence].Within(c.i.Head, verb)
}

// isDeaf reports whether “it” would be no body or state where somebody speaks to it.
func (c *choice) isDeaf() bool {
	return c.text.isAddressed(c.i) && c.chain.kind != Organization && c.chain.kind != Place && c.chain.entity == None
}

// handling are verbs of what one does with a text, a measure or an event.
var handling = set("adopt cancel drop lift plan postpone publish ratify repeal rig schedule sign stage vote withdraw")

// isNoText reports whether “it” would be a body or state where a text, a measure or an
// event is meant: “filed a complaint against Peru before dropping it”, “it was rigged”.
func (c *choice) isNoText() bool {
	w := c.text.token(c.i.Sentence, c.i.Head)
	if c.i.form != itForm || w.Head < 0 || w.Rel == "nsubj" || !c.i.role.isParticipant() || !handling[c.text.token(c.i.Sentence, w.Head).Base()] {
		return false
	}
	return c.chain.entity != None || c.chain.kind == Organization || c.chain.kind == Place
}

// Verbs that answer somebody else's offer, and nouns of what is offered or wanted.
var (
	answering = set("accept condemn decline refuse reject request seek welcome")
	thanking  = set("ask praise thank")
	offered   = set("aid assistance backing bid decision demand help invitation move offer plan plea proposal request support")
)

// isOwnOffer reports whether “its” would be who answers, where the other party's offer
// or help is meant: “Peru rejected its offer”, “thanked Chile for its help”.
func (c *choice) isOwnOffer() bool {
	t, s := c.text, c.i.Sentence
	if c.i.role != possessorRole {
		return false
	}
	noun := t.token(s, t.token(s, c.i.Head).Head)
	if !offered[noun.Base()] || noun.Head < 0 {
		return false
	}
	verb := t.token(s, noun.Head).Base()
	if !(noun.Rel == "obj" && answering[verb]) && !(noun.Rel == "obl" && thanking[verb]) {
		return false
	}
	j := t.doer(s, noun.Head)
	return j != None && j < c.at && t.chainOf[j] == t.chainOf[c.to]
}

// doer returns the mention of who does what a verb says, or None.
func (t *Text) doer(s, verb int) int {
	if subject := t.subjectOf(s, verb); subject >= 0 {
		return t.At(s, subject)
	}
	return None
}

// isInApposition reports whether the antecedent would be the owner in what is said of
// somebody else: “the wife of Holt, Lund's adviser, met his guests”.
func (c *choice) isInApposition() bool {
	t, s := c.text, c.j.Sentence
	if s != c.i.Sentence || c.j.role != possessorRole {
		return false
	}
	owned := t.token(s, t.token(s, c.j.Head).Head)
	if owned.Rel != "appos" {
		return false
	}
	j := t.At(s, owned.Head)
	return j != None && j < c.at && t.Mentions[j].form == nameForm && t.Mentions[j].kind == Person && t.chains[t.chainOf[j]].gender != otherGender(c.i.gender)
}

func otherGender(g byte) byte {
	if g == 'f' {
		return 'm'
	}
	return 'f'
}

// isForgotten reports whether “he” would be somebody of whom no sentence near speaks,
// where its own or the sentence before has a person for its subject.
func (c *choice) isForgotten() bool {
	s := c.i.Sentence
	ago := s - c.text.Mentions[c.chain.last].Sentence
	return ago >= nearSentences-1 && c.isOther(s) || s > 0 && ago >= nearSentences && c.isOther(s-1)
}

// isOther reports whether the subject of a sentence is somebody else whom the pronoun
// can mean.
func (c *choice) isOther(s int) bool {
	t := c.text
	j := t.mainSubject(s)
	if j == None || j >= c.at || t.chainOf[j] == t.chainOf[c.to] || t.Mentions[j].number == plural {
		return false
	}
	if s == c.i.Sentence && c.i.role.isParticipant() {
		return false // who may be the other of two who take part
	}
	chain := &t.chains[t.chainOf[j]]
	isPerson := chain.kind == Person || chain.kind == Unknown && !t.isNobody(chain)
	return isPerson && (chain.gender == 0 || chain.gender == c.i.gender)
}

// nearSentences is how many sentences later a person is forgotten for another.
const nearSentences = 3
