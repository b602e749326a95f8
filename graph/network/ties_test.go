package network_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/network"
)

// TestPlans tells what is planned from what is done.
func TestPlans(t *testing.T) {
	tests := []struct {
		why        string
		modalities []graph.Modality // of claims of the same, each in a document of its own
		polarity   graph.Polarity
		label      string
		example    string // the document of its sentence
	}{
		{"what is done has no mark", []graph.Modality{graph.Asserted}, graph.Affirmed, "sues", "0"},
		{"what is planned has", []graph.Modality{graph.Planned, graph.Planned}, graph.Affirmed, "planned: sues", "0"},
		{"what is done was planned before", []graph.Modality{graph.Planned, graph.Asserted}, graph.Affirmed, "sues", "1"},
		{"a denied plan is a denial", []graph.Modality{graph.Planned}, graph.Denied, "denied: sues", "0"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			story := graphtest.New()
			story.Actor("A", graph.State, "")
			story.Actor("B", graph.State, "")
			for i, m := range test.modalities {
				s := story.Document(graph.Document{ID: fmt.Sprint(i), Text: fmt.Sprintf("%d A will sue B.", i)}).Sentence(fmt.Sprintf("%d A will sue B.", i))
				c := s.Claim(graph.Claim{Subject: s.Name("A"), Predicate: s.Verb("sue", "sue"), Object: new(s.Name("B"))})
				c.Modality, c.Polarity = m, test.polarity
			}
			net := made(t, story.View(), story.Documents(), story.Claims(), network.Everything())
			if len(net.Edges) != 1 || net.Edges[0].Label() != test.label || !strings.HasPrefix(net.Edges[0].Example, test.example) {
				t.Errorf("got %+v", net.Edges)
			}
		})
	}
}

// TestTies has what holds both ways once.
func TestTies(t *testing.T) {
	tests := []struct {
		why  string
		acts [][3]string
		want []string
	}{
		{"an act is a tie", [][3]string{{"A", "sue", "B"}}, []string{"a>b sues"}},
		{"acts of one on another are one tie", [][3]string{{"A", "sue", "B"}, {"A", "help", "B"}}, []string{"a>b helps, sues"}},
		{"acts on each other are two", [][3]string{{"A", "sue", "B"}, {"B", "help", "A"}}, []string{"a>b sues", "b>a helps"}},
		{"a meeting is one", [][3]string{{"B", "meet", "A"}}, []string{"a>b meets"}},
		{"a meeting goes with what else is done", [][3]string{{"B", "meet", "A"}, {"B", "sue", "A"}}, []string{"b>a meets, sues"}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			net := ties(t, network.Options{}, test.acts...)
			var got []string
			for _, tie := range net.Ties() {
				var labels []string
				for _, e := range tie.Edges {
					labels = append(labels, e.Label())
				}
				got = append(got, strings.TrimPrefix(tie.Source, "actor:")+">"+strings.TrimPrefix(tie.Target, "actor:")+" "+strings.Join(labels, ", "))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if net.Tied() != 2 {
				t.Errorf("%d actors have ties", net.Tied())
			}
		})
	}
}

// TestByEvent puts acts of one type together.
func TestByEvent(t *testing.T) {
	net := ties(t, network.Options{ByEvent: true},
		[3]string{"A", "accuse", "B"}, [3]string{"A", "blame", "B"}, [3]string{"A", "elect", "B"}, [3]string{"A", "elect", "C"})
	var got []string
	for _, e := range net.Edges {
		got = append(got, fmt.Sprint(e.Target, " ", e.Class, " ", e.Event, " ", e.Weight, " ", e.Label()))
	}
	want := []string{"actor:b ACCUSE ACCUSE 2 accuses", "actor:b elect  1 elects", "actor:c elect  1 elects"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
