package store

import (
	"context"
	"errors"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
)

// embedded is the backend on Pebble. Its caller keeps readers and writers apart.
type embedded struct {
	db *database
	qs *cayleykv.QuadStore // for reading
}

func newEmbedded(db *database) (*embedded, error) {
	e := &embedded{db: db}
	return e, e.reopen()
}

// reopen makes Cayley forget what it remembers of values.
func (e *embedded) reopen() (err error) {
	e.qs, err = openGraph(readOnly{e.db})
	return err
}

func (e *embedded) reader(ctx context.Context) *reader {
	return &reader{ctx: ctx, graph: kvLookup{e.qs}}
}

func (e *embedded) read(ctx context.Context, f func(*reader) error) error { return f(e.reader(ctx)) }

func (e *embedded) write(ctx context.Context, f func(*reader) (add, remove []quad.Quad, err error)) error {
	if err := e.db.writable(); err != nil {
		return err
	}
	add, remove, err := f(e.reader(ctx))
	if err != nil || len(add)+len(remove) == 0 {
		return err
	}
	if err := write(ctx, e.db, add, remove); err != nil {
		return err
	}
	e.reclaim(ctx, len(remove)-len(add))
	return e.reopen()
}

// reclaim gives space back to the disk where many quads of the store are gone;
// that of a few Pebble reclaims by and by. What it cannot reclaim is no error:
// the quads are gone, and the next write tries again.
func (e *embedded) reclaim(ctx context.Context, gone int) {
	if left, err := e.qs.Stats(ctx, false); err == nil && gone > int(left.Quads.Size)/8 {
		_ = e.db.compact(ctx)
	}
}

func (e *embedded) replace(ctx context.Context, f func(*reader) (source, []graph.Decision, error)) (err error) {
	if err := e.db.writable(); err != nil {
		return err
	}
	all, decisions, err := f(e.reader(ctx))
	if err != nil {
		return err
	}
	b, err := newBulk(e.db)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.close()) }()
	if err := loadAll(ctx, b, all, decisions); err != nil {
		return err
	}
	if err := b.finish(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	return e.reopen()
}

func (e *embedded) scan(ctx context.Context, f func(quad.Quad) bool) error { return scan(ctx, e.db, f) }

func (e *embedded) quadStore() cayley.QuadStore { return e.qs }

func (e *embedded) Close() error { return e.db.Close() }

// kvLookup looks up in Cayley's key-value layout, through Cayley. Its NameOf,
// ValueOf and Quad drop errors, so they are not used.
type kvLookup struct{ qs *cayleykv.QuadStore }

func (k kvLookup) refs(ctx context.Context, values []quad.Value) ([]cayley.Ref, error) {
	refs, err := cayley.RefsOf(ctx, k.qs, values)
	for i, ref := range refs {
		if ref == cayleykv.Int64Value(0) {
			refs[i] = nil
		}
	}
	return refs, err
}

func (k kvLookup) values(ctx context.Context, refs []cayley.Ref) ([]quad.Value, error) {
	return cayley.ValuesOf(ctx, k.qs, refs)
}

func (k kvLookup) follow(ctx context.Context, nodes []cayley.Ref, predicate quad.IRI, to quad.Direction) ([][]cayley.Ref, error) {
	out := make([][]cayley.Ref, len(nodes))
	p, err := k.refs(ctx, []quad.Value{predicate})
	if err != nil || p[0] == nil {
		return out, err
	}
	index := indexes[0]
	if to == quad.Subject {
		index = indexes[1]
	}
	for i, node := range nodes {
		if node == nil {
			continue
		}
		key := []uint64{uint64(node.(cayleykv.Int64Value)), uint64(p[0].(cayleykv.Int64Value))}
		if out[i], err = k.ends(ctx, cayleykv.NewQuadIterator(k.qs, index, key), to); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (k kvLookup) ends(ctx context.Context, it cayley.Iterator, to quad.Direction) (out []cayley.Ref, err error) {
	defer it.Close()
	for it.Next(ctx) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out = append(out, k.qs.QuadDirection(it.Result(), to))
	}
	return out, it.Err()
}

func (k kvLookup) size(ctx context.Context) (int, error) {
	all, err := k.qs.Stats(ctx, false)
	return int(all.Quads.Size), err
}
