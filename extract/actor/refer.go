package actor

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/clause"
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
	ref := d.resolve(p.Sentence, p.Head, speakers)
	a := graph.Argument{
		Text: d.text(p.Sentence, p.First, p.Last), Span: d.span(p.Sentence, p.First, p.Last),
		Head: d.span(p.Sentence, p.Head, p.Head), Mention: ref.kind, Antecedent: ref.antecedent,
	}
	switch {
	case ref.entity != none:
		d.list(ref, a)
		a.Entity = d.entities[ref.entity].id
	case ref.thing != "":
		a.Thing = &graph.Thing{Lemma: ref.thing}
		if ref.owner != none {
			a.Thing.Owner = d.entities[ref.owner].id
		}
	}
	return a
}

// list adds a pronoun or nominal to the mentions of its entity.
func (d *Document) list(ref Reference, a graph.Argument) {
	e := &d.entities[ref.entity]
	if ref.kind == graph.NameMention {
		return // listed where it was found
	}
	e.listed = append(e.listed, graph.Mention{Text: a.Text, Span: a.Span, Head: a.Head, Kind: ref.kind, Reading: graph.ActorReading})
}

// resolve says whom the noun at token head of sentence s means.
func (d *Document) resolve(s, head int, speakers []clause.Speaker) Reference {
	if m := d.mentions[s][head]; m != none {
		return d.named(d.found[m].entity)
	}
	t := d.token(s, head)
	if t.UPOS == "PRON" || t.XPOS == "PRP$" || t.XPOS == "PRP" {
		return d.pronoun(s, head, speakers)
	}
	if e := d.titled(s, head); e != none {
		return d.named(e)
	}
	if ref, ok := d.nominal(s, head); ok {
		return ref
	}
	return d.thing(s, head, speakers)
}

func (d *Document) named(e int) Reference {
	return Reference{entity: e, owner: none, kind: graph.NameMention}
}

// titled returns the person whose name follows a title: “President Biden”.
func (d *Document) titled(s, head int) int {
	for _, k := range d.trees[s].Children(head) {
		rel := d.token(s, k).Rel
		m := d.mentions[s][k]
		if m == none || d.entities[d.found[m].entity].kind != graph.Person || d.found[m].adjective {
			continue
		}
		if rel == "flat" || rel == "appos" || rel == "compound" && k > head || rel == "nmod:desc" {
			return d.found[m].entity
		}
	}
	return none
}

// thing returns a noun that is no actor, with its owner.
func (d *Document) thing(s, head int, speakers []clause.Speaker) Reference {
	t := d.token(s, head)
	lemma := strings.ToLower(t.Lemma)
	if lemma == "" || lemma == "_" {
		lemma = strings.ToLower(t.Form)
	}
	ref := Reference{entity: none, thing: lemma, owner: d.owner(s, head, speakers), kind: graph.NominalMention}
	if graph.Slug(lemma) == "" || t.UPOS == "NUM" || t.UPOS == "PRON" || t.UPOS == "VERB" && t.XPOS != "VBG" {
		ref.thing = ""
		return ref
	}
	if ref.owner == none && d.isDefinite(s, head) {
		before, ok := d.things[lemma]
		if synonym := takesUp[lemma]; !ok && synonym != "" {
			if before, ok = d.things[synonym]; ok {
				ref.thing = synonym
			}
		}
		if ok {
			ref.owner = d.owner(before.sentence, before.head, nil)
			ref.antecedent = &graph.Antecedent{Text: d.token(before.sentence, before.head).Form, Span: d.span(before.sentence, before.head, before.head)}
		}
	} else if ref.owner != none {
		d.things[lemma] = clausePhrase{s, head}
	}
	return ref
}

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
			return d.resolve(s, k, speakers).anyEntity()
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

// takesUp says which noun another takes up: “the embassy … the mission”.
var takesUp = map[string]string{
	"mission": "embassy", "panel": "committee", "paper": "newspaper", "parliament": "legislature", "document": "letter",
}

// alliances says by which nouns well-known bodies are taken up.
var alliances = map[string][]string{
	"alliance": {"nato"}, "bloc": {"nato", "european-union", "african-union", "ecowas", "asean"}, "union": {"european-union", "african-union"},
	"council": {"un-security-council", "u-n-security-council", "security-council"},
}

// nominal resolves a definite noun that takes up an actor named before: “the
// country”, “the president”, “the alliance”.
func (d *Document) nominal(s, head int) (Reference, bool) {
	if !d.isDefinite(s, head) || d.owner(s, head, nil) != none {
		return Reference{}, false
	}
	lemma := strings.ToLower(d.token(s, head).Lemma)
	fits := func(e entity, m mention) bool { return false }
	switch {
	case lemma == "country" || lemma == "nation":
		fits = func(e entity, m mention) bool { return e.kind == graph.State }
	case d.tables.titles[lemma] == "office":
		fits = func(e entity, m mention) bool {
			return e.kind == graph.Person && strings.HasSuffix(strings.ToLower(e.role), lemma)
		}
	case alliances[lemma] != nil:
		fits = func(e entity, m mention) bool {
			return e.kind == graph.Organization && slices.Contains(alliances[lemma], graph.Slug(e.name))
		}
	case d.tables.titles[lemma] == "body":
		fits = func(e entity, m mention) bool {
			return e.kind == graph.Organization && strings.HasSuffix(graph.Slug(e.name), lemma)
		}
	default:
		return Reference{}, false
	}
	if strings.HasSuffix(d.token(s, head).XPOS, "S") {
		return Reference{}, false
	}
	m := d.lastBefore(s, head, fits)
	if m == none {
		return Reference{}, false
	}
	return d.takenUp(m, graph.NominalMention), true
}

// lastBefore returns the nearest mention before the token that fits.
func (d *Document) lastBefore(s, head int, fits func(entity, mention) bool) int {
	for i := len(d.found) - 1; i >= 0; i-- {
		m := d.found[i]
		if m.sentence > s || m.sentence == s && m.last >= head {
			continue
		}
		if fits(d.entities[m.entity], m) {
			return i
		}
	}
	return none
}

// takenUp returns the reference of a word that stands for an earlier mention.
func (d *Document) takenUp(m int, kind graph.MentionKind) Reference {
	at := d.found[m]
	return Reference{
		entity: at.entity, owner: none, kind: kind,
		antecedent: &graph.Antecedent{Text: d.text(at.sentence, at.first, at.last), Span: d.span(at.sentence, at.first, at.last)},
	}
}
