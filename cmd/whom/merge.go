package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
)

func mergeCommand(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "merge A B",
		Short: "Decide that two actors are one",
		Long: `Merge makes A part of B, which keeps its name, type and country; each is given by
its id or any name. It is kept as a decision, about what documents call the two,
and holds for documents that come later. Decisions lists it and undo takes it back.`,
		Example: `  whom merge 'the Kremlin' Russia
  whom merge actor:biden 'Joe Biden' --db out/whom.db`,
		Args: takes(2, "two actors, each an id or a name in quotation marks"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return decide(cmd.Context(), o.db, func(d *deciding) error { return d.merge(cmd, args[0], args[1]) })
		},
	}
}

func (d *deciding) merge(cmd *cobra.Command, from, into string) error {
	a, anchor, err := d.anchor(from)
	if err != nil {
		return err
	}
	b, target, err := d.anchor(into)
	if err != nil {
		return err
	}
	if a == b {
		return fmt.Errorf("%q and %q are one actor already, %s", from, into, a.ID)
	}
	return d.keep(cmd, graph.Decision{Kind: graph.MergeDecision, Anchor: anchor, Into: target})
}
