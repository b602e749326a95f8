package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"github.com/whomgraph/whom/graph"
)

// readOnlyLines reads the quads of a store as others may, beside a writer.
func readOnlyLines(t *testing.T, path string) []string {
	t.Helper()
	s, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	return lines(t, s)
}

// Readers see what a writer of the same process has done so far, and nothing of
// what it does later, whatever becomes of the files.
func TestOpenReadOnlyBesideAWriter(t *testing.T) {
	s := filled(t, news()...)
	want := lines(t, s)
	var early []*Store
	for range 2 {
		r, err := OpenReadOnly(s.Path())
		if err != nil {
			t.Fatal(err)
		}
		early = append(early, r)
	}
	for n := range 9 {
		if err := step(s, n); err != nil {
			t.Fatal(err)
		}
		sameLines(t, fmt.Sprint("a reader after step ", n), readOnlyLines(t, s.Path()), lines(t, s))
	}
	if err := onPebble(s).db.compact(t.Context()); err != nil {
		t.Fatal(err)
	}
	sameLines(t, "a reader after compaction", readOnlyLines(t, s.Path()), lines(t, s))
	for _, r := range early {
		sameLines(t, "a reader of before", lines(t, r), want)
		if faults, err := graphFaults(t, r); err != nil || len(faults) > 0 {
			t.Errorf("a reader of before: %q, %v", faults, err)
		}
	}
	if _, err := Open(s.Path()); !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), strconv.Itoa(os.Getpid())) {
		t.Errorf("a second writer beside readers: %v", err)
	}
	last := lines(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	sameLines(t, "a reader after the writer", readOnlyLines(t, s.Path()), last)
	for _, r := range early {
		sameLines(t, "a reader of before, after the writer", lines(t, r), want)
		if err := errors.Join(r.Close(), r.Close()); err != nil {
			t.Error(err)
		}
	}
}

// A lock is of a process, which gives it up when it closes the file, however
// often it has it open.
func TestReadersLeaveTheWritersLock(t *testing.T) {
	s := filled(t, news()...)
	readOnlyLines(t, s.Path())
	cmd, out := start(t, "try "+s.Path())
	if !out.Scan() || !strings.Contains(out.Text(), "in use by process "+strconv.Itoa(os.Getpid())) {
		t.Errorf("another process says: %s", out.Text())
	}
	_ = cmd.Wait() // what it says is what matters
}

// graphFaults holds the indexes of a store against its log.
func graphFaults(t *testing.T, s *Store) ([]string, error) {
	kinds, err := s.db.verify(t.Context())
	return slices.Concat(kinds...), err
}

// A look is what a reader has seen of a store that is being filled.
type look struct {
	done      int // steps that were done before
	documents []string
	faults    []string
	err       error
}

// Fifty readers at once, beside a process that adds, removes and writes anew, see
// each the documents of one step, of the last that was done when they opened the
// store or a later one, and each document whole.
func TestReadersDuringAnAdd(t *testing.T) {
	t.Run("pebble", func(t *testing.T) {
		s := fresh(t)
		readersDuringAnAdd(t, s, s.Path())
	})
	t.Run("postgres", func(t *testing.T) {
		s := onPostgres(t)
		readersDuringAnAdd(t, s, addressOf(s))
	})
}

func readersDuringAnAdd(t *testing.T, s *Store, path string) {
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	cmd, out := start(t, "fill "+path)
	if !out.Scan() {
		t.Fatal("the other process has ended")
	}
	var done atomic.Int64
	done.Add(1)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for out.Scan() {
			done.Add(1)
		}
	}()
	looks := make([]look, 50)
	var readers sync.WaitGroup
	for i := range looks {
		readers.Go(func() { looks[i] = lookAt(t, path, int(done.Load())) })
	}
	readers.Wait()
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-ended
	for i, l := range looks {
		if l.err != nil || len(l.faults) > 0 {
			t.Errorf("look %d: %v, %q", i, l.err, l.faults)
			continue
		}
		steps := l.done
		for steps <= int(done.Load()) && !slices.Equal(l.documents, after(steps)) {
			steps++
		}
		if !slices.Equal(l.documents, after(steps)) {
			t.Errorf("look %d: documents %q are those of no step from %d to %d", i, l.documents, l.done, steps)
		}
	}
}

