package claims

import (
	"cmp"
	"math"
	"slices"
)

// A judged claim is its confidence and whether it is right.
type judged struct {
	confidence float64
	right      bool
}

const bins = 10 // of equal width, for the calibration error

// calibrationError is the expected calibration error: the mean difference of
// the confidence in a bin and the share of right ones there, weighted by the
// number of claims (Naeini et al. 2015).
func calibrationError(all []judged) float64 {
	var sum [bins]float64
	for _, j := range all {
		sum[min(bins-1, int(bins*j.confidence))] += j.confidence - float64(asCount(j.right))
	}
	var total float64
	for _, s := range sum {
		total += math.Abs(s)
	}
	return total / float64(max(1, len(all)))
}

// area is that under the receiver operating characteristic: how often a right
// claim has more confidence than a wrong one, equal ones being half.
func area(all []judged) float64 {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b judged) int { return cmp.Compare(a.confidence, b.confidence) })
	var above float64
	rights, wrong := 0, 0 // with less confidence
	for len(all) > 0 {
		right, n := 0, 0
		for n < len(all) && all[n].confidence == all[0].confidence {
			right += asCount(all[n].right)
			n++
		}
		above += float64(right) * (float64(wrong) + float64(n-right)/2)
		rights, wrong = rights+right, wrong+n-right
		all = all[n:]
	}
	return above / float64(max(1, rights*wrong))
}

func asCount(b bool) int {
	if b {
		return 1
	}
	return 0
}
