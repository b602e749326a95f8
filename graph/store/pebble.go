package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/bloom"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/hidal-go/hidalgo/kv"
)

// Backend is the name under which Cayley opens a store's graph directory
// itself, as graph.NewQuadStore(store.Backend, …, graph.Options{"no_bloom": true}).
const Backend = "pebble"

func init() {
	open := func(path string, _ graph.Options) (kv.KV, error) {
		return openDatabase(vfs.Default, path, true)
	}
	cayleykv.Register(Backend, cayleykv.Registration{NewFunc: open, InitFunc: open, IsPersistent: true})
}

const (
	// defaultCache, in megabytes, bounds what is kept of blocks read and of writes
	// not yet in files. It fills as it is used: a small store takes a few megabytes.
	defaultCache = 256
	// memTableSize is the most that is collected before a file is written. As
	// much is set aside on disk for each log; more loads no faster.
	memTableSize = 4 << 20
	// slack is what Pebble may need on disk beside the data itself.
	slack = 8 << 20
)

// CacheVariable is the environment variable that says, in megabytes, how much
// memory an open store in a directory takes at most to keep what it has read. A
// store that is asked again and again is best kept whole; 256 do for most.
const CacheVariable = "WHOM_CACHE"

var errCache = errors.New("want a number of megabytes")

// cacheSize is the size of the cache in bytes.
func cacheSize() (int64, error) {
	text := os.Getenv(CacheVariable)
	if text == "" {
		return defaultCache << 20, nil
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n <= 0 {
		return 0, fmt.Errorf("%s=%s: %w", CacheVariable, text, errCache)
	}
	return n << 20, nil
}

// A database is Pebble as Cayley wants a key-value store.
type database struct {
	fs     vfs.FS
	dir    string
	pebble *pebble.DB
	lock   *pebble.Lock
	pinned *pinned    // where it is only read, instead of the lock
	writer sync.Mutex // held by the one writing transaction

	mu     sync.Mutex
	open   int // transactions not yet closed
	closed bool
	failed error // by a write that Pebble cannot get over
}

// openDatabase opens the Pebble directory dir for writing, and makes it where
// create is set. Only one process at a time can have it open so; openPinned
// opens it for reading beside that one.
func openDatabase(fsys vfs.FS, dir string, create bool) (*database, error) {
	cache, err := cacheSize()
	if err != nil {
		return nil, err
	}
	if create {
		if err := fsys.MkdirAll(dir, 0o777); err != nil {
			return nil, err
		}
	}
	lock, err := pebble.LockDirectory(dir, fsys)
	if err != nil {
		return nil, lockError(err)
	}
	d := &database{fs: appending{fsys}, dir: dir, lock: lock}
	if err := fsys.RemoveAll(dir + loadSuffix); err != nil { // of a process that was killed
		return nil, errors.Join(err, lock.Close())
	}
	opts := pebbleOptions()
	opts.Lock, opts.ErrorIfNotExists = lock, !create
	if err := d.roomFor(0); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	if err := d.openWith(opts, cache); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return d, nil
}

// lockError parts a lock that another holds from a lock file that cannot be
// made.
func lockError(err error) error {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return err
	}
	return ErrInUse
}

func pebbleOptions() *pebble.Options {
	opts := &pebble.Options{
		// Fixed, so that a newer Pebble leaves a store readable to an older one.
		FormatMajorVersion: pebble.FormatTableFormatV6,
		MemTableSize:       memTableSize,
		Logger:             silent{},
		// Damage is reported where it is read; otherwise it ends the process.
		EventListener: &pebble.EventListener{DataCorruption: func(pebble.DataCorruptionInfo) {}},
	}
	for i := range opts.Levels {
		// Writing asks for many values that are not there yet.
		opts.Levels[i].FilterPolicy = bloom.FilterPolicy(10)
		opts.Levels[i].BlockSize = 16 << 10
	}
	// MinLZ, on 64-bit Arm Snappy. Zstandard saves three hundredths more, but takes several times as
	// long to read.
	opts.ApplyCompressionSettings(func() pebble.DBCompressionSettings { return pebble.DBCompressionFastest })
	return opts
}

// silent keeps Pebble from writing to the program's stderr. Fatalf must not
// return: Pebble calls it where a write has failed in a way that leaves its
// memory unusable.
type silent struct{}

