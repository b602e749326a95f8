package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph/store"
)

func checkCommand(o *options) *cobra.Command {
	repair := false
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Look for damage in a store",
		Long: `Check reads a whole store: every index and count against the log, every document,
entity and claim against what it may be, all words against the text at their
spans, hashes, references, and all quads against those that the documents make.
It prints what is wrong, a line each, and fails where anything is.

For a large store it needs space among the system's temporary files, 200 bytes a
quad.

With --repair it then makes anew all that can be made from the documents,
entities and claims in the log. A document of which a part is missing or wrong
is left out and named: add it again.`,
		Example: `  whom check --db out/whom.db
  whom check --repair`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			open := store.OpenReadOnly
			if repair {
				open = store.Open
			}
			return withOpen(open, o.db, func(s *store.Store) error { return verify(cmd, s, repair) })
		},
	}
	cmd.Flags().BoolVar(&repair, "repair", false, "make anew what is wrong")
	return cmd
}

func verify(cmd *cobra.Command, s *store.Store, repair bool) error {
	out := cmd.OutOrStdout()
	faults, err := s.Verify(cmd.Context())
	if err != nil && !repair {
		return err
	}
	listFaults(out, faults)
	if repair && (err != nil || len(faults) > 0) {
		lost, err := s.Repair(cmd.Context())
		if err != nil {
			return err
		}
		fmt.Fprintln(out, "repaired; left out:", count(len(lost), "document"))
		listFaults(out, lost)
		if faults, err = s.Verify(cmd.Context()); err != nil {
			return err
		}
	}
	if len(faults) > 0 {
		advice := "check --repair makes anew what can be"
		if repair {
			advice = "build it again"
		}
		return fmt.Errorf("%s in %s: %s", count(len(faults), "fault"), s.Path(), advice)
	}
	all, err := s.Stats(cmd.Context())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "no fault in %s\n%s", count(all.Quads, "quad"), holds(s.Path(), all))
	return err
}

func listFaults(out io.Writer, faults []string) {
	for _, fault := range faults {
		fmt.Fprintln(out, source.Printable(fault))
	}
}
