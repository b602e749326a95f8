package forest

import (
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/english/encoder"
	"github.com/whomgraph/whom/extract/syntax"
)

// OfWords returns the embedded model's trees of a treebank's words, kept by the
// treebank's name.
func (f *Forest) OfWords(treebank string, sentences []syntax.Sentence) ([]syntax.Sentence, error) {
	return f.kept(treebank, func() ([]syntax.Sentence, error) {
		model, err := encoder.English()
		if err != nil {
			return nil, err
		}
		own := Analyze(model, sentences)
		for i := range own {
			for j := range own[i].Tokens {
				t := &own[i].Tokens[j]
				t.Lemma = english.Lemma(t.Form, t.UPOS, t.XPOS)
			}
		}
		return own, nil
	})
}

// Analyze returns the sentences with the tags, trees and names that the model
// gives to their words.
func Analyze(m *encoder.Model, sentences []syntax.Sentence) []syntax.Sentence {
	out := make([]syntax.Sentence, len(sentences))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	const size = 64
	for from := 0; from < len(sentences); from += size {
		to := min(from+size, len(sentences))
		group.Go(func() error {
			for i, analysis := range m.Analyze(forms(sentences[from:to])) {
				out[from+i] = with(sentences[from+i], analysis)
			}
			return nil
		})
	}
	group.Wait()
	return out
}

func forms(sentences []syntax.Sentence) [][]string {
	out := make([][]string, len(sentences))
	for i, s := range sentences {
		for _, t := range s.Tokens {
			out[i] = append(out[i], t.Form)
		}
	}
	return out
}

// with returns the sentence with an analysis in place of its own.
func with(s syntax.Sentence, analysis encoder.Analysis) syntax.Sentence {
	s.Tokens = slices.Clone(s.Tokens)
	for i, w := range analysis.Words {
		t := &s.Tokens[i]
		t.UPOS, t.XPOS, t.Head, t.Rel = w.UPOS, w.XPOS, w.Head, w.Rel
	}
	s.Names = analysis.Names
	return s
}
