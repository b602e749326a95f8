package query

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store"
)

const (
	claimPrefix    = "claim:"
	documentPrefix = "document:"
	shortDigits    = 8
)

// A Found is what an id or a name stands for: one of its fields is set.
type Found struct {
	Document *graph.Document
	Actor    *graph.Actor
	Claim    *graph.Claim
}

// ID returns the id of what was found, in a form that only it has.
func (f Found) ID() string {
	switch {
	case f.Document != nil:
		return documentPrefix + f.Document.ID
	case f.Actor != nil:
		return f.Actor.ID
	case f.Claim != nil:
		return f.Claim.ID
	}
	return ""
}

// Lookup returns what ref stands for: several things where it is ambiguous,
// none where nothing fits. A full id of a document, claim or actor comes
// before a name of actors, as a pattern would take it, and that before the
// first characters of claims' ids, which need no “claim:”. Only for these it
// looks at all claims; where several fit, it gives no more of them than the ids.
func Lookup(ctx context.Context, s *store.Store, ref string) ([]Found, error) {
	for _, search := range []func(context.Context, *store.Store, string) ([]Found, error){exactly, named, beginning} {
		if found, err := search(ctx, s, ref); len(found) > 0 || err != nil {
			return found, err
		}
	}
	return nil, nil
}

func exactly(ctx context.Context, s *store.Store, ref string) (found []Found, err error) {
	if d, err := get(ctx, s.Document, strings.TrimPrefix(ref, documentPrefix)); err != nil {
		return nil, err
	} else if d != nil {
		found = append(found, Found{Document: d})
	}
	if c, err := get(ctx, s.Claim, claimPrefix+strings.TrimPrefix(ref, claimPrefix)); err != nil {
		return nil, err
	} else if c != nil {
		found = append(found, Found{Claim: c})
	}
	if a, err := get(ctx, s.Actor, ref); err != nil {
		return nil, err
	} else if a != nil {
		found = append(found, Found{Actor: a})
	}
	return found, nil
}

// get returns nil for what is not there.
func get[T any](ctx context.Context, of func(context.Context, string) (T, error), id string) (*T, error) {
	found, err := of(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	return &found, err
}

func named(ctx context.Context, s *store.Store, name string) (found []Found, err error) {
	ids, err := s.ActorsNamed(ctx, graph.NameKey(name))
	for _, id := range ids {
		a, err := s.Actor(ctx, id)
		if err != nil {
			return nil, err
		}
		found = append(found, Found{Actor: &a})
	}
	return found, err
}

func beginning(ctx context.Context, s *store.Store, start string) (found []Found, err error) {
	start = strings.TrimPrefix(start, claimPrefix)
	if start == "" {
		return nil, nil
	}
	ids, err := s.ClaimsFrom(ctx, claimPrefix+start)
	if err == nil && len(ids) == 1 {
		return exactly(ctx, s, ids[0])
	}
	for _, id := range ids {
		found = append(found, Found{Claim: &graph.Claim{ID: id}})
	}
	return found, err
}

// ActorsNamed returns the actors of a view that a name or an id fits, in their
// order.
func ActorsNamed(view *graph.View, name string) []Found {
	var found []Found
	for i := range view.Actors() {
		a := &view.Actors()[i]
		if a.ID == name {
			return []Found{{Actor: a}}
		}
		if slices.Contains(a.Keys(), graph.NameKey(name)) {
			found = append(found, Found{Actor: a})
		}
	}
	return found
}

// Short returns the first characters of a claim's id, without “claim:”. Eight
// tell one of a million claims from all others with all but a fiftieth of a
// percent of likelihood; Lookup lists those meant where they do not.
func Short(id string) string {
	id = strings.TrimPrefix(id, claimPrefix)
	return id[:min(shortDigits, len(id))]
}
