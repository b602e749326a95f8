package measure_test

import (
	"context"
	"fmt"

	"github.com/whomgraph/whom/graph/network/measure"
)

func Example() {
	g := measure.New(4, []measure.Arc{
		{From: 0, To: 1, Weight: 2}, {From: 1, To: 2, Weight: 1}, {From: 2, To: 0, Weight: 1}, {From: 2, To: 3, Weight: 1},
	})
	paths, err := g.Paths(context.Background(), measure.PathOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("betweenness", paths.Betweenness)
	fmt.Println("cores", g.Cores())
	fmt.Println("strong components", g.StrongComponents().Part)
	fmt.Println("reciprocity", g.Reciprocity())
	// Output:
	// betweenness [1 2 3 0]
	// cores [2 2 2 1]
	// strong components [1 1 1 2]
	// reciprocity 0
}
