package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/actor"
	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/english/encoder"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// scoreCoref measures which mentions of a document are one, on the words of GUM
// with our own trees: mentions are compared by their heads, and each figure is
// the mean of MUC, B³ and CEAF.
func scoreCoref(d *data) ([]result, error) {
	var results []result
	for _, name := range []string{"gum-dev", "gum-test"} {
		cases, err := readCorefCases(d, name)
		if err != nil {
			return nil, err
		}
		for _, s := range scopes {
			t := tallyChains(cases, s)
			prefix := name + " " + s.name
			results = append(results,
				result{prefix + " MUC", 100 * t.muc.f1()}, result{prefix + " B3", 100 * t.b3.f1()},
				result{prefix + " CEAF", 100 * t.ceaf.f1()}, result{prefix + " mean", 100 * t.conll()})
		}
	}
	return results, nil
}

func tallyChains(cases []corefCase, s scope) *corefTally {
	var t corefTally
	for i := range cases {
		c := &cases[i]
		t.add(keyed(s.of(&c.gold, c.gold.chains(), c.chains())))
	}
	return &t
}

// A corefCase is a document of GUM and what we find in it.
type corefCase struct {
	gold corefDocument
	text *coref.Text
}

// readCorefCases reads a file of GUM and finds the mentions of its documents in
// our trees of its words.
func readCorefCases(d *data, name string) ([]corefCase, error) {
	file, err := d.read("data/treebank/" + name + ".conllu")
	if err != nil {
		return nil, err
	}
	sentences, err := syntax.ReadCoNLLU(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("reading treebank %q: %w", name, err)
	}
	documents, err := readCoref(string(file), sentences)
	if err != nil {
		return nil, fmt.Errorf("reading coreference of %q: %w", name, err)
	}
	trees, err := goldTokenTrees(name, sentences)
	if err != nil {
		return nil, err
	}
	text := rawText(sentences)
	cases := make([]corefCase, len(documents))
	for i, gold := range documents {
		doc := graph.Document{ID: gold.id, Text: text}
		own := trees[:len(gold.sentences)]
		trees = trees[len(gold.sentences):]
		cases[i] = corefCase{gold, actor.New(&doc, own).Chains()}
	}
	return cases, nil
}

// goldTokenTrees returns our trees of a treebank's words, those kept or new ones.
func goldTokenTrees(name string, sentences []syntax.Sentence) ([]syntax.Sentence, error) {
	hash, err := parserHash()
	if err != nil {
		return nil, fmt.Errorf("reading the parser (run in the root of the repository): %w", err)
	}
	path := filepath.Join(".cache", "trees", hash, name+".conllu")
	kept, err := os.ReadFile(path)
	switch {
	case err == nil:
		return syntax.ReadCoNLLU(bytes.NewReader(kept))
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("reading trees: %w", err)
	}
	model, err := encoder.English()
	if err != nil {
		return nil, err
	}
	own := withAnalyses(sentences, analyzeAll(model, sentences))
	for i := range own {
		for j := range own[i].Tokens {
			t := &own[i].Tokens[j]
			t.Lemma = english.Lemma(t.Form, t.UPOS, t.XPOS)
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("keeping trees: %w", err)
	}
	return own, keep(path, own)
}

// mentions returns what we find, by the heads that the gold tree gives.
func (c *corefCase) mentions() []corefMention {
	out := make([]corefMention, len(c.text.Mentions))
	for i, m := range c.text.Mentions {
		head := headOf(&c.gold.sentences[m.Sentence], m.First, m.Last)
		out[i] = corefMention{sentence: m.Sentence, first: m.First, last: m.Last, head: head}
	}
	return out
}

// chains returns our chains of more than one mention, in the order of their
// first ones.
func (c *corefCase) chains() [][]corefMention {
	var chains [][]corefMention
	of := make([]int, len(c.text.Mentions))
	for i, m := range c.mentions() {
		if a := c.text.Antecedent[i]; a != coref.None {
			of[i] = of[a]
		} else {
			of[i] = len(chains)
			chains = append(chains, nil)
		}
		chains[of[i]] = append(chains[of[i]], m)
	}
	return keepChains(chains, func(c []corefMention) bool { return len(c) > 1 })
}

func chainsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "chains TREEBANK",
		Short: "Print the chains of mentions that are found in a treebank",
		Long: `Chains prints which mentions are one in the documents of a file of GUM, one JSON
object a document, for scorers of other makers: sentence, first and last word of
each mention, from 0.`,
		Example: "  whom-train chains gum-dev",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			cases, err := readCorefCases(newData(), args[0])
			if err != nil {
				return err
			}
			return writeChains(cmd.OutOrStdout(), cases)
		},
	}
}

func writeChains(out io.Writer, cases []corefCase) error {
	encoder := json.NewEncoder(out)
	for i := range cases {
		chains := [][][3]int{}
		for _, c := range cases[i].chains() {
			var spans [][3]int
			for _, m := range c {
				spans = append(spans, [3]int{m.sentence, m.first, m.last})
			}
			chains = append(chains, spans)
		}
		line := struct {
			Doc    string     `json:"doc"`
			Chains [][][3]int `json:"chains"`
		}{cases[i].gold.id, chains}
		if err := encoder.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
