package store

import (
	"context"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
)

// A backend is the database under a store: Pebble in a directory (embedded), or
// a PostgreSQL server. What changes its graph changes all or, after an error,
// nothing.
type backend interface {
	// read runs f on the graph as it is at one moment.
	read(ctx context.Context, f func(*reader) error) error
	// write adds and removes the quads that f gives for the graph as it is. None
	// of add may be in the graph or be there twice; each of remove must be in it.
	write(ctx context.Context, f func(*reader) (add, remove []quad.Quad, err error)) error
	// replace puts documents and decisions in the place of all that is there.
	replace(ctx context.Context, f func(*reader) (source, []graph.Decision, error)) error
	// scan calls f for each quad, in the order in which they came, until it
	// returns false. Of one that is not whole, some values are not there.
	scan(ctx context.Context, f func(q quad.Quad, whole bool) bool) error
	// verify tells what is at odds within the database, kind by kind.
	verify(ctx context.Context) ([][]string, error)
	// quadStore is the graph for Cayley's own queries, as of the last write.
	quadStore() cayley.QuadStore
	Close() error
}

// A lookup reads a graph by its indexes. Values are named by references.
type lookup interface {
	// refs gives the references of values, nil for those that no quad has.
	refs(ctx context.Context, values []quad.Value) ([]cayley.Ref, error)
	// uses counts for each value the quads that have it, or more.
	uses(ctx context.Context, values []quad.Value) ([]int, error)
	// values gives the values of references, nil for those that are not there.
	values(ctx context.Context, refs []cayley.Ref) ([]quad.Value, error)
	// follow gives, for each node, the other ends of the quads that have it with
	// the predicate: the objects of those whose subject it is, or the subjects. A
	// nil node has none.
	follow(ctx context.Context, nodes []cayley.Ref, predicate quad.IRI, to quad.Direction) ([][]cayley.Ref, error)
	// size counts the quads.
	size(ctx context.Context) (int, error)
}

// A loader takes in the quads of a graph, group by group. A quad that comes twice
// in a group is taken once; no two groups may have one.
type loader interface {
	add(group []quad.Quad) error
}
