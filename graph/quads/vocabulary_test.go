package quads_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
)

// everything gives quads in which every term has its place.
func everything(t *testing.T) []quad.Quad {
	t.Helper()
	var all []quad.Quad
	add := func(of []quad.Quad, err error) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, of...)
	}
	doc := document
	doc.Title, doc.URL, doc.Language = "T", "https://example.org", "en"
	c := sued()
	c.Attribution = []graph.Speaker{{Argument: actorArgument(nato)}}
	c.Args = []graph.Argument{actorArgument(nato)}
	add(quads.Document(&doc))
	add(quads.Entity(view, &graph.Entity{ID: sorin.Entities[0], Affiliation: nato.Entities[0]}, "b"))
	add(quads.Claim(view, &doc, &c))
	add(quads.Describe(&c))
	add(quads.Decision(&graph.Decision{Kind: graph.RenameDecision}))
	add(quads.Decision(&graph.Decision{Kind: graph.ReviewDecision}))
	for _, kind := range []graph.ActorType{graph.Person, graph.State, graph.Organization, graph.Group, graph.Role, graph.Place} {
		add(quads.Actor(&graph.Actor{ID: "actor:x", Name: "X", Country: "USA", Role: "R", Type: kind, Aliases: []graph.Alias{{Text: "Y"}}}))
	}
	return all
}

func TestVocabularyIsWhatIsWritten(t *testing.T) {
	written := make(map[quad.IRI]bool)
	for _, q := range everything(t) {
		if q.Label == nil {
			written[q.Predicate.(quad.IRI)] = true
		}
		if q.Predicate == quads.Type {
			written[q.Object.(quad.IRI)] = true
		}
		if literal, ok := q.Object.(quad.TypedString); ok {
			written[literal.Type] = true
		}
	}
	for _, term := range quads.Vocabulary {
		if !written[term.IRI] {
			t.Errorf("%s is in the vocabulary twice, or in no quad", term.IRI)
		}
		if !strings.HasSuffix(term.Says, ".") {
			t.Errorf("%s: %q is no sentence", term.IRI, term.Says)
		}
		delete(written, term.IRI)
	}
	for term := range written {
		t.Errorf("%s is written, but not in the vocabulary", term)
	}
}

func TestAClaimIsAtMostADozenQuads(t *testing.T) {
	c := sued()
	c.Attribution = []graph.Speaker{{Argument: actorArgument(nato)}}
	all, err := quads.Claim(view, &document, &c)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) > 12 {
		t.Errorf("a claim with a speaker is %d quads", len(all))
	}
}

func TestExpand(t *testing.T) {
	tests := []struct {
		why   string
		short quad.IRI
		want  quad.IRI
	}{
		{"a term of another vocabulary", "prov:wasDerivedFrom", "http://www.w3.org/ns/prov#wasDerivedFrom"},
		{"a term of our own", "whom:record", "https://github.com/whomgraph/whom/term/record"},
		{"a verb", "denied:sign-up-for", "https://github.com/whomgraph/whom/denied/sign-up-for"},
		{"an id with a path", "document:alpha/001", "https://github.com/whomgraph/whom/document/alpha/001"},
		{"only the first colon parts", "document:a:b", "https://github.com/whomgraph/whom/document/a:b"},
		{"letters of any script stay", "actor:сергей", "https://github.com/whomgraph/whom/actor/сергей"},
		{"what an IRI cannot hold", "document:a <b>\n100%", "https://github.com/whomgraph/whom/document/a%20%3Cb%3E%0A100%25"},
		{"an absolute IRI", "https://example.org/a", "https://example.org/a"},
		{"no prefix at all", "whom", "whom"},
	}
	for _, test := range tests {
		if got := quads.Expand(test.short); got != test.want {
			t.Errorf("%s: got %s, want %s", test.why, got, test.want)
		}
	}
}

func TestEveryIRIExpands(t *testing.T) {
	for _, q := range everything(t) {
		for _, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			iri, ok := v.(quad.IRI)
			if !ok {
				continue
			}
			if u, err := url.Parse(string(quads.Expand(iri))); err != nil || u.Host == "" {
				t.Errorf("%s expands to %s (%v)", iri, quads.Expand(iri), err)
			}
		}
	}
}

func TestExpandKeepsIdsApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := quad.IRI("document:" + rapid.String().Draw(t, "a"))
		b := quad.IRI("document:" + rapid.String().Draw(t, "b"))
		if (a == b) != (quads.Expand(a) == quads.Expand(b)) {
			t.Fatalf("%q and %q expand to %q and %q", a, b, quads.Expand(a), quads.Expand(b))
		}
		if strings.ContainsAny(string(quads.Expand(a)), "<>\"{}|\\^` \n\r\t\x00") {
			t.Fatalf("%q expands to %q", a, quads.Expand(a))
		}
	})
}

func TestNamespacesAreDistinct(t *testing.T) {
	var seen []string
	for _, n := range quads.Namespaces {
		if slices.Contains(seen, n.Prefix) || slices.Contains(seen, n.IRI) {
			t.Errorf("%s: %s is there twice", n.Prefix, n.IRI)
		}
		seen = append(seen, n.Prefix, n.IRI)
	}
}
