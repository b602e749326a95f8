package store

import (
	"fmt"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/objstorage/objstorageprovider"
	"github.com/cockroachdb/pebble/v2/sstable"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// tableBytes is how much a table holds, before it is compressed.
const tableBytes = 64 << 20

// A tableWriter writes keys that come in their order into tables of Pebble,
// which it takes in as they are.
type tableWriter struct {
	fs     vfs.FS
	name   string // of its files, with a number behind it
	opts   sstable.WriterOptions
	paths  []string
	writer *sstable.Writer
	bytes  int
}

func newTableWriter(d *database, name string) *tableWriter {
	opts := pebbleOptions()
	opts.EnsureDefaults()
	return &tableWriter{fs: d.fs, name: name, opts: opts.MakeWriterOptions(bottomLevel, d.pebble.TableFormat())}
}

// bottomLevel is where tables go that overlap no others.
const bottomLevel = 6

func (w *tableWriter) set(key, value []byte) error {
	if w.writer == nil {
		if err := w.begin(); err != nil {
			return err
		}
	}
	if err := w.writer.Set(key, value); err != nil {
		return err
	}
	if w.bytes += len(key) + len(value); w.bytes < tableBytes {
		return nil
	}
	return w.end()
}

func (w *tableWriter) begin() error {
	path := fmt.Sprintf("%s-%d.sst", w.name, len(w.paths))
	file, err := w.fs.Create(path, vfs.WriteCategoryUnspecified)
	if err != nil {
		return err
	}
	w.paths = append(w.paths, path)
	w.writer, w.bytes = sstable.NewWriter(objstorageprovider.NewFileWritable(file), w.opts), 0
	return nil
}

// end completes the table at hand, if there is one. It must be called, after an
// error too.
func (w *tableWriter) end() error {
	if w.writer == nil {
		return nil
	}
	err := w.writer.Close()
	w.writer = nil
	return err
}

// everything is the span of all keys that Cayley writes.
var everything = pebble.KeyRange{Start: []byte{0}, End: []byte{0xff, 0xff}}
