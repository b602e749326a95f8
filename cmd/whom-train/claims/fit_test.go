package claims

import (
	"math"
	"strings"
	"testing"
)

// examples gives n claims with the second feature at x, of which right are right.
func examples(x float64, n, right int) []example {
	var all []example
	for i := range n {
		all = append(all, example{features: []float64{1, x}, right: i < right})
	}
	return all
}

// With the gradient at zero no other weights fit better.
func TestFit(t *testing.T) {
	all := append(examples(0, 40, 20), examples(1, 40, 36)...)
	weights, err := fit(all)
	if err != nil {
		t.Fatal(err)
	}
	gradient, _ := derivatives(all, weights)
	for i, w := range weights {
		if g := gradient.AtVec(i); math.Abs(g) > 1e-9 {
			t.Errorf("gradient %g at weight %d, %g", g, i, w)
		}
	}
	if weights[1] <= 0 {
		t.Errorf("weight %g of what speaks for a claim", weights[1])
	}
}

func TestFitErrors(t *testing.T) {
	if _, err := fit(nil); err == nil || !strings.Contains(err.Error(), "no claims") {
		t.Errorf("no claims: error %v", err)
	}
}
