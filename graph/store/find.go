package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"golang.org/x/sync/errgroup"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
)

// Find returns the claims that fit any of the conditions, sorted as Claims does.
// It goes by the indexes: what it costs grows with the claims of the shortest
// list of a condition, not with the store.
func (s *Store) Find(ctx context.Context, any ...Condition) ([]graph.Claim, error) {
	return read(ctx, s, func(r *reader) ([]graph.Claim, error) {
		nodes, err := r.fitting(any)
		if err != nil {
			return nil, err
		}
		claims, err := parallel(nodes, func(part []cayley.Ref) ([]graph.Claim, error) {
			return records[graph.Claim](r, part...)
		})
		// Entities can have marks of claims: that they are of a document.
		claims = slices.DeleteFunc(claims, func(c graph.Claim) bool { return !strings.HasPrefix(c.ID, claimPrefix) })
		slices.SortFunc(claims, func(a, b graph.Claim) int {
			return cmp.Or(strings.Compare(a.Document, b.Document), byPosition(a, b))
		})
		return claims, err
	})
}

// Knows reports whether any quad has the value.
func (s *Store) Knows(ctx context.Context, v quad.Value) (bool, error) {
	return read(ctx, s, func(r *reader) (bool, error) {
		node, err := r.ref(v)
		return node != nil, err
	})
}

// ClaimsFrom returns the ids of the claims that begin with start, sorted. It
// looks at the ids of all claims.
func (s *Store) ClaimsFrom(ctx context.Context, start string) ([]string, error) {
	return read(ctx, s, func(r *reader) ([]string, error) {
		nodes, err := r.subjects(quads.Type, quads.ClaimType)
		if err != nil {
			return nil, err
		}
		ids, err := r.ids(nodes)
		return slices.DeleteFunc(ids, func(id string) bool { return !strings.HasPrefix(id, start) }), err
	})
}

// Published returns the day of a document, or "" where it has none or is not
// there.
func (s *Store) Published(ctx context.Context, document string) (string, error) {
	return read(ctx, s, func(r *reader) (string, error) {
		node, err := r.ref(quads.DocumentIRI(document))
		if err != nil {
			return "", err
		}
		dates, err := r.objects(quads.DatePublished, node)
		if err != nil || len(dates[0]) == 0 {
			return "", err
		}
		values, err := r.values(dates[0])
		if err != nil {
			return "", err
		}
		if date, ok := values[0].(quad.TypedString); ok {
			return string(date.Value), nil
		}
		return string(values[0].(quad.String)), nil
	})
}

// Actors returns all actors without their entities, sorted by id.
func (s *Store) Actors(ctx context.Context) ([]graph.Actor, error) {
	return read(ctx, s, func(r *reader) ([]graph.Actor, error) {
		nodes, err := r.subjects(quads.Type, quads.Agent)
		if err != nil {
			return nil, err
		}
		actors, err := records[graph.Actor](r, nodes...)
		slices.SortFunc(actors, byActorID)
		return actors, err
	})
}

// ActorsNamed returns the ids of the actors that have a key of graph.NameKey,
// sorted.
func (s *Store) ActorsNamed(ctx context.Context, key string) ([]string, error) {
	return read(ctx, s, func(r *reader) ([]string, error) {
		nodes, err := r.subjects(quads.Key, quad.String(key))
		if err != nil {
			return nil, err
		}
		return r.ids(nodes)
	})
}

// Actor returns an actor with its entities, or ErrNotFound.
func (s *Store) Actor(ctx context.Context, id string) (graph.Actor, error) {
	return read(ctx, s, func(r *reader) (graph.Actor, error) {
		if !strings.HasPrefix(id, actorPrefix) {
			return graph.Actor{}, fmt.Errorf("%s: %w", id, ErrNotFound)
		}
		actor, err := record[graph.Actor](r, quad.IRI(id))
		if err != nil {
			return graph.Actor{}, err
		}
		nodes, err := r.subjects(quads.ActorOf, quad.IRI(id))
		if err != nil {
			return graph.Actor{}, err
		}
		actor.Entities, err = r.ids(nodes)
		return actor, err
	})
}

// ActorsOf returns a view of the claims: of the actors that they name, each with
// the entities by which they do. It costs some look-ups for each participant.
func (s *Store) ActorsOf(ctx context.Context, claims []graph.Claim) (*graph.View, error) {
	return read(ctx, s, func(r *reader) (*graph.View, error) {
		entities := entitiesNamed(claims)
		ties, err := parallel(entities, r.actorsOf)
		if err != nil {
			return nil, err
		}
		actors, err := r.actors(entities, ties)
		return graph.NewView(actors), err
	})
}

// actors reads the actors of entities, sorted by id.
func (r *reader) actors(entities []string, of []cayley.Ref) ([]graph.Actor, error) {
	named := make(map[cayley.Ref][]string)
	var nodes []cayley.Ref
	for i, node := range of {
		if node == nil {
			continue
		}
		if named[node] == nil {
			nodes = append(nodes, node)
		}
		named[node] = append(named[node], entities[i])
	}
	actors, err := parallel(nodes, func(part []cayley.Ref) ([]graph.Actor, error) {
		return records[graph.Actor](r, part...)
	})
	if err == nil && len(actors) != len(nodes) {
		err = damaged(errors.New("an actor has no record"))
	}
	if err != nil {
		return nil, err
	}
	for i := range actors {
		actors[i].Entities = named[nodes[i]]
	}
	slices.SortFunc(actors, byActorID)
	return actors, nil
}

// entitiesNamed lists the entities that claims name, sorted.
func entitiesNamed(claims []graph.Claim) []string {
	var ids []string
	for i := range claims {
		for a := range arguments(&claims[i]) {
			switch {
			case a.Entity != "":
				ids = append(ids, a.Entity)
			case a.Thing != nil && a.Thing.Owner != "":
				ids = append(ids, a.Thing.Owner)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// actorsOf returns the actor of each entity, nil for one that has none.
func (r *reader) actorsOf(entities []string) ([]cayley.Ref, error) {
	ids := make([]quad.Value, len(entities))
	for i, id := range entities {
		ids[i] = quad.IRI(id)
	}
	nodes, err := r.graph.refs(r.ctx, ids)
	if err != nil {
		return nil, err
	}
	actors, err := r.objects(quads.ActorOf, nodes...)
	out := make([]cayley.Ref, len(actors))
	for i, of := range actors {
		if len(of) > 0 {
			out[i] = of[0]
		}
	}
	return out, err
}

// ids returns the ids of nodes, sorted.
func (r *reader) ids(nodes []cayley.Ref) ([]string, error) {
	values, err := r.values(nodes)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v.(quad.IRI))
	}
	slices.Sort(out)
	return out, nil
}

func byActorID(a, b graph.Actor) int { return strings.Compare(a.ID, b.ID) }

const actorPrefix = "actor:"

// perTask is how many look-ups are worth a goroutine.
const perTask = 128

// parallel turns the parts of a list into results, which come in their order.
func parallel[T, U any](list []T, of func([]T) ([]U, error)) ([]U, error) {
	parts := slices.Collect(slices.Chunk(list, perTask))
	results := make([][]U, len(parts))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, part := range parts {
		group.Go(func() (err error) {
			results[i], err = of(part)
			return err
		})
	}
	err := group.Wait()
	return slices.Concat(results...), err
}
