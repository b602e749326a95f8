package store

import (
	"cmp"
	"context"
	"database/sql"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleyiterator "github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/quad"
)

// A sqlGraph is the graph of a server for Cayley's queries, as it is at one
// moment. It only reads. Cayley's interface has look-ups that return no error:
// the first error of any ends all iterators.
type sqlGraph struct {
	lookup *sqlLookup

	mu       sync.Mutex
	late     recent[cayley.Ref]
	expected []cayley.Ref // whose values may be asked for next
	err      error
}

// close ends the transaction, where there is a graph.
func (g *sqlGraph) close() {
	if g != nil {
		g.lookup.close()
	}
}

// failed returns the first error.
func (g *sqlGraph) failed() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.err
}

// ask looks something up, unless a look-up before has failed.
func (g *sqlGraph) ask(ctx context.Context, f func(*sqlLookup) error) error {
	if err := cmp.Or(g.failed(), ctx.Err()); err != nil {
		return err
	}
	err := f(g.lookup)
	if err != nil && ctx.Err() == nil {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.err = cmp.Or(g.err, err)
	}
	return err
}

func (g *sqlGraph) RefsOf(ctx context.Context, values []quad.Value) (refs []cayley.Ref, err error) {
	err = g.ask(ctx, func(l *sqlLookup) (err error) {
		refs, err = l.refs(ctx, values)
		return err
	})
	return refs, err
}

// ValuesOf looks up what it does not remember, and with it what was expected.
func (g *sqlGraph) ValuesOf(ctx context.Context, refs []cayley.Ref) ([]quad.Value, error) {
	out, missing := g.remembered(refs)
	if len(missing) == 0 {
		return out, g.failed()
	}
	var found []quad.Value
	err := g.ask(ctx, func(l *sqlLookup) (err error) {
		found, err = l.values(ctx, missing)
		return err
	})
	if err != nil {
		return nil, err
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	for i, v := range found {
		if v != nil {
			g.late.remember(missing[i], v)
		}
	}
	for i, ref := range refs {
		if out[i] == nil {
			out[i] = g.late.value(ref)
		}
	}
	return out, nil
}

// remembered gives the values that need no look-up, and the references of others.
func (g *sqlGraph) remembered(refs []cayley.Ref) (out []quad.Value, missing []cayley.Ref) {
	g.mu.Lock()
	defer g.mu.Unlock()
	out = make([]quad.Value, len(refs))
	for i, ref := range refs {
		if known, ok := ref.(cayley.PreFetchedValue); ok {
			out[i] = known.NameOf()
		} else if ref != nil {
			if out[i] = g.late.value(ref); out[i] == nil {
				missing = append(missing, ref)
			}
		}
	}
	if len(missing) > 0 {
		missing, g.expected = append(missing, g.expected...), nil
	}
	return out, missing
}

// expect notes references that a page of a listing has.
func (g *sqlGraph) expect(page []cayley.Ref) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.expected = nil
	noted := make(map[cayley.Ref]bool)
	note := func(hash cayley.ValueHash) {
		if hash.Valid() && !noted[hash] && g.late.value(hash) == nil {
			noted[hash] = true
			g.expected = append(g.expected, hash)
		}
	}
	for _, ref := range page {
		switch ref := ref.(type) {
		case cayley.ValueHash:
			note(ref)
		case cayley.QuadHash:
			for _, hash := range ref.Dirs() {
				note(hash)
			}
		}
	}
}

func (g *sqlGraph) ValueOf(v quad.Value) cayley.Ref {
	if v == nil {
		return nil
	}
	refs, err := g.RefsOf(context.Background(), []quad.Value{v})
	if err != nil {
		return nil
	}
	return refs[0]
}

func (g *sqlGraph) NameOf(ref cayley.Ref) quad.Value {
	values, err := g.ValuesOf(context.Background(), []cayley.Ref{ref})
	if err != nil {
		return nil
	}
	return values[0]
}

func (g *sqlGraph) Quad(ref cayley.Ref) (q quad.Quad) {
	ends := make([]cayley.Ref, len(quad.Directions))
	for i, d := range quad.Directions {
		ends[i] = g.QuadDirection(ref, d)
	}
	values, err := g.ValuesOf(context.Background(), ends)
	if err != nil {
		return quad.Quad{}
	}
	for i, d := range quad.Directions {
		q.Set(d, values[i])
	}
	return q
}

func (g *sqlGraph) QuadDirection(ref cayley.Ref, d quad.Direction) cayley.Ref {
	if hash := ref.(cayley.QuadHash).Get(d); hash.Valid() {
		return hash
	}
	return nil
}

func (g *sqlGraph) QuadIterator(d quad.Direction, ref cayley.Ref) cayley.Iterator {
	hash, ok := ref.(cayley.ValueHash)
	if !ok || !hash.Valid() {
		return cayleyiterator.NewNull()
	}
	return cayley.NewLegacy(&listing{graph: g, end: d, hash: hash}, nil)
}

func (g *sqlGraph) QuadIteratorSize(ctx context.Context, d quad.Direction, ref cayley.Ref) (cayley.Size, error) {
	hash, ok := ref.(cayley.ValueHash)
	if !ok {
		return cayley.Size{Exact: true}, nil
	}
	costs, err := (&listing{graph: g, end: d, hash: hash}).Stats(ctx)
	return costs.Size, err
}

func (g *sqlGraph) NodesAllIterator() cayley.Iterator {
	return cayley.NewLegacy(&listing{graph: g, nodes: true}, nil)
}

func (g *sqlGraph) QuadsAllIterator() cayley.Iterator {
	return cayley.NewLegacy(&listing{graph: g}, nil)
}

// Stats are the server's own estimates, as of its last look, unless they are to
// be exact.
func (g *sqlGraph) Stats(ctx context.Context, exact bool) (st cayley.Stats, err error) {
	statement := `SELECT (SELECT reltuples::bigint FROM pg_class WHERE oid = 'nodes'::regclass), (SELECT reltuples::bigint FROM pg_class WHERE oid = 'quads'::regclass)`
	if exact {
		statement = `SELECT (SELECT count(*) FROM nodes), (SELECT count(*) FROM quads)`
	}
	err = g.ask(ctx, func(l *sqlLookup) error {
		return l.query(ctx, func(rows *sql.Rows) error { return rows.Scan(&st.Nodes.Size, &st.Quads.Size) }, statement)
	})
	st.Nodes.Exact, st.Quads.Exact = exact, exact
	st.Nodes.Size, st.Quads.Size = max(st.Nodes.Size, 0), max(st.Quads.Size, 0) // less than none is unknown
	return st, err
}

func (g *sqlGraph) ApplyDeltas([]cayley.Delta, cayley.IgnoreOpts) error { return ErrReadOnly }

func (g *sqlGraph) NewQuadWriter() (quad.WriteCloser, error) { return nil, ErrReadOnly }

// Close does nothing: the store closes the graph.
func (g *sqlGraph) Close() error { return nil }
