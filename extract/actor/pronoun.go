package actor

import (
	"strings"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// reach is how many sentences back a pronoun's antecedent may stand.
const reach = 3

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
			if at := d.antecedent(s, i); at != none {
				d.record(s, i, d.standsFor(d.timeline[at], graph.PronounMention))
			}
		case t.UPOS == "NOUN" || t.UPOS == "PROPN":
			d.takeUpNoun(s, i)
		}
	}
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
	m := mention{sentence: s, first: i, last: i, entity: none}
	if d.function(&m, i); m.subject || d.token(s, i).Rel == "obj" {
		d.timeline = append(d.timeline, m)
	}
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
	if ref.entity == none {
		return
	}
	m := mention{sentence: s, first: i, last: i, entity: ref.entity}
	d.function(&m, i)
	d.timeline = append(d.timeline, m)
}

func isPronoun(t *syntax.Token) bool {
	return t.UPOS == "PRON" || t.XPOS == "PRP$" || t.XPOS == "PRP"
}

// antecedent returns the mention that a personal pronoun of the third person
// takes up, as an index into the timeline, or none where the text does not
// settle it.
func (d *Document) antecedent(s, i int) int {
	if d.token(s, i).Rel == "expl" {
		return none
	}
	var fits func(m mention) bool
	switch strings.ToLower(d.token(s, i).Form) {
	case "himself", "herself", "itself", "themselves":
		return d.subjectOf(s, i)
	case "he", "him", "his":
		fits = func(m mention) bool { return d.isPerson(m, 'f') }
	case "she", "her", "hers":
		fits = func(m mention) bool { return d.isPerson(m, 'm') }
	case "it", "its":
		fits = d.isSingleBody
	case "they", "them", "their", "theirs":
		at := d.best(s, i, func(m mention) bool { return d.isMany(m) || m.joint && m.entity != none && m.subject })
		if at != none && d.timeline[at].joint && d.timeline[at].entity != none || at != none && d.speaks(s, i) && !d.isPersonal(d.timeline[at]) {
			return none // several actors together, which no one entity is
		}
		return at
	default:
		return none
	}
	if at := d.ahead(s, i, fits); at != none {
		return at
	}
	return d.best(s, i, fits)
}

// subjectOf returns the mention that is the subject of the pronoun's verb, which
// is what a reflexive means.
func (d *Document) subjectOf(s, i int) int {
	for n := len(d.timeline) - 1; n >= 0 && d.timeline[n].sentence == s; n-- {
		if m := d.timeline[n]; m.subject && m.governor == d.token(s, i).Head {
			return n
		}
	}
	return none
}

// ahead returns the subject that follows a pronoun in a phrase before it: “In
// its reply, Peru …”. It enters the timeline early.
func (d *Document) ahead(s, i int, fits func(mention) bool) int {
	root := d.trees[s].Root()
	if root < 0 {
		return none
	}
	subject := d.trees[s].Child(root, "nsubj")
	if subject < i || d.mentions[s][subject] == none {
		return none
	}
	m := d.found[d.mentions[s][subject]]
	if !fits(m) || m.last < i {
		return none
	}
	d.timeline = append(d.timeline, m)
	return len(d.timeline) - 1
}

// speaks reports whether the token is the subject of a verb of saying.
func (d *Document) speaks(s, i int) bool {
	t := d.token(s, i)
	return t.Rel == "nsubj" && t.Head >= 0 && sayings[d.lemma(s, t.Head)]
}

var sayings = map[string]bool{
	"say": true, "tell": true, "claim": true, "announce": true, "insist": true, "warn": true, "argue": true, "deny": true,
	"ask": true, "agree": true, "urge": true, "accuse": true, "demand": true, "believe": true, "think": true, "hope": true,
}

// isPerson reports whether the mention is a person who is not of the other
// gender.
func (d *Document) isPerson(m mention, other byte) bool {
	return m.entity != none && d.entities[m.entity].kind == graph.Person && d.entities[m.entity].gender != other
}

