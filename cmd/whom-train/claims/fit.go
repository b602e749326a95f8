package claims

import (
	"bytes"
	"fmt"

	"gonum.org/v1/gonum/mat"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/forest"
	"github.com/whomgraph/whom/extract/confidence"
)

// Weights fits the logistic regression of extract/confidence on the claims found
// in the development half of the gold sentences, one that the annotators have too
// being right, and returns the table of weights.
func Weights(d *data.Files) ([]byte, error) {
	all, err := goldExamples(d, "dev")
	if err != nil {
		return nil, err
	}
	weights, err := fit(all)
	if err != nil {
		return nil, err
	}
	return table(d, all, weights), nil
}

// An example is a claim of the system's, and whether it is right.
type example struct {
	features []float64
	right    bool
}

// goldExamples returns the claims found in one half of the gold sentences.
func goldExamples(d *data.Files, split string) ([]example, error) {
	matchings, err := matchGold(d)
	if err != nil {
		return nil, err
	}
	trees, err := forest.Open()
	if err != nil {
		return nil, err
	}
	var all []example
	for i := range matchings {
		m := &matchings[i]
		if m.sentence.Split != split {
			continue
		}
		sentences, err := trees.Trees(m.sentence.document.Text)
		if err != nil {
			return nil, err
		}
		for _, p := range m.pairs {
			all = append(all, example{confidence.Features(&sentences[p.system.Sentence], p.system), true})
		}
		for _, c := range m.extra {
			all = append(all, example{confidence.Features(&sentences[c.Sentence], c), false})
		}
	}
	return all, nil
}

const (
	// ridge is the penalty of a weight's square, half of it, bias excepted: it
	// keeps the weights of rare features small. In ten-fold cross-validation on
	// the development half 3 and 10 do as well, 1 and 30 worse.
	ridge = 5
	steps = 20 // of Newton's method, which has converged before
)

// fit maximizes the likelihood of the examples less the penalty, by Newton's
// method (iteratively reweighted least squares). The first feature is the bias.
func fit(all []example) ([]float64, error) {
	if len(all) == 0 {
		return nil, fmt.Errorf("no claims to fit on")
	}
	n := len(all[0].features)
	weights := make([]float64, n)
	for range steps {
		gradient, curvature := derivatives(all, weights)
		var factor mat.Cholesky
		if !factor.Factorize(curvature) {
			return nil, fmt.Errorf("a feature repeats others: the curvature has no inverse")
		}
		var step mat.VecDense
		if err := factor.SolveVecTo(&step, gradient); err != nil {
			return nil, err
		}
		for i := range weights {
			weights[i] += step.AtVec(i)
		}
	}
	return weights, nil
}

// derivatives returns the gradient of the penalized likelihood and the negative
// of its second derivative.
func derivatives(all []example, weights []float64) (*mat.VecDense, *mat.SymDense) {
	n := len(weights)
	gradient, curvature := mat.NewVecDense(n, nil), mat.NewSymDense(n, nil)
	for i := 1; i < n; i++ {
		gradient.SetVec(i, -ridge*weights[i])
		curvature.SetSym(i, i, ridge)
	}
	for _, e := range all {
		p, right := confidence.Probability(weights, e.features), float64(asCount(e.right))
		x := mat.NewVecDense(n, e.features)
		gradient.AddScaledVec(gradient, right-p, x)
		curvature.SymRankOne(curvature, p*(1-p), x)
	}
	return gradient, curvature
}

// table writes the weights with what they were fitted on.
func table(d *data.Files, all []example, weights []float64) []byte {
	var b bytes.Buffer
	right := 0
	for _, e := range all {
		right += asCount(e.right)
	}
	fmt.Fprintf(&b, "# Written by whom-train confidence: weights of a logistic regression, ridge %d,\n", ridge)
	fmt.Fprintf(&b, "# fitted on %d claims, %d of them right, of the development half of testdata/gold.\n", len(all), right)
	b.WriteString(d.Checksums())
	for i, name := range confidence.Names() {
		fmt.Fprintf(&b, "%s\t%.3f\n", name, weights[i])
	}
	return b.Bytes()
}
