package extract_test

import (
	"fmt"

	"github.com/whomgraph/whom/extract"
	"github.com/whomgraph/whom/graph"
)

func Example() {
	x, err := extract.New(extract.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := x.Extract(graph.Document{ID: "003", Text: "Norway denied that it had rejected the demands."})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range result.Claims {
		fmt.Printf("%s %s %s: %s, said by %d\n", c.Subject.Text, c.Predicate.Label(), c.Object.Text, c.Polarity, len(c.Attribution))
	}
	// Output:
	// Norway denies it had rejected the demands: affirmed, said by 0
	// it rejects the demands: denied, said by 1
}
