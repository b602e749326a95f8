package store

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"github.com/whomgraph/whom/graph"
)

// numbered is a document whose actors change those of the one before: every
// fourth is of another type, so that ids of older actors change.
func numbered(n int) graph.Extraction {
	return article(fmt.Sprint(n),
		fmt.Sprintf("Georgia:%s sue army@Sorin:person", []string{"state", "unknown", "state", "person"}[n%4]),
		fmt.Sprintf("Sorin:person =meet Name~%d:person", n))
}

// step puts a document, every sixth by writing the store anew, or, every fourth
// time, removes some.
func step(s *Store, n int) error {
	ctx := context.Background()
	switch {
	case n%4 == 3:
		return s.Remove(ctx, removed(n)...)
	case n%6 == 4:
		return replaceAll(ctx, s, numbered(n))
	}
	return s.Put(ctx, numbered(n))
}

// replaceAll writes a store anew, with documents that it does not have.
func replaceAll(ctx context.Context, s *Store, news ...graph.Extraction) error {
	has, err := read(ctx, s, (*reader).documents)
	if err != nil {
		return err
	}
	return s.replace(ctx, func(r *reader) source { return union{ctx, r, has, nil, given(nil, news...)}.extractions })
}

// removed are the ids of a document of shortly before and, so that the store
// stays small, those of the step twelve before that are left.
func removed(n int) []string {
	ids := []string{fmt.Sprint(n - 2)}
	if n > 12 {
		ids = append(ids, fmt.Sprint(n-15), fmt.Sprint(n-13))
	}
	return ids
}

// after are the ids of the documents there are after so many steps, sorted.
func after(steps int) (ids []string) {
	for n := range steps {
		if n%4 == 3 {
			gone := removed(n)
			ids = slices.DeleteFunc(ids, func(id string) bool { return slices.Contains(gone, id) })
		} else {
			ids = append(ids, fmt.Sprint(n))
		}
	}
	slices.Sort(ids)
	return ids
}

