package actor

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/graph"
)

// nominal resolves a noun that takes up an actor named before: “the country”, “the
// president”, “the alliance”, “the Russian president”.
func (d *Document) nominal(s, head int) (Reference, bool) {
	if strings.HasSuffix(d.token(s, head).XPOS, "S") {
		return Reference{}, false
	}
	lemma, owner := d.lemma(s, head), d.owner(s, head, nil)
	switch {
	case owner != none && slices.Contains(d.tables.bodies[lemma], graph.Slug(d.entities[owner].name)):
		return d.named(owner), true // “the NATO alliance”
	case owner != none:
		return d.holder(s, head, owner)
	case !d.isDefinite(s, head):
		return Reference{}, false
	}
	fits := d.actorsOf(s, head)
	if fits != nil {
		if m := d.lastBefore(s, head, fits); m != none {
			return d.standsFor(d.timeline[m], graph.NominalMention), true
		}
	}
	ref, ok := d.chainNominal(s, head)
	return ref, ok && ref.entity != d.opposite(s, head) && (fits == nil || d.entities[ref.entity].role == "") // whose office is another
}

// holder resolves a noun that names an office with whose it is: “the Russian
// president”, “Russia's top diplomat”, “the NATO chief”.
func (d *Document) holder(s, head, owner int) (Reference, bool) {
	offices := d.officesOf(s, head)
	if offices == nil || !d.isDefinite(s, head) && d.trees[s].Child(head, "nmod:poss") < 0 {
		return Reference{}, false
	}
	m := d.lastBefore(s, head, func(at mention) bool {
		e := d.entities[at.entity]
		return d.isOf(e, owner) && slices.ContainsFunc(offices, e.holds)
	})
	if m == none {
		return Reference{}, false
	}
	return d.standsFor(d.timeline[m], graph.NominalMention), true
}

// isOf reports whether a person holds an office of a country or in a body.
func (d *Document) isOf(e entity, owner int) bool {
	of := d.entities[owner]
	if of.kind == graph.State {
		return e.country == of.country
	}
	return e.body != none && d.found[e.body].entity == owner
}

// officesOf returns the names that the office may have which a noun means, without
// whose it is, or nil for a noun that means none.
func (d *Document) officesOf(s, head int) []string {
	var words []string
	for i := d.describedFrom(s, head); i <= head; i++ {
		if t := d.token(s, i); d.mentions[s][i] == none && t.XPOS != "POS" && t.UPOS != "DET" {
			words = append(words, strings.ToLower(t.Form))
		}
	}
	office := strings.Join(words, " ")
	switch {
	case d.tables.offices[office] != nil:
		return d.tables.offices[office]
	case d.tables.titles[d.lemma(s, head)] == "office" || d.tables.titles[office] == "office":
		return []string{office}
	}
	return nil
}

// holds reports whether a person has an office, not that of a deputy.
func (e entity) holds(office string) bool {
	before, ok := strings.CutSuffix(strings.ToLower(e.role), office)
	words := strings.Fields(before)
	return ok && e.kind == graph.Person && (before == "" || strings.HasSuffix(before, " ")) && !slices.ContainsFunc(words, func(w string) bool { return lesser[w] })
}

// lesser begin the names of offices that are not those of the words after them.
var lesser = wordSet("acting assistant associate deputy ex ex- former junior shadow under vice")

// chainNominal resolves a noun by its chain, if both are of one kind: “the
// company” to a body, “the woman” to a person.
func (d *Document) chainNominal(s, head int) (Reference, bool) {
	ref, ok := d.takenUp(s, head)
	if !ok || ref.entity == none || ref.antecedent != nil && ref.antecedent.Span.Start > d.sentences[s].End || corefTypes[d.entities[ref.entity].kind] != d.chains.Mentions[d.chains.At(s, head)].Kind() {
		return Reference{}, false
	}
	ref.kind = graph.NominalMention
	return ref, true
}

// actorsOf returns which mentions a noun without owner can take up, or nil for a
// noun that takes up none.
func (d *Document) actorsOf(s, head int) func(mention) bool {
	lemma := d.lemma(s, head)
	switch {
	case lemma == "country" || lemma == "nation":
		other := d.opposite(s, head)
		return func(m mention) bool {
			return d.entities[m.entity].kind == graph.State && m.entity != other && !d.isListed(m)
		}
	case d.tables.titles[lemma] == "office":
		office := lemma
		if described := strings.ToLower(d.text(s, d.describedFrom(s, head), head)); d.tables.titles[described] == "office" || strings.HasPrefix(described, "former ") {
			office = described
		}
		return func(m mention) bool { return d.isOffice(m, office, s) }
	case d.tables.bodies[lemma] != nil || d.tables.titles[lemma] == "body":
		words := d.wordsBefore(s, head)
		return func(m mention) bool { return d.isBody(d.entities[m.entity], lemma, words) }
	}
	return nil
}

// opposite returns who does to a noun what its verb or noun says, or none: Russia in
// “the Russian invasion of the country”.
func (d *Document) opposite(s, head int) int {
	t := d.token(s, head)
	switch {
	case t.Head < 0:
		return none
	case t.Rel == "nmod:poss":
		return d.opposite(s, t.Head) // “attacked the country's ports”
	case t.Rel == "nmod":
		return d.owner(s, t.Head, nil)
	case t.Rel == "obj" || t.Rel == "obl":
		if subject := d.trees[s].Child(t.Head, "nsubj"); subject >= 0 && d.mentions[s][subject] != none {
			return d.found[d.mentions[s][subject]].entity
		}
	}
	return none
}

// farOff is how many sentences after a person of another country than the one of
// which the document speaks, who is named but once, the office alone does not mean
// that person.
const farOff = 3

