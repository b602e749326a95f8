package network_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/network"
)

// account is one claim that A sues B, or another of the same words.
type account struct {
	document string
	speaker  string // actor; "" for the outlet
	polarity graph.Polarity
	modality graph.Modality
	change   func(s *graphtest.Sentence, c *graph.Claim)
}

func TestDisputes(t *testing.T) {
	swap := func(s *graphtest.Sentence, c *graph.Claim) {
		c.Subject, *c.Object, c.Symmetric = *c.Object, c.Subject, true
	}
	symmetric := func(_ *graphtest.Sentence, c *graph.Claim) { c.Symmetric = true }
	on := func(value string) func(*graphtest.Sentence, *graph.Claim) {
		return func(_ *graphtest.Sentence, c *graph.Claim) { c.Time = &graph.Time{Value: value} }
	}
	with := func(name string) func(*graphtest.Sentence, *graph.Claim) {
		return func(s *graphtest.Sentence, c *graph.Claim) {
			c.Args = []graph.Argument{graphtest.As("for", s.Name(name))}
		}
	}
	intransitive := func(_ *graphtest.Sentence, c *graph.Claim) { c.Object = nil }
	tests := []struct {
		why      string
		accounts []account
		want     []string
	}{
		{"two documents contradict each other", []account{
			{document: "x", polarity: graph.Affirmed}, {document: "y", polarity: graph.Denied},
		}, []string{"actor:a sue actor:b: 1 against 1 in 2"}},
		{"two speakers of one document do", []account{
			{document: "x", speaker: "C", polarity: graph.Affirmed}, {document: "x", speaker: "B", polarity: graph.Denied},
		}, []string{"actor:a sue actor:b: 1 against 1 in 1"}},
		{"a speaker contradicts the outlet", []account{
			{document: "x", polarity: graph.Affirmed}, {document: "x", speaker: "B", polarity: graph.Denied},
		}, []string{"actor:a sue actor:b: 1 against 1 in 1"}},
		{"who contradicts himself in one document disputes with nobody", []account{
			{document: "x", speaker: "C", polarity: graph.Affirmed}, {document: "x", speaker: "C", polarity: graph.Denied},
		}, nil},
		{"agreement is no dispute", []account{
			{document: "x", polarity: graph.Affirmed}, {document: "y", polarity: graph.Affirmed},
		}, nil},
		{"a demand states nothing to deny", []account{
			{document: "x", polarity: graph.Affirmed, modality: graph.Demanded}, {document: "y", polarity: graph.Denied},
		}, nil},
		{"a fear affirms nothing", []account{
			{document: "x", polarity: graph.Affirmed, modality: graph.Possible}, {document: "y", polarity: graph.Denied},
		}, nil},
		{"that something must not be does not deny that it is", []account{
			{document: "x", polarity: graph.Affirmed}, {document: "y", polarity: graph.Denied, modality: graph.Demanded},
		}, nil},
		{"what may not be is not denied", []account{
			{document: "x", polarity: graph.Affirmed}, {document: "y", polarity: graph.Denied, modality: graph.Possible},
		}, nil},
		{"nor what is not under a condition", []account{
			{document: "x", polarity: graph.Affirmed}, {document: "y", polarity: graph.Denied, modality: graph.Conditional},
		}, nil},
		{"nor what is asked", []account{
			{document: "x", polarity: graph.Affirmed}, {document: "y", polarity: graph.Denied, modality: graph.Questioned},
		}, nil},
		{"a claim of each kind leaves those that state", []account{
			{document: "x", polarity: graph.Affirmed}, {document: "y", polarity: graph.Affirmed, modality: graph.Possible}, {document: "z", polarity: graph.Denied},
		}, []string{"actor:a sue actor:b: 1 against 1 in 2"}},
		{"a plan can be denied", []account{
			{document: "x", polarity: graph.Affirmed, modality: graph.Planned}, {document: "y", polarity: graph.Denied},
		}, []string{"actor:a sue actor:b: 1 against 1 in 2"}},
		{"the other direction is another claim", []account{
			{document: "x", polarity: graph.Affirmed}, {document: "y", polarity: graph.Denied, change: func(_ *graphtest.Sentence, c *graph.Claim) {
				c.Subject, *c.Object = *c.Object, c.Subject
			}},
		}, nil},
		{"unless both are symmetric", []account{
			{document: "x", polarity: graph.Affirmed, change: symmetric}, {document: "y", polarity: graph.Denied, change: swap},
		}, []string{"actor:a sue actor:b: 1 against 1 in 2"}},
		{"at another time it is another act", []account{
			{document: "x", polarity: graph.Affirmed, change: on("2022-01")}, {document: "y", polarity: graph.Denied, change: on("2022-02-01")},
		}, nil},
		{"at a time that may be the same it is not", []account{
			{document: "x", polarity: graph.Affirmed, change: on("2022-02")}, {document: "y", polarity: graph.Denied, change: on("2022-02-01")},
		}, []string{"actor:a sue actor:b: 1 against 1 in 2"}},
		{"for another it is another act", []account{
			{document: "x", polarity: graph.Affirmed, change: with("A")}, {document: "y", polarity: graph.Denied, change: with("C")},
		}, nil},
		{"for somebody and for nobody named it may be the same", []account{
			{document: "x", polarity: graph.Affirmed, change: with("C")}, {document: "y", polarity: graph.Denied},
		}, []string{"actor:a sue actor:b: 1 against 1 in 2"}},
		{"who contradicts himself alone is left out of a dispute of others", []account{
			{document: "x", speaker: "C", polarity: graph.Affirmed}, {document: "x", speaker: "C", polarity: graph.Denied}, {document: "x", speaker: "B", polarity: graph.Denied},
		}, []string{"actor:a sue actor:b: 1 against 1 in 1"}},
		{"without object too little is said to compare", []account{
			{document: "x", polarity: graph.Affirmed, change: intransitive}, {document: "y", polarity: graph.Denied, change: intransitive},
		}, nil},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			story := tell(test.accounts)
			var got []string
			for _, d := range network.Disputes(story.View(), story.Claims()) {
				got = append(got, fmt.Sprintf("%s %s %s: %d against %d in %d",
					d.Subject.ID, d.Predicate, d.Object.ID, len(d.Affirmed), len(d.Denied), d.Documents))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func tell(accounts []account) *graphtest.Story {
	story := graphtest.New()
	for _, name := range []string{"A", "B", "C"} {
		story.Actor(name, graph.Organization, "")
	}
	sentences := make(map[string]*graphtest.Sentence)
	for _, a := range accounts {
		if sentences[a.document] == nil {
			text := story.Document(graph.Document{ID: a.document, Text: "A sued B, C said."})
			sentences[a.document] = text.Sentence(text.Text())
		}
		s := sentences[a.document]
		c := graph.Claim{
			Subject: s.Name("A"), Predicate: s.Verb("sue", "sued"), Object: new(s.Name("B")),
			Polarity: a.polarity, Modality: a.modality,
		}
		if a.speaker != "" {
			c.Attribution = []graph.Speaker{{Argument: s.Name(a.speaker), Verb: "say", Polarity: graph.Affirmed}}
		}
		if a.change != nil {
			a.change(s, &c)
		}
		s.Claim(c)
	}
	return story
}
