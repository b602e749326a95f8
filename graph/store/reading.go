package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// OpenReadOnly opens a store as it is now, to read it. Any number of processes
// can, beside one that writes, and where nothing can be written, as on a file
// system mounted for reading. What is written later this Store does not see;
// open another. Put, Load, Remove, Decide, Undo and Repair fail with
// ErrReadOnly.
//
// Nothing is written to the store. Its files are held open: the space of those
// that a writer removes meanwhile is free when this Store is closed, or its
// process ends. On Unix the store may be moved or removed meanwhile.
func OpenReadOnly(path string) (*Store, error) {
	if OnServer(path) {
		return onServer(path, toRead)
	}
	return openReadOnly(vfs.Default, path)
}

// Where a build puts a store in the place of another, there is none in between.
const (
	absentAttempts = 10
	absentPause    = 5 * time.Millisecond
)

func openReadOnly(fsys vfs.FS, path string) (s *Store, err error) {
	for range absentAttempts {
		if s, err = tryReadOnly(fsys, path); !isAbsent(err) {
			break
		}
		time.Sleep(absentPause)
	}
	return s, wrap(path, err)
}

// isAbsent reports whether an error may come of a store that is being replaced.
func isAbsent(err error) bool {
	return errors.Is(err, ErrNoStore) || errors.Is(err, ErrForeign) || errors.Is(err, ErrDamaged)
}

func tryReadOnly(fsys vfs.FS, path string) (*Store, error) {
	if err := checkMark(path); err != nil {
		return nil, err
	}
	db, err := openPinned(fsys, filepath.Join(path, graphPath))
	if err != nil {
		return nil, openError(path, err)
	}
	e, err := newEmbedded(db)
	if err != nil {
		return nil, errors.Join(damaged(err), db.Close())
	}
	return &Store{path: path, db: e}, nil
}

// openPinned opens the Pebble directory dir for reading.
func openPinned(fsys vfs.FS, dir string) (*database, error) {
	cache, err := cacheSize()
	if err != nil {
		return nil, err
	}
	p, err := pin(fsys, dir)
	if err != nil {
		return nil, err
	}
	d := &database{fs: p, dir: dir, pinned: p}
	opts := pebbleOptions()
	opts.ReadOnly = true
	if err := d.openWith(opts, cache); err != nil {
		return nil, errors.Join(err, p.close())
	}
	return d, nil
}

// openWith turns the panic by which Pebble ends what it cannot get over into an
// error.
func (d *database) openWith(opts *pebble.Options, cacheBytes int64) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	cache := pebble.NewCache(cacheBytes)
	defer cache.Unref()
	opts.FS, opts.Cache = d.fs, cache
	d.pebble, err = pebble.Open(d.dir, opts)
	return err
}

// writable fails where the database is open for reading.
func (d *database) writable() error {
	if d.pinned != nil {
		return ErrReadOnly
	}
	return nil
}

// scratch makes a folder for what does not fit into memory, beside the database
// or, where that is only read, among the system's temporary files.
func (d *database) scratch() (vfs.FS, string, error) {
	if d.pinned != nil {
		dir, err := os.MkdirTemp("", "whom-")
		return vfs.Default, dir, err
	}
	dir := d.dir + loadSuffix
	return d.fs, dir, d.fs.MkdirAll(dir, 0o777)
}
