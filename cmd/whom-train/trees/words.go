package trees

import (
	"fmt"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/syntax"
)

// ScoreWords measures the splitter and the lemmas on the text of treebanks: the
// lemmas with the treebank's own tags, and all that the parser finds in the bare
// text.
func ScoreWords(d *data.Files) ([]score.Result, error) {
	var results []score.Result
	for _, name := range []string{"ewt-dev", "ewt-test", "gum-dev", "gum-test"} {
		gold, err := data.Trees(d.Read, data.Treebank(name))
		if err != nil {
			return nil, err
		}
		system, err := Parse(gold)
		if err != nil {
			return nil, err
		}
		s, err := Compare(gold, system)
		if err != nil {
			return nil, fmt.Errorf("treebank %q: %w", name, err)
		}
		results = append(results, score.Percent(name+" gold-tags lemmas", lemmaAccuracy(gold)))
		for _, r := range s.rows() {
			results = append(results, score.Percent(name+" raw-text "+r.name, r.m.F1()))
		}
	}
	return results, nil
}

// Parse parses the text of a treebank.
func Parse(gold []syntax.Sentence) ([]syntax.Sentence, error) {
	parser, err := english.New()
	if err != nil {
		return nil, err
	}
	return parser.Parse(data.Text(gold))
}

// lemmaAccuracy is the share of words whose lemma follows from form and tags.
func lemmaAccuracy(gold []syntax.Sentence) float64 {
	right, all := 0, 0
	for i := range gold {
		for _, t := range gold[i].Tokens {
			all++
			if t.Lemma == "" || english.Lemma(t.Form, t.UPOS, t.XPOS) == t.Lemma {
				right++
			}
		}
	}
	return score.Ratio(right, all)
}
