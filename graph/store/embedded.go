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
	return &reader{ctx: ctx, graph: kvLookup{e.db}}
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

func (e *embedded) scan(ctx context.Context, f func(q quad.Quad, whole bool) bool) error {
	return scan(ctx, e.db, f)
}

func (e *embedded) quadStore() cayley.QuadStore { return e.qs }

func (e *embedded) Close() error { return e.db.Close() }
