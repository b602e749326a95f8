package store

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/hidal-go/hidalgo/kv"
)

// kvLookup looks up by the keys that Cayley writes (see bulk.go), many at once:
// through Cayley's iterators a claim takes several times as long. It may, for
// write leaves no quad that is only marked as removed, so that all that an index
// lists is there.
type kvLookup struct{ db *database }

func (k kvLookup) refs(ctx context.Context, values []quad.Value) ([]cayley.Ref, error) {
	refs := make([]cayley.Ref, len(values))
	err := k.numbers(ctx, 'v', values, func(i int, id uint64) { refs[i] = cayleykv.Int64Value(id) })
	return refs, err
}

func (k kvLookup) uses(ctx context.Context, values []quad.Value) ([]int, error) {
	uses := make([]int, len(values))
	err := k.numbers(ctx, 'n', values, func(i int, n uint64) { uses[i] = int(n) })
	return uses, err
}

// numbers calls f with the number that a bucket has of each value that is there.
func (k kvLookup) numbers(ctx context.Context, bucket byte, values []quad.Value, f func(i int, n uint64)) error {
	keys := make([]kv.Key, len(values))
	for i, v := range values {
		hash := cayley.HashOf(v)
		keys[i] = nodeKey(bucket, hash[:])
	}
	return k.each(ctx, keys, func(i int, entry []byte) error {
		n, err := decodeIDs(entry)
		if err != nil {
			return damaged(err)
		}
		if len(n) > 0 {
			f(i, n[0])
		}
		return nil
	})
}

func (k kvLookup) values(ctx context.Context, refs []cayley.Ref) ([]quad.Value, error) {
	ids := make([]uint64, len(refs))
	for i, ref := range refs {
		ids[i] = idOf(ref)
	}
	values := make([]quad.Value, len(refs))
	err := k.log(ctx, ids, func(i int, p *proto.Primitive) (err error) {
		if !p.IsNode() {
			return nil
		}
		if values[i], err = pquads.UnmarshalValue(p.Value); err != nil {
			return damaged(err)
		}
		return nil
	})
	return values, err
}

func (k kvLookup) follow(ctx context.Context, nodes []cayley.Ref, predicate quad.IRI, to quad.Direction) ([][]cayley.Ref, error) {
	p, err := k.refs(ctx, []quad.Value{predicate})
	if err != nil || p[0] == nil {
		return make([][]cayley.Ref, len(nodes)), err
	}
	if to == quad.Subject {
		return k.subjects(ctx, nodes, idOf(p[0]))
	}
	return k.objects(ctx, nodes, idOf(p[0]))
}

// objects reads the one entry that the first index has of a subject and a
// predicate, and the quads that it lists.
func (k kvLookup) objects(ctx context.Context, nodes []cayley.Ref, predicate uint64) ([][]cayley.Ref, error) {
	keys := make([]kv.Key, len(nodes))
	for i, node := range nodes {
		keys[i] = indexes[0].Key([]uint64{idOf(node), predicate})
	}
	quads := make([][]uint64, len(nodes))
	err := k.each(ctx, keys, func(i int, entry []byte) (err error) {
		if quads[i], err = decodeIDs(entry); err != nil {
			return damaged(err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	ids := slices.Concat(quads...)
	objects := make([]cayley.Ref, len(ids))
	err = k.log(ctx, ids, func(i int, p *proto.Primitive) error {
		objects[i] = cayleykv.Int64Value(p.Object)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(objects, func(ref cayley.Ref) bool { return idOf(ref) == 0 }) {
		return nil, damaged(errors.New("an index lists a quad that is not there"))
	}
	out := make([][]cayley.Ref, len(nodes))
	for i := range out {
		n := len(quads[i])
		out[i], objects = objects[:n:n], objects[n:]
	}
	return out, nil
}

// subjects reads the second index, whose keys are an object, a predicate and a
// subject, so that the quads need not be read.
func (k kvLookup) subjects(ctx context.Context, nodes []cayley.Ref, predicate uint64) (_ [][]cayley.Ref, err error) {
	tx, err := k.db.look()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, tx.Close()) }()
	out := make([][]cayley.Ref, len(nodes))
	for i, node := range nodes {
		if node == nil {
			continue
		}
		prefix := indexes[1].Key([]uint64{idOf(node), predicate})
		err := kv.Each(ctx, tx, prefix, func(key kv.Key, list kv.Value) error {
			if len(key[1]) != 24 || len(list) == 0 {
				return damaged(errors.New("an index has a key of another length"))
			}
			out[i] = append(out[i], cayleykv.Int64Value(binary.BigEndian.Uint64(key[1][16:])))
			return ctx.Err()
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (k kvLookup) size(ctx context.Context) (n int, err error) {
	err = k.each(ctx, []kv.Key{kv.SKey(metaBucket, "size")}, func(_ int, entry []byte) error {
		if len(entry) == 8 { // before the first quad there is none
			n = int(binary.LittleEndian.Uint64(entry))
		}
		return nil
	})
	return n, err
}

// each calls f with the entry of each key that is there.
func (k kvLookup) each(ctx context.Context, keys []kv.Key, f func(i int, entry []byte) error) (err error) {
	tx, err := k.db.look()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, tx.Close()) }()
	return tx.each(ctx, keys, f)
}

// idOf is 0, which is the id of nothing, for nil.
func idOf(ref cayley.Ref) uint64 {
	if ref == nil {
		return 0
	}
	return uint64(ref.(cayleykv.Int64Value))
}

// log calls f with the entry of the log of each id that is there.
func (k kvLookup) log(ctx context.Context, ids []uint64, f func(i int, p *proto.Primitive) error) error {
	keys := make([]kv.Key, len(ids))
	for i, id := range ids {
		keys[i] = logKey(id)
	}
	return k.each(ctx, keys, func(i int, entry []byte) error {
		p, err := decodePrimitive(keys[i][1], entry)
		if err != nil {
			return err
		}
		return f(i, p)
	})
}
