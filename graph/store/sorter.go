package store

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// A row is an entry of a sorter: five numbers, compared from the first to the
// last.
type row [5]uint64

func compareRows(a, b row) int {
	for i := range a {
		if c := cmp.Compare(a[i], b[i]); c != 0 {
			return c
		}
	}
	return 0
}

// rowsInMemory is how many rows a sorter holds before it writes them to a file:
// 40 MB.
const rowsInMemory = 1 << 20

// A sorter sorts any number of rows, in runs that it writes to files.
type sorter struct {
	fs    vfs.FS
	name  string // of its files, with a number behind it
	limit int
	rows  []row
	runs  []string
}

func newSorter(fs vfs.FS, name string) *sorter {
	return &sorter{fs: fs, name: name, limit: rowsInMemory}
}

func (s *sorter) add(r row) error {
	if s.rows = append(s.rows, r); len(s.rows) < s.limit {
		return nil
	}
	return s.spill()
}

// spill writes the rows in memory as a run.
func (s *sorter) spill() (err error) {
	slices.SortFunc(s.rows, compareRows)
	name := fmt.Sprintf("%s-%d", s.name, len(s.runs))
	file, err := s.fs.Create(name, vfs.WriteCategoryUnspecified)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	s.runs = append(s.runs, name)
	out := bufio.NewWriterSize(file, 1<<18)
	var buf [len(row{}) * 8]byte
	for _, r := range s.rows {
		for i, n := range r {
			binary.LittleEndian.PutUint64(buf[8*i:], n)
		}
		out.Write(buf[:]) // Flush has the error
	}
	s.rows = s.rows[:0]
	return out.Flush()
}

// sorted yields all rows in their order. The sorter takes no more.
func (s *sorter) sorted() iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		slices.SortFunc(s.rows, compareRows)
		runs := []*run{{rows: s.rows}}
		defer func() {
			for _, r := range runs {
				r.close()
			}
		}()
		for _, name := range s.runs {
			file, err := s.fs.Open(name)
			if err != nil {
				yield(row{}, err)
				return
			}
			runs = append(runs, &run{file: file, in: bufio.NewReaderSize(file, 1<<18)})
		}
		merge(runs, yield)
	}
}

// merge yields the least row of all runs until there is none.
func merge(runs []*run, yield func(row, error) bool) {
	for _, r := range runs {
		r.next()
	}
	for {
		var least *run
		for _, r := range runs {
			if r.err != nil {
				yield(row{}, r.err)
				return
			}
			if r.more && (least == nil || compareRows(r.first, least.first) < 0) {
				least = r
			}
		}
		if least == nil || !yield(least.first, nil) {
			return
		}
		least.next()
	}
}

// A run is sorted rows, in memory or in a file.
type run struct {
	rows  []row
	file  io.Closer
	in    *bufio.Reader
	first row
	more  bool
	err   error
}

func (r *run) next() {
	switch {
	case r.in != nil:
		r.read()
	case len(r.rows) > 0:
		r.first, r.rows, r.more = r.rows[0], r.rows[1:], true
	default:
		r.more = false
	}
}

func (r *run) read() {
	var buf [len(row{}) * 8]byte
	_, err := io.ReadFull(r.in, buf[:])
	r.more = err == nil
	if err != nil && !errors.Is(err, io.EOF) {
		r.err = err
	}
	for i := range r.first {
		r.first[i] = binary.LittleEndian.Uint64(buf[8*i:])
	}
}

// close needs no error: the file was only read.
func (r *run) close() {
	if r.file != nil {
		_ = r.file.Close()
	}
}
