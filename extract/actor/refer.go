package actor

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/extract/english/pronoun"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// A Reference says whom a phrase means: an entity by its index into the
// document, or a thing with its owner, or neither.
type Reference struct {
	entity     int
	thing      string // lemma of the head, or ""
	owner      int
	kind       graph.MentionKind
	antecedent *graph.Antecedent
}

// Refer returns the participant at a phrase as an argument of a claim. The
// speakers are those of the proposition: “I” is the innermost of them.
func (d *Document) Refer(p clause.Phrase, speakers []clause.Speaker) graph.Argument {
	if above := d.token(p.Sentence, p.Head).Head; above >= p.First && above < p.Head && d.isOneMember(p.Sentence, above) {
		p.Head = above
	}
	ref := d.resolve(p.Sentence, p.Head, speakers)
	a := graph.Argument{
		Text: d.text(p.Sentence, p.First, p.Last), Span: d.span(p.Sentence, p.First, p.Last),
		Head: d.span(p.Sentence, p.Head, p.Head), Mention: ref.kind, Antecedent: ref.antecedent,
	}
	switch {
	case ref.entity != none:
		d.listArgument(p, ref, a)
		a.Entity = d.entities[ref.entity].id
	case ref.thing != "":
		a.Thing = &graph.Thing{Lemma: ref.thing}
		if ref.owner != none {
			a.Thing.Owner = d.entities[ref.owner].id
		}
	}
	return a
}

// isOneMember reports whether a noun is one of a body, who is not the body: “a member of
// the party”.
func (d *Document) isOneMember(s, i int) bool {
	return d.lemma(s, i) == "member" && d.token(s, i).XPOS == "NN"
}

// list adds a name to the mentions of its entity.
func (d *Document) list(m *mention) {
	e := &d.entities[m.entity]
	head := d.head(*m)
	reading := graph.ActorReading
	if m.place {
		reading = graph.PlaceReading
	}
	e.listed = append(e.listed, graph.Mention{
		Text: d.text(m.sentence, m.first, m.last), Span: d.span(m.sentence, m.first, m.last),
		Head: d.span(m.sentence, head, head), Kind: m.kind(), Reading: reading,
	})
	if e.id == "" {
		e.id = graph.EntityID(d.doc.ID, e.listed[0].Span)
	}
}

// listArgument adds a pronoun or nominal to the mentions of its entity.
func (d *Document) listArgument(p clause.Phrase, ref Reference, a graph.Argument) {
	if ref.kind == graph.NameMention || d.mentions[p.Sentence][p.Head] != none {
		return // listed where it was found
	}
	e := &d.entities[ref.entity]
	e.listed = append(e.listed, graph.Mention{Text: a.Text, Span: a.Span, Head: a.Head, Kind: ref.kind, Reading: graph.ActorReading})
}

// resolve says whom the noun at token head of sentence s means.
func (d *Document) resolve(s, head int, speakers []clause.Speaker) Reference {
	if m := d.mentions[s][head]; m != none {
		ref := d.named(d.found[m].entity)
		ref.kind = d.found[m].kind()
		return ref
	}
	if ref, ok := d.links[s][head]; ok {
		return ref
	}
	if t := d.token(s, head); isPronoun(t) {
		return d.firstPerson(s, head, speakers)
	}
	return d.thing(s, head, speakers)
}

func (d *Document) named(e int) Reference {
	return Reference{entity: e, owner: none, kind: graph.NameMention}
}

// kind returns whether a mention is a name or a noun.
func (m mention) kind() graph.MentionKind {
	if m.nominal {
		return graph.NominalMention
	}
	return graph.NameMention
}

// titled returns the entity whose name stands after a title or in apposition:
// “President Holt”, “the daily Harbour Courier”, “its envoy, the judge Ada Lund”.
func (d *Document) titled(s, head int) int {
	for _, k := range d.trees[s].Children(head) {
		if k < head || !d.isApposed(s, k) {
			continue
		}
		m := d.mentions[s][k]
		if m != none && !d.found[m].adjective && d.fitsTitle(s, head, d.found[m]) {
			return d.found[m].entity
		}
		if e := d.titled(s, k); m == none && e != none {
			return e
		}
	}
	if e := d.namedSo(s, head); e != none {
		return e
	}
	if e := d.namedBeyond(s, head); e != none {
		return e
	}
	if e := d.namedAfterPost(s, head); e != none {
		return e
	}
	return d.namedAfterComma(s, head)
}

