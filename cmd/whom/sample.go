package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/curate"
)

func sampleCommand(o *options) *cobra.Command {
	limit := positive(200)
	var seed int64
	var out string
	cmd := &cobra.Command{
		Use:   "sample",
		Short: "Draw claims at random to be judged",
		Long: `Sample draws claims at random, without putting any back, and writes them as a
table with the sentence of each and three empty columns: judgement (right, wrong
or corrected), correction (what it should say) and coder (who judges). Review
reads it back. The same store and seed give the same sample.`,
		Example: `  whom sample -n 200 --seed 7 -o review.csv
  whom sample -n 50 | head -3`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := load(cmd.Context(), o.db)
			if err != nil {
				return err
			}
			claims := curate.Sample(c.claims, int(limit), seed)
			if _, err := os.Lstat(out); out != "-" && err == nil {
				return fmt.Errorf("%q is there already, perhaps with judgements: choose another name for -o", out)
			}
			return writeTo(cmd.OutOrStdout(), out, func(w io.Writer) error { return curate.WriteSheet(w, c.sheet(claims)) })
		},
	}
	addLimit(cmd, &limit, "how many claims to draw")
	cmd.Flags().Int64Var(&seed, "seed", 1, "another `NUMBER` gives another sample")
	cmd.Flags().StringVarP(&out, "out", "o", "-", "`FILE` to write, which must not be there yet; - for the standard output")
	return cmd
}

// sheet shows claims by their words.
func (c *contents) sheet(claims []graph.Claim) []curate.Line {
	lines := make([]curate.Line, len(claims))
	for i := range claims {
		x := &claims[i]
		lines[i] = curate.Line{Claim: x, Says: c.says(x), Subject: c.name(x, &x.Subject), Args: c.args(x), Text: x.Evidence.Text(c.document(x.Document))}
		if x.Object != nil {
			lines[i].Object = c.name(x, x.Object)
		}
	}
	return lines
}
