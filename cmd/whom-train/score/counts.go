package score

// Counts are those of units in the gold file, of the system's, and of the
// system's that are right.
type Counts struct{ Gold, System, Correct int }

// Precision is the share of the system's units that are right.
func (c Counts) Precision() float64 { return Ratio(c.Correct, c.System) }

// Recall is the share of the gold units that the system has.
func (c Counts) Recall() float64 { return Ratio(c.Correct, c.Gold) }

// F1 is the harmonic mean of both.
func (c Counts) F1() float64 { return Ratio(2*c.Correct, c.Gold+c.System) }

// AddIf counts a gold unit if it counts, and whether it is right.
func (c *Counts) AddIf(counts, right bool) {
	if !counts {
		return
	}
	c.Gold++
	if right {
		c.Correct++
	}
}

// Ratio is a share, 0 of nothing.
func Ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// F1 is the harmonic mean of precision and recall.
func F1(precision, recall float64) float64 {
	if precision+recall == 0 {
		return 0
	}
	return 2 * precision * recall / (precision + recall)
}
