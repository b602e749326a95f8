package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/hidal-go/hidalgo/kv"
	"pgregory.net/rapid"
)

// keyed are the entries of a graph with values in the places of ids, which are
// what two graphs of the same quads may differ in.
func keyed(t tester, db *database) []string {
	t.Helper()
	names := map[uint64]string{0: "-"}
	scanBucket(t, db, logBucket, func(_, entry []byte) { learnName(t, names, entry) })
	var out []string
	scanBucket(t, db, logBucket, func(key, entry []byte) {
		p := primitiveOf(t, entry)
		if p.Deleted {
			t.Fatalf("%q is marked as removed", names[p.ID])
		}
		out = append(out, "log "+names[p.ID])
	})
	for _, index := range indexes {
		bucket := string(index.KeyFor(&proto.Primitive{})[0])
		scanBucket(t, db, bucket, func(key, list []byte) { out = append(out, bucket+named(t, names, key, list)) })
	}
	for _, bucket := range []string{"v", "n"} {
		scanAll(t, db, bucket, func(hash, value []byte) {
			ids, err := decodeIDs(value)
			if err != nil || len(ids) != 1 {
				t.Fatalf("%s %x: %v, %v", bucket, hash, ids, err)
			}
			said := fmt.Sprint(ids[0])
			if bucket == "v" {
				said = names[ids[0]]
			}
			out = append(out, fmt.Sprintf("%s %x %s", bucket, hash, said))
		})
	}
	scanBucket(t, db, metaBucket, func(key, value []byte) {
		if string(key) != "horizon" {
			out = append(out, fmt.Sprintf("meta %s %q", key, value))
		}
	})
	return sorted(out)
}

