package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
)

// A store that is moved or removed is read to the end by those who have it open.
func TestReadWhatIsMoved(t *testing.T) {
	s := filled(t, news()...)
	want := lines(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := OpenReadOnly(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	moved := filepath.Join(t.TempDir(), "moved")
	if err := os.Rename(s.Path(), moved); err != nil {
		t.Fatal(err)
	}
	sameLines(t, "moved", lines(t, r), want)
	if err := os.RemoveAll(moved); err != nil {
		t.Fatal(err)
	}
	sameLines(t, "removed", lines(t, r), want)
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

// Where the manifest changes whenever files are opened, that is said after some
// time; where a file goes before it is opened, the directory is looked at again.
func TestPinWhileFilesChange(t *testing.T) { synctest.Test(t, pinWhileFilesChange) }

func pinWhileFilesChange(t *testing.T) {
	fsys := vfs.NewMem()
	write := func(name, text string) {
		file, err := fsys.Create(name, vfs.WriteCategoryUnspecified)
		if err == nil {
			_, err = file.Write([]byte(text))
		}
		if err := errors.Join(err, file.Close()); err != nil {
			t.Fatal(err)
		}
	}
	write("MANIFEST-1", "one")
	write("000002.log", "log")
	opened, always := 0, false
	changing := errorfs.Wrap(fsys, errorfs.InjectorFunc(func(op errorfs.Op) error {
		if op.Kind == errorfs.OpOpen && strings.HasSuffix(op.Path, ".log") {
			if opened++; always || opened == 1 {
				write("MANIFEST-1", strings.Repeat("more", opened))
			}
			if opened == 1 {
				return &fs.PathError{Op: "open", Path: op.Path, Err: fs.ErrNotExist}
			}
		}
		return nil
	}))
	p, err := pin(changing, "")
	if err != nil {
		t.Fatal(err)
	}
	if names, _ := p.List(""); opened != 2 || !slices.Contains(names, "000002.log") {
		t.Errorf("opened %d times: %q", opened, names)
	}
	write("000003.log", "of later")
	if _, err := p.Open("000003.log"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file of later: %v", err)
	}
	if err := p.close(); err != nil {
		t.Error(err)
	}
	always = true
	if _, err := pin(changing, ""); !errors.Is(err, errUnsteady) {
		t.Errorf("got error %v", err)
	}
}

// Who opens a store while another is put in its place, as build does it, sees one
// of them, or none, and never a mixture.
func TestReadWhatIsReplaced(t *testing.T) {
	dir := t.TempDir()
	path, beside := filepath.Join(dir, "x.db"), filepath.Join(dir, "beside")
	stores := []string{filepath.Join(dir, "0"), filepath.Join(dir, "1")}
	var want [2][]string
	for i, name := range stores {
		s := filled(t, article(fmt.Sprint(i), "Sorin:person resign"))
		want[i] = lines(t, s)
		if err := errors.Join(s.Close(), os.Rename(s.Path(), name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Rename(stores[0], path); err != nil {
		t.Fatal(err)
	}
	for i := range 100 {
		replaced := make(chan error, 1)
		go func() {
			now, next := stores[i%2], stores[1-i%2]
			replaced <- errors.Join(os.Rename(path, beside), os.Rename(next, path), os.Rename(beside, now))
		}()
		s, err := OpenReadOnly(path)
		if err == nil {
			if got := lines(t, s); !slices.Equal(got, want[0]) && !slices.Equal(got, want[1]) {
				t.Errorf("got %q", got)
			}
			err = s.Close()
		}
		if err != nil && !errors.Is(err, ErrNoStore) {
			t.Error(err)
		}
		if err := <-replaced; err != nil {
			t.Fatal(err)
		}
	}
}
