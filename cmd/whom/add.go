package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store"
)

func addCommand(o *options) *cobra.Command {
	a := &addition{}
	cmd := &cobra.Command{
		Use:   "add PATH...",
		Short: "Read articles into a store, which is made where there is none",
		Long: `Add reads articles as build does, and adds them to a store. A document whose id
the store has already is replaced; the same text again changes nothing.`,
		Example: `  whom add today --db out/whom.db
  whom add news.jsonl --meta about.csv
  cat article.txt | whom add -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error { return a.run(cmd, paths, o.db) },
	}
	a.addFlags(cmd)
	a.addStrict(cmd)
	return cmd
}

// addition is one run of the command.
type addition struct {
	reading
	store *store.Store // nil until there is something to put into a new one
}

func (a *addition) run(cmd *cobra.Command, paths []string, db string) (err error) {
	defer func() {
		if a.store != nil {
			err = errors.Join(err, a.store.Close())
		}
	}()
	if a.store, err = store.Open(db); err != nil && !errors.Is(err, store.ErrNoStore) {
		return err
	}
	t, err := a.ingest(cmd, paths, func(x ...graph.Extraction) error {
		if a.store == nil {
			if a.store, err = store.Create(db); err != nil {
				return err
			}
		}
		return a.store.Put(cmd.Context(), x...)
	})
	if err != nil {
		return err
	}
	if err := a.summarize(cmd, t, db); err != nil {
		return err
	}
	if a.strict && t.claims == 0 {
		return &status{codeNothing, errors.New("no claim was extracted")}
	}
	return nil
}

func (a *addition) summarize(cmd *cobra.Command, t tally, db string) error {
	all, err := a.store.Stats(cmd.Context())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s.\n%s holds %s, %s, %s.\n", t.line(), db,
		count(all.Documents, "document"), count(all.Claims, "claim"), count(all.Actors, "actor"))
	return err
}
