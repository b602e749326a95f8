package score

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestAssign(t *testing.T) {
	tests := []struct {
		reason  string
		weights [][]int
		want    []int
	}{
		{"nothing to assign", nil, []int{}},
		{"rows without columns", [][]int{{}, {}}, []int{-1, -1}},
		{"the greatest sum, not the greatest weight", [][]int{{9, 8}, {8, 1}}, []int{1, 0}},
		{"more columns than rows", [][]int{{1, 5, 2}, {1, 6, 3}}, []int{1, 2}},
		{"more rows than columns", [][]int{{1}, {3}, {2}}, []int{-1, 0, -1}},
		{"a weight of 0 is no pair", [][]int{{0, 0}, {0, 4}}, []int{-1, 1}},
	}
	for _, test := range tests {
		if got := Assign(test.weights); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.reason, got, test.want)
		}
	}
}

// TestAssignIsBest compares the sum with the best over all assignments.
func TestAssignIsBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(1, 5).Draw(t, "rows"), rapid.IntRange(1, 5).Draw(t, "columns")
		row := rapid.SliceOfN(rapid.IntRange(0, 6), columns, columns)
		weights := rapid.SliceOfN(row, rows, rows).Draw(t, "weights")
		sum, taken := 0, map[int]bool{}
		for i, j := range Assign(weights) {
			if j >= 0 && taken[j] {
				t.Fatalf("column %d is given twice", j)
			}
			if j >= 0 {
				taken[j] = true
				sum += weights[i][j]
			}
		}
		if best := bestSum(weights, make([]bool, columns)); sum != best {
			t.Fatalf("sum %d, the best is %d", sum, best)
		}
	})
}

// bestSum tries every assignment of the rows to the columns not taken.
func bestSum(weights [][]int, taken []bool) int {
	if len(weights) == 0 {
		return 0
	}
	best := bestSum(weights[1:], taken)
	for j, w := range weights[0] {
		if !taken[j] {
			taken[j] = true
			best = max(best, w+bestSum(weights[1:], taken))
			taken[j] = false
		}
	}
	return best
}
