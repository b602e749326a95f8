package store

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"github.com/hidal-go/hidalgo/kv"
)

// cached is how many bytes of 8 MB an open database has kept of them after reading all.
func cached(t *testing.T) int64 {
	t.Helper()
	db := newDatabase(t)
	err := kv.Update(t.Context(), db, func(tx kv.Tx) error {
		for i := range 8 << 10 {
			key := kv.Key{[]byte("b"), binary.BigEndian.AppendUint64(nil, uint64(i))}
			if err := tx.Put(key, []byte(strings.Repeat("0123456789abcdef", 64))); err != nil {
				return err
			}
		}
		return nil
	})
	if err = errors.Join(err, db.pebble.Flush()); err != nil {
		t.Fatal(err)
	}
	scanBucket(t, db, "b", func(_, _ []byte) {})
	return db.pebble.Metrics().BlockCache.Size
}

func TestCacheIsAsLargeAsSet(t *testing.T) {
	whole := cached(t)
	t.Setenv(CacheVariable, "2")
	part := cached(t)
	if whole < 8<<20 || part <= 0 || part > 2<<20 {
		t.Errorf("of 8 MB a cache of 256 MB keeps %d bytes, one of 2 MB %d", whole, part)
	}
}

func TestCacheOfNoSize(t *testing.T) {
	s := filled(t, news()...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	empty := t.TempDir()
	for _, size := range []string{"0", "-1", "much", "1.5", "512MB", "99999999999"} {
		t.Setenv(CacheVariable, size)
		create := func(string) (*Store, error) { return Create(empty) }
		for _, open := range []func(string) (*Store, error){Open, OpenReadOnly, create} {
			if _, err := open(s.Path()); !errors.Is(err, errCache) || !strings.Contains(err.Error(), "WHOM_CACHE="+size) || errors.Is(err, ErrDamaged) {
				t.Errorf("%s: %v", size, err)
			}
		}
	}
	if err := checkEmpty(empty); err != nil {
		t.Error(err)
	}
}
