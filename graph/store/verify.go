package store

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/maphash"
	"iter"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/hidal-go/hidalgo/kv"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
)

// Verify reads the whole store and returns what is wrong with it, a sentence
// each, or nothing. It holds
//
//   - every index, and the ids and counts of values, against the log;
//   - every document, entity, claim and description against what it may be, its
//     words against the text, its hash and its references;
//   - all quads against those that the documents and decisions make.
//
// An error is one of reading on. It takes some 100 bytes of memory a quad.
func (s *Store) Verify(ctx context.Context) ([]string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	kinds, err := s.db.verify(ctx)
	v := &verifier{ctx: ctx, db: s.db}
	for _, kind := range kinds {
		v.tell(kind)
	}
	if err == nil {
		err = v.verifyContents()
	}
	return v.faults, s.wrap(err)
}

// mostFaults is how many faults of one kind are told one by one.
const mostFaults = 10

type verifier struct {
	ctx    context.Context
	db     backend
	faults []string
}

// tell lists faults of one kind.
func (v *verifier) tell(all []string) {
	if n := len(all) - mostFaults; n > 0 {
		all = append(all[:mostFaults:mostFaults], fmt.Sprintf("and %d more of that kind", n))
	}
	v.faults = append(v.faults, all...)
}

// verify computes from the log what the rest must be.
func (e *embedded) verify(ctx context.Context) (_ [][]string, err error) {
	tx, err := e.db.Tx(false)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, tx.Close()) }()
	fsys, dir, err := e.db.scratch()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, fsys.RemoveAll(dir)) }()
	f := &findings{ctx: ctx, tx: tx, uses: make(map[uint64]uint64)}
	for i := range indexes {
		f.links = append(f.links, newSorter(fsys, fsys.PathJoin(dir, fmt.Sprint("index", i))))
	}
	f.nodes = newSorter(fsys, fsys.PathJoin(dir, "nodes"))
	for _, step := range []func() error{f.readQuads, f.readValues, f.compareIndexes, f.compareValues, f.compareCounts} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return f.kinds, nil
}

// findings are what the log says, and what of the rest is at odds with it.
type findings struct {
	ctx         context.Context
	tx          kv.Tx
	links       []*sorter // by index, as a bulk load has them
	nodes       *sorter
	uses        map[uint64]uint64 // of values by their ids
	quads, last uint64
	kinds       [][]string
}

func (f *findings) each(bucket kv.Key, do func(k kv.Key, value []byte) error) error {
	return kv.Each(f.ctx, f.tx, bucket, func(k kv.Key, value kv.Value) error {
		return errors.Join(f.ctx.Err(), do(k, value))
	})
}

func (f *findings) readQuads() error {
	return f.each(kv.SKey(logBucket, ""), func(k kv.Key, entry []byte) error {
		p, err := decodePrimitive(k[1], entry)
		if err != nil {
			return err
		}
		f.last = max(f.last, p.ID)
		if p.IsNode() || p.Deleted {
			return nil
		}
		f.quads++
		for _, d := range quad.Directions {
			if id := p.GetDirection(d); id != 0 {
				f.uses[id]++
			}
		}
		for i, index := range indexes {
			if err := f.links[i].add(indexRow(index, p)); err != nil {
				return err
			}
		}
		return nil
	})
}

// indexRow is the place of a quad in an index.
func indexRow(index cayleykv.QuadIndex, p *proto.Primitive) (r row) {
	for i, d := range index.Dirs {
		r[i] = p.GetDirection(d)
	}
	r[len(index.Dirs)] = p.ID
	return r
}

func (f *findings) readValues() error {
	var unused, missing []string
	err := f.each(kv.SKey(logBucket, ""), func(k kv.Key, entry []byte) error {
		p, err := decodePrimitive(k[1], entry)
		if err != nil || !p.IsNode() {
			return err
		}
		value, err := pquads.UnmarshalValue(p.Value)
		if err != nil {
			return damaged(fmt.Errorf("value %d: %w", p.ID, err))
		}
		if f.uses[p.ID] == 0 {
			unused = append(unused, fmt.Sprintf("log: no quad has the value %.80s", value))
		}
		err = f.nodes.add(nodeRow(value, p.ID, f.uses[p.ID]))
		delete(f.uses, p.ID)
		return err
	})
	for id := range f.uses {
		missing = append(missing, fmt.Sprintf("log: a quad has value %d, which is not there", id))
	}
	slices.Sort(missing)
	f.kinds = append(f.kinds, unused, missing)
	return err
}

// nodeRow is the place of a value among those sorted by their hashes.
func nodeRow(value quad.Value, id, uses uint64) row {
	hash := cayley.HashOf(value)
	var padded [24]byte
	copy(padded[:], hash[:])
	r := row{3: id, 4: uses}
	for i := range 3 {
		r[i] = binary.BigEndian.Uint64(padded[8*i:])
	}
	return r
}

func (f *findings) compareIndexes() error {
	for i, index := range indexes {
		bucket := index.KeyFor(&proto.Primitive{})[0]
		c := newComparison(f.links[i].sorted())
		err := f.each(kv.Key{bucket, nil}, func(k kv.Key, list []byte) error {
			ids, err := decodeIDs(list)
			if err != nil || len(k[1]) != 8*len(index.Dirs) {
				c.extra++
				return nil
			}
			for _, id := range ids {
				var r row
				for j := range index.Dirs {
					r[j] = binary.BigEndian.Uint64(k[1][8*j:])
				}
				r[len(index.Dirs)] = id
				c.has(r)
			}
			return nil
		})
		if err = errors.Join(err, c.end()); err != nil {
			return err
		}
		f.kinds = append(f.kinds, c.faults("index "+string(bucket), "quad"))
	}
	return nil
}

