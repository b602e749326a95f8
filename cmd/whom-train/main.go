// Command whom-train makes and measures the models of whom: it quantizes the
// encoder, evaluates trees, writes the score file and prints what the rules get
// wrong. Nothing of it is needed to use whom.
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
	root.AddCommand(commands()...)
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "whom-train:", err)
		os.Exit(1)
	}
}
