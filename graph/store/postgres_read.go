package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/lib/pq"
)

// read sees one moment: where the store was opened to be read, that of then.
func (s *server) read(ctx context.Context, f func(*reader) error) error {
	return s.look(ctx, func(l *sqlLookup) error { return f(&reader{ctx: ctx, graph: l}) })
}

func (s *server) look(ctx context.Context, f func(*sqlLookup) error) error {
	if err := s.enter(); err != nil {
		return err
	}
	l := s.fixed
	if l == nil {
		var err error
		if l, err = s.snapshot(ctx); err != nil {
			return err
		}
		defer l.close()
	}
	return f(l)
}

// sqlLookup looks up in a transaction, in which one can ask at a time. References
// are hashes.
type sqlLookup struct {
	mu sync.Mutex
	tx *sql.Tx
}

// close ends the transaction, where there is one. Nothing was written in it.
func (l *sqlLookup) close() {
	if l != nil {
		_ = l.tx.Rollback()
	}
}

// askAtOnce is the most that one statement looks up.
const askAtOnce = 10_000

// query runs a statement and has each row scanned. A statement is run to its end,
// for one that is canceled ends the transaction.
func (l *sqlLookup) query(ctx context.Context, scan func(*sql.Rows) error, statement string, args ...any) (err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	defer func() { err = explain(err) }()
	rows, err := l.tx.Query(statement, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (l *sqlLookup) refs(ctx context.Context, values []quad.Value) ([]cayley.Ref, error) {
	refs := make([]cayley.Ref, len(values))
	err := l.nodes(ctx, values, func(i int, hash cayley.ValueHash, _ int) { refs[i] = hash })
	return refs, err
}

func (l *sqlLookup) uses(ctx context.Context, values []quad.Value) ([]int, error) {
	uses := make([]int, len(values))
	err := l.nodes(ctx, values, func(i int, _ cayley.ValueHash, n int) { uses[i] = n })
	return uses, err
}

// nodes calls f with the hash of each value that is there and its count of quads.
func (l *sqlLookup) nodes(ctx context.Context, values []quad.Value, f func(i int, hash cayley.ValueHash, uses int)) error {
	hashes := make([]cayley.Ref, len(values))
	for i, v := range values {
		hashes[i] = cayley.HashOf(v)
	}
	known := make(map[cayley.Ref]int)
	for part := range slices.Chunk(hashes, askAtOnce) {
		err := l.query(ctx, func(rows *sql.Rows) error {
			var node hashCell
			var uses int
			err := rows.Scan(&node, &uses)
			known[node.hash] = uses
			return err
		}, `SELECT hash, refs FROM nodes WHERE hash = ANY($1)`, hashArray(part))
		if err != nil {
			return err
		}
	}
	for i, hash := range hashes {
		if uses, ok := known[hash]; ok {
			f(i, hash.(cayley.ValueHash), uses)
		}
	}
	return nil
}

func (l *sqlLookup) values(ctx context.Context, refs []cayley.Ref) ([]quad.Value, error) {
	found := make(map[cayley.Ref]quad.Value)
	for part := range slices.Chunk(refs, askAtOnce) {
		err := l.query(ctx, func(rows *sql.Rows) error {
			var node hashCell
			var cells valueCells
			if err := rows.Scan(append([]any{&node}, cells.all()...)...); err != nil {
				return err
			}
			if v, err := cells.value(); err == nil { // else it is not there
				found[node.hash] = v
			}
			return nil
		}, `SELECT hash, `+valueColumns+` FROM nodes WHERE hash = ANY($1)`, hashArray(part))
		if err != nil {
			return nil, err
		}
	}
	out := make([]quad.Value, len(refs))
	for i, ref := range refs {
		out[i] = found[ref]
	}
	return out, nil
}

func (l *sqlLookup) follow(ctx context.Context, nodes []cayley.Ref, predicate quad.IRI, to quad.Direction) ([][]cayley.Ref, error) {
	from := quad.Subject
	if to == quad.Subject {
		from = quad.Object
	}
	statement := fmt.Sprintf(`SELECT n.i, q.%s_hash FROM unnest($1::bytea[]) WITH ORDINALITY AS n (hash, i)
		JOIN quads q ON q.%s_hash = n.hash AND q.predicate_hash = $2 ORDER BY n.i, q.horizon`, to, from)
	hash := cayley.HashOf(predicate)
	out := make([][]cayley.Ref, len(nodes))
	at := 0
	for part := range slices.Chunk(nodes, askAtOnce) {
		err := l.query(ctx, func(rows *sql.Rows) error {
			var i int
			var end hashCell
			err := rows.Scan(&i, &end)
			i += at - 1
			out[i] = append(out[i], end.hash)
			return err
		}, statement, hashArray(part), hash[:])
		if err != nil {
			return nil, err
		}
		at += len(part)
	}
	return out, nil
}

func (l *sqlLookup) size(ctx context.Context) (n int, err error) {
	err = l.query(ctx, func(rows *sql.Rows) error { return rows.Scan(&n) }, `SELECT count(*) FROM quads`)
	return n, err
}

// hashArray is references as an array. No node has the hash of a nil one.
func hashArray(refs []cayley.Ref) pq.ByteaArray {
	out := make(pq.ByteaArray, len(refs))
	for i, ref := range refs {
		if hash, ok := ref.(cayley.ValueHash); ok {
			out[i] = hash[:]
		}
	}
	return out
}

// hashCell scans a hash; that of no label is all zeros.
type hashCell struct{ hash cayley.ValueHash }

func (c *hashCell) Scan(cell any) error {
	c.hash = cayley.ValueHash{}
	bytes, ok := cell.([]byte)
	if cell != nil && (!ok || copy(c.hash[:], bytes) != len(c.hash) || len(bytes) != len(c.hash)) {
		return damaged(fmt.Errorf("%.40v is not the hash of a value", cell))
	}
	return nil
}

// valueColumns are those of the columns for values that are used: the text of a
// literal or an IRI and what it is, or Cayley's encoding of the value. Cayley
// writes a zero byte, which PostgreSQL does not take, as \x00 and reads that as a
// zero byte: text with either is encoded, as are values of other kinds.
const valueColumns = `value, value_string, datatype, language, iri, bnode`

func encodeValue(v quad.Value) ([]any, error) {
	var text, kind string
	cells := make([]any, 6)
	switch v := v.(type) {
	case quad.IRI:
		text, cells[4] = string(v), true
	case quad.BNode:
		text, cells[5] = string(v), true
	case quad.String:
		text = string(v)
	case quad.TypedString:
		text, kind = string(v.Value), string(v.Type)
		cells[2] = kind
	case quad.LangString:
		text, kind = string(v.Value), v.Lang
		cells[3] = kind
	default:
		text = "\x00"
	}
	if s := text + kind; !utf8.ValidString(s) || strings.Contains(s, "\x00") || strings.Contains(s, `\x00`) {
		encoded, err := pquads.MarshalValue(v)
		return []any{encoded, nil, nil, nil, nil, nil}, err
	}
	cells[1] = text
	return cells, nil
}

// valueCells scans the valueColumns.
type valueCells struct {
	encoded              []byte
	text, datatype, lang sql.NullString
	iri, bnode           sql.NullBool
}

func (c *valueCells) all() []any {
	return []any{&c.encoded, &c.text, &c.datatype, &c.lang, &c.iri, &c.bnode}
}

func (c *valueCells) value() (quad.Value, error) {
	switch {
	case !c.text.Valid:
		v, err := pquads.UnmarshalValue(c.encoded)
		if err == nil && v == nil {
			err = errors.New("a value is of a kind that whom does not write")
		}
		if err != nil {
			return nil, damaged(err)
		}
		return v, nil
	case c.iri.Bool:
		return quad.IRI(c.text.String), nil
	case c.bnode.Bool:
		return quad.BNode(c.text.String), nil
	case c.lang.Valid:
		return quad.LangString{Value: quad.String(c.text.String), Lang: c.lang.String}, nil
	case c.datatype.Valid:
		return quad.TypedString{Value: quad.String(c.text.String), Type: quad.IRI(c.datatype.String)}, nil
	}
	return quad.String(c.text.String), nil
}
