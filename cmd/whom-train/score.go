package main

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/cmd/whom-train/actors"
	"github.com/whomgraph/whom/cmd/whom-train/chains"
	"github.com/whomgraph/whom/cmd/whom-train/claims"
	"github.com/whomgraph/whom/cmd/whom-train/facts"
	"github.com/whomgraph/whom/cmd/whom-train/openie"
	"github.com/whomgraph/whom/cmd/whom-train/plover"
	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/cmd/whom-train/trees"
)

// sections lists the groups of measures in the order of the file.
var sections = []score.Section{
	{Name: "encoder", About: "float32 and int8 against the golden output of the first weights; then the embedded model", Run: trees.ScoreEncoder},
	{Name: "words", Run: trees.ScoreWords},
	{Name: "claims", About: "by hand, by two annotators before the rules were tuned and by a third after; testdata/gold/README.md tells how", Run: claims.Score},
	{Name: "actors", Run: actors.Score},
	{Name: "coref", About: "mean of MUC, B³ and CEAF by head; our trees of the gold words", Run: chains.Score},
	{Name: "facts", About: "of testdata/articles, as testdata/README.md describes them", Run: facts.Committed.Score},
	{Name: "facts-shared", Run: facts.Shared.Score},
	{Name: "carb", Run: openie.ScoreCarb},
	{Name: "said", Run: openie.ScoreSaid},
	{Name: "plover", Run: plover.Score},
	{Name: "events", About: "an upper bound, as these records were read while the table was written; types by their names of 2023", Run: plover.ScoreTypes},
}

func scoreCommand() *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "score [SECTION]...",
		Short: "Measure the stages and write the score file",
		Long: `Score measures the stages on the data in $WHOM_SHARED (else ../shared) and
rewrites the sections named, or all, of the score file. Each section begins with
the SHA-256 of every data file that it was computed from.`,
		Example: "  whom-train score encoder",
		RunE: func(_ *cobra.Command, names []string) error {
			return score.Rewrite(file, sections, names)
		},
	}
	cmd.Flags().StringVar(&file, "file", filepath.FromSlash("testdata/score.txt"), "score file")
	return cmd
}
