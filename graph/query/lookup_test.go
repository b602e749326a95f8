package query_test

import (
	"slices"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/query"
)

func TestLookup(t *testing.T) {
	s := newsStore(t)
	first := graphtest.News().Claims()[0].ID
	tests := []struct {
		why, ref string
		want     []string
	}{
		{"a document by its id", "alpha/001", []string{"document:alpha/001"}},
		{"a document by its id in the graph", "document:alpha/001", []string{"document:alpha/001"}},
		{"a claim by its id", first, []string{first}},
		{"a claim by its id without prefix", first[len("claim:"):], []string{first}},
		{"a claim by the beginning of its id", query.Short(first), []string{first}},
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
			found, err := query.Lookup(t.Context(), s, test.ref)
			if err != nil {
				t.Fatal(err)
			}
			if got := idsOf(found); !slices.Equal(got, test.want) {
				t.Errorf("%q: got %q, want %q", test.ref, got, test.want)
			}
		})
	}
}

func idsOf(found []query.Found) []string {
	var ids []string
	for _, f := range found {
		ids = append(ids, f.ID())
	}
	return ids
}

// TestLookupAmbiguous asks for the beginnings of all claims of a store.
func TestLookupAmbiguous(t *testing.T) {
	s := newsStore(t)
	total := 0
	for _, start := range "0123456789abcdef" {
		found, err := query.Lookup(t.Context(), s, string(start))
		if err != nil {
			t.Fatal(err)
		}
		total += len(found)
	}
	if want := len(graphtest.News().Claims()); total != want {
		t.Errorf("%d claims by their first character, want %d", total, want)
	}
}

func TestActorsNamed(t *testing.T) {
	view := graph.NewView([]graph.Actor{
		{ID: "actor:georgia_person", Name: "Georgia", Type: graph.Person},
		{ID: "actor:georgia_state", Name: "Georgia", Type: graph.State},
	})
	for name, want := range map[string][]string{
		"georgia":             {"actor:georgia_person", "actor:georgia_state"},
		"actor:georgia_state": {"actor:georgia_state"},
		"Atlantis":            nil,
	} {
		if got := idsOf(query.ActorsNamed(view, name)); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