// isSingleBody reports whether “it” can take up the mention: a state or body,
// or one thing that is no person.
func (d *Document) isSingleBody(m mention) bool {
	if m.entity == none {
		return !m.plural && !m.joint && !d.isPersonal(m)
	}
	kind := d.entities[m.entity].kind
	return !m.joint && (kind == graph.State || kind == graph.Organization || kind == graph.Group)
}

// isMany reports whether “they” can take up the mention: several things or
// persons named by one noun, or a group.
func (d *Document) isMany(m mention) bool {
	if m.entity == none {
		return m.plural
	}
	return d.entities[m.entity].kind == graph.Group
}

// isPersonal reports whether the noun names persons: “diplomat”.
func (d *Document) isPersonal(m mention) bool {
	kind := d.tables.titles[d.lemma(m.sentence, m.first)]
	return kind == "office" || kind == "group" || kind == "honorific" || kind == "rank"
}

// best returns the mention before the pronoun that fits best: by nearness in
// sentences, then by its function, then by nearness in words. A pronoun does
// not take up another participant of its own verb.
func (d *Document) best(s, i int, fits func(mention) bool) int {
	best, score := none, 0
	for n := len(d.timeline) - 1; n >= 0 && s-d.timeline[n].sentence <= reach; n-- {
		m := d.timeline[n]
		partner := d.holdsPartner(m, s, i)
		if partner {
			m.joint = false
		}
		if m.place || !fits(m) || !partner && (d.shareVerb(m, s, i) || m.sentence == s && d.trees[s].Within(i, m.first)) {
			continue // nor does one within a noun take up that noun
		}
		if got := d.weigh(m, s, i); best == none || got > score {
			best, score = n, got
		}
	}
	return best
}

func (d *Document) shareVerb(m mention, s, i int) bool {
	t := d.token(s, i)
	if m.sentence != s || t.Rel == "nmod:poss" || t.Rel == "conj" || t.Head < 0 {
		return false
	}
	verb := t.Head
	for m.subject && d.token(s, verb).Rel == "conj" && d.trees[s].Child(verb, "nsubj", "nsubj:pass") < 0 {
		verb = d.token(s, verb).Head // “signed the pact but did not ratify it”
	}
	return m.governor == verb
}

// nearSubject is the weight of the subject of the clause just above the
// pronoun's own; each clause or noun between takes one off.
const nearSubject = 10

// weigh ranks an antecedent by its distance and function. Before all comes the
// subject of a clause that holds the pronoun: NATO in “NATO said that it …”.
func (d *Document) weigh(m mention, s, i int) int {
	score := -3 * (s - m.sentence)
	if d.holdsPartner(m, s, i) {
		return nearSubject + 1 // “the U.S. and its allies”
	}
	if steps := d.stepsUp(m, s, i); m.subject && steps > 0 {
		return max(nearSubject-steps, 5)
	}
	switch {
	case m.main:
		score += 6
	case m.subject:
		score += 4
	}
	if m.adjective {
		score -= 2
	}
	return score
}

// holdsPartner reports whether the pronoun stands in a noun coordinated with the
// mention.
func (d *Document) holdsPartner(m mention, s, i int) bool {
	if m.sentence != s {
		return false
	}
	for t := m.first; t <= m.last; t++ {
		for _, k := range d.trees[s].Children(t) {
			if d.token(s, k).Rel == "conj" && d.trees[s].Within(i, k) && d.token(s, k).UPOS != "VERB" {
				return true
			}
		}
	}
	return false
}

// stepsUp counts the tokens from the pronoun's head up to the verb of which the
// mention is a participant, or 0 where that verb is not above the pronoun.
func (d *Document) stepsUp(m mention, s, i int) int {
	if m.sentence != s || m.governor < 0 || !d.trees[s].Within(i, m.governor) {
		return 0
	}
	steps := 0
	for h := d.token(s, i).Head; h != m.governor && h >= 0; h = d.token(s, h).Head {
		steps++
	}
	return steps
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
	ref.kind = graph.PronounMention
	ref.antecedent = &graph.Antecedent{Text: d.text(p.Sentence, p.First, p.Last), Span: d.span(p.Sentence, p.First, p.Last)}
	return ref
}

func isFirstPerson(t *syntax.Token) bool {
	switch strings.ToLower(t.Form) {
	case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves":
		return true
	}
	return false
}
