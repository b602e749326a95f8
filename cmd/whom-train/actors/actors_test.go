package actors

import (
	"fmt"
	"testing"

	"github.com/whomgraph/whom/graph"
)

func TestClusterResults(t *testing.T) {
	tests := []struct {
		reason string
		pages  string // a letter a link
		actors string
		want   string // B³ precision and recall, precision and recall of pairs
	}{
		{"the same clusters", "aab", "xxy", "100 100 100 100"},
		{"one actor for all: links of a have 2/3, that of b 1/3", "aab", "xxx", "56 100 33 100"},
		{"an actor a link: those of a find half of it", "aab", "xyz", "100 67 0 0"},
		{"one of three goes to the other page", "aaabb", "xxyyy", "73 73 50 50"},
		{"nothing", "", "", "0 0 0 0"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			var links []link
			var actors []string
			for i := range test.pages {
				links = append(links, link{page: test.pages[i : i+1]})
				actors = append(actors, test.actors[i:i+1])
			}
			r := clusterResults("", links, actors)
			got := fmt.Sprintf("%.0f %.0f %.0f %.0f", r[0].Value, r[1].Value, r[2].Value, r[3].Value)
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestEntityAt(t *testing.T) {
	mention := func(start, end int) graph.Mention {
		return graph.Mention{Span: graph.Span{Start: start, End: end}, Kind: graph.NameMention}
	}
	pronoun := mention(0, 50)
	pronoun.Kind = graph.PronounMention
	entities := []graph.Entity{
		{ID: "short", Mentions: []graph.Mention{mention(8, 12), mention(20, 24)}},
		{ID: "long", Mentions: []graph.Mention{mention(4, 12), pronoun}},
	}
	tests := []struct {
		reason     string
		start, end int
		want       string
	}{
		{"of two names the one that shares most", 0, 12, "long"},
		{"a name may be longer than the link", 21, 23, "short"},
		{"the last word counts, not the first", 4, 16, ""},
		{"a pronoun is no name", 40, 45, ""},
	}
	for _, test := range tests {
		if got := entityAt(entities, graph.Span{Start: test.start, End: test.end}); got != test.want {
			t.Errorf("%s: got %q, want %q", test.reason, got, test.want)
		}
	}
}
