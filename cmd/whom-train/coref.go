package main

import (
	"bytes"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/coref"
)

func corefCommand() *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "coref",
		Short: "Fit the weights by which mentions are linked",
		Long: `Coref fits the mention-ranking model of extract/coref on the training half of
GUM and rewrites weights.tsv. With --nouns it first rewrites nouns.tsv, the kinds
of nouns; run it again then, as the nouns are features. Run it when the features,
the parser or the names have changed, then score coref.`,
		Example: "  whom-train coref",
		Args:    cobra.NoArgs,
	}
	cmd.Flags().StringVar(&folder, "folder", filepath.FromSlash("extract/coref"), "where the tables are")
	nouns := cmd.Flags().Bool("nouns", false, "rewrite nouns.tsv and nothing else")
	cmd.RunE = func(*cobra.Command, []string) error {
		d := newData()
		cases, err := readCorefCases(d, "gum-train")
		if err != nil {
			return fmt.Errorf("fitting coreference: %w", err)
		}
		if *nouns {
			return os.WriteFile(filepath.Join(folder, "nouns.tsv"), nounKinds(d, cases), 0o644)
		}
		return os.WriteFile(filepath.Join(folder, "weights.tsv"), corefWeights(d, fitCoref(cases)), 0o644)
	}
	return cmd
}

const (
	corefRounds = 3
	// corefRate and corefSparsity are those of AdaGrad (Duchi, Hazan and Singer
	// 2011) with an L1 penalty, which leaves most weights 0.
	corefRate     = 0.1
	corefSparsity = 0.01
)

// fitCoref maximizes the probability that each mention takes a right option: an
// antecedent of its chain, or none if it is the first (Durrett and Klein 2013).
// What a mention's antecedents are linked to is what the weights so far say.
func fitCoref(cases []corefCase) []float32 {
	n := coref.Features()
	f := &corefFit{weights: make([]float32, n), squares: make([]float32, n), gradient: make([]float32, n)}
	chains := make([][]string, len(cases))
	for i := range cases {
		chains[i] = goldChains(&cases[i])
	}
	for range corefRounds {
		for i := range cases {
			f.read(&cases[i], chains[i])
		}
	}
	return f.weights
}

// goldChains returns the gold chain of each of our mentions, "" for none.
func goldChains(c *corefCase) []string {
	own := c.mentions()
	aligned := alignMentions(c.gold.mentions, own)
	out := make([]string, len(own))
	for i, m := range own {
		if g, ok := aligned[m.key()]; ok {
			out[i] = g.chain
		}
	}
	return out
}

type corefFit struct {
	weights, squares []float32
	gradient         []float32 // of one mention, 0 outside touched
	touched          []int32
}

func (f *corefFit) read(c *corefCase, chains []string) {
	c.text.Walk(func(i int, options []coref.Option) int {
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
func (f *corefFit) step(options []coref.Option, right []bool) {
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
func (f *corefFit) slope(features []int32, slope float32) {
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
func (f *corefFit) move(id int32, slope float32) {
	f.squares[id] += slope * slope
	rate := corefRate / float32(math.Sqrt(float64(f.squares[id]))+1e-6)
	w := f.weights[id] + rate*slope
	shrink := rate * corefSparsity
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

// corefWeights writes the weights with what they were fitted on.
func corefWeights(d *data, weights []float32) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Written by whom-train coref: weights of a mention-ranking model.\n")
	writeSums(&b, d)
	for id, w := range weights {
		if text := fmt.Sprintf("%.2f", w); text != "0.00" && text != "-0.00" {
			fmt.Fprintf(&b, "%s\t%s\n", coref.FeatureName(id), text)
		}
	}
	return b.Bytes()
}

func writeSums(b *bytes.Buffer, d *data) {
	for _, name := range slices.Sorted(maps.Keys(d.sums)) {
		fmt.Fprintf(b, "# %s sha256:%x\n", name, d.sums[name])
	}
}

// gumKinds gives our kinds of things for those of GUM.
var gumKinds = map[string]string{
	"person": "person", "organization": "organization", "place": "place", "abstract": "abstract", "event": "event",
	"time": "time", "object": "thing", "substance": "thing", "plant": "thing", "animal": "thing",
}

// nounKinds writes the kind that each noun most often is of, if it was seen
// often enough.
func nounKinds(d *data, cases []corefCase) []byte {
	counts := make(map[string]map[string]int)
	for i := range cases {
		for _, m := range cases[i].gold.mentions {
			t := cases[i].gold.sentences[m.sentence].Tokens[m.head]
			if t.UPOS != "NOUN" {
				continue
			}
			if counts[t.Base()] == nil {
				counts[t.Base()] = make(map[string]int)
			}
			counts[t.Base()][gumKinds[m.kind]]++
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Written by whom-train coref --nouns: what kind of thing a noun most often means.\n")
	writeSums(&b, d)
	for _, noun := range slices.Sorted(maps.Keys(counts)) {
		best, most, all := "", 0, 0
		for _, kind := range slices.Sorted(maps.Keys(counts[noun])) {
			n := counts[noun][kind]
			all += n
			if n > most {
				best, most = kind, n
			}
		}
		if all >= 2 && !strings.ContainsAny(noun, "\t\n#") {
			fmt.Fprintf(&b, "%s\t%s\n", noun, best)
		}
	}
	return b.Bytes()
}
