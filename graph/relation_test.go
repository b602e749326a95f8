package graph_test

import (
	"slices"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
)

func TestRelations(t *testing.T) {
	story := graphtest.New()
	story.Actor("Sorin", graph.Person, "RUS")
	story.Actor("Holt", graph.Person, "USA")
	story.Actor("Ukraine", graph.State, "UKR")
	story.Actor("Russia", graph.State, "RUS")
	text := story.Document(graph.Document{ID: "a", Text: "Sorin did a letter of Holt to Ukraine by Russia for ten."})
	s := text.Sentence(text.Text())
	letter, ten := s.Thing("a letter", "letter", ""), s.Words("ten")
	holt, ukraine := s.Name("Holt"), s.Name("Ukraine")
	by, to := graphtest.As("by", s.Name("Russia")), graphtest.As("to", s.Name("Ukraine"))
	tests := []struct {
		why       string
		object    *graph.Argument
		args      []graph.Argument
		symmetric bool
		want      []string
	}{
		{"an intransitive claim has one relation, without object", nil, nil, false, []string{"- do"}},
		{"an actor as object", &holt, nil, false, []string{"actor:holt do"}},
		{"a thing leads on to whom it is sent", &letter, []graph.Argument{to}, false, []string{"thing:a/letter do", "actor:ukraine do letter to"}},
		{"an actor leads on to whom it is discussed with", &ukraine, []graph.Argument{graphtest.As("with", holt)}, false,
			[]string{"actor:ukraine do", "actor:holt do Ukraine with"}},
		{"without object the preposition follows the verb", nil, []graph.Argument{to}, false, []string{"- do", "actor:ukraine do to"}},
		{"plain words are no link", &ten, []graph.Argument{to}, false, []string{"- do", "actor:ukraine do to"}},
		{"a recipient of a thing reads as to", &letter, []graph.Argument{graphtest.As("recipient", holt)}, false,
			[]string{"thing:a/letter do", "actor:holt do letter to"}},
		{"a recipient of words is whom one tells", nil, []graph.Argument{graphtest.As("recipient", holt)}, false, []string{"- do", "actor:holt do"}},
		{"by tells how, not whom", &letter, []graph.Argument{by}, false, []string{"thing:a/letter do"}},
		{"a thing as argument is no actor", &holt, []graph.Argument{graphtest.As("to", letter)}, false, []string{"actor:holt do"}},
		{"a symmetric act between actors", &holt, nil, true, []string{"actor:holt do both ways"}},
		{"talks held with someone go both ways", &letter, []graph.Argument{graphtest.As("with", holt)}, true,
			[]string{"thing:a/letter do both ways", "actor:holt do letter with both ways"}},
		{"who meets another for a third does not meet the third", &holt, []graph.Argument{graphtest.As("for", ukraine)}, true,
			[]string{"actor:holt do both ways", "actor:ukraine do Holt for"}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			c := s.Claim(graph.Claim{
				Subject: s.Name("Sorin"), Predicate: s.Verb("do", "did"), Object: test.object, Args: test.args, Symmetric: test.symmetric,
			})
			var got []string
			for _, r := range story.View().Relations(c) {
				got = append(got, show(r))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func show(r graph.Relation) string {
	out := r.Object.ID + " do" + r.Suffix
	if r.Object.ID == "" {
		out = "-" + out
	}
	if r.Symmetric {
		out += " both ways"
	}
	return out
}

func TestPredicateID(t *testing.T) {
	c := graph.Claim{Predicate: graph.Predicate{Lemma: "sign up for"}, Polarity: graph.Affirmed, Modality: graph.Planned}
	if got := c.PredicateID(); got != "verb:sign-up-for" {
		t.Errorf("got %q", got)
	}
	c.Polarity = graph.Denied
	if got := c.PredicateID(); got != "denied:sign-up-for" {
		t.Errorf("denied: got %q", got)
	}
}
