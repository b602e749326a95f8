package actor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// A Document holds the sentences of one document and the entities that they
// name. It is not safe for concurrent use.
type Document struct {
	doc       *graph.Document
	sentences []syntax.Sentence
	trees     []*syntax.Tree
	tables    *knowledge
	mentions  [][]int // for each sentence and token the index into found, or none
	found     []mention
	entities  []entity
	byKey     map[string]int
	things    map[string]place    // where a thing last had an owner, by lemma
	links     []map[int]Reference // for each sentence what pronouns and nominals mean
	sport     sportiness
	chains    *coref.Text // which mentions are of one thing
	timeline  []mention   // of entities, in order
}

// A place is where a noun stands.
type place struct{ sentence, head int }

const none = -1

// A mention is a name in the text, or a word that means an entity: tokens first
// to last of a sentence.
type mention struct {
	sentence, first, last int
	entity                int
	adjective             bool // “Russian”: names a country without being it
	nominal               bool // “Russia's foreign ministry”: a noun that tells as much as a name
	place                 bool
}

// An entity is what the document calls one actor.
type entity struct {
	id      string // by its first mention
	key     string
	name    string
	kind    graph.ActorType
	country string
	role    string
	office  *place // where the role was said
	body    int    // mention of the body of the office, or none
	named   int    // head of the name there
	full    int    // times that a person is named in full
	first   place  // where so first
	gender  byte   // 'm', 'f' or 0
	listed  []graph.Mention
}

// New finds the names in the sentences of a document and groups them into
// entities, in time linear in the text.
func New(doc *graph.Document, sentences []syntax.Sentence) *Document {
	d := &Document{
		doc: doc, sentences: sentences, tables: tables(),
		mentions: make([][]int, len(sentences)), trees: make([]*syntax.Tree, len(sentences)),
		byKey: make(map[string]int), things: make(map[string]place), links: make([]map[int]Reference, len(sentences)),
		sport: sportOf(sentences),
	}
	for i := range sentences {
		d.trees[i] = sentences[i].Tree()
		d.links[i] = make(map[int]Reference)
		d.mentions[i] = make([]int, len(sentences[i].Tokens))
		for t := range d.mentions[i] {
			d.mentions[i][t] = none
		}
		d.readKnown(i, 2)
		d.readNames(i)
		d.readTurn(i)
		d.readKnown(i, 1)
		d.readMinistries(i)
	}
	d.identify()
	d.link()
	for i := range sentences {
		d.takeUp(i)
	}
	return d
}

// Entities returns the entities that the document mentions, sorted by id, each
// with its mentions in the order of the text.
func (d *Document) Entities() []graph.Entity {
	var out []graph.Entity
	for _, e := range d.entities {
		if len(e.listed) == 0 {
			continue
		}
		affiliation := ""
		if e.body != none {
			affiliation = d.entities[d.found[e.body].entity].id
		}
		out = append(out, graph.Entity{
			ID: e.id, Document: d.doc.ID, Date: d.doc.Published, Name: e.name, Type: e.kind,
			Country: e.country, Role: e.role, Affiliation: affiliation, Mentions: sortMentions(e.listed),
		})
	}
	slices.SortFunc(out, func(a, b graph.Entity) int { return strings.Compare(a.ID, b.ID) })
	return out
}

func sortMentions(listed []graph.Mention) []graph.Mention {
	sorted := slices.Clone(listed)
	slices.SortStableFunc(sorted, func(a, b graph.Mention) int {
		return cmp.Or(a.Span.Start-b.Span.Start, a.Span.End-b.Span.End)
	})
	return slices.CompactFunc(sorted, func(a, b graph.Mention) bool { return a.Span == b.Span })
}

// span returns the bytes of the tokens first to last.
func (d *Document) span(sentence, first, last int) graph.Span {
	tokens := d.sentences[sentence].Tokens
	return graph.Span{Start: tokens[first].Start, End: tokens[last].End}
}

func (d *Document) text(sentence, first, last int) string {
	return d.span(sentence, first, last).Text(d.doc)
}

func (d *Document) token(sentence, i int) *syntax.Token { return &d.sentences[sentence].Tokens[i] }
