package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store"
)

func addCommand(o *options) *cobra.Command {
	a := &addition{}
	cmd := &cobra.Command{
		Use:   "add PATH...",
		Short: "Read articles into a store, which is made where there is none",
		Long: `Add reads articles as build does, and adds them to a store. It tells how many
are new and how many the store has already. Another text of an id that is there
replaces the earlier one, and is named; of the earlier text the history keeps
hash and date. Two texts of one id in one run end the run with an error. A new
store is there once all is read; one that is there takes in some hundred
documents at a time, and keeps them where the run is ended.

With --bundle, each PATH is a folder that export -f bundle wrote, perhaps on
another machine: its documents, entities, claims and decisions are added without
reading the articles again. With --claims, each PATH is a file of claims, one a
line, as export -f jsonl or another program wrote it, of documents that the store
has. All of it is checked before any of it is kept.`,
		Example: `  whom add today --db out/whom.db
  whom add news.jsonl --meta about.csv
  cat article.txt | whom add -
  whom add --bundle monday tuesday --db week.db
  whom add --claims coded.jsonl`,
		Args: needs(aPath),
		RunE: func(cmd *cobra.Command, paths []string) error {
			switch {
			case a.bundle:
				return a.runBundles(cmd, paths, o.db)
			case a.claims:
				return a.runClaims(cmd, paths, o.db)
			}
			return a.run(cmd, paths, o.db)
		},
	}
	a.addFlags(cmd)
	a.addStrict(cmd)
	cmd.Flags().BoolVar(&a.bundle, "bundle", false, "the PATHs are bundles, which export wrote")
	cmd.Flags().BoolVar(&a.claims, "claims", false, "the PATHs are files of claims, one a line")
	cmd.MarkFlagsMutuallyExclusive("bundle", "claims", "meta")
	cmd.MarkFlagsMutuallyExclusive("bundle", "claims", "max-bytes")
	cmd.MarkFlagsMutuallyExclusive("bundle", "claims", "strict")
	return cmd
}

// addition is one run of the command.
type addition struct {
	reading
	bundle, claims bool // what the paths are
	store          *store.Store
	outcome
}

// An outcome counts what documents are to a store.
type outcome struct {
	added, unchanged, described int
	undated                     int      // of those described, which had a date
	gone                        int      // claims, of texts that are unchanged
	replaced                    []string // ids
}

func (a *addition) run(cmd *cobra.Command, paths []string, db string) error {
	return a.inStore(cmd, db, func(staged *staging) (string, error) {
		t, err := a.read(cmd, paths, staged)
		if err != nil {
			return "", err
		}
		return a.report(cmd.Context(), t.line()+".\n"+a.lines(), db)
	})
}

// inStore works on a store. One that is not there yet is made in a folder beside
// its place, and put there when the work is done; work is told the folder. On a
// server it is made empty, in its place. What work reports is printed last, as the
// reader of a pipe may be gone.
func (a *addition) inStore(cmd *cobra.Command, db string, work func(*staging) (string, error)) (err error) {
	var done string
	a.store, err = store.Open(db)
	if errors.Is(err, store.ErrNoStore) && store.OnServer(db) {
		a.store, err = store.Create(db)
	}
	if err == nil {
		done, err = work(nil)
		err = errors.Join(err, a.store.Close())
	} else if errors.Is(err, store.ErrNoStore) && !store.OnServer(db) {
		done, err = a.inNew(db, work)
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(cmd.OutOrStdout(), done)
	return err
}

func (a *addition) inNew(db string, work func(*staging) (string, error)) (done string, err error) {
	staged, err := makeStaging(filepath.Dir(db))
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, staged.close()) }()
	if a.store, err = store.Create(staged.path(storeName)); err != nil {
		return "", err
	}
	done, err = work(staged)
	if err := errors.Join(err, a.store.Close()); err != nil {
		return "", err
	}
	return done, staged.placeNew(storeName, db)
}

// read puts documents into the store: all at once into a new one, and as they
// come into another.
func (a *addition) read(cmd *cobra.Command, paths []string, staged *staging) (tally, error) {
	ctx := cmd.Context()
	if staged == nil {
		return a.ingest(cmd, paths, func(x ...graph.Extraction) error { return a.put(ctx, x) })
	}
	return a.gather(cmd, paths, staged.path(spoolName), func(all iter.Seq2[graph.Extraction, error]) error {
		return a.store.Load(ctx, a.counted(ctx, new(tally), all))
	})
}

func (a *addition) put(ctx context.Context, extractions []graph.Extraction) error {
	for i := range extractions {
		if err := a.compare(ctx, &extractions[i]); err != nil {
			return err
		}
	}
	return a.store.Put(ctx, extractions...)
}

// counted yields documents, and counts them when they are gone through for the
// first time.
func (a *addition) counted(ctx context.Context, t *tally, all iter.Seq2[graph.Extraction, error]) iter.Seq2[graph.Extraction, error] {
	first := true
	return func(yield func(graph.Extraction, error) bool) {
		for x, err := range all {
			if err == nil && first {
				t.documents++
				t.claims += len(x.Claims)
				err = a.compare(ctx, &x)
			}
			if !yield(x, err) {
				return
			}
		}
		first = false
	}
}

// compare counts a document by what the store has under its id.
func (a *addition) compare(ctx context.Context, x *graph.Extraction) error {
	d := &x.Document
	old, err := a.store.Document(ctx, d.ID)
	old.Replaced = d.Replaced
	switch {
	case errors.Is(err, store.ErrNotFound):
		a.added++
	case err != nil:
		return err
	case old.SHA256 != d.SHA256:
		a.replaced = append(a.replaced, d.ID)
	case reflect.DeepEqual(old, *d):
		a.unchanged++
	default:
		a.described++
		if old.Published != "" && d.Published == "" {
			a.undated++
		}
	}
	n, err := countGone(ctx, a.store, x)
	a.gone += n
	return err
}

// lines tell the outcome, and each document that another text has replaced.
func (o *outcome) lines() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d new, %d unchanged, %d replaced", o.added, o.unchanged, len(o.replaced))
	if o.described > 0 {
		fmt.Fprintf(&b, ", %d with the same text and other metadata", o.described)
	}
	if o.undated > 0 {
		fmt.Fprintf(&b, " (%d without the date that the store had: add with --meta)", o.undated)
	}
	b.WriteString(".\n")
	if o.gone > 0 {
		b.WriteString(goneLine(o.gone))
	}
	for _, id := range o.replaced {
		fmt.Fprintf(&b, "replaced %s (hash and date of the earlier text kept in its history)\n", source.Printable(id))
	}
	return b.String()
}

// report tells what was done and what the store holds now.
func (a *addition) report(ctx context.Context, done, db string) (string, error) {
	all, err := a.store.Stats(ctx)
	return done + holds(db, all), err
}

// holds tells what a store holds now.
func holds(db string, all store.Stats) string {
	return fmt.Sprintf("%s holds %s, %s, %s.\n", store.Printable(db),
		count(all.Documents, "document"), count(all.Claims, "claim"), count(all.Actors, "actor"))
}
