package main

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store"
)

// contents are what was read of a store: all of it, or some claims with their
// documents and actors.
type contents struct {
	documents []graph.Document // sorted by id
	claims    []graph.Claim    // by document, then in order of the text
	view      *graph.View
	entities  []graph.Entity // by document, then by id; read where they are asked for
}

// load reads all of a store.
func load(ctx context.Context, path string) (c *contents, err error) {
	err = withStore(path, func(s *store.Store) error {
		c, err = read(ctx, s)
		return err
	})
	return c, err
}

// withStore opens a store as it is now, lets work read it and closes it.
func withStore(path string, work func(*store.Store) error) error {
	return withOpen(store.OpenReadOnly, path, work)
}

// withOpen opens a store, lets work use it and closes it.
func withOpen(open func(string) (*store.Store, error), path string, work func(*store.Store) error) error {
	s, err := open(path)
	if err != nil {
		return err
	}
	return errors.Join(work(s), s.Close())
}

// around reads what a claim is shown with: the documents and actors of claims.
func around(ctx context.Context, s *store.Store, claims ...graph.Claim) (*contents, error) {
	view, err := s.ActorsOf(ctx, claims)
	if err != nil {
		return nil, err
	}
	c := &contents{claims: claims, view: view}
	return c, c.addDocuments(ctx, s)
}

// addDocuments reads the documents of the claims.
func (c *contents) addDocuments(ctx context.Context, s *store.Store) error {
	for i := range c.claims {
		id := c.claims[i].Document
		if i > 0 && id == c.claims[i-1].Document {
			continue
		}
		d, err := s.Document(ctx, id)
		if err != nil {
			return err
		}
		c.documents = append(c.documents, d)
	}
	return nil
}

func read(ctx context.Context, s *store.Store) (*contents, error) {
	documents, err := collect(s.Documents(ctx))
	if err != nil {
		return nil, err
	}
	claims, err := collect(s.Claims(ctx))
	if err != nil {
		return nil, err
	}
	view, err := s.View(ctx)
	return &contents{documents: documents, claims: claims, view: view}, err
}

func collect[T any](all iter.Seq2[T, error]) ([]T, error) {
	var out []T
	for item, err := range all {
		if err != nil {
			return nil, err
		}
		out = append(out, item)
	}
	return out, nil
}

// claimsIn counts the claims of each document.
func (c *contents) claimsIn() map[string]int {
	counts := make(map[string]int)
	for i := range c.claims {
		counts[c.claims[i].Document]++
	}
	return counts
}

func (c *contents) document(id string) *graph.Document {
	i, ok := slices.BinarySearchFunc(c.documents, id, func(d graph.Document, id string) int { return strings.Compare(d.ID, id) })
	if !ok {
		return &graph.Document{ID: id}
	}
	return &c.documents[i]
}
