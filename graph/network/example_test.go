package network_test

import (
	"context"
	"fmt"

	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/network"
)

func Example() {
	news := graphtest.News()
	net, err := network.New(context.Background(), news.View(), news.Documents(), news.Claims(), network.Everything())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, tie := range net.Ties()[:2] {
		fmt.Println(tie.Source, tie.Target, "in", tie.Weight)
		for _, e := range tie.Edges {
			fmt.Println(" ", e.Label(), e.Weight)
		}
	}
	for _, d := range network.Disputes(news.View(), news.Claims()) {
		fmt.Println(d.Subject.Name, d.Predicate, d.Object.Name, len(d.Affirmed), "against", len(d.Denied))
	}
	// Output:
	// actor:pavel-sorin actor:maren-holt in 3
	//   calls 2
	//   meets 1
	//   sends response to 1
	// actor:russia actor:ukraine in 1
	//   planned: attacks 1
	//   denied: attacks 1
	// NATO reject demand 1 against 1
	// Russia attack Ukraine 1 against 1
}
