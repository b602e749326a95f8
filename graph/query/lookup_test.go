package query_test

import (
	"slices"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/query"
)

func TestLookup(t *testing.T) {
	news := graphtest.News()
	view, documents, claims := news.View(), news.Documents(), news.Claims()
	first := claims[0].ID
	tests := []struct {
		why, ref string
		want     []string
	}{
		{"a document by its id", "alpha/001", []string{"document:alpha/001"}},
		{"a document by its id in the graph", "document:alpha/001", []string{"document:alpha/001"}},
		{"a claim by its id", first, []string{first}},
		{"a claim by its id without prefix", first[len("claim:"):], []string{first}},
		{"a claim by the beginning of its id", query.Short(first, 6), []string{first}},
		{"a beginning with prefix", first[:len("claim:")+6], []string{first}},
		{"an actor by its id", "actor:pavel-sorin", []string{"actor:pavel-sorin"}},
		{"an actor by its name, in any case", "pavel SORIN", []string{"actor:pavel-sorin"}},
		{"a person by the last name", "Sorin", []string{"actor:pavel-sorin"}},
		{"a name with an article", "the United States", []string{"actor:united-states"}},
		{"no part of a name", "States", nil},
		{"nothing at all", "", nil},
		{"the bare prefix is no claim", "claim:", nil},
		{"words that nothing has", "Atlantis", nil},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			var got []string
			for _, f := range query.Lookup(test.ref, view, documents, claims) {
				got = append(got, f.ID())
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%q: got %q, want %q", test.ref, got, test.want)
			}
		})
	}
}

func TestLookupAmbiguous(t *testing.T) {
	view := graph.NewView([]graph.Actor{
		{ID: "actor:georgia_person", Name: "Georgia", Type: graph.Person},
		{ID: "actor:georgia_state", Name: "Georgia", Type: graph.State},
	})
	claims := []graph.Claim{{ID: "claim:abc001"}, {ID: "claim:abc002"}, {ID: "claim:def001"}}
	documents := []graph.Document{{ID: "abc"}}
	if got := query.Lookup("georgia", view, documents, claims); len(got) != 2 {
		t.Errorf("a name of two actors: got %d", len(got))
	}
	if got := query.Lookup("claim:abc", view, documents, claims); len(got) != 2 {
		t.Errorf("the beginning of two claims: got %d", len(got))
	}
	if got := query.Lookup("abc", view, documents, claims); len(got) != 1 || got[0].Document == nil {
		t.Errorf("an id comes before the beginning of one: got %v", got)
	}
}

func TestShortLength(t *testing.T) {
	tests := []struct {
		why  string
		ids  []string
		want int
	}{
		{"no claim", nil, 6},
		{"six are enough", []string{"claim:0123456789", "claim:1123456789"}, 6},
		{"two share seven", []string{"claim:0123456789", "claim:f", "claim:0123456aaa"}, 8},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			claims := make([]graph.Claim, len(test.ids))
			for i, id := range test.ids {
				claims[i].ID = id
			}
			digits := query.ShortLength(claims)
			if digits != test.want {
				t.Errorf("got %d, want %d", digits, test.want)
			}
			seen := make(map[string]bool)
			for _, id := range test.ids {
				seen[query.Short(id, digits)] = true
			}
			if len(seen) != len(test.ids) {
				t.Errorf("%d short ids of %d", len(seen), len(test.ids))
			}
		})
	}
}

func TestConcerning(t *testing.T) {
	news := graphtest.News()
	view, claims := news.View(), news.Claims()
	tests := []struct {
		why, ref string
		want     []string
	}{
		{"as argument and object", "actor:maren-holt", []string{"call", "send", "say", "meet", "call"}},
		{"as subject, but not as the one who says it", "actor:oleg-dresvin", []string{"deny", "say"}},
		{"not as the owner of a thing", "actor:ukraine", []string{"attack", "attack"}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			actor := query.Lookup(test.ref, view, nil, nil)[0].Actor
			var got []string
			for _, c := range query.Concerning(actor, view, claims) {
				got = append(got, c.Predicate.Lemma)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%s: got %q, want %q", test.ref, got, test.want)
			}
		})
	}
}
