package main

import (
	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/cmd/whom-train/chains"
	"github.com/whomgraph/whom/cmd/whom-train/data"
)

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
			return chains.Write(cmd.OutOrStdout(), data.New(), args[0])
		},
	}
}
