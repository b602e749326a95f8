package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// A listing is an iterator of Cayley's, over all values, all quads, or the quads
// with a value at one end.
type listing struct {
	graph *sqlGraph
	nodes bool
	end   quad.Direction // quad.Any for all quads
	hash  cayley.ValueHash
}

func (l *listing) Iterate() cayley.Scanner {
	return &listed{listing: l, most: firstPage, after: []byte{}}
}
func (l *listing) Lookup() cayley.Index { return &listed{listing: l} }

func (l *listing) Optimize(context.Context) (cayley.IteratorShape, bool) { return l, false }

func (l *listing) SubIterators() []cayley.IteratorShape { return nil }

func (l *listing) String() string { return fmt.Sprintf("listing(%v %v %v)", l.nodes, l.end, l.hash) }

// mostCounted bounds what the estimate of a listing's size costs.
const mostCounted = 1000

// Stats counts a few. No index is by predicate, and most have many quads.
func (l *listing) Stats(ctx context.Context) (cayley.IteratorCosts, error) {
	costs := cayley.IteratorCosts{ContainsCost: 1, NextCost: 2}
	if l.nodes || l.end == quad.Any || l.end == quad.Predicate {
		all, err := l.graph.Stats(ctx, false)
		costs.Size.Size = max(all.Quads.Size, mostCounted)
		return costs, err
	}
	err := l.graph.ask(ctx, func(look *sqlLookup) error {
		return look.query(ctx, func(rows *sql.Rows) error { return rows.Scan(&costs.Size.Size) },
			fmt.Sprintf(`SELECT count(*) FROM (SELECT FROM quads WHERE %s_hash = $1 LIMIT %d) AS few`, l.end, mostCounted), l.hash[:])
	})
	costs.Size.Exact = costs.Size.Size < mostCounted
	return costs, err
}

// Pages of a listing grow, for what comes before a page is looked for again.
const (
	firstPage = 256
	lastPage  = 1 << 14
)

// listed goes over a listing, or tells what is in it.
type listed struct {
	*listing
	page   []cayley.Ref // the first is the result
	most   int          // of the next page
	last   int64        // quad read
	after  []byte       // the hash of the last value read
	done   bool
	result cayley.Ref
	err    error
}

func (l *listed) Next(ctx context.Context) bool {
	if l.result = nil; l.Err() != nil {
		return false
	}
	if len(l.page) == 0 && !l.done {
		l.err = l.graph.ask(ctx, func(look *sqlLookup) error { return l.read(ctx, look) })
	}
	if l.err != nil || len(l.page) == 0 {
		return false
	}
	l.result, l.page = l.page[0], l.page[1:]
	return true
}

func (l *listed) read(ctx context.Context, look *sqlLookup) (err error) {
	if l.nodes {
		err = l.readNodes(ctx, look)
	} else {
		err = l.readQuads(ctx, look)
	}
	l.done = len(l.page) < l.most
	l.most = min(4*l.most, lastPage)
	l.graph.expect(l.page)
	return err
}

func (l *listed) readNodes(ctx context.Context, look *sqlLookup) error {
	return look.query(ctx, func(rows *sql.Rows) error {
		var node hashCell
		err := rows.Scan(&node)
		l.page, l.after = append(l.page, node.hash), node.hash[:]
		return err
	}, `SELECT hash FROM nodes WHERE hash > $1 ORDER BY hash LIMIT $2`, l.after, l.most)
}

func (l *listed) readQuads(ctx context.Context, look *sqlLookup) error {
	condition := ""
	if l.end != quad.Any {
		condition = fmt.Sprintf(`AND %s_hash = $3`, l.end)
	}
	quads, err := look.quads(ctx, condition, l.hash[:], &l.last, l.most)
	for _, q := range quads {
		l.page = append(l.page, q)
	}
	return err
}

// Contains needs no look-up: references are of values and quads that are there.
func (l *listed) Contains(_ context.Context, ref cayley.Ref) bool {
	q, isQuad := ref.(cayley.QuadHash)
	if ref == nil || isQuad == l.nodes || isQuad && l.end != quad.Any && q.Get(l.end) != l.hash {
		return false
	}
	l.result = ref
	return true
}

func (l *listed) Result() cayley.Ref               { return l.result }
func (l *listed) TagResults(map[string]cayley.Ref) {}
func (l *listed) NextPath(context.Context) bool    { return false }
func (l *listed) Err() error                       { return cmp.Or(l.err, l.graph.failed()) }
func (l *listed) Close() error                     { return l.Err() }
