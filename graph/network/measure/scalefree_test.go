package measure_test

import (
	"math"
	"math/rand/v2"
	"sort"

	"github.com/whomgraph/whom/graph/network/measure"
)

// scaleFree draws a simple graph of eight arcs a node, few of which have most
// (Chung and Lu, with weights of power laws for either end).
func scaleFree(nodes int) *measure.Graph { return measure.New(nodes, scaleFreeArcs(nodes)) }

func scaleFreeArcs(nodes int) []measure.Arc {
	random := rand.New(rand.NewPCG(42, 42))
	from, to := powerLaw(nodes, random), powerLaw(nodes, random)
	seen := make(map[[2]int32]bool)
	var arcs []measure.Arc
	for len(arcs) < 8*nodes {
		a, b := from(), to()
		if a == b || seen[[2]int32{a, b}] {
			continue
		}
		seen[[2]int32{a, b}] = true
		arcs = append(arcs, measure.Arc{From: a, To: b, Weight: 1})
	}
	return arcs
}

// powerLaw draws nodes, of which the n-th has the weight (n+10)^-0.75.
func powerLaw(nodes int, random *rand.Rand) func() int32 {
	order := random.Perm(nodes)
	sums := make([]float64, nodes)
	sum := 0.0
	for i := range sums {
		sum += math.Pow(float64(i+11), -0.75)
		sums[i] = sum
	}
	return func() int32 { return int32(order[sort.SearchFloat64s(sums, random.Float64()*sum)]) }
}
