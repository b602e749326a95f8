package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store"
)

// runClaims brings claims into the documents of a store: those of each file, or
// none of it.
func (a *addition) runClaims(cmd *cobra.Command, files []string, db string) (err error) {
	if a.store, err = store.Open(db); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.store.Close()) }()
	before, err := a.store.Stats(cmd.Context())
	if err != nil {
		return err
	}
	for _, file := range files {
		err := withInput(cmd, file, func(in io.Reader) error { return a.readClaims(cmd.Context(), file, in) })
		if err != nil {
			return err
		}
	}
	after, err := a.store.Stats(cmd.Context())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s new.\n%s", count(after.Claims-before.Claims, "claim"), holds(db, after))
	return err
}

func (a *addition) readClaims(ctx context.Context, name string, in io.Reader) error {
	view, err := a.store.View(ctx)
	if err != nil {
		return err
	}
	with, err := export.ReadClaims(name, in, stock{ctx, a.store, view})
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		return fmt.Errorf("%w; a line is one claim, as 'export -f jsonl' writes it", err)
	}
	if err != nil {
		return err
	}
	return a.store.Put(ctx, with...)
}

// stock is a store in the eyes of the reader of claims.
type stock struct {
	ctx   context.Context
	store *store.Store
	view  *graph.View
}

func (s stock) Extraction(document string) (graph.Extraction, error) {
	if document == "" {
		return graph.Extraction{}, errors.New("it names no document, and so is no claim")
	}
	x, err := s.store.Extraction(s.ctx, document)
	if errors.Is(err, store.ErrNotFound) {
		err = fmt.Errorf("document %q is not in the store: add it first", document)
	}
	return x, err
}

func (s stock) Actor(entity string) string {
	if actor := s.view.Actor(entity); actor != nil {
		return actor.ID
	}
	return ""
}
