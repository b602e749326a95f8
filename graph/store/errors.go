package store

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cockroachdb/pebble/v2"
)

// Errors that a caller may want to tell apart, by errors.Is.
var (
	// ErrNotFound: the store has no document or claim of that id.
	ErrNotFound = errors.New("not found")
	// ErrNoStore: nothing is at the path.
	ErrNoStore = errors.New("does not exist")
	// ErrExists: something is at the path of a store to be made.
	ErrExists = errors.New("exists already")
	// ErrForeign: what is at the path was not made by whom, or not to its end.
	ErrForeign = errors.New("not a store made by whom")
	// ErrReadOnly: the store was opened for reading.
	ErrReadOnly = errors.New("open for reading only")
	// ErrInUse: another process, or this one, has the store open for writing.
	ErrInUse = errors.New("in use")
	// ErrVersion: the store is of another format.
	ErrVersion = errors.New("of another format")
	// ErrDamaged: files of the store are missing or not as they were written.
	ErrDamaged = errors.New("damaged")
	// ErrWrite: the disk, or the server, failed in the midst of a write. Whether
	// the write is kept shows when the store is opened again.
	ErrWrite = errors.New("a write failed")
	// ErrServer: there is no connection to the PostgreSQL server, or none any more.
	// What was not kept by then is not kept.
	ErrServer = errors.New("no connection to the server")
	// ErrClosed: the store was closed.
	ErrClosed = errors.New("closed")
	// ErrInvalid: what was to be put contradicts itself.
	ErrInvalid = errors.New("cannot be kept")
)

// wrap names the store in an error.
func (s *Store) wrap(err error) error { return wrap(s.path, err) }

func wrap(path string, err error) error {
	if err == nil {
		return nil
	}
	if pebble.IsCorruptionError(err) {
		err = damaged(err)
	}
	return fmt.Errorf("store %q: %w", path, err)
}

// damaged says what to do about a store that cannot be read. Of what Pebble says
// it keeps the first line, below which stand details for its makers.
func damaged(err error) error {
	if errors.Is(err, ErrDamaged) {
		return err
	}
	line, _, _ := strings.Cut(err.Error(), "\n")
	return fmt.Errorf("%w, build it again: %s", ErrDamaged, line)
}
