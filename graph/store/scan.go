package store

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/hidal-go/hidalgo/kv"
)

// Scan yields all quads in the order of Cayley's log, by one scan of it. Other
// than Quads it needs little memory, whatever the size of the store. The order
// hangs on how the store was filled; a build of the same documents gives the
// same. It shows the store as it is when it begins, and must end before Close.
func (s *Store) Scan(ctx context.Context) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		missing := false
		err := s.db.scan(ctx, func(q quad.Quad, whole bool) bool {
			missing = !whole
			return whole && yield(q, nil)
		})
		if err == nil && missing {
			err = errMissing
		}
		if err != nil {
			yield(quad.Quad{}, s.wrap(err))
		}
	}
}

// errMissing is damage that leaves the rest readable.
var errMissing = damaged(errors.New("a quad has a value that is not there"))

// scan calls f for each quad until it returns false.
func scan(ctx context.Context, db *database, f func(q quad.Quad, whole bool) bool) (err error) {
	tx, err := db.Tx(false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, tx.Close()) }()
	l := &logReader{ctx: ctx, tx: tx}
	it := tx.Scan(kv.SKey(logBucket, ""))
	defer func() { err = errors.Join(err, it.Close()) }()
	for it.Next(ctx) {
		if err := ctx.Err(); err != nil {
			return err
		}
		q, ok, err := l.read(it.Key()[1], it.Val())
		if err != nil && err != errMissing {
			return err
		}
		if ok && !f(q, err == nil) {
			return nil
		}
	}
	return it.Err()
}

// A logReader reads the entries of the log in their order. Values stand before
// the quads that have them, most of them shortly before, so that those of late
// are remembered and the others looked up.
type logReader struct {
	ctx  context.Context
	tx   kv.Tx
	late recent[uint64]
}

// read returns the quad of an entry, if it is one; with errMissing, as much of it
// as is there.
func (l *logReader) read(key, entry []byte) (q quad.Quad, ok bool, err error) {
	p, err := decodePrimitive(key, entry)
	if err != nil || p.Deleted {
		return q, false, err
	}
	if p.IsNode() {
		_, err := l.learn(p)
		return q, false, err
	}
	for _, d := range quad.Directions {
		id := p.GetDirection(d)
		if id == 0 {
			continue
		}
		switch v, e := l.value(id); e {
		case nil:
			q.Set(d, v)
		case errMissing:
			err = e
		default:
			return q, false, e
		}
	}
	return q, true, err
}

func (l *logReader) learn(p *proto.Primitive) (quad.Value, error) {
	v, err := pquads.UnmarshalValue(p.Value)
	if err != nil {
		return nil, damaged(fmt.Errorf("value %d: %w", p.ID, err))
	}
	l.late.remember(p.ID, v)
	return v, nil
}

func (l *logReader) value(id uint64) (quad.Value, error) {
	if v := l.late.value(id); v != nil {
		return v, nil
	}
	entry, err := l.tx.Get(l.ctx, logKey(id))
	if errors.Is(err, kv.ErrNotFound) {
		return nil, errMissing
	} else if err != nil {
		return nil, err
	}
	p, err := decodePrimitive(nil, entry)
	if err != nil {
		return nil, err
	}
	return l.learn(p)
}

// decodePrimitive reads an entry of the log, whose id is also its key.
func decodePrimitive(key, entry []byte) (*proto.Primitive, error) {
	p := new(proto.Primitive)
	if err := p.Unmarshal(entry); err != nil {
		return nil, damaged(fmt.Errorf("entry %x of the log: %w", key, err))
	}
	if key != nil && (len(key) != 8 || binary.BigEndian.Uint64(key) != p.ID) {
		return nil, damaged(fmt.Errorf("entry %x of the log is that of %d", key, p.ID))
	}
	return p, nil
}

// recent remembers the values of late, some 40 MB of them, in two generations.
type recent[K comparable] struct{ young, old map[K]quad.Value }

// remembered is how many values a generation has.
const remembered = 1 << 17

func (r *recent[K]) remember(key K, v quad.Value) {
	if len(r.young) >= remembered {
		r.old, r.young = r.young, nil
	}
	if r.young == nil {
		r.young = make(map[K]quad.Value)
	}
	r.young[key] = v
}

// value returns what is remembered, or nil.
func (r *recent[K]) value(key K) quad.Value {
	if v, ok := r.young[key]; ok {
		return v
	}
	v, ok := r.old[key]
	if ok {
		r.remember(key, v)
	}
	return v
}
