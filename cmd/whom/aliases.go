package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/curate"
)

func aliasesCommand(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "aliases FILE",
		Short: "Decide from a table whom names mean",
		Long: `Aliases reads a table of comma-separated values with the columns alias, actor,
type, country, from and to, of which the last four may be left empty. Who is
called by the alias, in documents from one day to the other, is the actor: a name,
which need not be in any document yet, or an id. Each row is kept as a decision;
rows that are kept already are passed over. Where one row is wrong, none is kept.`,
		Example: `  whom aliases aliases.csv
  printf 'alias,actor,type,country,from,to\nthe Kremlin,Russia,state,RUS,,\n' | whom aliases -`,
		Args: takes(1, "one FILE: a table, or - for the standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return decide(cmd.Context(), o.db, func(d *deciding) error { return d.aliases(cmd, args[0]) })
		},
	}
}

func (d *deciding) aliases(cmd *cobra.Command, file string) error {
	var news []graph.Decision
	err := withInput(cmd, file, func(in io.Reader) (err error) {
		news, err = curate.ReadAliases(file, in, d.decisions, d.idAnchor)
		return err
	})
	if err != nil {
		return err
	}
	if len(news) == 0 {
		_, err := fmt.Fprintln(cmd.OutOrStdout(), "nothing new: each row is kept already")
		return err
	}
	return d.keep(cmd, news...)
}

// idAnchor finds what means the actor of an id.
func (d *deciding) idAnchor(id string) (graph.Anchor, error) {
	if a, ok := d.resolution.Anchor(id); ok {
		return a, nil
	}
	return graph.Anchor{}, fmt.Errorf("%q is no actor of %s; actors lists them", id, d.store.Path())
}