// compareValues holds the ids and the counts of values against the log.
func (f *findings) compareValues() error {
	for _, bucket := range []struct {
		letter, name string
		column       int
	}{{"v", "ids of values", 3}, {"n", "counts of values", 4}} {
		c := newComparison(column(f.nodes.sorted(), bucket.column))
		err := f.each(kv.Key{[]byte(bucket.letter)}, func(k kv.Key, value []byte) error {
			number, err := decodeIDs(value)
			if err != nil || len(number) != 1 || len(k[1]) != 20 {
				c.extra++
				return nil
			}
			padded := append(slices.Clone([]byte(k[1])), 0, 0, 0, 0)
			r := row{3: number[0]}
			for i := range 3 {
				r[i] = binary.BigEndian.Uint64(padded[8*i:])
			}
			c.has(r)
			return nil
		})
		if err = errors.Join(err, c.end()); err != nil {
			return err
		}
		f.kinds = append(f.kinds, c.faults(bucket.name, "value"))
	}
	return nil
}

// column keeps one number of rows of values, in the fourth place.
func column(rows iter.Seq2[row, error], i int) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for r, err := range rows {
			if !yield(row{r[0], r[1], r[2], r[i]}, err) {
				return
			}
		}
	}
}

func (f *findings) compareCounts() error {
	for name, want := range map[string]uint64{"size": f.quads, "horizon": f.last} {
		value, err := f.tx.Get(f.ctx, kv.SKey(metaBucket, name))
		if err != nil && !errors.Is(err, kv.ErrNotFound) {
			return err
		}
		var got uint64
		if len(value) == 8 {
			got = binary.LittleEndian.Uint64(value)
		}
		if got != want && (name == "size" || got < want) {
			f.kinds = append(f.kinds, []string{fmt.Sprintf("%s of the graph is %d, the log has %d", name, got, want)})
		}
	}
	return nil
}

// A comparison of rows that come in order with those that should.
type comparison struct {
	next           func() (row, error, bool)
	stop           func()
	want           row
	more           bool
	err            error
	extra, missing int
}

func newComparison(want iter.Seq2[row, error]) *comparison {
	c := new(comparison)
	c.next, c.stop = iter.Pull2(want)
	c.advance()
	return c
}

func (c *comparison) advance() { c.want, c.err, c.more = c.next() }

func (c *comparison) has(r row) {
	for c.more && c.err == nil && compareRows(c.want, r) < 0 {
		c.missing++
		c.advance()
	}
	if c.more && c.want == r {
		c.advance()
	} else {
		c.extra++
	}
}

func (c *comparison) end() error {
	defer c.stop()
	for c.more && c.err == nil {
		c.missing++
		c.advance()
	}
	return c.err
}

func (c *comparison) faults(where, what string) (out []string) {
	if c.missing > 0 {
		out = append(out, fmt.Sprintf("%s: %d of a %s in the log are missing", where, c.missing, what))
	}
	if c.extra > 0 {
		out = append(out, fmt.Sprintf("%s: %d are of no %s in the log", where, c.extra, what))
	}
	return out
}

// verifyContents holds what the log holds of documents against itself, and its
// quads against those that it makes.
func (v *verifier) verifyContents() error {
	c, err := readContents(v.ctx, v.db)
	if err != nil {
		return err
	}
	v.tell(c.faults)
	made := make(map[uint64]int) // quads by their hashes: how many more there should be
	seed := maphash.MakeSeed()
	hash := func(q quad.Quad) uint64 { return maphash.String(seed, q.NQuad()) }
	groups := make(chan []quad.Quad)
	done := make(chan error, 1)
	go func() {
		defer close(groups)
		done <- makeGroups(v.ctx, c.source, c.decisions, groups)
	}()
	for group := range groups {
		for _, q := range group {
			made[hash(q)] = 1
		}
	}
	if err := <-done; err != nil {
		return err
	}
	var extra []string
	err = v.db.scan(v.ctx, func(q quad.Quad, whole bool) bool {
		if !whole {
			return true // as the database's own check has told
		}
		if h := hash(q); made[h] == 0 {
			extra = append(extra, fmt.Sprintf("no document or decision makes the quad %.200s", q.NQuad()))
		} else {
			delete(made, h)
		}
		return true
	})
	v.tell(extra)
	if len(made) > 0 {
		v.tell([]string{fmt.Sprintf("%d quads that documents and decisions make are missing", len(made))})
	}
	return err
}

// contents are the records of a graph, found by the log alone.
type contents struct {
	byID      map[string]*graph.Extraction
	ids       []string           // of documents, sorted
	parts     map[quad.Value]int // by document, how many say that they come from it
	decisions []graph.Decision
	faults    []string
}

func readContents(ctx context.Context, db backend) (*contents, error) {
	c := &contents{byID: make(map[string]*graph.Extraction), parts: make(map[quad.Value]int)}
	err := db.scan(ctx, func(q quad.Quad, _ bool) bool {
		switch {
		case q.Predicate == quads.DerivedFrom:
			c.parts[q.Object]++
		case q.Object == quads.Article && q.Subject != nil:
			c.of(documentID(q.Subject))
		case isRecord(q):
			if err := c.take(q); err != nil {
				c.faults = append(c.faults, fmt.Sprintf("the record of %v: %v", cmp.Or[any](q.Subject, "something"), err))
			}
		}
		return true
	})
	c.judge()
	return c, err
}
