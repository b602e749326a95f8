package main

import (
	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
)

// A decisionRow is a decision with its id.
type decisionRow struct {
	ID string `json:"id"`
	graph.Decision
}

var decisionColumns = []column[decisionRow]{
	{"number", func(d decisionRow) any { return d.Number }},
	{"kind", func(d decisionRow) any { return string(d.Kind) }},
	{"id", func(d decisionRow) any { return d.ID }},
	{"says", func(d decisionRow) any { return decisionText(&d.Decision) }},
}

func decisionsCommand(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "decisions",
		Short: "List the decisions of a store",
		Long: `Decisions lists what was decided by merge, split, rename, aliases and review, in
the order in which it holds: where two contradict each other, the later one has
its way.`,
		Example: `  whom decisions
  whom decisions --format jsonl > decisions.jsonl`,
		Args: noArguments,
	}
	var limit positive
	addLimit(cmd, &limit, aboutAll)
	format := addFormat(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return consider(cmd.Context(), o.db, func(d *deciding) error {
			rows := make([]decisionRow, len(d.decisions))
			for i, of := range d.decisions {
				rows[i] = decisionRow{of.ID(), of}
			}
			return list(cmd, format.value, "decision", decisionColumns, first(limit, rows))
		})
	}
	return cmd
}
