package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/hidal-go/hidalgo/kv"
)

// maxBatch is the most that one transaction writes. Pebble panics at 4 GB.
const maxBatch = 3 << 30

// A transaction reads a snapshot, or writes a batch and reads through it.
type transaction struct {
	db     *database
	reader pebble.Reader // the snapshot or the batch
	batch  *pebble.Batch // nil where it only reads
	closed bool
}

func (t *transaction) Get(_ context.Context, k kv.Key) (kv.Value, error) {
	key, err := encodeKey(k)
	if err != nil {
		return nil, err
	}
	value, closer, err := t.reader.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, kv.ErrNotFound
	} else if err != nil {
		return nil, err
	}
	// Never nil, which would stand for a key that is not there.
	out := append([]byte{}, value...)
	return out, closer.Close()
}

// GetBatch returns the values of keys, nil for those that are not there.
func (t *transaction) GetBatch(ctx context.Context, keys []kv.Key) ([]kv.Value, error) {
	out := make([]kv.Value, len(keys))
	err := t.each(ctx, keys, func(i int, value []byte) error {
		out[i] = append([]byte{}, value...)
		return nil
	})
	return out, err
}

// fewKeys are looked up one by one, which spares an iterator.
const fewKeys = 4

// each calls f with the value of each key that is there, which holds until f
// returns. It looks them up in the order of the database, where neighbours are in
// one block.
func (t *transaction) each(ctx context.Context, keys []kv.Key, f func(i int, value []byte) error) (err error) {
	encoded, order := make([][]byte, len(keys)), make([]int, len(keys))
	var buf []byte
	for i, k := range keys {
		start := len(buf)
		if buf, err = appendKey(buf, k); err != nil {
			return err
		}
		encoded[i], order[i] = buf[start:], i
	}
	if len(keys) <= fewKeys {
		return t.oneByOne(encoded, f)
	}
	slices.SortFunc(order, func(i, j int) int { return bytes.Compare(encoded[i], encoded[j]) })
	it, err := t.reader.NewIter(nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, it.Close()) }()
	for _, i := range order {
		if err := ctx.Err(); err != nil {
			return err
		}
		if !it.SeekGE(encoded[i]) || !bytes.Equal(it.Key(), encoded[i]) {
			continue
		}
		value, err := it.ValueAndErr()
		if err != nil {
			return err
		}
		if err := f(i, value); err != nil {
			return err
		}
	}
	return it.Error()
}

func (t *transaction) oneByOne(keys [][]byte, f func(i int, value []byte) error) error {
	for i, key := range keys {
		value, closer, err := t.reader.Get(key)
		if errors.Is(err, pebble.ErrNotFound) {
			continue
		} else if err != nil {
			return err
		}
		if err := errors.Join(f(i, value), closer.Close()); err != nil {
			return err
		}
	}
	return nil
}

func (t *transaction) Put(k kv.Key, v kv.Value) error {
	if t.batch == nil {
		return kv.ErrReadOnly
	}
	key, err := encodeKey(k)
	if err != nil {
		return err
	}
	if len(k[1]) == 0 && len(v) == 0 {
		return nil // the making of a bucket, which is nothing here
	}
	if t.batch.Len()+len(key)+len(v) > maxBatch {
		return fmt.Errorf("more than %d GB in one transaction: give fewer documents at once", maxBatch>>30)
	}
	return t.batch.Set(key, v, nil)
}

func (t *transaction) Del(k kv.Key) error {
	if t.batch == nil {
		return kv.ErrReadOnly
	}
	key, err := encodeKey(k)
	if err != nil {
		return err
	}
	return t.batch.Delete(key, nil)
}

// Commit writes everything, safe on disk when it returns, or nothing.
func (t *transaction) Commit(context.Context) (err error) {
	if t.closed {
		return nil
	}
	if t.batch == nil || t.batch.Empty() {
		return t.Close()
	}
	if err := t.db.roomFor(t.batch.Len()); err != nil {
		return errors.Join(err, t.Close())
	}
	if err := t.commit(); err != nil {
		// The batch may be half in use by Pebble, so it is not given back.
		t.closed = true
		defer t.db.writer.Unlock()
		t.db.leave()
		return t.db.fail(err)
	}
	return t.Close()
}

// commit turns the panic by which Pebble ends a failed write into an error.
func (t *transaction) commit() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return t.batch.Commit(pebble.Sync)
}

// Close drops what was not committed. Closing again does nothing.
func (t *transaction) Close() error {
	if t.closed {
		return nil
	}
	t.closed = true
	defer t.db.leave()
	if t.batch == nil {
		return t.reader.Close()
	}
	defer t.db.writer.Unlock()
	return t.batch.Close()
}

func (t *transaction) Scan(prefix kv.Key) kv.Iterator {
	lower, err := encodePrefix(prefix)
	if err != nil {
		return &iterator{err: err}
	}
	it, err := t.reader.NewIter(&pebble.IterOptions{LowerBound: lower, UpperBound: prefixEnd(lower)})
	if err != nil {
		return &iterator{err: err}
	}
	return &iterator{pebble: it}
}

// An iterator goes over the keys of a scan, in order.
type iterator struct {
	pebble  *pebble.Iterator // nil before an error and after Close
	started bool
	err     error
}

func (i *iterator) Next(context.Context) bool {
	if i.pebble == nil || i.err != nil {
		return false
	}
	if !i.started {
		i.started = true
		return i.pebble.First()
	}
	return i.pebble.Next()
}

func (i *iterator) Key() kv.Key { return decodeKey(i.pebble.Key()) }

func (i *iterator) Val() kv.Value {
	value, err := i.pebble.ValueAndErr()
	i.err = errors.Join(i.err, err)
	return value
}

func (i *iterator) Err() error {
	if i.err == nil && i.pebble != nil {
		return i.pebble.Error()
	}
	return i.err
}

func (i *iterator) Close() error {
	if i.pebble == nil {
		return i.err
	}
	err := i.pebble.Close()
	i.pebble = nil
	i.err = errors.Join(i.err, err)
	return i.err
}
