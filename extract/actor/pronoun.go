package actor

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// takeUp goes through sentence s and finds whom its pronouns, titles and
// definite nouns mean. What it finds can be taken up by later words.
func (d *Document) takeUp(s int) {
	for i := range d.sentences[s].Tokens {
		t := d.token(s, i)
		switch m := d.mentions[s][i]; {
		case m != none:
			if d.found[m].first == i {
				d.timeline = append(d.timeline, d.found[m])
			}
		case t.XPOS == "WP$":
			if n := d.relativised(s, i); n != none {
				ref := d.resolve(s, n, nil)
				ref.kind = graph.PronounMention
				ref.antecedent = &graph.Antecedent{Text: d.text(s, n, n), Span: d.span(s, n, n)}
				d.links[s][i] = ref
			}
		case isPronoun(t):
			if ref, ok := d.takenUp(s, i); ok && d.isThirdPerson(s, i) && !d.isOneState(ref, t) {
				ref.kind = graph.PronounMention
				d.record(s, i, ref)
			}
		case t.UPOS == "NOUN" || t.UPOS == "PROPN":
			d.takeUpNoun(s, i)
		}
	}
}

// isOneState reports whether “they” would be a single country, which is “it”.
func (d *Document) isOneState(ref Reference, t *syntax.Token) bool {
	return ref.entity != none && d.entities[ref.entity].kind == graph.State && strings.HasPrefix(strings.ToLower(t.Form), "the")
}

// relativised returns the noun that the relative clause around “whose” is about.
func (d *Document) relativised(s, i int) int {
	for h := i; h >= 0; h = d.token(s, h).Head {
		if d.token(s, h).Rel == "acl:relcl" {
			return d.token(s, h).Head
		}
	}
	return none
}

func (d *Document) takeUpNoun(s, i int) {
	if e, ok := d.surname(s, i); ok {
		d.record(s, i, d.named(e))
		return
	}
	if e := d.titled(s, i); e != none {
		d.record(s, i, d.named(e))
		return
	}
	if ref, ok := d.nominal(s, i); ok {
		d.record(s, i, ref)
		return
	}
	d.inherit(s, i)
}

// surname returns the person whose surname a proper noun is that the model did
// not name: “the Blinken-Lavrov call”.
func (d *Document) surname(s, i int) (int, bool) {
	if t := d.token(s, i); t.UPOS != "PROPN" || !isUpper(t.Form) {
		return none, false
	}
	return d.longerPerson(d.token(s, i).Form, none)
}

// record keeps what a word means, and lets later words take it up.
func (d *Document) record(s, i int, ref Reference) {
	d.links[s][i] = ref
	if ref.entity != none {
		d.timeline = append(d.timeline, mention{sentence: s, first: i, last: i, entity: ref.entity})
	}
}

func isPronoun(t *syntax.Token) bool {
	return t.UPOS == "PRON" || t.XPOS == "PRP$" || t.XPOS == "PRP"
}

func (d *Document) isThirdPerson(s, i int) bool {
	m := d.chains.At(s, i)
	return m != coref.None && d.chains.Mentions[m].IsThirdPerson()
}

// takenUp says what the chain of a word gives it: what the nearest name or noun
// before it means, else the name that comes later: “In its reply, Peru …”.
func (d *Document) takenUp(s, i int) (Reference, bool) {
	m := d.chains.At(s, i)
	if m == coref.None {
		return Reference{}, false
	}
	for a := d.chains.Antecedent[m]; a != coref.None; a = d.chains.Antecedent[a] {
		x := &d.chains.Mentions[a]
		if x.IsPronoun() {
			continue
		}
		if x.Joint {
			return Reference{}, false // several together, which no one entity is
		}
		ref := d.resolve(x.Sentence, x.Head, nil)
		if x.Entity != coref.None {
			ref = d.named(x.Entity) // which may be part of a longer name
		}
		if e := d.chains.Entity(m); ref.entity == none && x.Kind() == coref.Person && e != coref.None && d.entities[e].kind == graph.Person {
			ref = d.named(e) // “Ada Lund … the mediator … she”
		}
		ref.antecedent = &graph.Antecedent{Text: d.text(x.Sentence, x.First, x.Last), Span: d.span(x.Sentence, x.First, x.Last)}
		return ref, ref.entity != none || ref.thing != ""
	}
	if e := d.chains.Entity(m); e != coref.None {
		return Reference{entity: e, owner: none, antecedent: d.firstName(e)}, true
	}
	return d.ahead(s, i)
}

