package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph"
)

func undoCommand(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "undo N...",
		Short: "Take decisions back",
		Long: `Undo takes decisions back, by the numbers that decisions lists, or by their ids
where two stores that were brought together gave one number twice. The store is
then the one that it would be had they not been made.`,
		Example: `  whom undo 3
  whom undo 4 5`,
		Args: needs("an N: the number of a decision, as decisions lists it"),
		RunE: func(cmd *cobra.Command, refs []string) error {
			return decide(cmd.Context(), o.db, func(d *deciding) error { return d.undo(cmd, refs) })
		},
	}
}

func (d *deciding) undo(cmd *cobra.Command, refs []string) error {
	var ids []string
	var lines strings.Builder
	for _, ref := range refs {
		of, err := d.decision(ref)
		if err != nil {
			return err
		}
		ids = append(ids, of.ID())
		fmt.Fprintf(&lines, "undone: decision %d, %s\n", of.Number, source.Printable(decisionText(of)))
	}
	if err := d.store.Undo(cmd.Context(), ids...); err != nil {
		return err
	}
	_, err := fmt.Fprint(cmd.OutOrStdout(), lines.String())
	return err
}

// decision finds one by its number or id.
func (d *deciding) decision(ref string) (*graph.Decision, error) {
	var found *graph.Decision
	for i := range d.decisions {
		of := &d.decisions[i]
		switch {
		case of.ID() != ref && strconv.Itoa(of.Number) != ref:
		case found != nil:
			return nil, fmt.Errorf("several decisions have the number %s: give an id, %s or %s", ref, found.ID(), of.ID())
		default:
			found = of
		}
	}
	if found == nil {
		return nil, fmt.Errorf("%q is no decision of %s; decisions lists them", ref, d.store.Path())
	}
	return found, nil
}
