package graphtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A Story collects documents, actors and claims.
type Story struct {
	documents []*graph.Document
	actors    map[string]*graph.Actor // by name
	claims    []*graph.Claim
}

// New returns an empty story.
func New() *Story { return &Story{actors: make(map[string]*graph.Actor)} }

// Actor adds an actor that sentences can name.
func (s *Story) Actor(name string, kind graph.ActorType, country string) {
	s.actors[name] = &graph.Actor{ID: "actor:" + graph.Slug(name), Name: name, Type: kind, Country: country}
}

// Document adds a document.
func (s *Story) Document(d graph.Document) *Text {
	d.SHA256 = graph.Hash(d.Text)
	s.documents = append(s.documents, &d)
	return &Text{story: s, doc: &d, entities: make(map[string]string)}
}

// View resolves the entities of the story's documents to its actors.
func (s *Story) View() *graph.View {
	actors := make([]graph.Actor, 0, len(s.actors))
	for _, a := range s.actors {
		slices.Sort(a.Entities)
		slices.SortFunc(a.Aliases, func(x, y graph.Alias) int {
			if x.Mentions != y.Mentions {
				return y.Mentions - x.Mentions
			}
			return strings.Compare(x.Text, y.Text)
		})
		actors = append(actors, *a)
	}
	slices.SortFunc(actors, func(a, b graph.Actor) int { return strings.Compare(a.ID, b.ID) })
	return graph.NewView(actors)
}

// Documents returns the documents in the order they were added.
func (s *Story) Documents() []graph.Document { return values(s.documents) }

// Claims returns the claims in the order they were made.
func (s *Story) Claims() []graph.Claim { return values(s.claims) }

func values[T any](pointers []*T) []T {
	out := make([]T, len(pointers))
	for i, p := range pointers {
		out[i] = *p
	}
	return out
}

// A Text is a document of a story.
type Text struct {
	story     *Story
	doc       *graph.Document
	entities  map[string]string // ids by actor's name
	sentences int
}

// Text returns the document's text.
func (t *Text) Text() string { return t.doc.Text }

// Sentence finds the next sentence of the document.
func (t *Text) Sentence(words string) *Sentence {
	start := strings.Index(t.doc.Text, words)
	if start < 0 {
		panic(fmt.Sprintf("document %q has no sentence %q", t.doc.ID, words))
	}
	t.sentences++
	return &Sentence{text: t, words: words, number: t.sentences - 1, span: graph.Span{Start: start, End: start + len(words)}}
}

// entity returns the id of the document's entity for an actor.
func (t *Text) entity(name string, first graph.Span) string {
	if id, ok := t.entities[name]; ok {
		return id
	}
	actor := t.story.actors[name]
	if actor == nil {
		panic(fmt.Sprintf("the story has no actor %q", name))
	}
	id := graph.EntityID(t.doc.ID, first)
	t.entities[name] = id
	actor.Entities = append(actor.Entities, id)
	return id
}

// alias counts a name that the document uses for an actor.
func (t *Text) alias(name, words string) {
	actor := t.story.actors[name]
	i := slices.IndexFunc(actor.Aliases, func(a graph.Alias) bool { return a.Text == words })
	if i < 0 {
		actor.Aliases = append(actor.Aliases, graph.Alias{Text: words, Mentions: 1})
		return
	}
	actor.Aliases[i].Mentions++
}