// ahead resolves a pronoun that takes up nothing before by the subject after it:
// “When she entered parliament, Petra Kral …”.
func (d *Document) ahead(s, i int) (Reference, bool) {
	root := d.trees[s].Root()
	if root < 0 || !isPronoun(d.token(s, i)) {
		return Reference{}, false
	}
	subject := d.trees[s].Child(root, "nsubj")
	if subject <= i || d.mentions[s][subject] == none || d.trees[s].Within(i, subject) {
		return Reference{}, false
	}
	e := d.found[d.mentions[s][subject]].entity
	if !d.fitsPronoun(d.entities[e], strings.ToLower(d.token(s, i).Form)) {
		return Reference{}, false
	}
	return Reference{entity: e, owner: none, antecedent: d.firstName(e)}, true
}

func (d *Document) fitsPronoun(e entity, pronoun string) bool {
	switch pronoun {
	case "he", "him", "his":
		return e.kind == graph.Person && e.gender != 'f'
	case "she", "her", "hers":
		return e.kind == graph.Person && e.gender != 'm'
	case "it", "its":
		return e.kind == graph.State || e.kind == graph.Organization
	case "they", "their", "them":
		return e.kind == graph.Group
	}
	return false
}

// firstName returns where an entity is first named.
func (d *Document) firstName(e int) *graph.Antecedent {
	m := d.found[slices.IndexFunc(d.found, func(m mention) bool { return m.entity == e })]
	return &graph.Antecedent{Text: d.text(m.sentence, m.first, m.last), Span: d.span(m.sentence, m.first, m.last)}
}

// firstPerson resolves “I” and “we” to the innermost speaker. Other pronouns
// that nothing settled mean no one in particular.
func (d *Document) firstPerson(t *syntax.Token, speakers []clause.Speaker) Reference {
	open := Reference{entity: none, owner: none, kind: graph.PronounMention}
	if !isFirstPerson(t) || len(speakers) == 0 {
		return open
	}
	last := len(speakers) - 1
	p := speakers[last].Phrase
	if isFirstPerson(d.token(p.Sentence, p.Head)) {
		return d.firstPerson(t, speakers[:last]) // “I told them that I …,” she said
	}
	ref := d.resolve(p.Sentence, p.Head, speakers[:last])
	if body := d.spokenFor(ref); body != none && isPluralFirst(t) {
		ref.entity, ref.thing, ref.owner = body, "", none
	}
	ref.kind = graph.PronounMention
	ref.antecedent = &graph.Antecedent{Text: d.text(p.Sentence, p.First, p.Last), Span: d.span(p.Sentence, p.First, p.Last)}
	return ref
}

// spokenFor returns the body or state for which a spokesman speaks, where the
// document names it with him: the “we” of “State Department spokesman Ada Lund”.
func (d *Document) spokenFor(ref Reference) int {
	body := ref.owner
	if ref.entity != none {
		e := d.entities[ref.entity]
		if e.office == nil || !isSpokesman(d.lemma(e.office.sentence, e.office.head)) {
			return none
		}
		body = d.owner(e.office.sentence, e.office.head, nil)
		if at := d.token(e.office.sentence, e.office.head); body == none && at.Rel == "flat" {
			body = d.resolve(e.office.sentence, at.Head, nil).entity
		}
		if body == none {
			body = d.owner(e.office.sentence, e.named, nil)
		}
	} else if !isSpokesman(ref.thing) {
		return none
	}
	if body == none || d.entities[body].kind != graph.Organization && d.entities[body].kind != graph.State && d.entities[body].kind != graph.Group {
		return none
	}
	return body
}

func isSpokesman(noun string) bool {
	return noun == "spokesman" || noun == "spokeswoman" || noun == "spokesperson"
}

func isPluralFirst(t *syntax.Token) bool {
	switch strings.ToLower(t.Form) {
	case "we", "us", "our", "ours", "ourselves":
		return true
	}
	return false
}

func isFirstPerson(t *syntax.Token) bool {
	switch strings.ToLower(t.Form) {
	case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves":
		return true
	}
	return false
}