func lookAt(t *testing.T, path string, done int) (l look) {
	l.done = done
	s, err := OpenReadOnly(path)
	if err != nil {
		return look{err: err}
	}
	defer func() { l.err = errors.Join(l.err, s.Close()) }()
	for d, err := range s.Documents(t.Context()) {
		if err != nil {
			l.err = err
			return l
		}
		l.err = errors.Join(l.err, isWhole(t, s, d.ID))
		l.documents = append(l.documents, d.ID)
	}
	l.faults, err = graphFaults(t, s)
	l.err = errors.Join(l.err, err)
	return l
}

// isWhole holds a document in a store against what was put.
func isWhole(t *testing.T, s *Store, id string) error {
	got, err := s.Extraction(t.Context(), id)
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(id)
	if err != nil {
		return err
	}
	want := arranged(numbered(n))
	if same, err := equal(&got, want); err != nil || same {
		return err
	}
	return fmt.Errorf("document %s is %+v, want %+v", id, got, *want)
}

// unwritable is a file system that is mounted for reading.
func unwritable(written *atomic.Int64) vfs.FS {
	return errorfs.Wrap(vfs.Default, errorfs.InjectorFunc(func(op errorfs.Op) error {
		if op.Kind.ReadOrWrite() == errorfs.OpIsWrite {
			written.Add(1)
			return &fs.PathError{Op: "write", Path: op.Path, Err: syscall.EROFS}
		}
		return nil
	}))
}

// A store is read where nothing can be written, also one whose writer was killed
// and that holds writes in its log alone, and is left as it was.
func TestReadWhereNothingCanBeWritten(t *testing.T) {
	closed, killed := filled(t, news()...), t.TempDir()
	want := lines(t, closed)
	if err := os.CopyFS(killed, os.DirFS(closed.Path())); err != nil {
		t.Fatal(err)
	}
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}
	for why, path := range map[string]string{"closed": closed.Path(), "killed": killed} {
		t.Run(why, func(t *testing.T) {
			var written atomic.Int64
			if _, err := open(unwritable(&written), path); !errors.Is(err, syscall.EROFS) || written.Load() == 0 {
				t.Fatalf("opened for writing: %v after %d writes", err, written.Load())
			}
			written.Store(0)
			before := stamps(t, path)
			s, err := openReadOnly(unwritable(&written), path)
			if err != nil {
				t.Fatal(err)
			}
			sameLines(t, why, lines(t, s), want)
			if faults, err := graphFaults(t, s); err != nil || len(faults) > 0 {
				t.Errorf("faults %q, %v", faults, err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			if n := written.Load(); n > 0 {
				t.Errorf("%d writes", n)
			}
			if after := stamps(t, path); after != before {
				t.Errorf("the store has changed from\n%s\nto\n%s", before, after)
			}
		})
	}
}

// stamps lists files and folders with the time of their last change.
func stamps(t *testing.T, root string) string {
	t.Helper()
	var out strings.Builder
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil {
			fmt.Fprintln(&out, path, info.Size(), info.ModTime())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestReadOnlyRefusesToWrite(t *testing.T) {
	s := filled(t, news()...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	before := stamps(t, s.Path())
	r, err := OpenReadOnly(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	decision := graph.Decision{Kind: graph.RenameDecision, Anchor: &graph.Anchor{Surface: "NATO"}, Name: "Nato"}
	writes := map[string]func() error{
		"Put":    func() error { return r.Put(ctx, numbered(1)) },
		"Load":   func() error { return r.Load(ctx, given(nil, short(putAtOnce+1)...)) },
		"Remove": func() error { return r.Remove(ctx, "alpha/1") },
		"Decide": func() error { _, err := r.Decide(ctx, decision); return err },
		"Undo":   func() error { return r.Undo(ctx, decision.ID()) },
		"Repair": func() error { _, err := r.Repair(ctx); return err },
	}
	for what, write := range writes {
		if err := write(); !errors.Is(err, ErrReadOnly) || !strings.Contains(err.Error(), s.Path()) {
			t.Errorf("%s: got error %v", what, err)
		}
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if after := stamps(t, s.Path()); after != before {
		t.Errorf("the store has changed from\n%s\nto\n%s", before, after)
	}
}
