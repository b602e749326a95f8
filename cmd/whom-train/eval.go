package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/syntax"
)

func evalCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "eval GOLD.conllu [SYSTEM.conllu]",
		Short: "Print the CoNLL 2018 measures of trees",
		Long: `Compares two CoNLL-U files with the same text and prints precision, recall
and F1 of tokens, sentences, words, tags, lemmas and trees, as the CoNLL 2018
shared task defines them. The last column is the share of right ones among the
words whose spans are right. Without SYSTEM, the text of GOLD is parsed.`,
		Example: "  whom-train eval ewt-dev.conllu\n  whom-train eval ewt-dev.conllu parsed.conllu",
		Args:    cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			gold, err := readTreebank(args[0])
			if err != nil {
				return err
			}
			var system []syntax.Sentence
			if len(args) == 2 {
				system, err = readTreebank(args[1])
			} else {
				system, err = parseText(gold)
			}
			if err != nil {
				return err
			}
			s, err := evaluate(gold, system)
			if err != nil {
				return fmt.Errorf("comparing with %q: %w", args[0], err)
			}
			return s.print(cmd.OutOrStdout())
		},
	}
}

// readTreebank reads the sentences of a CoNLL-U file.
func readTreebank(path string) ([]syntax.Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading treebank: %w", err)
	}
	defer f.Close()
	sentences, err := syntax.ReadCoNLLU(f)
	if err != nil {
		return nil, fmt.Errorf("reading treebank %q: %w", path, err)
	}
	return sentences, nil
}

// parseText parses the text of a treebank.
func parseText(gold []syntax.Sentence) ([]syntax.Sentence, error) {
	parser, err := english.New()
	if err != nil {
		return nil, err
	}
	return parser.Parse(rawText(gold))
}

// row is a measure with its name.
type row struct {
	name string
	m    measure
	tags bool // its share among aligned words means something
}

func (s scores) rows() []row {
	return []row{{"Tokens", s.tokens, false}, {"Sentences", s.sentences, false}, {"Words", s.words, false},
		{"UPOS", s.upos, true}, {"XPOS", s.xpos, true}, {"Lemmas", s.lemmas, true}, {"UAS", s.uas, true}, {"LAS", s.las, true}}
}

// print writes the measures in percent, one a line.
func (s scores) print(w io.Writer) error {
	fmt.Fprintf(w, "%-10s %9s %9s %9s %9s\n", "measure", "precision", "recall", "F1", "aligned")
	for _, r := range s.rows() {
		aligned := ""
		if r.tags {
			aligned = fmt.Sprintf(" %9.2f", 100*r.m.accuracy())
		}
		if _, err := fmt.Fprintf(w, "%-10s %9.2f %9.2f %9.2f%s\n", r.name,
			100*r.m.precision(), 100*r.m.recall(), 100*r.m.f1(), aligned); err != nil {
			return err
		}
	}
	return nil
}
