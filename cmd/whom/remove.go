package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph/query"
	"github.com/whomgraph/whom/graph/store"
)

func removeCommand(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "remove DOCUMENT...",
		Short: "Take documents out of a store",
		Long: `Remove takes documents out of a store, with their entities and claims, by the ids
that docs lists. The store is then the one that a build of the other documents
gives. Where it does not have one of them, none is removed.`,
		Example: `  whom remove 003 reuters/001 --db out/whom.db
  whom docs --format csv | grep -o '^reuters/[^,]*' | xargs whom remove`,
		Args: needs("a DOCUMENT: its id, as docs lists it"),
		RunE: func(cmd *cobra.Command, ids []string) error {
			return withOpen(store.Open, o.db, func(s *store.Store) error { return remove(cmd, s, ids) })
		},
	}
}

func remove(cmd *cobra.Command, s *store.Store, ids []string) error {
	for _, id := range ids {
		if err := query.CheckDocument(cmd.Context(), s, id); err != nil {
			return err
		}
	}
	before, err := s.Stats(cmd.Context())
	if err != nil {
		return err
	}
	if err := s.Remove(cmd.Context(), ids...); err != nil {
		return err
	}
	after, err := s.Stats(cmd.Context())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "removed %s with %s.\n%s", count(before.Documents-after.Documents, "document"),
		count(before.Claims-after.Claims, "claim"), holds(s.Path(), after))
	return err
}
