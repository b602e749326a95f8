package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/cmd/whom-train/claims"
	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/facts"
	"github.com/whomgraph/whom/cmd/whom-train/openie"
	"github.com/whomgraph/whom/cmd/whom-train/plover"
)

func missesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "misses [" + strings.Join(missNames(), "|") + "]",
		Short: "Print what the rules get wrong on development data",
		Long: `Misses prints, for each sentence of the development half of a data set (by
default the hand-annotated claims), the gold claims without a match (-), the
system's without one (+), and the pairs that differ in polarity, modality or
speaker (~). It never shows what is kept for testing.`,
		Example:   "  whom-train misses claims",
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs),
		ValidArgs: missNames(),
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen := 0
			if len(args) > 0 {
				chosen = slices.Index(missNames(), args[0])
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			if err := missPrinters[chosen].print(data.New(), out); err != nil {
				return fmt.Errorf("misses of %s: %w", missPrinters[chosen].name, err)
			}
			return out.Flush()
		},
	}
}

// missPrinters print what is wrong in the data sets that may be looked at, the
// default first. Their names are those of sections of the score file.
var missPrinters = []struct {
	name  string
	print func(*data.Files, io.Writer) error
}{
	{"claims", claims.Misses},
	{"facts", facts.Committed.Misses},
	{"facts-shared", facts.Shared.Misses},
	{"said", openie.MissesOfSaid},
	{"plover", plover.Misses},
	{"events", plover.MissesOfTypes},
}

func missNames() []string {
	var names []string
	for _, p := range missPrinters {
		names = append(names, p.name)
	}
	return names
}
