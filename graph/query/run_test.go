package query_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph/query"
	"github.com/whomgraph/whom/graph/store"
	"github.com/whomgraph/whom/graph/store/storetest"
)

func TestRun(t *testing.T) {
	s := newsStore(t)
	tests := []struct{ why, language, text, want string }{
		{"whom somebody calls", "gizmo", `g.V("<actor:pavel-sorin>").out("<verb:call>").unique().all()`, `{"id":"\u003cactor:maren-holt\u003e"}`},
		{"what a program says", "gizmo", `g.emit(1+1); g.emit("a")`, `2 "a"`},
		{"nothing", "gizmo", `g.V("<actor:atlantis>").all()`, ``},
		{"a program has no way out", "gizmo", `g.emit([typeof require, typeof process, typeof load, typeof fetch, typeof read].join())`, `"undefined,undefined,undefined,undefined,undefined"`},
		{"fields", "graphql", `{ nodes(id: <actor:nato>) { id, <whom:key> } }`, `{"nodes":{"\u003cwhom:key\u003e":"nato","id":"actor:nato"}}`},
		{"blanks", "mql", `[{"id": "<actor:nato>", "<whom:key>": null}]`, `{"\u003cwhom:key\u003e":"nato","id":"\u003cactor:nato\u003e"}`},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			if got := results(t, s, test.language, test.text); strings.Join(got, " ") != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// results asks a store.
func results(t *testing.T, s *store.Store, language, text string) (lines []string) {
	t.Helper()
	err := query.Run(t.Context(), s, language, text, func(result any) error {
		line, err := json.Marshal(result)
		lines = append(lines, string(line))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// A store on PostgreSQL answers as one in a directory, but for the order.
func TestRunOnPostgres(t *testing.T) {
	address, err := storetest.Postgres()
	if err != nil {
		t.Fatal(err)
	}
	here, there := newsStore(t), newsStoreAt(t, address)
	tests := []struct{ language, text string }{
		{"gizmo", `g.V().all()`},
		{"gizmo", `g.V("<actor:nato>").both().all()`},
		{"gizmo", `g.V("<actor:pavel-sorin>").out().all()`},
		{"gizmo", `g.V("<actor:pavel-sorin>").in(["<rdf:subject>", "<rdf:object>"], "how").tag("claim").all()`},
		{"gizmo", `g.V().has("<rdf:type>", "<prov:Agent>").out("<skos:prefLabel>").all()`},
		{"gizmo", `g.V().has("<whom:polarity>", "denied").out("<rdf:subject>").unique().all()`},
		{"gizmo", `g.V("<actor:pavel-sorin>").out("<verb:call>").intersect(g.V("<actor:maren-holt>")).all()`},
		{"gizmo", `g.V("<actor:pavel-sorin>").out("<verb:call>").except(g.V("<actor:maren-holt>")).all()`},
		{"gizmo", `g.V("<actor:nato>").union(g.V("<actor:russia>")).out("<whom:key>").all()`},
		{"gizmo", `g.V("<actor:nato>").outPredicates().all()`},
		{"gizmo", `g.V("<actor:nato>").inPredicates().all()`},
		{"gizmo", `g.V("<actor:nato>").labels().all()`},
		{"gizmo", `g.V("<actor:russia>").followRecursive(g.M().in("<rdf:object>").out("<rdf:subject>")).all()`},
		{"gizmo", `g.V().filter(regex("^NATO")).all()`},
		{"gizmo", `g.V().filter(gt("m")).filter(lt("o")).all()`},
		{"gizmo", `g.V().filter(like("%o%")).count()`},
		{"gizmo", `g.V().has("<rdf:type>", "<schema:Claim>").save("<rdf:subject>", "who").saveOpt("<prov:wasAttributedTo>", "by").all()`},
		{"gizmo", `g.V("<actor:atlantis>").in().all()`},
		{"gizmo", `g.emit(g.V().count())`},
		{"gizmo", `g.V("<actor:nato>").tagArray().forEach(function(x) { g.emit(x) })`},
		{"graphql", `{ nodes(id: <actor:nato>) { id, <skos:prefLabel>, <whom:country> @opt } }`},
		{"mql", `[{"id": null, "<rdf:type>": "<schema:Claim>", "<rdf:subject>": {"id": null, "<skos:prefLabel>": null}}]`},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			want, got := results(t, here, test.language, test.text), results(t, there, test.language, test.text)
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("%d results %q, want %d %q", len(got), got, len(want), want)
			}
		})
	}
}

func TestRunFails(t *testing.T) {
	s := newsStore(t)
	enough := errors.New("enough")
	tests := []struct{ why, language, text, want string }{
		{"a language that is none", "sql", `SELECT 1`, `language "sql": want one of gizmo, graphql, mql`},
		{"a program that cannot be read", "gizmo", `g.V(`, "gizmo query: "},
		{"one that fails", "gizmo", `nobody.home()`, "nobody is not defined"},
		{"one language for another", "graphql", `g.V().all()`, "graphql query: "},
		{"no JSON", "mql", `g.V().all()`, "mql query: "},
		{"whoever listens ends it", "gizmo", `g.emit(1); g.emit(2)`, "enough"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			err := query.Run(t.Context(), s, test.language, test.text, func(any) error { return enough })
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got error %v, want one that says %q", err, test.want)
			}
		})
	}
}
