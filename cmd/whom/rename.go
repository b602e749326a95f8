package main

import (
	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
)

func renameCommand(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "rename A NAME",
		Short: "Decide what an actor is called",
		Long: `Rename gives an actor another name, and the id that comes of it. The claims keep
the words of their documents. It is kept as a decision.`,
		Example: `  whom rename 'U.S.' 'United States'`,
		Args:    takes(2, "an actor, by its id or a name, and what to call it, each in quotation marks"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := graph.CheckName(args[1]); err != nil {
				return usage(err)
			}
			return decide(cmd.Context(), o.db, func(d *deciding) error {
				_, anchor, err := d.anchor(args[0])
				if err != nil {
					return err
				}
				return d.keep(cmd, graph.Decision{Kind: graph.RenameDecision, Anchor: anchor, Name: args[1]})
			})
		},
	}
}