func primitiveOf(t tester, entry []byte) *proto.Primitive {
	t.Helper()
	p, err := decodePrimitive(nil, entry)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// learnName names an id by what it is.
func learnName(t tester, names map[uint64]string, entry []byte) {
	t.Helper()
	p := primitiveOf(t, entry)
	if p.IsNode() {
		names[p.ID] = string(p.Value)
		return
	}
	var ends []string
	for _, d := range quad.Directions {
		ends = append(ends, names[p.GetDirection(d)])
	}
	names[p.ID] = strings.Join(ends, " | ")
}

// named writes an entry of an index.
func named(t tester, names map[uint64]string, key, list []byte) string {
	t.Helper()
	ids, err := decodeIDs(list)
	if err != nil || !slices.IsSorted(ids) {
		t.Fatalf("entry %x: ids %v, %v", key, ids, err)
	}
	var b strings.Builder
	for at := 0; at < len(key); at += 8 {
		b.WriteString(" / " + names[be(key[at:])])
	}
	var quads []string
	for _, id := range ids {
		quads = append(quads, names[id])
	}
	return b.String() + " = " + strings.Join(sorted(quads), " and ")
}

// scanAll goes through all buckets that begin with a letter and two bytes of a
// hash.
func scanAll(t tester, db *database, letter string, f func(key, value []byte)) {
	t.Helper()
	err := kv.View(db, func(tx kv.Tx) error {
		return kv.Each(context.Background(), tx, kv.Key{[]byte(letter)}, func(k kv.Key, v kv.Value) error {
			f(k[1], v)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func be(b []byte) (n uint64) {
	for _, c := range b[:8] {
		n = n<<8 | uint64(c)
	}
	return n
}

// loaded fills a store by a bulk load, with runs of few rows where that is set.
func loaded(t tester, s *Store, rows int, groups ...[]quad.Quad) {
	t.Helper()
	b, err := newBulk(onPebble(s).db)
	if err != nil {
		t.Fatal(err)
	}
	for _, sorter := range append(b.links, b.nodes) {
		sorter.limit = cmp.Or(rows, sorter.limit)
	}
	for _, group := range groups {
		if err := b.add(group); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := b.close(); err != nil {
		t.Fatal(err)
	}
	if err := onPebble(s).reopen(); err != nil {
		t.Fatal(err)
	}
}

// drawGroups draws quads among few values, some of which are a group's own.
func drawGroups(t *rapid.T) [][]quad.Quad {
	shared := rapid.SampledFrom([]quad.Value{
		quad.IRI("actor:a"), quad.IRI("actor:b"), quad.String("a"), quad.String("\x00\xff"), quad.IRI("verb:sue"), quad.Int(7),
		quad.TypedString{Value: "2022-01-31", Type: "xsd:date"},
	})
	groups := make([][]quad.Quad, rapid.IntRange(0, 5).Draw(t, "groups"))
	for i := range groups {
		value := rapid.OneOf(shared, rapid.SampledFrom([]quad.Value{
			quad.IRI(fmt.Sprint("claim:", i)), quad.IRI(fmt.Sprint("entity:", i)),
			quad.TypedString{Value: quad.String(fmt.Sprint(i)), Type: "rdf:JSON"},
		}))
		for range rapid.IntRange(0, 9).Draw(t, "quads") {
			q := quad.Quad{Subject: value.Draw(t, "subject"), Predicate: shared.Draw(t, "predicate"), Object: value.Draw(t, "object")}
			q.Label = quad.IRI(fmt.Sprint("claim:", i)) // no two groups have one quad
			if rapid.Bool().Draw(t, "no label") {
				q.Subject, q.Label = q.Label, nil
			}
			groups[i] = append(groups[i], q)
		}
	}
	return groups
}

// A bulk load and Cayley's own writes of the same quads give the same entries in
// the log and in every index, the same counts, and the same after removals.
func TestBulkIsWhatCayleyWrites(t *testing.T) {
	filled := inMemory(t)
	rapid.Check(t, func(t *rapid.T) {
		groups := drawGroups(t)
		bulk, own := filled(t), filled(t)
		put(t, bulk, article("before", "Sorin:person resign")) // which leaves
		loaded(t, bulk, 5, groups...)
		var all []quad.Quad
		for _, q := range slices.Concat(groups...) {
			if !slices.Contains(all, q) {
				all = append(all, q)
			}
		}
		if err := write(t.Context(), onPebble(own).db, all, nil); err != nil {
			t.Fatal(err)
		}
		sameLines(t, "loaded", keyed(t, onPebble(bulk).db), keyed(t, onPebble(own).db))
		gone := all[:rapid.IntRange(0, len(all)).Draw(t, "removed")]
		for _, s := range []*Store{bulk, own} {
			if err := write(t.Context(), onPebble(s).db, nil, gone); err != nil {
				t.Fatal(err)
			}
		}
		sameLines(t, "after removals", keyed(t, onPebble(bulk).db), keyed(t, onPebble(own).db))
	})
}

// Unmodified Cayley finds every quad of a bulk load by its id and from each of
// its ends.
func TestCayleyReadsABulkLoad(t *testing.T) {
	s := fresh(t)
	var groups [][]quad.Quad
	for i := range 20 {
		claim := quad.IRI(fmt.Sprint("claim:", i))
		groups = append(groups, []quad.Quad{
			{Subject: quad.IRI(fmt.Sprint("actor:", i%7)), Predicate: quad.IRI("verb:sue"), Object: quad.IRI(fmt.Sprint("actor:", i%5)), Label: claim},
			{Subject: claim, Predicate: quad.IRI("whom:polarity"), Object: quad.String("affirmed")},
		})
	}
	loaded(t, s, 5, groups...)
	qs := s.QuadStore()
	for _, q := range slices.Concat(groups...) {
		for _, d := range quad.Directions {
			if v := q.Get(d); v != nil && !slices.Contains(quadsFrom(t, qs, d, v), q) {
				t.Errorf("%v is not found by its %v", q, d)
			}
		}
	}
	if all := quadsOf(t, qs, qs.QuadsAllIterator()); len(all) != 40 {
		t.Errorf("Cayley reads %d quads of 40", len(all))
	}
}

func quadsFrom(t *testing.T, qs cayley.QuadStore, d quad.Direction, v quad.Value) []quad.Quad {
	t.Helper()
	return quadsOf(t, qs, qs.QuadIterator(d, qs.ValueOf(v)))
}

func quadsOf(t *testing.T, qs cayley.QuadStore, it cayley.Iterator) (all []quad.Quad) {
	t.Helper()
	defer it.Close()
	for it.Next(t.Context()) {
		all = append(all, qs.Quad(it.Result()))
	}
	if err := it.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestSorterMergesItsRuns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := newSorter(vfs.NewMem(), "run")
		s.limit = rapid.IntRange(1, 9).Draw(t, "limit")
		var want []row
		for range rapid.IntRange(0, 60).Draw(t, "rows") {
			var r row
			for i := range r {
				r[i] = uint64(rapid.SampledFrom([]int{0, 1, 2, -1}).Draw(t, "number"))
			}
			want = append(want, r)
			if err := s.add(r); err != nil {
				t.Fatal(err)
			}
		}
		slices.SortFunc(want, compareRows)
		var got []row
		for r, err := range s.sorted() {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, r)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}
