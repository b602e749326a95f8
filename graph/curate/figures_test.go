package curate_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/curate"
)

func TestWilson(t *testing.T) {
	tests := []struct {
		why       string
		k, n      int
		low, high float64
	}{
		// As Newcombe (1998) prints them, in his table I, method 3.
		{"Newcombe's first", 81, 263, 0.2553, 0.3662},
		{"Newcombe's second", 15, 148, 0.0624, 0.1605},
		{"none of twenty", 0, 20, 0, 0.1611},
		{"one of 29", 1, 29, 0.0061, 0.1718},
		{"all of twenty", 20, 20, 0.8389, 1},
		{"nothing known", 0, 0, 0, 1},
	}
	for _, test := range tests {
		low, high := curate.Wilson(test.k, test.n)
		if math.Abs(low-test.low) > 6e-5 || math.Abs(high-test.high) > 6e-5 {
			t.Errorf("%s: %.4f to %.4f, want %.4f to %.4f", test.why, low, high, test.low, test.high)
		}
	}
}

// coded makes reviews of two coders who agree and differ so many times.
func coded(bothRight, bothWrong, first, second int) []graph.Review {
	var out []graph.Review
	add := func(n int, a, b graph.Judgement) {
		for range n {
			claim := fmt.Sprint(len(out))
			out = append(out, graph.Review{Claim: claim, Coder: "a", Judgement: a}, graph.Review{Claim: claim, Coder: "b", Judgement: b})
		}
	}
	add(bothRight, graph.Right, graph.Right)
	add(bothWrong, graph.Wrong, graph.Wrong)
	add(first, graph.Right, graph.Wrong)
	add(second, graph.Wrong, graph.Right)
	return out
}

func TestAgree(t *testing.T) {
	tests := []struct {
		why           string
		reviews       []graph.Review
		agreed, kappa float64
	}{
		{"20 and 15 alike of 50", coded(20, 15, 5, 10), 0.7, 0.4},
		{"as chance has it", coded(25, 25, 25, 25), 0.5, 0},
		{"always", coded(5, 5, 0, 0), 1, 1},
		{"never", coded(0, 0, 5, 5), 0, -1},
	}
	for _, test := range tests {
		got := curate.Agree(test.reviews)
		if len(got) != 1 || got[0].A != "a" || got[0].B != "b" || math.Abs(got[0].Agreed-test.agreed) > 1e-9 || math.Abs(got[0].Kappa-test.kappa) > 1e-9 {
			t.Errorf("%s: got %+v", test.why, got)
		}
	}
	if got := curate.Agree(coded(5, 0, 0, 0)); len(got) != 1 || !math.IsNaN(got[0].Kappa) {
		t.Errorf("of one judgement: %+v", got)
	}
	if got := curate.Agree([]graph.Review{{Claim: "1", Coder: "a"}, {Claim: "2", Coder: "b"}}); got != nil {
		t.Errorf("of different claims: %+v", got)
	}
}

func TestMeasure(t *testing.T) {
	review := func(n int, claim, coder string, j graph.Judgement) graph.Decision {
		return graph.Decision{Number: n, Kind: graph.ReviewDecision, Review: &graph.Review{Claim: claim, Coder: coder, Judgement: j}}
	}
	reviews := curate.Reviews([]graph.Decision{
		review(1, "1", "a", graph.Wrong), review(2, "2", "a", graph.Right), review(3, "3", "a", graph.Corrected),
		review(4, "2", "b", graph.Wrong), review(5, "1", "a", graph.Right), {Number: 6, Kind: graph.RenameDecision},
	})
	var got string
	for _, p := range curate.Measure(reviews) {
		got += fmt.Sprintf("%s %t %d: %d %d %d %.3f; ", p.Coder, p.All, p.Claims, p.Right, p.Wrong, p.Corrected, p.Precision)
	}
	const want = "a false 3: 2 0 1 0.667; b false 1: 0 1 0 0.000;  true 3: 1 1 1 0.333; "
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
