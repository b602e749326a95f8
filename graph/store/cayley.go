package store

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"
)

// Without no_bloom, Cayley takes 300 MB and reads the whole store at each open.
var cayleyOptions = graph.Options{cayleykv.OptNoBloom: true}

// indexes are Cayley's own two and one that finds the quads of a label. It
// holds the subject too, for otherwise all quads without label would be one
// entry, which every write rewrites and every delete reads.
var indexes = append(slices.Clone(cayleykv.DefaultQuadIndexes),
	cayleykv.QuadIndex{Dirs: []quad.Direction{quad.Label, quad.Subject}})

// initialize makes an empty Cayley graph, in one transaction. The list of
// indexes can only be changed between Init and the first quad.
func initialize(db *database) error {
	list, err := json.Marshal(indexes)
	if err != nil {
		return err
	}
	tx, err := db.begin()
	if err != nil {
		return err
	}
	defer tx.Close()
	if err := cayleykv.Init(session{tx}, nil); err != nil {
		return err
	}
	if err := tx.Put(kv.SKey(metaBucket, "indexes"), list); err != nil {
		return err
	}
	return tx.Commit(context.Background())
}

// openGraph gives Cayley's view of a database.
func openGraph(db kv.KV) (*cayleykv.QuadStore, error) {
	qs, err := cayleykv.New(db, cayleyOptions)
	if err != nil {
		return nil, err
	}
	return qs.(*cayleykv.QuadStore), nil
}

// maxDeltas bounds what Cayley holds in memory of one write.
const maxDeltas = 50_000

// write adds and removes quads in one transaction: all or nothing, safe on disk
// when it returns. No quad of add may be in the graph or be there twice, every
// quad of remove must be in it and be there once: what Cayley does otherwise
// spoils its counts.
//
// There are two calls in the one transaction, which Cayley is shown as if it
// were a database: in one call it cannot both add and remove, for where a node
// loses more quads than it gains, the added quads lose that node. And Cayley is
// opened for this write alone, for it keeps in memory what a failed write left.
// What Cayley only marks as removed is taken out at the end.
func write(ctx context.Context, db *database, add, remove []quad.Quad) error {
	tx, err := db.begin()
	if err != nil {
		return err
	}
	defer tx.Close()
	within := &purging{session: session{tx}}
	qs, err := openGraph(within)
	if err != nil {
		return err
	}
	// Adding first keeps nodes that are in both.
	if err := apply(ctx, qs, graph.Add, add); err != nil {
		return err
	}
	if err := apply(ctx, qs, graph.Delete, remove); err != nil {
		return err
	}
	if err := within.purge(ctx); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

func apply(ctx context.Context, qs graph.QuadStore, action graph.Procedure, quads []quad.Quad) error {
	for part := range slices.Chunk(quads, maxDeltas) {
		if err := ctx.Err(); err != nil {
			return err
		}
		deltas := make([]graph.Delta, len(part))
		for i, q := range part {
			deltas[i] = graph.Delta{Quad: q, Action: action}
		}
		if err := qs.ApplyDeltas(deltas, graph.IgnoreOpts{}); err != nil {
			return err
		}
	}
	return nil
}

// A session lets Cayley take one transaction for a database. What Cayley
// commits joins the transaction, whose owner commits it.
type session struct{ tx *transaction }

func (s session) Tx(bool) (kv.Tx, error) { return joined{s.tx}, nil }
func (s session) Close() error           { return nil }

type joined struct{ *transaction }

func (joined) Commit(context.Context) error { return nil }
func (joined) Close() error                 { return nil }

// readOnly lets Cayley read a database and leaves it open.
type readOnly struct{ db *database }

func (r readOnly) Tx(write bool) (kv.Tx, error) {
	if write {
		return nil, kv.ErrReadOnly
	}
	return r.db.Tx(false)
}

func (r readOnly) Close() error { return nil }
