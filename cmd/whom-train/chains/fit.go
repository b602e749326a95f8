package chains

import (
	"bytes"
	"fmt"
	"math"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/extract/coref"
)

const (
	rounds = 3
	// firstRate and sparsity are those of AdaGrad (Duchi, Hazan and Singer
	// 2011) with an L1 penalty, which leaves most weights 0.
	firstRate = 0.1
	sparsity  = 0.01
)

// fit maximizes the probability that each mention takes a right option: an
// antecedent of its chain, or none if it is the first (Durrett and Klein 2013).
// What a mention's antecedents are linked to is what the weights so far say.
func fit(documents []document) []float32 {
	n := coref.Features()
	f := &ranker{weights: make([]float32, n), squares: make([]float32, n), gradient: make([]float32, n)}
	chains := make([][]string, len(documents))
	for i := range documents {
		chains[i] = goldChains(&documents[i])
	}
	for range rounds {
		for i := range documents {
			f.read(&documents[i], chains[i])
		}
	}
	return f.weights
}

// goldChains returns the gold chain of each of our mentions, "" for none.
func goldChains(d *document) []string {
	own := d.mentions()
	aligned := alignMentions(d.gold.mentions, own)
	out := make([]string, len(own))
	for i, m := range own {
		if g, ok := aligned[m.key()]; ok {
			out[i] = g.chain
		}
	}
	return out
}

type ranker struct {
	weights, squares []float32
	gradient         []float32 // of one mention, 0 outside touched
	touched          []int32
}

func (f *ranker) read(d *document, chains []string) {
	d.text.Walk(func(i int, options []coref.Option) int {
		right := make([]bool, len(options))
		any := false
		for k, o := range options[1:] {
			right[k+1] = chains[i] != "" && chains[o.Antecedent] == chains[i]
			any = any || right[k+1]
		}
		right[0] = !any
		f.step(options, right)
		return coref.Best(f.weights, options)
	})
}

// Costs of mistakes, which are added to the sums of wrong options while the
// weights are fitted: links that are missed cost most, as there are fewer.
const (
	costFalseNew  = 4.0
	costFalseLink = 0.3
	costWrongLink = 0.5
)

// step moves the weights a little towards the right options.
func (f *ranker) step(options []coref.Option, right []bool) {
	sums := make([]float64, len(options))
	most := math.Inf(-1)
	for k, o := range options {
		sums[k] = float64(coref.Score(f.weights, o))
		switch {
		case right[k]:
		case k == 0:
			sums[k] += costFalseNew
		case right[0]:
			sums[k] += costFalseLink
		default:
			sums[k] += costWrongLink
		}
		most = max(most, sums[k])
	}
	var all, good float64
	for k := range sums {
		sums[k] = math.Exp(sums[k] - most)
		all += sums[k]
		if right[k] {
			good += sums[k]
		}
	}
	for k, o := range options {
		slope := -sums[k] / all
		if right[k] {
			slope += sums[k] / good
		}
		f.slope(o.Features, float32(slope))
	}
	for _, id := range f.touched {
		f.move(id, f.gradient[id])
		f.gradient[id] = 0
	}
	f.touched = f.touched[:0]
}

// slope adds to the gradient of an option's features. An option that hardly
// matters is left out, which makes fitting much faster.
func (f *ranker) slope(features []int32, slope float32) {
	if math.Abs(float64(slope)) < 1e-4 {
		return
	}
	for _, id := range features {
		if f.gradient[id] == 0 {
			f.touched = append(f.touched, id)
		}
		f.gradient[id] += slope
	}
}

// move changes one weight by its slope.
func (f *ranker) move(id int32, slope float32) {
	f.squares[id] += slope * slope
	rate := firstRate / float32(math.Sqrt(float64(f.squares[id]))+1e-6)
	w := f.weights[id] + rate*slope
	shrink := rate * sparsity
	switch {
	case w > shrink:
		w -= shrink
	case w < -shrink:
		w += shrink
	default:
		w = 0
	}
	f.weights[id] = w
}

// Weights fits the weights on the training half of GUM and returns their table,
// with what they were fitted on.
func Weights(d *data.Files) ([]byte, error) {
	documents, err := readDocuments(d, "gum-train")
	if err != nil {
		return nil, err
	}
	weights := fit(documents)
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Written by whom-train coref: weights of a mention-ranking model.\n%s", d.Checksums())
	for id, w := range weights {
		if text := fmt.Sprintf("%.2f", w); text != "0.00" && text != "-0.00" {
			fmt.Fprintf(&b, "%s\t%s\n", coref.FeatureName(id), text)
		}
	}
	return b.Bytes(), nil
}
