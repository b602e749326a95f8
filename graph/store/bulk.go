package store

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/hidal-go/hidalgo/kv"
	"golang.org/x/sync/errgroup"

	"github.com/whomgraph/whom/graph/quads"
)

// A bulk load writes Cayley's own keys, in their order, into tables that Pebble
// takes in as they are, in the place of all that the database has: several times
// faster than Cayley's transactions.
//
//	log         id of a value or quad → the value, or the ids of the quad's values
//	v, n        hash of a value → its id; how often quads use it
//	sp, ops, cs ids of a quad's values → ids of the quads that have them
//	meta        version, indexes; horizon, the highest id; size, the count of quads
//
// Ids are given out as values and quads come, so the log is written at once. The
// rest is sorted. Values of one document's own, which are most, are forgotten
// with it, so that memory grows with the number of actors, things and other
// values that documents share.
type bulk struct {
	db     *database
	dir    string
	log    *logWriter
	nodes  *sorter   // hash in three numbers, id, uses
	links  []*sorter // by index: the ids of its key, id of the quad
	shared map[quad.Value]*node
	own    map[quad.Value]*node // of the group at hand
	last   uint64               // id
	size   uint64               // quads
}

type node struct{ id, uses uint64 }

// loadSuffix names the folder beside the database for what is not complete.
const loadSuffix = ".load"

func newBulk(db *database) (*bulk, error) {
	b := &bulk{db: db, dir: db.dir + loadSuffix, shared: make(map[quad.Value]*node)}
	if err := db.fs.RemoveAll(b.dir); err != nil { // what a killed process has left
		return nil, err
	}
	if err := db.fs.MkdirAll(b.dir, 0o777); err != nil {
		return nil, err
	}
	b.log = newLogWriter(newTableWriter(db, b.path(logBucket)))
	b.nodes = newSorter(db.fs, b.path("nodes"))
	for i := range indexes {
		b.links = append(b.links, newSorter(db.fs, b.path(fmt.Sprintf("index%d", i))))
	}
	return b, nil
}

func (b *bulk) path(name string) string { return b.db.fs.PathJoin(b.dir, name) }

// close removes all that was not taken in. It may follow finish.
func (b *bulk) close() error {
	// An error of a log that nobody wants tells nothing.
	_ = b.log.stop()
	return b.db.fs.RemoveAll(b.dir)
}

// isOwn reports whether a value can be in the quads of one document only.
func isOwn(v quad.Value) bool {
	switch v := v.(type) {
	case quad.TypedString:
		return v.Type == quads.JSON
	case quad.IRI:
		return strings.HasPrefix(string(v), claimPrefix) || strings.HasPrefix(string(v), entityPrefix) ||
			strings.HasPrefix(string(v), descriptionPrefix)
	}
	return false
}

// add takes in the quads of one document, actor or decision, in which claims,
// entities and records that no other group has may be. A quad that comes twice in
// the group is taken once; no two groups may have one.
func (b *bulk) add(group []quad.Quad) error {
	b.own = make(map[quad.Value]*node)
	seen := make(map[[4]uint64]bool, len(group))
	for _, q := range group {
		var ends [4]uint64
		var uses [4]*node
		for i, d := range quad.Directions {
			if v := q.Get(d); v != nil {
				n, err := b.node(v)
				if err != nil {
					return err
				}
				uses[i], ends[i] = n, n.id
			}
		}
		if seen[ends] {
			continue
		}
		seen[ends] = true
		if err := b.link(ends, uses); err != nil {
			return err
		}
	}
	return b.forget(b.own)
}

// node gives a value its id.
func (b *bulk) node(v quad.Value) (*node, error) {
	values := b.shared
	if isOwn(v) {
		values = b.own
	}
	if n := values[v]; n != nil {
		return n, nil
	}
	data, err := pquads.MarshalValue(v)
	if err != nil {
		return nil, err
	}
	b.last++
	n := &node{id: b.last}
	values[v] = n
	return n, b.log.write(&proto.Primitive{ID: n.id, Value: data})
}

// link gives a quad its id and its place in the indexes.
func (b *bulk) link(ends [4]uint64, uses [4]*node) error {
	b.last++
	b.size++
	p := proto.Primitive{ID: b.last}
	for i, d := range quad.Directions {
		p.SetDirection(d, ends[i])
		if uses[i] != nil {
			uses[i].uses++
		}
	}
	for i, index := range indexes {
		if err := b.links[i].add(indexRow(index, &p)); err != nil {
			return err
		}
	}
	return b.log.write(&p)
}

