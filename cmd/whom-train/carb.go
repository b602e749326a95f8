package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A tuple is an open extraction: a predicate and its arguments, the first of
// which is the subject, as words parted by single spaces.
type tuple struct {
	confidence float64
	predicate  string
	arguments  []string
}

// tuples are those of each sentence, by sentenceKey.
type tuples map[string][]tuple

// readTuples reads lines of sentence, predicate and arguments, with a
// confidence after the sentence where the lines have one. The gold lines' notes
// of who says so (C: Mr. Phelan said) are no argument and left out.
func readTuples(file []byte, confidence bool) (tuples, error) {
	all := make(tuples)
	number := 0
	for line := range strings.Lines(string(file)) {
		number++
		columns := strings.Split(strings.TrimSpace(line), "\t")
		t := tuple{confidence: 1}
		if confidence && len(columns) > 1 {
			var err error
			if t.confidence, err = strconv.ParseFloat(columns[1], 64); err != nil {
				return nil, fmt.Errorf("line %d: confidence %q is no number", number, columns[1])
			}
			columns = slices.Delete(columns, 1, 2)
		}
		if len(columns) < 2 {
			return nil, fmt.Errorf("line %d: want a sentence and a predicate", number)
		}
		t.predicate = columns[1]
		t.arguments = slices.DeleteFunc(columns[2:], func(a string) bool { return strings.Contains(a, "C: ") })
		key := sentenceKey(strings.TrimSpace(columns[0]))
		all[key] = append(all[key], t)
	}
	return all, nil
}

var (
	brackets = strings.NewReplacer("-LRB-", "(", "-RRB-", ")", "-LSB-", "[", "-RSB-", "]", "-LCB-", "{", "-RCB-", "}")
	// asciiPunctuation is what does not tell sentences apart.
	asciiPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
)

// sentenceKey is the sentence without spaces and punctuation.
func sentenceKey(sentence string) string {
	s := brackets.Replace(strings.ReplaceAll(sentence, " ", ""))
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(asciiPunctuation, r) {
			return -1
		}
		return r
	}, s)
}

// A carbScore is the area under the curve of precision over recall, and the
// point of it with the best F1.
type carbScore struct{ precision, recall, f1, auc float64 }

// scoreCarb scores a system's tuples as CaRB does (Bhardwaj, Aggarwal and
// Mausam, CaRB: A Crowdsourced Benchmark for Open IE, EMNLP 2019, §3, and its
// program), in its standard setting of lenient matching with all arguments
// after the first joined. At each confidence as threshold, recall is the mean
// over gold tuples of the best recall by any of the system's, and precision the
// mean over the system's tuples of their precision, each gold tuple being used
// once, by the pairs with the best precision first.
func scoreCarb(gold, system tuples) carbScore {
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
func (c *curve) score() carbScore {
	var s carbScore
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
		if f := harmonicMean(p, r); f >= s.f1 { // the lowest threshold of equals
			s.precision, s.recall, s.f1 = p, r, f
		}
	}
	return s
}

func harmonicMean(a, b float64) float64 {
	if a+b == 0 {
		return 0
	}
	return 2 * a * b / (a + b)
}

// A matchScore is the share of a system tuple's words that the gold tuple has,
// and the reverse.
type matchScore struct{ precision, recall float64 }

// matchTuples compares words part by part: predicates, first arguments, and all
// others together. A tuple of saying may have its two sides exchanged.
func matchTuples(gold, system *tuple) matchScore {
	g, s := gold.binary(), system.binary()
	straight := matchBinary(&g, &s)
	if !slices.ContainsFunc([]string{"said", "told", "added", "adds", "says"}, func(w string) bool { return strings.Contains(gold.predicate, w) }) {
		return straight
	}
	if len(s.arguments) == 2 {
		slices.Reverse(s.arguments)
	}
	turned := matchBinary(&g, &s)
	if cmp.Or(cmp.Compare(turned.precision, straight.precision), cmp.Compare(turned.recall, straight.recall)) > 0 {
		return turned
	}
	return straight
}

// binary joins all arguments after the first.
func (t *tuple) binary() tuple {
	out := *t
	if len(t.arguments) >= 2 {
		out.arguments = []string{t.arguments[0], strings.Join(t.arguments[1:], " ")}
	} else {
		out.arguments = slices.Clone(t.arguments)
	}
	return out
}

// matchBinary counts the words that both have. Tuples without a common word in
// their predicates, or of which the system's lacks an argument, do not match.
func matchBinary(gold, system *tuple) matchScore {
	goldWords, systemWords := strings.Fields(gold.predicate), strings.Fields(system.predicate)
	common, left := commonWords(goldWords, systemWords)
	if slices.Contains(left, "be") && slices.ContainsFunc(goldWords, isBe) {
		common++
	}
	if common == 0 {
		return matchScore{}
	}
	goldTotal, systemTotal := len(goldWords), len(systemWords)
	for i, argument := range gold.arguments {
		if i >= len(system.arguments) {
			return matchScore{}
		}
		g, s := strings.Fields(argument), strings.Fields(system.arguments[i])
		n, _ := commonWords(g, s)
		common += n
		goldTotal += len(g)
		systemTotal += len(s)
	}
	return matchScore{precision: ratio(common, systemTotal), recall: ratio(common, goldTotal)}
}

func isBe(word string) bool {
	return slices.Contains([]string{"be", "is", "am", "are", "was", "were", "been", "being"}, word)
}

// commonWords counts the words that both have, each as often as both have it,
// and returns the others of the second.
func commonWords(a, b []string) (n int, left []string) {
	left = slices.Clone(b)
	for _, w := range a {
		if i := slices.Index(left, w); i >= 0 {
			left = slices.Delete(left, i, i+1)
			n++
		}
	}
	return n, left
}

// thousandths rounds as published figures are.
func thousandths(v float64) float64 { return math.Round(1000*v) / 1000 }
