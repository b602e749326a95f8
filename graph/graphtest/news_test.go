package graphtest_test

import (
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
)

func TestWordsStandAtTheirSpans(t *testing.T) {
	for name, story := range map[string]*graphtest.Story{
		"news": graphtest.News(), "nasty": graphtest.Nasty(), "meetings": graphtest.Meetings(3, "Pavel Sorin", "Oleg Dresvin"),
	} {
		docs := make(map[string]*graph.Document)
		for _, d := range story.Documents() {
			docs[d.ID] = &d
		}
		for _, c := range story.Claims() {
			doc := docs[c.Document]
			check := func(what, text string, span graph.Span) {
				if got := span.Text(doc); got != text {
					t.Errorf("%s: %s of %s is %q, its span holds %q", name, what, c.ID, text, got)
				}
			}
			check("predicate", c.Predicate.Text, c.Predicate.Span)
			check("subject", c.Subject.Text, c.Subject.Span)
			if c.Object != nil {
				check("object", c.Object.Text, c.Object.Span)
			}
			for _, a := range c.Args {
				check("argument", a.Text, a.Span)
			}
			for _, s := range c.Attribution {
				check("speaker", s.Text, s.Span)
			}
		}
	}
}

func TestWordsThatAreNotThere(t *testing.T) {
	tests := []struct {
		name string
		do   func(s *graphtest.Sentence)
	}{
		{"a verb that the sentence does not have", func(s *graphtest.Sentence) { s.Verb("call", "called") }},
		{"an actor that the story does not have", func(s *graphtest.Sentence) { s.Named("NATO", "Nato") }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			story := graphtest.New()
			text := story.Document(graph.Document{ID: "a", Text: "Sorin thanked NATO."})
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			test.do(text.Sentence("Sorin thanked NATO."))
		})
	}
}