// forget hands values over to be sorted.
func (b *bulk) forget(values map[quad.Value]*node) error {
	for v, n := range values {
		if err := b.nodes.add(nodeRow(v, n.id, n.uses)); err != nil {
			return err
		}
	}
	return nil
}

// finish puts everything in the place of what the database has, in one step.
func (b *bulk) finish(ctx context.Context) error {
	if err := b.forget(b.shared); err != nil {
		return err
	}
	b.shared = nil
	ids, counts := newTableWriter(b.db, b.path("v")), newTableWriter(b.db, b.path("n"))
	meta := newTableWriter(b.db, b.path(metaBucket))
	tables := []*tableWriter{b.log.table, ids, counts, meta}
	var work errgroup.Group
	work.SetLimit(2)
	work.Go(b.log.end)
	work.Go(func() error { return b.writeNodes(ctx, ids, counts) })
	for i := range indexes {
		table := newTableWriter(b.db, b.path(fmt.Sprint("table", i)))
		tables = append(tables, table)
		work.Go(func() error { return b.writeIndex(ctx, i, table) })
	}
	err := errors.Join(work.Wait(), b.writeMeta(ctx, meta))
	if err != nil {
		return err
	}
	var paths []string
	for _, table := range tables {
		paths = append(paths, table.paths...)
	}
	return b.db.replace(ctx, paths)
}

func (b *bulk) writeNodes(ctx context.Context, ids, counts *tableWriter) (err error) {
	defer func() { err = errors.Join(err, ids.end(), counts.end()) }()
	for r, err := range b.nodes.sorted() {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		var hash [24]byte
		for i := range 3 {
			binary.BigEndian.PutUint64(hash[8*i:], r[i])
		}
		if err := setNode(ids, 'v', hash[:20], r[3]); err != nil {
			return err
		}
		if err := setNode(counts, 'n', hash[:20], r[4]); err != nil {
			return err
		}
	}
	return nil
}

// nodeKey is where Cayley keeps the id (v) or the number of uses (n) of a value.
func nodeKey(bucket byte, hash []byte) kv.Key { return kv.Key{{bucket, hash[0], hash[1]}, hash} }

// setNode writes a number of a value under its hash.
func setNode(table *tableWriter, bucket byte, hash []byte, n uint64) error {
	key, err := encodeKey(nodeKey(bucket, hash))
	if err != nil {
		return err
	}
	return table.set(key, binary.AppendUvarint(nil, n))
}

// writeIndex gathers the quads of each key.
func (b *bulk) writeIndex(ctx context.Context, i int, table *tableWriter) (err error) {
	defer func() { err = errors.Join(err, table.end()) }()
	width := len(indexes[i].Dirs)
	var at row
	var list []byte
	set := func() error {
		if len(list) == 0 {
			return nil
		}
		key, err := encodeKey(indexes[i].Key(at[:width]))
		if err != nil {
			return err
		}
		return table.set(key, list)
	}
	for r, err := range b.links[i].sorted() {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		id := r[width]
		r[width] = 0
		if r != at {
			if err := set(); err != nil {
				return err
			}
			at, list = r, list[:0]
		}
		list = binary.AppendUvarint(list, id)
	}
	return set()
}

// writeMeta keeps version and indexes, and writes the counts, which Cayley does
// without as long as there is nothing.
func (b *bulk) writeMeta(ctx context.Context, table *tableWriter) (err error) {
	defer func() { err = errors.Join(err, table.end()) }()
	tx, err := b.db.Tx(false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, tx.Close()) }()
	for _, name := range []string{"horizon", "indexes", "size", "version"} {
		k := kv.SKey(metaBucket, name)
		var value []byte
		switch name {
		case "horizon":
			value = binary.LittleEndian.AppendUint64(nil, b.last)
		case "size":
			value = binary.LittleEndian.AppendUint64(nil, b.size)
		default:
			if value, err = tx.Get(ctx, k); err != nil {
				return damaged(fmt.Errorf("%s of the graph: %w", name, err))
			}
		}
		key, err := encodeKey(k)
		if err != nil {
			return err
		}
		if b.last > 0 || name == "indexes" || name == "version" {
			if err := table.set(key, value); err != nil {
				return err
			}
		}
	}
	return nil
}
