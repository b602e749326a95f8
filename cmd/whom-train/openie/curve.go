package openie

import (
	"maps"
	"math"
	"slices"

	"github.com/whomgraph/whom/cmd/whom-train/score"
)

// A curveScore is the area under the curve of precision over recall, and the
// point of it with the best F1.
type curveScore struct{ precision, recall, f1, auc float64 }

// scoreTuples scores a system's tuples as CaRB does (Bhardwaj, Aggarwal and
// Mausam, CaRB: A Crowdsourced Benchmark for Open IE, EMNLP 2019, §3, and its
// program), in its standard setting of lenient matching with all arguments
// after the first joined. At each confidence as threshold, recall is the mean
// over gold tuples of the best recall by any of the system's, and precision the
// mean over the system's tuples of their precision, each gold tuple being used
// once, by the pairs with the best precision first.
func scoreTuples(gold, system tuples) curveScore {
	curve := newCurve(system)
	for _, key := range slices.Sorted(maps.Keys(gold)) {
		curve.add(gold[key], system[key])
	}
	return curve.score()
}

// A curve sums at each threshold, in rising order, over sentences.
type curve struct {
	thresholds             []float64
	precision, extractions []float64
	recall                 []float64
	gold                   int
}

func newCurve(system tuples) *curve {
	seen := make(map[float64]bool)
	for _, all := range system {
		for _, t := range all {
			seen[t.confidence] = true
		}
	}
	n := len(seen)
	return &curve{
		thresholds: slices.Sorted(maps.Keys(seen)),
		precision:  make([]float64, n), extractions: make([]float64, n), recall: make([]float64, n),
	}
}

// add counts a sentence at every threshold. What is counted changes only where
// one of its tuples drops out.
func (c *curve) add(gold, system []tuple) {
	c.gold += len(gold)
	scores := make([][]matchScore, len(gold))
	for i := range gold {
		for j := range system {
			scores[i] = append(scores[i], matchTuples(&gold[i], &system[j]))
		}
	}
	from := 0
	for _, confidence := range sortedConfidences(system) {
		var kept []int
		for j := range system {
			if system[j].confidence >= confidence {
				kept = append(kept, j)
			}
		}
		precision, recall := sumPrecision(scores, kept), sumRecall(scores, kept)
		to, _ := slices.BinarySearch(c.thresholds, confidence)
		for ; from <= to; from++ {
			c.precision[from] += precision
			c.recall[from] += recall
			c.extractions[from] += float64(len(kept))
		}
	}
}

func sortedConfidences(all []tuple) []float64 {
	var out []float64
	for _, t := range all {
		out = append(out, t.confidence)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func sumRecall(scores [][]matchScore, kept []int) float64 {
	var sum float64
	for _, row := range scores {
		best := 0.0
		for _, j := range kept {
			best = max(best, row[j].recall)
		}
		sum += best
	}
	return sum
}

// sumPrecision pairs tuples one to one, always the most precise pair left.
func sumPrecision(scores [][]matchScore, kept []int) float64 {
	usedGold, usedSystem := make([]bool, len(scores)), make(map[int]bool)
	var sum float64
	for range min(len(scores), len(kept)) {
		gold, system, best := -1, -1, -1.0
		for i, row := range scores {
			for _, j := range kept {
				if !usedGold[i] && !usedSystem[j] && row[j].precision > best {
					gold, system, best = i, j, row[j].precision
				}
			}
		}
		usedGold[gold], usedSystem[system] = true, true
		sum += best
	}
	return sum
}

// score finds the best point and integrates by trapezoids, from the point of
// precision 1 at recall 0.
func (c *curve) score() curveScore {
	var s curveScore
	lastPrecision, lastRecall := 1.0, 0.0
	for k := len(c.thresholds) - 1; k >= 0; k-- {
		p, r := 1.0, 0.0
		if c.extractions[k] > 0 {
			p = c.precision[k] / c.extractions[k]
		}
		if c.gold > 0 {
			r = c.recall[k] / float64(c.gold)
		}
		s.auc += (r - lastRecall) * (p + lastPrecision) / 2
		lastPrecision, lastRecall = p, r
		if f := score.F1(p, r); f >= s.f1 { // the lowest threshold of equals
			s.precision, s.recall, s.f1 = p, r, f
		}
	}
	return s
}

// agrees compares with figures stated in three decimals; no area is stated as 0.
func (s curveScore) agrees(with curveScore) bool {
	return thousandths(s.precision) == with.precision && thousandths(s.recall) == with.recall &&
		thousandths(s.f1) == with.f1 && (with.auc == 0 || thousandths(s.auc) == with.auc)
}

func (s curveScore) results(system string) []score.Result {
	return []score.Result{
		score.Percent(system+" precision", s.precision),
		score.Percent(system+" recall", s.recall),
		score.Percent(system+" F1", s.f1),
		score.Percent(system+" area", s.auc),
	}
}

// thousandths rounds as published figures are.
func thousandths(v float64) float64 { return math.Round(1000*v) / 1000 }
