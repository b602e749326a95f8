package main

import (
	"bytes"
	"fmt"

	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/syntax"
)

// scoreWords measures the splitter and the lemmas on the text of treebanks: the
// lemmas with the treebank's own tags, and all that the parser finds in the bare
// text.
func scoreWords(d *data) ([]result, error) {
	var results []result
	for _, name := range []string{"ewt-dev", "ewt-test", "gum-dev", "gum-test"} {
		file, err := d.read("data/treebank/" + name + ".conllu")
		if err != nil {
			return nil, err
		}
		gold, err := syntax.ReadCoNLLU(bytes.NewReader(file))
		if err != nil {
			return nil, fmt.Errorf("reading treebank %q: %w", name, err)
		}
		system, err := parseText(gold)
		if err != nil {
			return nil, err
		}
		s, err := evaluate(gold, system)
		if err != nil {
			return nil, fmt.Errorf("treebank %q: %w", name, err)
		}
		results = append(results, result{name + " gold-tags lemmas", 100 * lemmaAccuracy(gold)})
		for _, r := range s.rows() {
			results = append(results, result{name + " raw-text " + r.name, 100 * r.m.f1()})
		}
	}
	return results, nil
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
	return ratio(right, all)
}
