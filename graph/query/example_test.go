package query_test

import (
	"context"
	"fmt"
	"os"

	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/query"
	"github.com/whomgraph/whom/graph/store"
)

func Example() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "whom")
	check(err)
	defer os.RemoveAll(dir)
	s, err := store.Create(dir)
	check(err)
	defer s.Close()
	check(s.Put(ctx, extractions(graphtest.News())...))

	pattern, err := query.Parse("NATO rejects ?", nil)
	check(err)
	found, err := query.Find(ctx, s, pattern, query.Filter{Since: "2022-01-31"}, 0)
	check(err)
	for _, c := range found.Claims {
		fmt.Println(c.Document, found.View.Node(c.Document, &c.Subject).ID, c.PredicateID(), c.Object.Text)
	}
	// Output:
	// alpha/001 actor:nato verb:reject Russia's demand
	// beta/001 actor:nato denied:reject Russia's demand
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
