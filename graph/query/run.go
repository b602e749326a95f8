package query

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	cayley "github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/cayley/query/graphql"
	"github.com/cayleygraph/cayley/query/mql"

	"github.com/whomgraph/whom/graph/store"
)

// Languages lists the languages that Run knows: JavaScript that walks the graph,
// nested fields, and JSON with blanks to fill in.
var Languages = []string{"gizmo", "graphql", "mql"}

// Run asks a store in a language of Cayley's and yields each result, which
// encoding/json can write. It ends after the first error of yield. The quads are
// those of package quads.
//
// Gizmo is a program, which may run for ever or take all memory, and a deadline
// of ctx stops nothing in it but the way to its next result: run it in a process
// of its own that can be ended.
func Run(ctx context.Context, s *store.Store, language, text string, yield func(any) error) error {
	session, err := newSession(s, language)
	if err != nil {
		return err
	}
	if err := run(ctx, session, text, yield); err != nil {
		return fmt.Errorf("%s query: %w", language, err)
	}
	return nil
}

func newSession(s *store.Store, language string) (cayley.Session, error) {
	switch language {
	case "gizmo":
		return gizmo.NewSession(s.QuadStore()), nil
	case "graphql":
		return graphql.NewSession(s.QuadStore()), nil
	case "mql":
		return mql.NewSession(s.QuadStore()), nil
	}
	return nil, fmt.Errorf("language %q: want one of %s", language, strings.Join(Languages, ", "))
}

func run(ctx context.Context, session cayley.Session, text string, yield func(any) error) (err error) {
	defer func() {
		// What is wrong with a query of MQL may show as a panic.
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	results, err := session.Execute(ctx, text, cayley.Options{Collation: cayley.JSON})
	if err != nil {
		return err
	}
	defer func() { err = cmp.Or(err, results.Close()) }()
	for results.Next(ctx) {
		if r := results.Result(); r != nil {
			if err := yield(r); err != nil {
				return err
			}
		}
	}
	return results.Err()
}
