package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/cmd/whom-train/chains"
	"github.com/whomgraph/whom/cmd/whom-train/data"
)

func corefCommand() *cobra.Command {
	var folder string
	var nouns bool
	cmd := &cobra.Command{
		Use:   "coref",
		Short: "Fit the weights by which mentions are linked",
		Long: `Coref fits the mention-ranking model of extract/coref on the training half of
GUM and rewrites weights.tsv. With --nouns it first rewrites nouns.tsv, the kinds
of nouns; run it again then, as the nouns are features. Run it when the features,
the parser or the names have changed, then score coref.`,
		Example: "  whom-train coref",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			table, file := chains.Weights, "weights.tsv"
			if nouns {
				table, file = chains.Nouns, "nouns.tsv"
			}
			text, err := table(data.New())
			if err != nil {
				return fmt.Errorf("fitting coreference: %w", err)
			}
			return os.WriteFile(filepath.Join(folder, file), text, 0o644)
		},
	}
	cmd.Flags().StringVar(&folder, "folder", filepath.FromSlash("extract/coref"), "where the tables are")
	cmd.Flags().BoolVar(&nouns, "nouns", false, "rewrite nouns.tsv and nothing else")
	return cmd
}
