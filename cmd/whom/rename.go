package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/query"
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
				return d.rename(cmd, args[0], args[1])
			})
		},
	}
}

func (d *deciding) rename(cmd *cobra.Command, ref, name string) error {
	a, anchor, err := d.anchor(ref)
	if err != nil {
		return err
	}
	if a.Name == name {
		return fmt.Errorf("%s is called %q already", a.ID, name)
	}
	for _, other := range query.ActorsNamed(d.view, name) {
		if other.Actor.Name == name && other.Actor.ID != a.ID {
			fmt.Fprintf(cmd.ErrOrStderr(), "whom: %s is called %q, too, and stays another: merge makes two actors one\n", other.Actor.ID, name)
		}
	}
	return d.keep(cmd, graph.Decision{Kind: graph.RenameDecision, Anchor: anchor, Name: name})
}
