package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/cmd/whom-train/claims"
	"github.com/whomgraph/whom/cmd/whom-train/data"
)

func confidenceCommand() *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "confidence",
		Short: "Fit the weights of a claim's confidence",
		Long: `Confidence fits the logistic regression of extract/confidence on the claims that
the rules find in the development half of testdata/gold: one that the annotators
have too is right. It rewrites the table of weights. Run it when rules, parser or
features have changed, then score claims.`,
		Example: "  whom-train confidence",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			table, err := claims.Weights(data.New())
			if err != nil {
				return fmt.Errorf("fitting confidence: %w", err)
			}
			return os.WriteFile(file, table, 0o644)
		},
	}
	cmd.Flags().StringVar(&file, "file", filepath.FromSlash("extract/confidence/weights.tsv"), "table of weights")
	return cmd
}