// fill takes steps until the process ends, and says when each is done.
func fill(s *Store) error {
	for n := 0; ; n++ {
		if err := step(s, n); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

var kills = flag.Int("kills", 40, "how many processes TestKilled kills")

// A process that is killed, at whatever point, leaves the store as it is after
// the last step of which it was told that it is done, or after the next one. A
// reader sees the same before a writer has opened it again.
func TestKilled(t *testing.T) {
	s, m := fresh(t), newModel(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for n := range *kills {
		path := filepath.Join(t.TempDir(), "x.db")
		if err := os.CopyFS(path, os.DirFS(s.Path())); err != nil {
			t.Fatal(err)
		}
		done := killed(t, path, n)
		seen := readOnlyLines(t, path)
		left, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		m.compare(t, left, done)
		sameLines(t, fmt.Sprintf("for a reader after %d steps", done), seen, lines(t, left))
		if err := left.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A model is a store that nobody kills, with its quads after so many steps.
type model struct {
	store  *Store
	states [][]string
}

func newModel(t *testing.T) *model {
	s := fresh(t)
	return &model{s, [][]string{lines(t, s)}}
}

// compare holds a store against the model after the steps that were done, or one
// more.
func (m *model) compare(t *testing.T, left *Store, done int) {
	t.Helper()
	for len(m.states) < done+2 {
		if err := step(m.store, len(m.states)-1); err != nil {
			t.Fatal(err)
		}
		m.states = append(m.states, lines(t, m.store))
	}
	got := lines(t, left)
	if !slices.Equal(got, m.states[done+1]) {
		sameLines(t, fmt.Sprintf("after %d steps", done), got, m.states[done])
	}
	if kinds, err := left.db.verify(t.Context()); err != nil || len(slices.Concat(kinds...)) > 0 {
		t.Errorf("after %d steps: %q, %v", done, kinds, err)
	}
}

// killed kills a process that fills a store, some time after some steps that hang
// on n, and returns how many steps were done.
func killed(t *testing.T, path string, n int) (done int) {
	t.Helper()
	cmd, out := start(t, "fill "+path)
	for ; done < n%7; done++ {
		if !out.Scan() {
			t.Fatal("the other process has ended")
		}
	}
	time.Sleep(time.Duration(n*n%97) * 200 * time.Microsecond)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for out.Scan() { // what it said before its end
		done++
	}
	_ = cmd.Wait() // it was killed
	return done
}

// A batch that Cayley rejects leaves nothing behind, neither on disk nor in
// what Cayley remembers.
func TestRejectedWrite(t *testing.T) {
	a := quad.MakeIRI("a", "p", "b", "l")
	b := quad.MakeIRI("c", "p", "b", "l")
	missing := quad.MakeIRI("x", "p", "y", "")
	tests := []struct {
		why         string
		add, remove []quad.Quad
		want        error
	}{
		{"a quad that is there", []quad.Quad{b, a}, nil, cayley.ErrQuadExists},
		{"a quad that is not there", []quad.Quad{b}, []quad.Quad{a, missing}, cayley.ErrQuadNotExist},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			s := filled(t, news()...)
			want := append(lines(t, s), a.NQuad())
			if err := write(t.Context(), onPebble(s).db, []quad.Quad{a}, nil); err != nil {
				t.Fatal(err)
			}
			var delta *cayley.DeltaError
			if err := write(t.Context(), onPebble(s).db, test.add, test.remove); !errors.As(err, &delta) || delta.Err != test.want {
				t.Fatalf("got error %v", err)
			}
			sameLines(t, "after the rejection", sorted(lines(t, s)), sorted(want))
			if err := write(t.Context(), onPebble(s).db, []quad.Quad{b}, []quad.Quad{a}); err != nil {
				t.Fatal(err)
			}
			want[len(want)-1] = b.NQuad()
			sameLines(t, "after the next write", sorted(lines(t, s)), sorted(want))
		})
	}
}

// Why write does not hand both to Cayley at once: an added quad loses the nodes
// that lose more quads than they gain.
func TestCayleyCannotAddAndRemoveAtOnce(t *testing.T) {
	from := func(s string) quad.Quad {
		return quad.Quad{Subject: quad.IRI(s), Predicate: quad.IRI("p"), Object: quad.IRI("o")}
	}
	delta := func(q quad.Quad, action cayley.Procedure) cayley.Delta { return cayley.Delta{Quad: q, Action: action} }
	db := newDatabase(t)
	if err := initialize(db); err != nil {
		t.Fatal(err)
	}
	if err := write(t.Context(), db, []quad.Quad{from("a"), from("b")}, nil); err != nil {
		t.Fatal(err)
	}
	tx, err := db.begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Close()
	qs, err := openGraph(session{tx})
	if err != nil {
		t.Fatal(err)
	}
	mixed := []cayley.Delta{delta(from("c"), cayley.Add), delta(from("a"), cayley.Delete), delta(from("b"), cayley.Delete)}
	if err := qs.ApplyDeltas(mixed, cayley.IgnoreOpts{}); err != nil {
		t.Fatal(err)
	}
	if got := quadsOf(t, qs, qs.QuadsAllIterator()); slices.Equal(got, []quad.Quad{from("c")}) {
		t.Error("Cayley can: write may be simpler")
	}
}

// disk is a file system whose writes can be made to fail.
type disk struct {
	vfs.FS
	free    atomic.Uint64
	failing atomic.Bool
}

func newDisk() *disk {
	d := new(disk)
	d.free.Store(1 << 40)
	d.FS = errorfs.Wrap(vfs.Default, errorfs.InjectorFunc(func(op errorfs.Op) error {
		if d.failing.Load() && op.Kind == errorfs.OpFileWrite {
			return syscall.ENOSPC
		}
		return nil
	}))
	return d
}

func (d *disk) GetDiskUsage(string) (vfs.DiskUsage, error) {
	return vfs.DiskUsage{AvailBytes: d.free.Load()}, nil
}

func TestFullDisk(t *testing.T) {
	d := newDisk()
	s, err := create(d, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Put(t.Context(), numbered(0)); err != nil {
		t.Fatal(err)
	}
	want := lines(t, s)
	d.free.Store(1 << 20)
	if err := s.Put(t.Context(), numbered(1)); err == nil || !strings.Contains(err.Error(), "disk is full: 1 MB") {
		t.Errorf("got error %v", err)
	}
	sameLines(t, "on a full disk", lines(t, s), want)
	d.free.Store(1 << 40)
	if err := s.Put(t.Context(), numbered(1)); err != nil {
		t.Fatal(err)
	}
	sameLines(t, "after it", lines(t, s), lines(t, filled(t, numbered(0), numbered(1))))
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestCreateAndOpenOnAFullDisk(t *testing.T) {
	full := []struct {
		why  string
		fill func(*disk)
		says string
	}{
		{"nothing is left", func(d *disk) { d.free.Store(1 << 20) }, "disk is full: 1 MB"},
		{"writes fail", func(d *disk) { d.failing.Store(true) }, "no space left"},
	}
	for _, test := range full {
		t.Run(test.why, func(t *testing.T) {
			d := newDisk()
			test.fill(d)
			path := filepath.Join(t.TempDir(), "x.db")
			if _, err := create(d, path); err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("create: got error %v", err)
			}
			if _, err := open(d, path); !errors.Is(err, ErrForeign) {
				t.Errorf("open of what is no store: got error %v", err)
			}
		})
	}
	s := filled(t, news()...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	d := newDisk()
	d.free.Store(1 << 20)
	if _, err := open(d, s.Path()); err == nil || errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "disk is full") {
		t.Errorf("open: got error %v", err)
	}
}

// A write that fails on disk stops the store; opened again it has all of the
// write or nothing.
func TestFailingDisk(t *testing.T) {
	d := newDisk()
	s, err := create(d, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Put(t.Context(), numbered(0)); err != nil {
		t.Fatal(err)
	}
	without := lines(t, s)
	d.failing.Store(true)
	for range 2 {
		if err := s.Put(t.Context(), numbered(1)); !errors.Is(err, ErrWrite) || !strings.Contains(err.Error(), "no space left") {
			t.Errorf("put: got error %v", err)
		}
	}
	if _, err := s.Document(t.Context(), "0"); !errors.Is(err, ErrWrite) {
		t.Errorf("read: got error %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	d.failing.Store(false)
	s, err = Open(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Document(t.Context(), "1"); errors.Is(err, ErrNotFound) {
		sameLines(t, "without the failed write", lines(t, s), without)
	} else {
		sameLines(t, "with the failed write", lines(t, s), lines(t, filled(t, numbered(0), numbered(1))))
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
