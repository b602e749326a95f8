package store

import (
	"io/fs"
	"os"
	"strings"
	"testing"
)

// bytesIn counts the bytes of all files below a folder.
func bytesIn(t testing.TB, dir string) (total int64) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			total += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return total
}

func TestRemoveGivesSpaceBack(t *testing.T) {
	size := func(extractions int, ids ...string) int64 {
		s, err := Create(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Put(t.Context(), collection(extractions)...); err != nil {
			t.Fatal(err)
		}
		if err := s.Remove(t.Context(), ids...); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		return bytesIn(t, s.Path())
	}
	var ids []string
	for _, x := range collection(8)[1:] {
		ids = append(ids, x.Document.ID)
	}
	few, removed := size(1), size(8, ids...)
	if removed > few+few/4 {
		t.Errorf("%d bytes are left of one document, that takes %d alone", removed, few)
	}
}

// What was removed leaves no id in the log or an index.
func TestRemoveLeavesNoTrace(t *testing.T) {
	s := filled(t, news()...)
	if err := s.Remove(t.Context(), "alpha/1", "alpha/2", "beta/1", "gamma one"); err != nil {
		t.Fatal(err)
	}
	for _, bucket := range []string{logBucket, "sp", "ops", "cs", "v", "n"} {
		scanBucket(t, onPebble(s).db, bucket, func(key, value []byte) {
			t.Errorf("%s has %q = %q", strings.TrimSpace(bucket), key, value)
		})
	}
}
