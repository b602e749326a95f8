package query_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph/query"
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
			var got []string
			err := query.Run(t.Context(), s, test.language, test.text, func(result any) error {
				line, err := json.Marshal(result)
				got = append(got, string(line))
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("got %s, want %s", got, test.want)
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
