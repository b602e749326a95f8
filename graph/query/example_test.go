package query_test

import (
	"fmt"

	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/query"
)

func Example() {
	news := graphtest.News()
	pattern, err := query.Parse("NATO rejects ?")
	if err != nil {
		fmt.Println(err)
		return
	}
	q, err := query.New(news.View(), pattern, query.Filter{Since: "2022-01-31"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range q.Select(news.Documents(), news.Claims()) {
		fmt.Println(c.Document, c.Subject.Text, c.PredicateID(), c.Object.Text)
	}
	// Output:
	// alpha/001 NATO verb:reject Russia's demand
	// beta/001 NATO denied:reject Russia's demand
}
