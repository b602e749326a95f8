package graphtest

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// Meetings is one document, numbered, of eight sentences on those whom two people
// met by turns, each with who said so: 16 claims. Many of them make a large store.
func Meetings(number int, first, second string) *Story {
	story, people := New(), []string{first, second}
	for _, name := range append(people, "Maren Holt", "NATO") {
		story.Actor(name, graph.Person, "")
	}
	var sentences []string
	for i := range 8 {
		sentences = append(sentences, fmt.Sprintf("%s met NATO in town %d on Tuesday, Maren Holt said.", people[i%2], i))
	}
	text := story.Document(graph.Document{
		ID: fmt.Sprintf("wire/%05d", number), Outlet: "Wire", Published: "2022-01-31", Text: strings.Join(sentences, " "),
	})
	for i, sentence := range sentences {
		s := text.Sentence(sentence)
		s.Report(s.Verb("say", "said"), s.Name("Maren Holt"), graph.Affirmed, graph.Claim{
			Subject: s.Name(people[i%2]), Predicate: s.Verb("meet", "met"), Object: new(s.Name("NATO")),
			Args: []graph.Argument{As("in", s.Words(fmt.Sprintf("town %d", i)))},
		})
	}
	return story
}
