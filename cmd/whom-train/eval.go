package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/syntax"
)

func evalCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "eval GOLD.conllu SYSTEM.conllu",
		Short: "Print the CoNLL 2018 measures of a system's trees",
		Long: `Compares two CoNLL-U files with the same text and prints precision, recall
and F1 of tokens, sentences, words, tags, lemmas and trees, as the CoNLL 2018
shared task defines them. The last column is the share of right ones among the
words whose spans are right.`,
		Example: "  whom-train eval ewt-dev.conllu parsed.conllu",
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			gold, err := readTreebank(args[0])
			if err != nil {
				return err
			}
			system, err := readTreebank(args[1])
			if err != nil {
				return err
			}
			s, err := evaluate(gold, system)
			if err != nil {
				return fmt.Errorf("comparing %q with %q: %w", args[1], args[0], err)
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

// print writes the measures in percent, one a line.
func (s scores) print(w io.Writer) error {
	fmt.Fprintf(w, "%-10s %9s %9s %9s %9s\n", "measure", "precision", "recall", "F1", "aligned")
	for _, row := range []struct {
		name string
		m    measure
		tags bool // accuracy among aligned words means something
	}{
		{"Tokens", s.tokens, false}, {"Sentences", s.sentences, false}, {"Words", s.words, false},
		{"UPOS", s.upos, true}, {"XPOS", s.xpos, true}, {"Lemmas", s.lemmas, true}, {"UAS", s.uas, true}, {"LAS", s.las, true},
	} {
		aligned := ""
		if row.tags {
			aligned = fmt.Sprintf(" %9.2f", 100*row.m.accuracy())
		}
		if _, err := fmt.Fprintf(w, "%-10s %9.2f %9.2f %9.2f%s\n", row.name,
			100*row.m.precision(), 100*row.m.recall(), 100*row.m.f1(), aligned); err != nil {
			return err
		}
	}
	return nil
}
