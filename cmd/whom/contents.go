package main

import (
	"context"
	"errors"
	"iter"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store"
)

// contents are all that a store holds.
type contents struct {
	documents []graph.Document // sorted by id
	claims    []graph.Claim    // by document, then in order of the text
	view      *graph.View
}

// load opens a store, reads it and closes it.
func load(ctx context.Context, path string) (c *contents, err error) {
	s, err := store.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return read(ctx, s)
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
	return &contents{documents, claims, view}, err
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
	for i := range c.documents {
		if c.documents[i].ID == id {
			return &c.documents[i]
		}
	}
	return &graph.Document{ID: id}
}
