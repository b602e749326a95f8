package curate_test

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/curate"
)

func Example() {
	claims := []graph.Claim{{ID: "claim:1"}, {ID: "claim:2"}, {ID: "claim:3"}}
	sheet := "claim,judgement,correction,coder\nclaim:1,right,,ann\nclaim:2,right,,ann\nclaim:3,wrong,,ann\n"
	decisions, open, err := curate.ReadSheet("review.csv", strings.NewReader(sheet), claims)
	if err != nil {
		panic(err)
	}
	for _, p := range curate.Measure(curate.Reviews(decisions)) {
		fmt.Printf("%s: %.2f (%.2f–%.2f) of %d claims, %d open\n", p.Coder, p.Precision, p.Low, p.High, p.Claims, open)
	}
	// Output:
	// ann: 0.67 (0.21–0.94) of 3 claims, 0 open
}
