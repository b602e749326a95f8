package store

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
)

// article makes an extraction of lines such as
//
//	Sorin:person sue NATO:organization        two actors
//	Sorin:person sue army@NATO:organization   a thing of an actor
//	Sorin:person sue army                     a thing
//	Sorin:person resign                       no object
//	NATO:organization !sue Sorin:person       denied
//	NATO:organization =meet Sorin:person      symmetric
//	NATO:organization be alliance             a description
//
// that are the text as they are. The last actor before it says a line that
// starts with a quotation mark. “~” in a name is a space.
func article(id string, lines ...string) graph.Extraction {
	text := strings.Join(lines, "\n")
	b := &builder{entities: make(map[string]string)}
	b.x.Document = graph.Document{ID: id, Title: "On " + id, Outlet: "Alpha", Published: "2022-01-31", Text: text, SHA256: graph.Hash(text)}
	at := 0
	for i, line := range lines {
		b.sentence(i, at, line)
		at += len(line) + 1
	}
	for i := range b.x.Claims {
		b.x.Claims[i].ID = graph.ClaimID(&b.x.Claims[i])
	}
	for i := range b.x.Descriptions {
		b.x.Descriptions[i].ID = graph.DescriptionID(&b.x.Descriptions[i])
	}
	slices.SortFunc(b.x.Entities, byID)
	return b.x
}

type builder struct {
	x        graph.Extraction
	entities map[string]string // ids by name and type
	last     *graph.Argument
}

func (b *builder) sentence(n, at int, line string) {
	c := graph.Claim{
		Document: b.x.Document.ID, Sentence: n, Evidence: graph.Span{Start: at, End: at + len(line)},
		Polarity: graph.Affirmed, Modality: graph.Asserted, Confidence: 0.9,
	}
	bare := strings.TrimPrefix(line, `"`)
	if bare != line && b.last != nil {
		c.Attribution = []graph.Speaker{{Argument: *b.last, Verb: "say", Polarity: graph.Affirmed}}
	}
	at += len(line) - len(bare)
	words := strings.Split(bare, " ")
	c.Subject = b.argument(at, words[0])
	at += len(words[0]) + 1
	c.Predicate = graph.Predicate{
		Lemma: strings.TrimLeft(words[1], "!="), Text: words[1], Span: graph.Span{Start: at, End: at + len(words[1])},
	}
	if strings.HasPrefix(words[1], "!") {
		c.Polarity = graph.Denied
	}
	c.Symmetric = strings.HasPrefix(words[1], "=")
	if len(words) > 2 {
		object := b.argument(at+len(words[1])+1, words[2])
		c.Object = &object
	}
	if c.Predicate.Lemma == "be" {
		b.x.Descriptions = append(b.x.Descriptions, c)
	} else {
		b.x.Claims = append(b.x.Claims, c)
	}
}

func (b *builder) argument(start int, word string) graph.Argument {
	a := graph.Argument{Text: word, Span: graph.Span{Start: start, End: start + len(word)}}
	a.Head = a.Span
	thing, owner, owned := strings.Cut(word, "@")
	switch {
	case owned:
		a.Thing = &graph.Thing{Lemma: thing, Owner: b.entity(owner, a.Span)}
	case !strings.Contains(word, ":"):
		a.Thing = &graph.Thing{Lemma: word}
	default:
		a.Entity, a.Mention = b.entity(word, a.Span), graph.NameMention
		b.last = &a
	}
	return a
}

func (b *builder) entity(word string, span graph.Span) string {
	name, kind, _ := strings.Cut(strings.ReplaceAll(word, "~", " "), ":")
	id, ok := b.entities[word]
	if !ok {
		id = graph.EntityID(b.x.Document.ID, span)
		b.entities[word] = id
		b.x.Entities = append(b.x.Entities, graph.Entity{ID: id, Document: b.x.Document.ID, Name: name, Type: graph.ActorType(kind)})
	}
	i := slices.IndexFunc(b.x.Entities, func(e graph.Entity) bool { return e.ID == id })
	e := &b.x.Entities[i]
	e.Mentions = append(e.Mentions, graph.Mention{Text: name, Span: span, Head: span, Kind: graph.NameMention})
	return id
}

// news are documents in which names meet, disagree and repeat.
func news() []graph.Extraction {
	return []graph.Extraction{
		article("alpha/1", "Sorin:person call Holt:person", "NATO:organization reject demand@Russia:state", `"Russia:state attack Ukraine:state`),
		article("alpha/2", "Sorin:person =meet Holt:person", "Holt:person resign", "Georgia:state sign decree"),
		article("beta/1", "NATO:organization !reject demand@Russia:state", "Georgia:unknown accuse Russia:state", "NATO:organization be alliance"),
		article("gamma one", "Georgia:person thank Sorin:person", "N.A.T.O.:organization expand army@Georgia:person"),
	}
}

// fresh makes an empty store that closes with the test.
func fresh(t testing.TB) *Store {
	t.Helper()
	s, err := Create(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// filled makes a store of the extractions.
func filled(t testing.TB, extractions ...graph.Extraction) *Store {
	t.Helper()
	s := fresh(t)
	if err := s.Put(t.Context(), extractions...); err != nil {
		t.Fatal(err)
	}
	return s
}

// tester is what testing.T and rapid.T share.
type tester interface {
	Helper()
	Context() context.Context
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// lines writes a store's quads.
func lines(t tester, s *Store) []string {
	t.Helper()
	var out []string
	for q, err := range s.Quads(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, q.NQuad())
	}
	return out
}

// without gives the lines of a that b does not have.
func without(a, b []string) string {
	var out []string
	for _, line := range a {
		if !slices.Contains(b, line) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n\t")
}

func sameLines(t tester, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Fatalf("%s: %d quads for %d; too many:\n\t%s\nmissing:\n\t%s", what, len(got), len(want), without(got, want), without(want, got))
	}
}

// onPebble is the backend of a store that is a directory.
func onPebble(s *Store) *embedded { return s.db.(*embedded) }
