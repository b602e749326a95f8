package openie

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/export"
)

// A tuple is an open extraction: a predicate and its arguments, the first of
// which is the subject, as words parted by single spaces.
type tuple struct {
	confidence float64
	predicate  string
	arguments  []string
}

func newTuple(t export.Tuple) tuple {
	return tuple{confidence: t.Claim.Confidence, predicate: t.Relation, arguments: t.Arguments}
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
	return matchScore{precision: score.Ratio(common, systemTotal), recall: score.Ratio(common, goldTotal)}
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
