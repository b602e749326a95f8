package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/extract/syntax"
)

func parseCommand() *cobra.Command {
	r := &reading{}
	cmd := &cobra.Command{
		Use:   "parse FILE...",
		Short: "Print the sentences of articles with tags, trees and names, as CoNLL-U",
		Example: `  whom parse article.txt
  echo 'NATO rejected the demand.' | whom parse -`,
		Args:    needs(aPath),
		PreRunE: withoutStore,
		RunE:    func(cmd *cobra.Command, paths []string) error { return r.parse(cmd, paths) },
	}
	r.addFlags(cmd)
	return cmd
}

func (r *reading) parse(cmd *cobra.Command, paths []string) error {
	parser, err := r.parser()
	if err != nil {
		return err
	}
	documents := 0
	for d, err := range until(cmd.Context(), r.open(cmd, paths)) {
		if cmd.Context().Err() != nil {
			return cmd.Context().Err()
		}
		if err != nil {
			fmt.Fprintln(cmd.ErrOrStderr(), "whom:", err)
			continue
		}
		documents++
		sentences, err := parser.Parse(d.Text)
		if err != nil {
			return fmt.Errorf("parsing document %q: %w", d.ID, err)
		}
		fmt.Fprintf(cmd.OutOrStdout(), "# newdoc id = %s\n", source.Printable(d.ID))
		if err := syntax.WriteCoNLLU(cmd.OutOrStdout(), sentences); err != nil {
			return err
		}
	}
	if documents == 0 {
		return &status{codeFailed, nil}
	}
	return nil
}
