package store

import (
	"context"
	"encoding/binary"
	"slices"

	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/hidal-go/hidalgo/kv"
)

// Cayley only marks a removed quad in its log and leaves its id in every index,
// for ever. A purging session notes the quads that are marked, and then takes
// them out of both.
type purging struct {
	session
	dead []proto.Primitive
}

func (p *purging) Tx(bool) (kv.Tx, error) { return noting{joined{p.tx}, p}, nil }

// noting is a transaction that notes what is marked in it.
type noting struct {
	joined
	purging *purging
}

func (n noting) Put(k kv.Key, v kv.Value) error {
	if string(k[0]) == logBucket {
		var p proto.Primitive
		if err := p.Unmarshal(v); err != nil {
			return err
		}
		if p.Deleted {
			n.purging.dead = append(n.purging.dead, p)
		}
	}
	return n.joined.Put(k, v)
}

// purge takes the quads that were marked out of the log and the indexes.
func (p *purging) purge(ctx context.Context) error {
	for i := range p.dead {
		if err := p.tx.Del(logKey(p.dead[i].ID)); err != nil {
			return err
		}
		for _, index := range indexes {
			if err := p.unlist(ctx, index, &p.dead[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *purging) unlist(ctx context.Context, index cayleykv.QuadIndex, dead *proto.Primitive) error {
	key := index.KeyFor(dead)
	value, err := p.tx.Get(ctx, key)
	if err != nil {
		return err
	}
	ids, err := decodeIDs(value)
	if err != nil {
		return err
	}
	ids = slices.DeleteFunc(ids, func(id uint64) bool { return id == dead.ID })
	if len(ids) == 0 {
		return p.tx.Del(key)
	}
	return p.tx.Put(key, encodeIDs(ids))
}

// logKey is where Cayley keeps a value or a quad.
func logKey(id uint64) kv.Key {
	return kv.Key{[]byte(logBucket), binary.BigEndian.AppendUint64(nil, id)}
}
