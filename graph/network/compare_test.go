package network_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/network"
)

// ties makes a network of claims such as “A sue B”, each in a document of its
// own.
func ties(t *testing.T, o network.Options, claims ...[3]string) *network.Network {
	story := graphtest.New()
	for _, name := range []string{"A", "B", "C", "D"} {
		story.Actor(name, graph.State, "")
	}
	for i, c := range claims {
		text := story.Document(graph.Document{ID: fmt.Sprint(i), Text: c[0] + " " + c[1] + " " + c[2], Published: fmt.Sprintf("2022-01-%02d", i+1)})
		s := text.Sentence(text.Text())
		s.Claim(graph.Claim{Subject: s.Name(c[0]), Predicate: s.Verb(c[1], c[1]), Object: new(s.Name(c[2])), Symmetric: c[1] == "meet"})
	}
	return made(t, story.View(), story.Documents(), story.Claims(), o)
}

func column(t *testing.T, net *network.Network, name string) network.Column {
	t.Helper()
	columns, err := net.Measure(t.Context(), network.MeasureOptions{}, name)
	if err != nil {
		t.Fatal(err)
	}
	return columns[0]
}

func TestCompare(t *testing.T) {
	before := ties(t, network.Options{}, [3]string{"A", "sue", "B"}, [3]string{"A", "sue", "C"})
	after := ties(t, network.Options{}, [3]string{"A", "sue", "B"}, [3]string{"D", "sue", "B"})
	var got []string
	for _, c := range network.Compare(before, after, column(t, before, "strength"), column(t, after, "strength")) {
		got = append(got, fmt.Sprintf("%s %d→%d %g→%g", c.Name, c.RankBefore, c.RankAfter, c.Before, c.After))
	}
	want := []string{"B 2→1 0.25→0.5", "D 0→3 0→0.25", "A 1→2 0.5→0.25", "C 3→0 0.25→0"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCommunities(t *testing.T) {
	net := ties(t, network.Options{},
		[3]string{"A", "meet", "B"}, [3]string{"C", "sue", "D"}, [3]string{"C", "sue", "D"}, [3]string{"D", "help", "C"})
	communities, s, err := net.Communities(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(communities) != 2 || communities[0].Within != 1 || communities[1].Within != 2 || communities[0].Around != 0 {
		t.Errorf("a meeting counts once, and so does one text twice, got %+v", communities)
	}
	if s.Tied != 4 || s.Ties != 3 || s.Edges != 4 || s.Reciprocity != 1 {
		t.Errorf("got %+v", s)
	}
}

// TestBalance has the friend of an enemy as an enemy.
func TestBalance(t *testing.T) {
	_, s, err := ties(t, network.Options{}, [3]string{"A", "help", "B"}, [3]string{"A", "sue", "C"}, [3]string{"B", "attack", "C"}).Communities(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if b := s.Triads.Balance(); s.Triads[2] != 1 || b != 1 {
		t.Errorf("got %v, balance %g", s.Triads, b)
	}
}
