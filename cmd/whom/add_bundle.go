package main

import (
	"errors"
	"fmt"
	"iter"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store"
)

// runBundles adds bundles to a store. One that is not there yet is made beside
// its place and put there when it is complete.
func (a *addition) runBundles(cmd *cobra.Command, dirs []string, db string) (err error) {
	a.store, err = store.Open(db)
	if err == nil {
		defer func() { err = errors.Join(err, a.store.Close()) }()
		return a.addBundles(cmd, dirs, db)
	} else if !errors.Is(err, store.ErrNoStore) {
		return err
	}
	staged, err := makeStaging(filepath.Dir(db))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, staged.close()) }()
	if a.store, err = store.Create(staged.path(filepath.Base(db))); err != nil {
		return err
	}
	if err := errors.Join(a.addBundles(cmd, dirs, db), a.store.Close()); err != nil {
		return err
	}
	return staged.placeDir(filepath.Base(db))
}

func (a *addition) addBundles(cmd *cobra.Command, dirs []string, db string) error {
	var decisions []graph.Decision
	for _, dir := range dirs {
		of, err := export.ReadDecisions(dir)
		if err != nil {
			return err
		}
		decisions = append(decisions, of...)
	}
	var t tally
	if err := a.store.Load(cmd.Context(), a.counted(cmd, &t, dirs)); err != nil {
		return err
	}
	if len(decisions) > 0 {
		if _, err := a.store.Decide(cmd.Context(), decisions...); err != nil {
			return err
		}
	}
	return a.report(cmd, fmt.Sprintf("%s with %s.\n%s", count(t.documents, "document"), count(t.claims, "claim"), a.lines()), db)
}

// counted yields the documents of bundles, and counts them when it is gone
// through for the first time.
func (a *addition) counted(cmd *cobra.Command, t *tally, dirs []string) iter.Seq2[graph.Extraction, error] {
	first := true
	return func(yield func(graph.Extraction, error) bool) {
		for _, dir := range dirs {
			for x, err := range export.ReadBundle(dir) {
				if err == nil && first {
					t.documents++
					t.claims += len(x.Claims)
					err = a.compare(cmd.Context(), &x.Document)
				}
				if !yield(x, err) {
					return
				}
			}
		}
		first = false
	}
}
