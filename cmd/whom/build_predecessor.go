package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store"
)

// A predecessor is the store in whose place a build puts another. It is nil
// where there is none.
type predecessor struct {
	path      string
	documents []string // ids, sorted
	claims    int
	decisions []graph.Decision
	gone      int // claims, of texts that are unchanged
}

// isStore reports whether there is a store at a path, whatever its state.
func isStore(path string) (bool, error) {
	s, err := store.OpenReadOnly(path)
	switch {
	case err == nil:
		return true, s.Close()
	case errors.Is(err, store.ErrNoStore), errors.Is(err, store.ErrForeign):
		return false, nil
	}
	return true, nil
}

// predecessorOf reads what a build has to know of a store that is there. One that
// cannot be read may hold decisions, and is replaced by force alone.
func predecessorOf(cmd *cobra.Command, path string, force bool) (*predecessor, error) {
	s, err := store.OpenReadOnly(path)
	switch {
	case err == nil:
		old := &predecessor{path: path}
		return old, errors.Join(old.read(cmd.Context(), s), s.Close())
	case errors.Is(err, store.ErrVersion), errors.Is(err, store.ErrDamaged):
		if force {
			_, err = fmt.Fprintln(cmd.ErrOrStderr(), "whom: decisions made in the store that is replaced, if any, are lost:", err)
			return nil, err
		}
		return nil, fmt.Errorf("%w; decisions made in it, if any, would be lost: --force replaces it", err)
	case errors.Is(err, store.ErrNoStore):
		return nil, nil
	}
	return nil, err
}

func (p *predecessor) read(ctx context.Context, s *store.Store) (err error) {
	if p.decisions, err = s.Decisions(ctx); err != nil {
		return err
	}
	all, err := s.Stats(ctx)
	if err != nil {
		return err
	}
	p.claims = all.Claims
	for d, err := range s.Documents(ctx) {
		if err != nil {
			return err
		}
		p.documents = append(p.documents, d.ID)
	}
	return nil
}

// compare looks at what is to replace the store. Without force it fails where
// documents of it are not among that.
func (p *predecessor) compare(ctx context.Context, all iter.Seq2[graph.Extraction, error], force bool) (err error) {
	s, err := store.OpenReadOnly(p.path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	kept := make(map[string]bool)
	for x, err := range all {
		if err != nil {
			return err
		}
		n, err := countGone(ctx, s, &x)
		if err != nil {
			return err
		}
		kept[x.Document.ID] = true
		p.gone += n
	}
	lost := slices.DeleteFunc(slices.Clone(p.documents), func(id string) bool { return kept[id] })
	if len(lost) == 0 || force {
		return nil
	}
	return fmt.Errorf("%s is left as it was, with %s that would be lost (%s): put articles into it with add, choose another folder for -o, or replace it with --force",
		p.path, count(len(lost), "document"), source.Printable(shortened(lost, shownUndated)))
}

// decided are the decisions that hold for the new store, too.
func (p *predecessor) decided() []graph.Decision {
	if p == nil {
		return nil
	}
	return p.decisions
}

// lines tell what was replaced.
func (p *predecessor) lines() string {
	line := fmt.Sprintf("Replaced: a store of %s, %s", count(len(p.documents), "document"), count(p.claims, "claim"))
	if n := len(p.decisions); n > 0 {
		line += "; " + count(n, "decision") + " taken over"
	}
	line += ".\n"
	if p.gone > 0 {
		line += goneLine(p.gone)
	}
	return line
}

// countGone counts the claims of a document in a store that a new reading of the
// same text does not have: those that add brought in, or an earlier version found.
func countGone(ctx context.Context, s *store.Store, x *graph.Extraction) (int, error) {
	before, err := s.Extraction(ctx, x.Document.ID)
	if errors.Is(err, store.ErrNotFound) || err == nil && before.Document.SHA256 != x.Document.SHA256 {
		return 0, nil
	}
	read := make(map[string]bool)
	for i := range x.Claims {
		read[x.Claims[i].ID] = true
	}
	n := 0
	for i := range before.Claims {
		if !read[before.Claims[i].ID] {
			n++
		}
	}
	return n, err
}

func goneLine(claims int) string {
	return fmt.Sprintf("Gone with the reading before: %s of the same texts; what 'add --claims' brought in is to be added again.\n", count(claims, "claim"))
}
