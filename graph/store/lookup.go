package store

import (
	"context"
	"encoding/binary"
	"errors"

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
	keys := make([]kv.Key, len(values))
	for i, v := range values {
		hash := cayley.HashOf(v)
		keys[i] = nodeKey('v', hash[:])
	}
	found, err := k.get(ctx, keys)
	if err != nil {
		return nil, err
	}
	refs := make([]cayley.Ref, len(found))
	for i, entry := range found {
		ids, err := decodeIDs(entry)
		switch {
		case err != nil:
			return nil, damaged(err)
		case len(ids) > 0:
			refs[i] = cayleykv.Int64Value(ids[0])
		}
	}
	return refs, nil
}

func (k kvLookup) values(ctx context.Context, refs []cayley.Ref) ([]quad.Value, error) {
	ids := make([]uint64, len(refs))
	for i, ref := range refs {
		ids[i] = idOf(ref)
	}
	entries, err := k.log(ctx, ids)
	if err != nil {
		return nil, err
	}
	values := make([]quad.Value, len(entries))
	for i, p := range entries {
		if p == nil || !p.IsNode() {
			continue
		}
		if values[i], err = pquads.UnmarshalValue(p.Value); err != nil {
			return nil, damaged(err)
		}
	}
	return values, nil
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
	entries, err := k.get(ctx, keys)
	if err != nil {
		return nil, err
	}
	var ids []uint64 // of the quads of all nodes
	ends := make([]int, len(nodes))
	for i, entry := range entries {
		of, err := decodeIDs(entry)
		if err != nil {
			return nil, damaged(err)
		}
		ids = append(ids, of...)
		ends[i] = len(ids)
	}
	quads, err := k.log(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([][]cayley.Ref, len(nodes))
	at := 0
	for i, end := range ends {
		for _, p := range quads[at:end] {
			if p == nil || p.Object == 0 {
				return nil, damaged(errors.New("an index lists a quad that is not there"))
			}
			out[i] = append(out[i], cayleykv.Int64Value(p.Object))
		}
		at = end
	}
	return out, nil
}

// subjects reads the second index, whose keys are an object, a predicate and a
// subject, so that the quads need not be read.
func (k kvLookup) subjects(ctx context.Context, nodes []cayley.Ref, predicate uint64) (_ [][]cayley.Ref, err error) {
	tx, err := k.db.Tx(false)
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

func (k kvLookup) size(ctx context.Context) (int, error) {
	entries, err := k.get(ctx, []kv.Key{kv.SKey(metaBucket, "size")})
	if err != nil || len(entries[0]) != 8 { // before the first quad there is none
		return 0, err
	}
	return int(binary.LittleEndian.Uint64(entries[0])), nil
}

// get reads the values of keys, nil for those that are not there.
func (k kvLookup) get(ctx context.Context, keys []kv.Key) (_ []kv.Value, err error) {
	tx, err := k.db.Tx(false)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, tx.Close()) }()
	return tx.GetBatch(ctx, keys)
}

// idOf is 0, which is the id of nothing, for nil.
func idOf(ref cayley.Ref) uint64 {
	if ref == nil {
		return 0
	}
	return uint64(ref.(cayleykv.Int64Value))
}

// log reads entries of the log by their ids, nil for those that are not there.
func (k kvLookup) log(ctx context.Context, ids []uint64) ([]*proto.Primitive, error) {
	keys := make([]kv.Key, len(ids))
	for i, id := range ids {
		keys[i] = logKey(id)
	}
	entries, err := k.get(ctx, keys)
	if err != nil {
		return nil, err
	}
	out := make([]*proto.Primitive, len(entries))
	for i, entry := range entries {
		if entry == nil {
			continue
		}
		if out[i], err = decodePrimitive(keys[i][1], entry); err != nil {
			return nil, err
		}
	}
	return out, nil
}
