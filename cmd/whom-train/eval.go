package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/trees"
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
			gold, err := data.Trees(os.ReadFile, args[0])
			if err != nil {
				return err
			}
			var system []syntax.Sentence
			if len(args) == 2 {
				system, err = data.Trees(os.ReadFile, args[1])
			} else {
				system, err = trees.Parse(gold)
			}
			if err != nil {
				return err
			}
			s, err := trees.Compare(gold, system)
			if err != nil {
				return fmt.Errorf("comparing with %q: %w", args[0], err)
			}
			return s.Print(cmd.OutOrStdout())
		},
	}
}
