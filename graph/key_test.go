package graph_test

import (
	"slices"
	"testing"

	"github.com/whomgraph/whom/graph"
)

func TestKeys(t *testing.T) {
	tests := []struct {
		why   string
		actor graph.Actor
		want  []string
	}{
		{"a person goes by the last name, too", graph.Actor{ID: "actor:zoe-muller", Name: "Zoë Müller", Type: graph.Person}, []string{"muller", "zoe-muller"}},
		{"a state does not", graph.Actor{ID: "actor:united-states", Name: "United States", Type: graph.State}, []string{"united-states"}},
		{"aliases count, articles do not", graph.Actor{
			ID: "actor:nato", Name: "NATO", Aliases: []graph.Alias{{Text: "The Alliance"}, {Text: "Nato"}},
		}, []string{"alliance", "nato"}},
		{"a qualified id is a name as well", graph.Actor{ID: "actor:georgia_state", Name: "Georgia"}, []string{"georgia", "georgia_state"}},
		{"a name without letters is none", graph.Actor{ID: "actor:x", Name: "—"}, []string{"x"}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			if got := test.actor.Keys(); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
