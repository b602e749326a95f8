package actor

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/extract/english/pronoun"
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
			if n := d.antecedent(s, i); n != none {
				ref := d.resolve(s, n, nil)
				ref.kind = graph.PronounMention
				ref.antecedent = &graph.Antecedent{Text: d.text(s, n, n), Span: d.span(s, n, n)}
				d.links[s][i] = ref
			}
		case isPronoun(t) && d.isThirdPerson(s, i):
			ref, ok := d.fronted(s, i)
			if !ok {
				ref, ok = d.takenUp(s, i)
			}
			if ok && !d.isOneState(s, i, ref) && !d.isOneBody(s, i, ref) && !d.isSaid(s, i, ref) {
				if d.isBodyOfOne(s, i, ref) {
					ref.entity, ref.thing, ref.owner = ref.owner, "", none
				}
				ref.kind = graph.PronounMention
				d.record(s, i, ref)
			}
		case t.UPOS == "NOUN" || t.UPOS == "PROPN":
			d.takeUpNoun(s, i)
		}
	}
}

// isOneState reports whether “they” would be a single country, which is “it” but
// to those who speak: “We leave it up to Russia if they want to.”
func (d *Document) isOneState(s, i int, ref Reference) bool {
	t := d.token(s, i)
	if ref.entity == none || d.entities[ref.entity].kind != graph.State || !pronoun.IsThey(t.Form) {
		return false
	}
	near := ref.antecedent.Span.Start >= d.sentences[s].Start
	return !near || d.chains.Quotation(s, i) == 0 || !strings.HasPrefix(t.Rel, "nsubj")
}

// isOneBody reports whether “they” would be a body, which most often is “it”, though
// there are several things between that it can take up: “The ministry mocked those
// statements, saying they …”.
func (d *Document) isOneBody(s, i int, ref Reference) bool {
	if ref.entity == none || d.entities[ref.entity].kind != graph.Organization || !pronoun.IsThey(d.token(s, i).Form) {
		return false
	}
	for k := d.chains.At(s, i) - 1; k >= 0 && d.chains.Mentions[k].Sentence == s; k-- {
		x := &d.chains.Mentions[k]
		if d.token(s, x.Head).Start < ref.antecedent.Span.End {
			return false
		}
		if x.IsPlural() && !x.IsPronoun() && !x.Joint && d.token(s, x.Head).Rel == "obj" {
			return true
		}
	}
	return false
}

// isBodyOfOne reports whether “they” takes up one person who is nothing but somebody of
// a body, for which he speaks: “a ministry official said they would wait”.
func (d *Document) isBodyOfOne(s, i int, ref Reference) bool {
	if !pronoun.IsThey(d.token(s, i).Form) || ref.entity != none || ref.owner == none || d.entities[ref.owner].kind != graph.Organization {
		return false
	}
	for a := d.chains.Antecedent[d.chains.At(s, i)]; a != coref.None; a = d.chains.Antecedent[a] {
		if x := &d.chains.Mentions[a]; !x.IsPronoun() {
			return x.Kind() == coref.Person && !x.IsPlural()
		}
	}
	return false
}

// said are verbs of which “it” as their object is what somebody says, thinks or does.
var said = wordSet("acknowledge admit announce believe claim concede confirm deny do doubt explain know mean realise realize regret repeat say see understand")

// isSaid reports whether “it” would be an actor where it is what is said: “having
// denied it a day earlier”.
func (d *Document) isSaid(s, i int, ref Reference) bool {
	t := d.token(s, i)
	return ref.entity != none && t.Rel == "obj" && strings.EqualFold(t.Form, "it") && said[d.lemma(s, t.Head)]
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
		if e := d.chains.Entity(m); ref.entity == none && x.Kind() == coref.Person && !x.IsPlural() && e != coref.None && d.entities[e].kind == graph.Person {
			ref = d.named(e) // “Ada Lund … the mediator … she”
		}
		ref.antecedent = &graph.Antecedent{Text: d.text(x.Sentence, x.First, x.Last), Span: d.span(x.Sentence, x.First, x.Last)}
		return ref, ref.entity != none || ref.thing != ""
	}
	if e := d.chains.Entity(m); e != coref.None && !(d.chains.Mentions[m].IsPlural() && d.entities[e].kind == graph.Person) {
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
	return d.subjectAhead(s, i, root)
}

// fronted resolves a pronoun before the subject of its clause, in words that tell
// what that subject does: “Discussing her plans, Petra Kral …”, “In her reply, Petra
// Kral …”.
func (d *Document) fronted(s, i int) (Reference, bool) {
	for k := i; k >= 0; k = d.token(s, k).Head {
		t := d.token(s, k)
		if t.Head <= k || d.trees[s].Child(k, "nsubj", "nsubj:pass") >= 0 {
			continue
		}
		if t.Rel == "advcl" && t.UPOS == "VERB" || t.Rel == "obl" && d.isHisOrHer(s, i) && d.trees[s].Child(t.Head, "nsubj:pass") < 0 {
			return d.subjectAhead(s, i, t.Head)
		}
	}
	return Reference{}, false
}

// isHisOrHer is false for “its”, which more often takes up a thing: “Under its terms,
// Peru …”.
func (d *Document) isHisOrHer(s, i int) bool {
	return d.token(s, i).Rel == "nmod:poss" && !strings.EqualFold(d.token(s, i).Form, "its")
}

// subjectAhead returns the name that is the subject of a verb, if a pronoun before
// it can be that.
func (d *Document) subjectAhead(s, i, verb int) (Reference, bool) {
	subject := d.trees[s].Child(verb, "nsubj", "nsubj:pass")
	if subject <= i || d.mentions[s][subject] == none || d.trees[s].Within(i, subject) {
		return Reference{}, false
	}
	e := d.found[d.mentions[s][subject]].entity
	if !d.fitsPronoun(d.entities[e], d.token(s, i).Form) {
		return Reference{}, false
	}
	return Reference{entity: e, owner: none, antecedent: d.firstName(e)}, true
}

// fitsPronoun reports whether a pronoun of the third person can mean an entity.
func (d *Document) fitsPronoun(e entity, form string) bool {
	p, ok := pronoun.Of(form)
	switch {
	case !ok || p.Person != 3:
		return false
	case p.Plural:
		return e.kind == graph.Group
	case p.Gender == 'n':
		return e.kind == graph.State || e.kind == graph.Organization
	}
	return e.kind == graph.Person && (e.gender == 0 || e.gender == p.Gender)
}

// firstName returns where an entity is first named.
func (d *Document) firstName(e int) *graph.Antecedent {
	m := d.found[slices.IndexFunc(d.found, func(m mention) bool { return m.entity == e })]
	return &graph.Antecedent{Text: d.text(m.sentence, m.first, m.last), Span: d.span(m.sentence, m.first, m.last)}
}
