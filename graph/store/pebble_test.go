package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/hidal-go/hidalgo/kv"
	"pgregory.net/rapid"
)

// scan calls f for each key of the buckets that begin with bucket.
func scanBucket(t tester, db *database, bucket string, f func(key, value []byte)) {
	t.Helper()
	err := kv.View(db, func(tx kv.Tx) error {
		return kv.Each(context.Background(), tx, kv.SKey(bucket), func(k kv.Key, v kv.Value) error {
			f(k[1], v)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func newDatabase(t testing.TB) *database {
	t.Helper()
	db, err := openDatabase(vfs.NewMem(), "db", true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// drawPart draws bytes that try the escapes.
func drawPart() *rapid.Generator[[]byte] {
	return rapid.SliceOfN(rapid.SampledFrom([]byte{0, 1, 2, 'a', 0xfe, 0xff}), 0, 4)
}

func drawKey() *rapid.Generator[kv.Key] {
	return rapid.Custom(func(t *rapid.T) kv.Key {
		return kv.Key{drawPart().Draw(t, "bucket"), append(drawPart().Draw(t, "key"), 'k')}
	})
}

func TestKeysKeepTheirOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawKey().Draw(t, "a"), drawKey().Draw(t, "b")
		x, errX := encodeKey(a)
		y, errY := encodeKey(b)
		if errX != nil || errY != nil {
			t.Fatal(errX, errY)
		}
		if got := decodeKey(x); got.Compare(a) != 0 {
			t.Fatalf("%q comes back as %q", a, got)
		}
		if bytes.Compare(x, y) != a.Compare(b) {
			t.Fatalf("%q and %q are ordered %d as keys, %d as bytes", a, b, a.Compare(b), bytes.Compare(x, y))
		}
	})
}

func TestKeysOfOtherThanTwoParts(t *testing.T) {
	db := newDatabase(t)
	tx, err := db.Tx(true)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Close()
	for _, k := range []kv.Key{nil, kv.SKey("a"), kv.SKey("a", "b", "c")} {
		if _, err := tx.Get(t.Context(), k); !errors.Is(err, errKeyParts) {
			t.Errorf("get of %q: %v", k, err)
		}
		if err := tx.Put(k, nil); !errors.Is(err, errKeyParts) {
			t.Errorf("put of %q: %v", k, err)
		}
		if err := tx.Del(k); !errors.Is(err, errKeyParts) {
			t.Errorf("delete of %q: %v", k, err)
		}
	}
	it := tx.Scan(kv.SKey("a", "b", "c"))
	if it.Next(t.Context()) || !errors.Is(it.Err(), errKeyParts) || !errors.Is(it.Close(), errKeyParts) {
		t.Errorf("scan of three parts: %v", it.Err())
	}
}

// A database does what a sorted map does, within a transaction and after it.
func TestDatabaseIsASortedMap(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		db, err := openDatabase(vfs.NewMem(), "db", true)
		if err != nil {
			rt.Fatal(err)
		}
		defer db.Close()
		model := make(map[string]string)
		for range rapid.IntRange(1, 4).Draw(rt, "transactions") {
			before := fmt.Sprint(model)
			snapshot, err := db.Tx(false)
			if err != nil {
				rt.Fatal(err)
			}
			changed := changeAll(rt, db, model)
			if got := fmt.Sprint(all(rt, snapshot, nil)); got != before {
				rt.Fatalf("a reader sees %s of a later write, had %s", got, before)
			}
			if err := snapshot.Close(); err != nil {
				rt.Fatal(err)
			}
			model = changed
		}
		tx, err := db.Tx(false)
		if err != nil {
			rt.Fatal(err)
		}
		defer tx.Close()
		sameAsModel(rt, tx, model)
	})
}

// changeAll writes one transaction to db and returns what the model then is.
func changeAll(t *rapid.T, db *database, model map[string]string) map[string]string {
	tx, err := db.Tx(true)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Close()
	changed := make(map[string]string)
	for k, v := range model {
		changed[k] = v
	}
	for range rapid.IntRange(0, 8).Draw(t, "writes") {
		k := drawKey().Draw(t, "key")
		if rapid.Bool().Draw(t, "delete") {
			err = tx.Del(k)
			delete(changed, fmt.Sprintf("%q", k))
		} else {
			v := drawPart().Draw(t, "value")
			err = tx.Put(k, v)
			changed[fmt.Sprintf("%q", k)] = string(v)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	sameAsModel(t, tx, changed)
	if rapid.Bool().Draw(t, "drop") {
		return model
	}
	if err := tx.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	return changed
}

// all reads what begins with a prefix, and checks its order.
func all(t *rapid.T, tx kv.Tx, prefix kv.Key) map[string]string {
	t.Helper()
	out := make(map[string]string)
	var last kv.Key
	err := kv.Each(t.Context(), tx, prefix, func(k kv.Key, v kv.Value) error {
		if last != nil && last.Compare(k) >= 0 {
			t.Fatalf("%q comes after %q", k, last)
		}
		last = k.Clone()
		out[fmt.Sprintf("%q", k)] = string(v)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func sameAsModel(t *rapid.T, tx kv.Tx, model map[string]string) {
	t.Helper()
	k := drawKey().Draw(t, "asked")
	v, err := tx.Get(t.Context(), k)
	if want, ok := model[fmt.Sprintf("%q", k)]; ok != (err == nil) || string(v) != want || ok && v == nil {
		t.Fatalf("%q is %q, %v, want %q", k, v, err, want)
	}
	keys := append(rapid.SliceOfN(drawKey(), 0, 2*fewKeys).Draw(t, "asked at once"), k)
	values, err := tx.GetBatch(t.Context(), keys)
	if err != nil {
		t.Fatal(err)
	}
	for i, k := range keys {
		if want, ok := model[fmt.Sprintf("%q", k)]; ok != (values[i] != nil) || string(values[i]) != want {
			t.Fatalf("%q is %q, want %q, at once with %q", k, values[i], want, keys)
		}
	}
	for _, prefix := range []kv.Key{nil, {k[0]}, {k[0], nil}, {k[0], k[1][:len(k[1])-1]}} {
		want := make(map[string]string)
		for text, v := range model {
			if begins(text, prefix) {
				want[text] = v
			}
		}
		if got := all(t, tx, prefix); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("scan of %q gives %q, want %q", prefix, got, want)
		}
	}
}

// begins tells whether a scan of the prefix has the key that text is, by
// Sprintf("%q"): each byte of it is written on its own.
func begins(text string, prefix kv.Key) bool {
	quoted := strings.TrimSuffix(fmt.Sprintf("%q", prefix), "]")
	if len(prefix) > 0 {
		quoted = strings.TrimSuffix(quoted, `"`)
	}
	return strings.HasPrefix(text, quoted)
}

func TestReadersCannotWrite(t *testing.T) {
	db := newDatabase(t)
	for name, database := range map[string]kv.KV{"a reading transaction": db, "Cayley's reader": readOnly{db}} {
		tx, err := database.Tx(false)
		if err != nil {
			t.Fatal(err)
		}
		if err := tx.Put(kv.SKey("a", "b"), nil); !errors.Is(err, kv.ErrReadOnly) {
			t.Errorf("%s: put: %v", name, err)
		}
		if err := tx.Del(kv.SKey("a", "b")); !errors.Is(err, kv.ErrReadOnly) {
			t.Errorf("%s: delete: %v", name, err)
		}
		if err := errors.Join(tx.Commit(t.Context()), tx.Close()); err != nil {
			t.Errorf("%s: end: %v", name, err)
		}
	}
	if _, err := (readOnly{db}).Tx(true); !errors.Is(err, kv.ErrReadOnly) {
		t.Errorf("Cayley's reader begins to write: %v", err)
	}
}

func TestCloseWaitsForNobody(t *testing.T) {
	db := newDatabase(t)
	tx, err := db.Tx(false)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err == nil {
		t.Error("closed under a reader")
	}
	if err := tx.Close(); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Close(), db.Close()); err != nil {
		t.Error(err)
	}
	for _, write := range []bool{false, true} {
		if _, err := db.Tx(write); !errors.Is(err, ErrClosed) {
			t.Errorf("after Close: %v", err)
		}
	}
}

func TestOneOpensAtATime(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "db")
	db, err := openDatabase(vfs.Default, dir, true)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := openDatabase(vfs.Default, dir, false); !errors.Is(err, ErrInUse) {
		t.Errorf("opened twice: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	db, err = openDatabase(vfs.Default, dir, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func FuzzDecodeKey(f *testing.F) {
	for _, seed := range []string{"", "log\x00\x01\x00\x00", "v\x00\xff\x02\x00\x01x", "no separator", "\x00", "\x00\x01"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		again, err := encodeKey(decodeKey(b))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(decodeKey(again)[0], decodeKey(b)[0]) || !slices.Equal(decodeKey(again)[1], decodeKey(b)[1]) {
			t.Errorf("%q is %q, then %q", b, decodeKey(b), decodeKey(again))
		}
	})
}
