package encoder

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// drawScores draws a score matrix; few distinct values make ties and cycles common.
func drawScores(t *rapid.T, most int) [][]float32 {
	n := rapid.IntRange(1, most).Draw(t, "words")
	scores := make([][]float32, n+1)
	for d := 1; d <= n; d++ {
		scores[d] = rapid.SliceOfN(rapid.Map(rapid.IntRange(-6, 6), func(i int) float32 { return float32(i) }), n+1, n+1).Draw(t, "row")
	}
	return scores
}

func total(scores [][]float32, heads []int) (sum float64) {
	for d := 1; d < len(heads); d++ {
		sum += float64(scores[d][heads[d]])
	}
	return sum
}

// bestOfAll tries every assignment of heads.
func bestOfAll(scores [][]float32, heads []int, from int) float64 {
	if from == len(heads) {
		if isTree(heads) {
			return total(scores, heads)
		}
		return math.Inf(-1)
	}
	best := math.Inf(-1)
	for h := range heads {
		if h != from {
			heads[from] = h
			best = math.Max(best, bestOfAll(scores, heads, from+1))
		}
	}
	return best
}

func TestBestTreeIsBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores := drawScores(t, 5)
		heads := bestTree(scores)
		if !isTree(heads) {
			t.Fatalf("heads %v are no tree", heads)
		}
		if got, want := total(scores, heads), bestOfAll(scores, make([]int, len(heads)), 1); got != want {
			t.Fatalf("heads %v have score %g, the best %g", heads, got, want)
		}
	})
}

func TestBestTreeIsTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores := drawScores(t, 40)
		wild := rapid.SampledFrom([]float32{0, float32(math.NaN()), float32(math.Inf(1)), float32(math.Inf(-1)), math.MaxFloat32}).Draw(t, "wild")
		d := rapid.IntRange(1, len(scores)-1).Draw(t, "row")
		scores[d][rapid.IntRange(0, len(scores)-1).Draw(t, "column")] = wild
		if heads := bestTree(scores); !isTree(heads) {
			t.Fatalf("heads %v are no tree", heads)
		}
	})
}

func TestIsTree(t *testing.T) {
	for _, c := range []struct {
		heads  []int
		want   bool
		reason string
	}{
		{[]int{0, 0}, true, "one word"},
		{[]int{0, 2, 0, 2}, true, "a root with two children"},
		{[]int{0, 0, 0}, false, "two roots"},
		{[]int{0, 2, 1}, false, "no root"},
		{[]int{0, 0, 3, 2}, false, "a cycle beside the root"},
		{[]int{0, 0, 2}, false, "a word that is its own head"},
	} {
		if got := isTree(c.heads); got != c.want {
			t.Errorf("%s: isTree(%v) = %v", c.reason, c.heads, got)
		}
	}
}
