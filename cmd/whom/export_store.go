package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph/store"
)

// exportStore streams a store in a format that holds it whole.
func exportStore(cmd *cobra.Command, db string, f export.StoreFormat, file string) error {
	if f.IsFolder() && file == "-" {
		return needsFolder(f.Name)
	}
	return withStore(db, func(s *store.Store) error {
		var parts []part
		for _, p := range f.Parts {
			parts = append(parts, part{p.File, func(w io.Writer) error { return p.Write(cmd.Context(), w, s) }})
		}
		if f.IsFolder() {
			return writeFolder(file, parts)
		}
		return writeTo(cmd.OutOrStdout(), file, parts[0].write)
	})
}
