package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
)

// runBundles adds bundles to a store.
func (a *addition) runBundles(cmd *cobra.Command, dirs []string, db string) error {
	return a.inStore(cmd, db, func(*staging) (string, error) { return a.addBundles(cmd.Context(), dirs, db) })
}

func (a *addition) addBundles(ctx context.Context, dirs []string, db string) (string, error) {
	var decisions []graph.Decision
	for _, dir := range dirs {
		of, err := export.ReadDecisions(dir)
		if errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("%q is no bundle, as 'export -f bundle' writes it: %w", dir, err)
		}
		if err != nil {
			return "", err
		}
		decisions = append(decisions, of...)
	}
	var t tally
	if err := a.store.Load(ctx, a.counted(ctx, &t, bundles(dirs))); err != nil {
		return "", err
	}
	if len(decisions) > 0 {
		if _, err := a.store.Decide(ctx, decisions...); err != nil {
			return "", err
		}
	}
	return a.report(ctx, fmt.Sprintf("%s with %s.\n%s", count(t.documents, "document"), count(t.claims, "claim"), a.lines()), db)
}

// bundles yields the documents of one bundle after the other.
func bundles(dirs []string) iter.Seq2[graph.Extraction, error] {
	return func(yield func(graph.Extraction, error) bool) {
		for _, dir := range dirs {
			for x, err := range export.ReadBundle(dir) {
				if !yield(x, err) {
					return
				}
			}
		}
	}
}
