package confidence

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// Of returns the confidence of a claim that stands in s: from 0 to 1, with two
// decimals. It takes time linear in the length of the sentence.
func Of(s *syntax.Sentence, c *graph.Claim) float64 {
	return math.Round(100*Probability(weights, Features(s, c))) / 100
}

// OfDescription returns the confidence of a description that stands in s: the
// product of the parser's for the arcs between what is described and the words
// that describe it. It is not calibrated.
func OfDescription(s *syntax.Sentence, c *graph.Claim) float64 {
	v := newView(s, c)
	v.verb = max(0, v.object)
	return math.Round(100*math.Exp(v.path(v.subject).log)) / 100
}

// Probability is the logistic function of the weighted sum of features.
func Probability(weights, features []float64) float64 {
	var sum float64
	for i, w := range weights {
		sum += float64(w * features[i]) // rounded, so that no machine fuses the two
	}
	return 1 / (1 + math.Exp(-sum))
}

// Features returns the features of a claim that stands in s, in the order of
// [Names].
func Features(s *syntax.Sentence, c *graph.Claim) []float64 {
	v := newView(s, c)
	out := make([]float64, len(features))
	for i, f := range features {
		out[i] = f.of(v)
	}
	return out
}

// Names returns the names of the features.
func Names() []string {
	out := make([]string, len(features))
	for i, f := range features {
		out[i] = f.name
	}
	return out
}

//go:embed weights.tsv
var table string

// weights are those of the features, in their order. A feature without one
// counts nothing until the next fit.
var weights = mustRead(table)

func mustRead(table string) []float64 {
	out, err := read(table)
	if err != nil {
		panic(fmt.Sprintf("confidence: weights.tsv: %v", err))
	}
	return out
}

// read reads lines of a feature and its weight; # begins a comment.
func read(table string) ([]float64, error) {
	known := make(map[string]float64)
	for n, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		name, value, _ := strings.Cut(line, "\t")
		w, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: %q is no number", n+1, value)
		}
		known[name] = w
	}
	out := make([]float64, len(features))
	for i, f := range features {
		out[i] = known[f.name]
	}
	return out, nil
}
