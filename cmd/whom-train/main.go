// Command whom-train makes and measures the models of whom. It runs in the root
// of the repository, with data in $WHOM_SHARED. Nothing of it is needed to use
// whom.
//
// Here is one file a subcommand; the work is done in the folders:
//
//   - data reads files, score has what measures share, forest keeps trees
//   - trees, chains, claims, facts, openie, plover and actors measure, each one
//     stage by one kind of gold data; chains and claims also fit weights
//   - lemmas learns the table of lemmas
//   - python trains the language model
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{
		Use:           "whom-train",
		Short:         "Make and measure the models of whom",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.AddCommand(
		chainsCommand(),
		confidenceCommand(),
		corefCommand(),
		evalCommand(),
		lemmasCommand(),
		missesCommand(),
		quantizeCommand(),
		scoreCommand(),
	)
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "whom-train:", err)
		os.Exit(1)
	}
}