// namedSo returns whom a participle behind the noun names: “an inspector named Ada
// Lund”, “a man identified as Ali Rey”.
func (d *Document) namedSo(s, head int) int {
	for _, p := range d.trees[s].Children(head) {
		if verb := d.lemma(s, p); d.token(s, p).Rel != "acl" || !naming[verb] {
			continue
		}
		for _, k := range d.trees[s].Children(p) {
			if m := d.mentions[s][k]; k > p && m != none && !d.found[m].adjective && (d.trees[s].Child(k, "case") < 0 || d.hasCase(s, k, "as")) && d.fitsTitle(s, head, d.found[m]) {
				return d.found[m].entity
			}
		}
	}
	return none
}

// naming verbs tell in the passive what somebody is called.
var naming = map[string]bool{"name": true, "call": true, "identify": true, "know": true}

// namedBeyond returns the person whose name the parser hung on a noun within the
// phrase that means no person: “a fisherman who lives near the post, Ada Lund,”.
func (d *Document) namedBeyond(s, head int) int {
	if d.kindOf(s, head) != coref.Person {
		return none
	}
	_, last := d.trees[s].Subtree(head)
	for k := head + 1; k <= last; k++ {
		m := d.mentions[s][k]
		if m == none || d.token(s, k).Rel != "appos" || d.entities[d.found[m].entity].kind != graph.Person {
			continue
		}
		above := d.token(s, k).Head
		for above > head && d.kindOf(s, above) != coref.Person {
			above = d.token(s, above).Head
		}
		if above == head && d.token(s, k).Head != head {
			return d.found[m].entity
		}
	}
	return none
}

// namedAfterPost returns the person whose name the parser took together with the
// body or country before it: “ambassador to the U.N. Ada Lund”.
func (d *Document) namedAfterPost(s, head int) int {
	if d.tables.titles[d.lemma(s, head)] != "office" {
		return none
	}
	for _, k := range d.trees[s].Children(head) {
		m := d.mentions[s][k]
		if m == none || k < head || !d.hasCase(s, k, "to", "of", "for") || d.entities[d.found[m].entity].kind != graph.Person || d.found[m].first == 0 {
			continue
		}
		if before := d.mentions[s][d.found[m].first-1]; before != none && d.entities[d.found[before].entity].kind != graph.Person {
			return d.found[m].entity
		}
	}
	return none
}

// kindOf returns what kind of thing the noun at a token means by itself.
func (d *Document) kindOf(s, head int) coref.Type {
	if m := d.chains.At(s, head); m != coref.None {
		return d.chains.Mentions[m].Kind()
	}
	return coref.Unknown
}

// namedAfterComma returns the person whose name stands between commas after an
// office, wherever the parser hung it: “his counterpart in Lima, Ada Lund,”.
func (d *Document) namedAfterComma(s, head int) int {
	tokens := d.sentences[s].Tokens
	if d.tables.titles[d.lemma(s, head)] != "office" {
		return none
	}
	comma := head + 1
	for comma < len(tokens) && tokens[comma].Form != "," && d.trees[s].Within(comma, head) && tokens[comma].UPOS != "VERB" {
		comma++
	}
	if comma+1 >= len(tokens) || tokens[comma].Form != "," {
		return none
	}
	at := d.mentions[s][comma+1]
	if at == none || d.entities[d.found[at].entity].kind != graph.Person {
		return none
	}
	if end := d.found[at].last + 1; end < len(tokens) && tokens[end].UPOS != "PUNCT" {
		return none
	}
	return d.found[at].entity
}

// isApposed reports whether the noun names the noun on which it depends.
func (d *Document) isApposed(s, k int) bool {
	switch d.token(s, k).Rel {
	case "flat", "appos", "nmod:desc", "compound":
		return true
	case "nmod", "nmod:unmarked":
		return d.trees[s].Child(k, "case") < 0
	}
	return false
}

// fitsTitle reports whether a noun can be what a name says who it is: no place,
// thing or body for a person, any for a body. A nickname in quotation marks says no more.
func (d *Document) fitsTitle(s, head int, name mention) bool {
	switch d.entities[name.entity].kind {
	case graph.Person:
		kind := d.kindOf(s, head)
		return kind != coref.Place && kind != coref.Thing && kind != coref.Organization && !d.isQuoted(name)
	case graph.Organization:
		return true
	}
	return false
}

// isQuoted reports whether a name stands alone between quotation marks.
func (d *Document) isQuoted(m mention) bool {
	return m.first > 0 && m.last+1 < len(d.sentences[m.sentence].Tokens) &&
		isQuote(d.token(m.sentence, m.first-1)) && isQuote(d.token(m.sentence, m.last+1))
}

