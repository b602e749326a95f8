package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// A store is a directory of
//
//	whom.json  {"program":"whom","format":1}, written when all the rest is there
//	pid        the process that has the store open for writing, or had it last
//	graph/     Cayley's keys and values (see key.go), in files of Pebble
const (
	markFile  = "whom.json"
	pidFile   = "pid"
	graphPath = "graph"
)

// Format numbers the layout of a store: its files, and the quads of its
// documents, entities, actors and claims. A store of another format has to be
// built again.
const Format = 2

type mark struct {
	Program string `json:"program"`
	Format  int    `json:"format"`
}

const program = "whom"

// check fails for a store of another format.
func (m mark) check() error {
	switch {
	case m.Format > Format:
		return fmt.Errorf("%w: it has %d, this program reads %d; use a newer program", ErrVersion, m.Format, Format)
	case m.Format < Format:
		return fmt.Errorf("%w: it has %d, this program reads %d; build it again", ErrVersion, m.Format, Format)
	}
	return nil
}

// A Store keeps documents, with their entities and claims, as a Cayley graph.
// It is safe for concurrent use: writes wait for each other, and a reader sees
// each document whole, as it is before a write or after it.
type Store struct {
	path string
	mu   sync.RWMutex // held for writing by Put, Remove and Close
	db   backend
}

// Create makes an empty store: in a directory, where nothing may be, or an empty
// one, or, where the path is as postgres://user@host:port/name, in a database
// that is there, in the first schema of its search path. A directory may be moved
// while nobody has it open for writing, so that one can be filled beside the
// place where it is to be and then renamed.
func Create(path string) (*Store, error) {
	if OnServer(path) {
		return onServer(path, toCreate)
	}
	return create(vfs.Default, path)
}

// Open opens a store that Create made, to read and write it. One process at a
// time can, others fail with ErrInUse; many can read it, by OpenReadOnly. What is
// no store is left untouched.
func Open(path string) (*Store, error) {
	if OnServer(path) {
		return onServer(path, toWrite)
	}
	return open(vfs.Default, path)
}

func create(fsys vfs.FS, path string) (*Store, error) {
	if err := checkEmpty(path); err != nil {
		return nil, wrap(path, err)
	}
	db, err := openDatabase(fsys, filepath.Join(path, graphPath), true)
	if err != nil {
		return nil, wrap(path, err)
	}
	s, err := begin(path, db)
	if err != nil {
		err = errors.Join(err, db.Close())
		for _, name := range []string{graphPath, pidFile, markFile} {
			err = errors.Join(err, os.RemoveAll(filepath.Join(path, name)))
		}
		return nil, wrap(path, err)
	}
	return s, nil
}

// begin makes an empty graph and, when all is there, marks the directory as a
// store.
func begin(path string, db *database) (*Store, error) {
	if err := initialize(db); err != nil {
		return nil, err
	}
	s, err := newStore(path, db)
	if err != nil {
		return nil, err
	}
	return s, writeMark(path)
}

// Hold keeps a store from being written until release is called. It reads
// nothing of the store but its mark, so that one which is damaged can be held,
// and, where the system lets a folder in use be moved, moved meanwhile.
func Hold(path string) (release func() error, err error) {
	if err := checkMark(path); err != nil {
		return nil, wrap(path, err)
	}
	lock, err := pebble.LockDirectory(filepath.Join(path, graphPath), vfs.Default)
	if err != nil {
		return nil, wrap(path, openError(path, lockError(err)))
	}
	if err := writePID(path); err != nil {
		return nil, wrap(path, errors.Join(err, lock.Close()))
	}
	return lock.Close, nil
}

func open(fsys vfs.FS, path string) (*Store, error) {
	if err := checkMark(path); err != nil {
		return nil, wrap(path, err)
	}
	db, err := openDatabase(fsys, filepath.Join(path, graphPath), false)
	if err != nil {
		return nil, wrap(path, openError(path, err))
	}
	s, err := newStore(path, db)
	if err != nil {
		return nil, wrap(path, errors.Join(err, db.Close()))
	}
	return s, nil
}

// openError parts what is wrong with a store from what is wrong around it.
func openError(path string, err error) error {
	var file *fs.PathError
	switch {
	case errors.Is(err, ErrInUse):
		return fmt.Errorf("%w by %s: wait until it has ended", ErrInUse, holder(path))
	case errors.Is(err, errFull) || errors.Is(err, errUnsteady) || errors.Is(err, errCache) || errors.As(err, &file) && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return damaged(err)
}

// newStore reads what Cayley needs to know and notes who has the store open.
func newStore(path string, db *database) (*Store, error) {
	e, err := newEmbedded(db)
	if err != nil {
		return nil, damaged(err)
	}
	if err := writePID(path); err != nil {
		return nil, err
	}
	return &Store{path: path, db: e}, nil
}

func writePID(path string) error {
	return os.WriteFile(filepath.Join(path, pidFile), []byte(strconv.Itoa(os.Getpid())+"\n"), 0o666)
}

// holder says which process has a store open, as far as it says so itself.
func holder(path string) string {
	pid, err := os.ReadFile(filepath.Join(path, pidFile))
	if err != nil {
		return "another process"
	}
	return "process " + strings.TrimSpace(string(pid))
}

func writeMark(path string) error {
	text, err := json.Marshal(mark{Program: program, Format: Format})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(path, markFile), append(text, '\n'), 0o666)
}

func checkEmpty(path string) error {
	entries, err := os.ReadDir(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case errors.Is(err, fs.ErrPermission):
		return err
	case err != nil || len(entries) > 0:
		return fmt.Errorf("%w: choose another path or remove what is there", ErrExists)
	}
	return nil
}

func checkMark(path string) error {
	if checkEmpty(path) == nil {
		return fmt.Errorf("%w: make it with `whom build`", ErrNoStore)
	}
	text, err := os.ReadFile(filepath.Join(path, markFile))
	if errors.Is(err, fs.ErrPermission) {
		return err
	}
	var m mark
	if err == nil {
		err = json.Unmarshal(text, &m)
	}
	if err != nil || m.Program != program {
		if inside := filepath.Join(path, "whom.db"); isStore(inside) {
			return fmt.Errorf("%w: did you mean %s?", ErrForeign, inside)
		}
		return fmt.Errorf("%w: choose another path", ErrForeign)
	}
	return m.check()
}

// isStore reports whether a path has the mark of a store.
func isStore(path string) bool {
	_, err := os.Stat(filepath.Join(path, markFile))
	return err == nil
}

// Path returns where the store is.
func (s *Store) Path() string { return s.path }

// QuadStore returns the graph for Cayley's own queries. It can only read, and
// stands until Close; after a Put or Remove ask for it again, for this one may
// miss what they brought. Close its iterators before the store.
func (s *Store) QuadStore() graph.QuadStore {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.db.quadStore()
}

// Close closes the store. Closing again does nothing. It fails, and leaves the
// store open, while iterators of the QuadStore are open.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.wrap(s.db.Close())
}
