package actor

import (
	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/extract/english/pronoun"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// firstPerson resolves “I” and “we” to the innermost speaker who quotes them.
// Other pronouns that nothing settled mean no one in particular.
func (d *Document) firstPerson(s, i int, speakers []clause.Speaker) Reference {
	open := Reference{entity: none, owner: none, kind: graph.PronounMention}
	t := d.token(s, i)
	speakers = d.quoting(s, i, speakers)
	if !isFirstPerson(t) || len(speakers) == 0 {
		return open
	}
	last := len(speakers) - 1
	p := speakers[last].Phrase
	if isFirstPerson(d.token(p.Sentence, p.Head)) {
		return d.firstPerson(s, i, speakers[:last]) // “I told them that I …,” she said
	}
	ref := d.resolve(p.Sentence, p.Head, speakers[:last])
	if body := d.spokenFor(ref, p); body != none && isPluralFirst(t) {
		ref.entity, ref.thing, ref.owner = body, "", none
	}
	ref.kind = graph.PronounMention
	ref.antecedent = &graph.Antecedent{Text: d.text(p.Sentence, p.First, p.Last), Span: d.span(p.Sentence, p.First, p.Last)}
	return ref
}

// quoting returns the speakers but for those within the quotation in which a word
// stands: the “I” of “He told me that I should leave,” she said, is hers.
func (d *Document) quoting(s, i int, speakers []clause.Speaker) []clause.Speaker {
	q := d.chains.Quotation(s, i)
	for q > 0 && len(speakers) > 0 {
		p := speakers[len(speakers)-1].Phrase
		if d.chains.Quotation(p.Sentence, p.Head) != q || p.Sentence == s && d.isQuotedBetween(s, p.Head, i) {
			break
		}
		speakers = speakers[:len(speakers)-1]
	}
	return speakers
}

// isQuotedBetween reports whether a quotation mark stands between two words, as it
// does within a quotation where somebody in it is quoted.
func (d *Document) isQuotedBetween(s, a, b int) bool {
	for i := min(a, b); i < max(a, b); i++ {
		if isQuote(d.token(s, i)) {
			return true
		}
	}
	return false
}

// spokenFor returns the body or state for which a spokesman or ambassador speaks,
// where the document names it with him: the “we” of “State Department spokesman Ada
// Lund”, and whose letter it is that speaks.
func (d *Document) spokenFor(ref Reference, speaker clause.Phrase) int {
	body, leader := ref.owner, false
	if ref.entity != none {
		e := d.entities[ref.entity]
		if e.office == nil {
			return none
		}
		office := d.lemma(e.office.sentence, e.office.head)
		if leader = leads[office]; !leader && !speaksFor[office] {
			return none
		}
		body = d.owner(e.office.sentence, e.office.head, nil)
		if at := d.token(e.office.sentence, e.office.head); body == none && at.Rel == "flat" {
			body = d.resolve(e.office.sentence, at.Head, nil).entity
		}
		if body == none {
			body = d.owner(e.office.sentence, e.named, nil)
		}
		if body == none {
			body = d.bodyBefore(e.office.sentence, e.office.head)
		}
	} else if kind := d.kindOf(speaker.Sentence, speaker.Head); !speaksFor[ref.thing] && kind != coref.Thing && kind != coref.Abstract {
		return none
	}
	if body == none {
		return none
	}
	if kind := d.entities[body].kind; kind == graph.Organization || !leader && (kind == graph.State || kind == graph.Group) {
		return body
	}
	return none
}

// bodyBefore returns the body that the noun before an office takes up: “ministry
// spokesman”.
func (d *Document) bodyBefore(s, office int) int {
	noun := d.trees[s].Child(office, "compound")
	if noun < 0 {
		return none
	}
	return d.resolve(s, noun, nil).entity
}

// speaksFor holds the offices of those whose “we” is whom they speak for.
var speaksFor = wordSet("ambassador spokesman spokesperson spokeswoman")

// leads holds the offices of those whose “we” is the body that they lead or work for, but
// not the state.
var leads = wordSet("chairman chairwoman chairperson chair head director chief leader officer negotiator representative delegate coordinator commander executive")

func isPluralFirst(t *syntax.Token) bool {
	p, ok := pronoun.Of(t.Form)
	return ok && p.Person == 1 && p.Plural
}

func isFirstPerson(t *syntax.Token) bool {
	p, ok := pronoun.Of(t.Form)
	return ok && p.Person == 1
}