func isQuote(t *syntax.Token) bool { return t.XPOS == "``" || t.XPOS == "''" }

// thing returns a noun that is no actor, with its owner.
func (d *Document) thing(s, head int, speakers []clause.Speaker) Reference {
	t := d.token(s, head)
	ref := Reference{entity: none, owner: d.owner(s, head, speakers), kind: graph.NominalMention}
	if t.UPOS == "NUM" || t.UPOS == "PRON" || t.UPOS == "VERB" && t.XPOS != "VBG" {
		return ref
	}
	if lemma := d.hyphenated(s, head, d.lemma(s, head)); graph.Slug(lemma) != "" {
		ref.thing = lemma
	}
	return ref
}

func (d *Document) lemma(s, i int) string { return d.token(s, i).Base() }

// antecedent returns the noun that the relative clause with “whose” at k is about, or
// none. Of several that stand before it, one is meant by what is one, the last: “Peru
// and Chile, whose president”.
func (d *Document) antecedent(s, k int) int {
	for h := d.token(s, k).Head; h >= 0; h = d.token(s, h).Head {
		if d.token(s, h).Rel != "acl:relcl" {
			continue
		}
		noun := d.token(s, h).Head
		for _, c := range d.trees[s].Children(noun) {
			if d.token(s, c).Rel == "conj" && c < k {
				noun = c
			}
		}
		if noun != d.token(s, h).Head && strings.HasSuffix(d.token(s, d.token(s, k).Head).XPOS, "S") {
			return none
		}
		return noun
	}
	return none
}

// hyphenated completes the lemma of a word that a hyphen joins to the next,
// “secretary-general”, and of a particle that it joins to a verb, “follow-up”.
func (d *Document) hyphenated(s, head int, lemma string) string {
	tokens := d.sentences[s].Tokens
	if head > 1 && verbParticles[lemma] && tokens[head-1].Form == "-" && tokens[head-2].End == tokens[head-1].Start && tokens[head-1].End == tokens[head].Start {
		return strings.ToLower(tokens[head-2].Form) + "-" + lemma
	}
	if head+2 < len(tokens) && tokens[head+1].Form == "-" && tokens[head].End == tokens[head+1].Start && tokens[head+1].End == tokens[head+2].Start {
		return lemma + "-" + strings.ToLower(tokens[head+2].Form)
	}
	return lemma
}

var verbParticles = map[string]bool{"up": true, "out": true, "off": true, "down": true, "in": true, "over": true, "back": true, "on": true, "by": true, "through": true, "away": true}

func (d *Document) isDefinite(s, head int) bool {
	for _, k := range d.trees[s].Children(head) {
		if t := d.token(s, k); t.Rel == "det" && slices.Contains([]string{"the", "this", "that", "these", "those"}, strings.ToLower(t.Form)) {
			return true
		}
	}
	return false
}

// owner returns the entity whose thing the noun is: its possessor, an
// adjective or name before it, a name after “of” or “by”.
func (d *Document) owner(s, head int, speakers []clause.Speaker) int {
	after := none
	for _, k := range d.trees[s].Children(head) {
		t := d.token(s, k)
		switch t.Rel {
		case "nmod:poss":
			if t.XPOS == "WP$" {
				k = d.antecedent(s, k)
			}
			if k == none {
				return none
			}
			ref := d.resolve(s, k, speakers)
			if p, ok := pronoun.Of(t.Form); ok && (p.Gender == 'm' || p.Gender == 'f') && !homes[d.lemma(s, head)] {
				return ref.entity // an official's name is not his country's
			}
			return ref.anyEntity()
		case "amod", "compound", "nmod:desc":
			if m := d.mentions[s][k]; m != none && !d.found[m].place {
				return d.found[m].entity
			}
		case "nmod":
			if m := d.mentions[s][k]; m != none && after == none && d.hasCase(s, k, "of", "by") {
				after = d.found[m].entity
			}
		}
	}
	return after
}

// homes are nouns of which somebody's is that of the country for which he acts.
var homes = wordSet("country government homeland nation")

// anyEntity returns the entity meant, else the owner of the thing meant.
func (r Reference) anyEntity() int {
	if r.entity != none {
		return r.entity
	}
	return r.owner
}

func (d *Document) hasCase(s, i int, words ...string) bool {
	for _, k := range d.trees[s].Children(i) {
		if t := d.token(s, k); t.Rel == "case" && slices.Contains(words, strings.ToLower(t.Form)) {
			return true
		}
	}
	return false
}
