package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/query"
)

func splitCommand(o *options) *cobra.Command {
	var document string
	cmd := &cobra.Command{
		Use:   "split A --document D",
		Short: "Decide that a document means another actor",
		Long: `Split takes what one document calls A out of A and makes it an actor of its own,
which merge can then join with the one that is meant. It is kept as a decision.`,
		Example: `  whom split 'Joe Biden' --document reuters/001
  whom split Georgia --document 003`,
		Args: takes(1, "one actor, an id or a name in quotation marks"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if document == "" {
				return usage(errors.New("split needs --document, the id of a document that names the actor"))
			}
			return decide(cmd.Context(), o.db, func(d *deciding) error { return d.split(cmd, args[0], document) })
		},
	}
	cmd.Flags().StringVar(&document, "document", "", "the document that means another, by its `ID`")
	return cmd
}

func (d *deciding) split(cmd *cobra.Command, ref, document string) error {
	a, err := d.actor(ref)
	if err != nil {
		return err
	}
	if err := query.CheckDocument(cmd.Context(), d.store, document); err != nil {
		return err
	}
	here := d.resolution.Here(a.ID, document)
	switch {
	case len(here) == 0:
		return fmt.Errorf("document %q does not name %s: show lists the documents that do", document, a.ID)
	case len(d.resolution.Documents(a.ID)) == 1:
		return fmt.Errorf("%s is named in document %q alone: there is nothing to split it from", a.ID, document)
	}
	var decisions []graph.Decision
	for i := range here {
		decisions = append(decisions, graph.Decision{Kind: graph.SplitDecision, Anchor: &here[i]})
	}
	for i := range here[1:] {
		decisions = append(decisions, graph.Decision{Kind: graph.MergeDecision, Anchor: &here[i+1], Into: &here[0]})
	}
	return d.keep(cmd, decisions...)
}
