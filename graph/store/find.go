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

// A Mark is what one quad about a claim says, as that its rdf:subject is
// actor:nato. Package quads lists the predicates.
type Mark struct {
	Predicate quad.IRI
	Object    quad.Value
}

// Find returns the claims that have a mark of every list, of which there must be
// one at least, sorted as Claims does. It goes by the indexes: what it costs grows with the claims that
// have the marks of one list, not with the store.
func (s *Store) Find(ctx context.Context, lists ...[]Mark) ([]graph.Claim, error) {
	return read(ctx, s, func(r *reader) ([]graph.Claim, error) {
		nodes, err := r.marked(lists)
		if err != nil {
			return nil, err
		}
		claims, err := parallel(nodes, func(part []cayley.Ref) ([]graph.Claim, error) {
			return records[graph.Claim](r, part...)
		})
		slices.SortFunc(claims, func(a, b graph.Claim) int {
			return cmp.Or(strings.Compare(a.Document, b.Document), byPosition(a, b))
		})
		return claims, err
	})
}

// marked returns the nodes that have a mark of each list.
func (r *reader) marked(lists [][]Mark) ([]cayley.Ref, error) {
	counts := make(map[cayley.Ref]int) // of the lists so far that a node is in
	for i, marks := range lists {
		for _, m := range marks {
			nodes, err := r.subjects(m.Predicate, m.Object)
			if err != nil {
				return nil, err
			}
			for _, n := range nodes {
				if counts[n] == i {
					counts[n]++
				}
			}
		}
	}
	var out []cayley.Ref
	for n, count := range counts {
		if count == len(lists) {
			out = append(out, n)
		}
	}
	return out, nil
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
	slices.SortFunc(actors, func(a, b graph.Actor) int { return strings.Compare(a.ID, b.ID) })
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
	out := make([]cayley.Ref, len(entities))
	for i, id := range entities {
		node, err := r.ref(quad.IRI(id))
		if err != nil {
			return nil, err
		}
		actors, err := r.objects(node, quads.ActorOf)
		if err != nil {
			return nil, err
		}
		if len(actors) > 0 {
			out[i] = actors[0]
		}
	}
	return out, nil
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

const actorPrefix = "actor:"

// perTask is how many look-ups are worth a goroutine.
const perTask = 32

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