// isOffice reports whether an office without a country, in sentence s, can be that of
// a person mentioned before.
func (d *Document) isOffice(m mention, office string, s int) bool {
	e := d.entities[m.entity]
	if !e.holds(office) && !(strings.HasPrefix(office, "former ") && strings.EqualFold(e.role, office)) {
		return false
	}
	return s-m.sentence <= farOff || e.country == "" || e.country == d.focus() || d.timesNamed(m.entity) > 1
}

func (d *Document) timesNamed(e int) int {
	n := 0
	for _, m := range d.found {
		if m.entity == e {
			n++
		}
	}
	return n
}

// focus returns the country that the document names most often, the first in the
// alphabet of equals, or "".
func (d *Document) focus() string {
	named := make(map[string]int)
	most := ""
	for _, m := range d.found {
		if e := d.entities[m.entity]; e.country != "" && e.kind == graph.State {
			named[e.country]++
		}
	}
	for country, n := range named {
		if n > named[most] || n == named[most] && country < most {
			most = country
		}
	}
	return most
}

// wordsBefore returns the words that tell which body a noun means.
func (d *Document) wordsBefore(s, head int) []string {
	var words []string
	for _, k := range d.trees[s].Children(head) {
		if rel := d.token(s, k).Rel; rel == "compound" || rel == "amod" {
			words = append(words, graph.Slug(d.token(s, k).Form))
		}
	}
	return words
}

// isBody reports whether a noun with words before it can take up a body.
func (d *Document) isBody(e entity, noun string, words []string) bool {
	slug := graph.Slug(e.name)
	if e.kind != graph.Organization || !slices.Contains(d.tables.bodies[noun], slug) && slug != noun && !isCalled(slug, noun) {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(strings.Split(slug, "-"), w) })
}

// isListed reports whether a name is one of several that are listed.
func (d *Document) isListed(m mention) bool {
	head := d.head(m)
	if d.token(m.sentence, head).Rel == "conj" {
		return true
	}
	return d.trees[m.sentence].Child(head, "conj") >= 0
}

// lastBefore returns the nearest mention before a word that fits, as an index into
// the timeline. Who speaks of somebody is not meant.
func (d *Document) lastBefore(s, head int, fits func(mention) bool) int {
	speaker := none
	if m := d.chains.Speaker(s, head); m != coref.None {
		speaker = d.chains.Mentions[m].Entity
	}
	for i := len(d.timeline) - 1; i >= 0; i-- {
		if m := d.timeline[i]; m.entity != none && m.entity != speaker && fits(m) {
			return i
		}
	}
	return none
}

// standsFor returns the reference of a word that takes up an earlier mention.
func (d *Document) standsFor(at mention, kind graph.MentionKind) Reference {
	return Reference{
		entity: at.entity, owner: none, kind: kind,
		antecedent: &graph.Antecedent{Text: d.text(at.sentence, at.first, at.last), Span: d.span(at.sentence, at.first, at.last)},
	}
}

// inherit gives a definite noun without owner that of the noun it takes up:
// “Peru's army … the army”. A noun with an owner is kept to be taken up. What is
// told apart by more words, or is one where the other is many, is another.
func (d *Document) inherit(s, i int) {
	ref := d.thing(s, i, nil)
	if ref.owner != none {
		d.things[d.numbered(ref.thing, s, i)] = place{s, i}
		return
	}
	if ref.thing == "" || !d.isDefinite(s, i) || d.isDescribed(s, i) {
		return
	}
	before, ok := d.things[d.numbered(ref.thing, s, i)]
	if synonym := d.tables.synonyms[ref.thing]; !ok && synonym != "" {
		if before, ok = d.things[d.numbered(synonym, s, i)]; ok {
			ref.thing = synonym
		}
	}
	if ok && d.isFewer(place{s, i}, before) && !d.isOutdated(s, before) {
		ref.owner = d.owner(before.sentence, before.head, nil)
		ref.antecedent = &graph.Antecedent{Text: d.text(before.sentence, before.head, before.head), Span: d.span(before.sentence, before.head, before.head)}
		d.links[s][i] = ref
	}
}

// stateBodies are nouns of what every country has.
var stateBodies = wordSet("army authority government military ministry parliament police")

// isOutdated reports whether the government of a country was spoken of so long before
// sentence s that it may be that of another, which the sentence before names.
func (d *Document) isOutdated(s int, before place) bool {
	owner := d.owner(before.sentence, before.head, nil)
	if s-before.sentence <= farOff || !stateBodies[d.lemma(before.sentence, before.head)] || owner == none || d.entities[owner].kind != graph.State {
		return false
	}
	return slices.ContainsFunc(d.found, func(m mention) bool {
		return m.sentence == s-1 && m.entity != owner && !m.place && d.entities[m.entity].kind == graph.State
	})
}

// numbered returns the lemma of a noun with its number.
func (d *Document) numbered(lemma string, s, i int) string {
	if strings.HasSuffix(d.token(s, i).XPOS, "S") {
		return lemma + " s"
	}
	return lemma
}

// isDescribed reports whether words beside a noun say themselves which is meant:
// “the border between Peru and Chile”, “the voters' choice”.
func (d *Document) isDescribed(s, i int) bool {
	return d.trees[s].Child(i, "nmod:poss", "nmod", "acl", "acl:relcl", "appos", "flat") >= 0
}

// isFewer reports whether the words before a noun all stand before another too.
func (d *Document) isFewer(a, b place) bool {
	words := d.wordsBefore(b.sentence, b.head)
	return !slices.ContainsFunc(d.wordsBefore(a.sentence, a.head), func(w string) bool { return !slices.Contains(words, w) })
}