func (silent) Infof(string, ...any)  {}
func (silent) Errorf(string, ...any) {}
func (silent) Fatalf(format string, args ...any) {
	panic(fmt.Errorf(format, args...))
}

// Tx begins a transaction. One that reads sees the database as it is now; one
// that writes sees its own writes too, and waits for the one before it.
func (d *database) Tx(write bool) (kv.Tx, error) {
	if write {
		return d.begin()
	}
	return d.look()
}

func (d *database) look() (*transaction, error) {
	if err := d.enter(); err != nil {
		return nil, err
	}
	return &transaction{db: d, reader: d.pebble.NewSnapshot()}, nil
}

func (d *database) begin() (*transaction, error) {
	d.writer.Lock()
	if err := d.enter(); err != nil {
		d.writer.Unlock()
		return nil, err
	}
	batch := d.pebble.NewIndexedBatch()
	return &transaction{db: d, reader: batch, batch: batch}, nil
}

func (d *database) enter() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	switch {
	case d.failed != nil:
		return d.failed
	case d.closed:
		return ErrClosed
	}
	d.open++
	return nil
}

func (d *database) leave() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.open--
}

// fail stops the database: after an error in a commit Pebble's memory may hold
// what its files do not.
func (d *database) fail(cause error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.failed = fmt.Errorf("%w, open the store again: %w", ErrWrite, cause)
	return d.failed
}

var errFull = errors.New("the disk is full")

// roomFor fails where the disk cannot take n more bytes. Pebble stops the whole
// process on some errors of a full disk, so it is asked before.
func (d *database) roomFor(n int) error {
	usage, err := d.fs.GetDiskUsage(d.dir)
	if err != nil {
		return nil // not every file system tells
	}
	// Once in the log, once in a table, once while tables are merged.
	if need := 3*uint64(n) + slack; usage.AvailBytes < need {
		return fmt.Errorf("%w: %d MB are left, %d are needed", errFull, usage.AvailBytes>>20, need>>20)
	}
	return nil
}

// replace puts tables in the place of all that the database has, in one step.
func (d *database) replace(ctx context.Context, paths []string) (err error) {
	if err := d.enter(); err != nil {
		return err
	}
	defer d.leave()
	d.writer.Lock()
	defer d.writer.Unlock()
	if err := d.roomFor(0); err != nil {
		return err
	}
	defer func() {
		if r := recover(); r != nil {
			err = d.fail(fmt.Errorf("%v", r))
		}
	}()
	_, err = d.pebble.IngestAndExcise(ctx, paths, nil, nil, everything)
	return err
}

// compact writes all tables anew, without what was removed.
func (d *database) compact(ctx context.Context) error {
	if err := d.enter(); err != nil {
		return err
	}
	defer d.leave()
	return d.pebble.Compact(ctx, []byte{0}, bytes.Repeat([]byte{0xff}, 64), false)
}

// Close writes what is still in the log to a table, so that the next open has
// nothing to do, and closes the database. Closing again does nothing. It fails,
// and leaves the database open, while somebody reads.
func (d *database) Close() error {
	d.writer.Lock()
	defer d.writer.Unlock()
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil
	}
	if d.open > 0 {
		return fmt.Errorf("%d iterators are still open: close them first", d.open)
	}
	d.closed = true
	if d.pinned != nil {
		return errors.Join(d.pebble.Close(), d.pinned.close())
	}
	if d.failed != nil {
		// Its error is that of the write, which was reported.
		_ = d.pebble.Close()
		return d.lock.Close()
	}
	flushed := false
	var err error
	if d.roomFor(0) == nil {
		err = d.pebble.Flush()
		flushed = err == nil
	}
	err = errors.Join(err, d.pebble.Close())
	if flushed && err == nil {
		err = d.dropLogs()
	}
	return errors.Join(err, d.lock.Close())
}

// dropLogs removes the logs of a closed database, all of whose writes are in
// tables. Pebble would keep some megabytes of them, to write over. On Windows one
// that a reader has open stays, until the next writer opens the store.
func (d *database) dropLogs() error {
	names, err := d.fs.List(d.dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		if filepath.Ext(name) == ".log" {
			_ = d.fs.Remove(d.fs.PathJoin(d.dir, name))
		}
	}
	return nil
}
