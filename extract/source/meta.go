package source

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/whomgraph/whom/graph"
)

// metadata is what the file of Options.Meta says about documents.
type metadata struct {
	file string
	rows []*metaRow
	byID map[string]*metaRow
	// byPath holds paths with slashes, as the file gives them.
	byPath map[string]*metaRow
}

type metaRow struct {
	fields
	line int
	used bool
}

// loadMeta reads the file of Options.Meta. Its bad rows are reported and the
// others hold.
func (r *reader) loadMeta() bool {
	if r.opts.Meta == "" {
		return true
	}
	r.meta = metadata{file: r.opts.Meta, byID: make(map[string]*metaRow), byPath: make(map[string]*metaRow)}
	raw, err := os.ReadFile(r.opts.Meta)
	if err != nil {
		return r.fail(fileError(r.opts.Meta, err))
	}
	if err := check(raw); err != nil {
		rec := record{file: r.opts.Meta, raw: raw}
		return r.fail(rec.wrap(err))
	}
	return r.readMeta(csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\uFEFF")))))
}

func (r *reader) readMeta(table *csv.Reader) bool {
	header, err := table.Read()
	columns := columnsOf(header)
	if err != nil || columns["path"] == 0 && columns["id"] == 0 {
		return r.fail(r.meta.wrong(1, "the first line must name the columns: path or id, and any of title, outlet, date, url"))
	}
	for {
		cells, err := table.Read()
		if err == io.EOF {
			return true
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			err = r.meta.wrong(bad.Line, bad.Err.Error())
		} else {
			line, _ := table.FieldPos(0)
			err = r.meta.add(columns, cells, line)
		}
		if err != nil && !r.fail(err) {
			return false
		}
	}
}

// columnsOf returns the columns by their names, counted from 1.
func columnsOf(header []string) map[string]int {
	columns := make(map[string]int)
	for i, name := range header {
		columns[strings.ToLower(strings.TrimSpace(name))] = i + 1
	}
	return columns
}

func (m *metadata) wrong(line int, what string) error {
	return &Error{File: m.file, Line: line, Byte: -1, Err: fmt.Errorf("%w: %s", ErrMeta, what)}
}

// add keeps a row under its path and its id.
func (m *metadata) add(columns map[string]int, cells []string, line int) error {
	cell := func(name string) string {
		if i := columns[name]; i > 0 {
			return strings.TrimSpace(cells[i-1])
		}
		return ""
	}
	row := &metaRow{line: line, fields: fields{
		Title: cell("title"), Outlet: cell("outlet"), Date: cell("date"), URL: cell("url"),
	}}
	if err := fill(new(graph.Document), row.fields); err != nil {
		return m.wrong(line, err.Error())
	}
	id, name := norm.NFC.String(cell("id")), cell("path")
	if id == "" && name == "" {
		return m.wrong(line, "the row has neither path nor id")
	}
	if err := m.index(row, m.byID, id); err != nil {
		return err
	}
	if name != "" {
		name = path.Clean(filepath.ToSlash(name))
	}
	if err := m.index(row, m.byPath, name); err != nil {
		return err
	}
	m.rows = append(m.rows, row)
	return nil
}

func (m *metadata) index(row *metaRow, rows map[string]*metaRow, key string) error {
	if key == "" {
		return nil
	}
	if first := rows[key]; first != nil {
		return m.wrong(row.line, fmt.Sprintf("%q has a row already, in line %d", key, first.line))
	}
	rows[key] = row
	return nil
}

// fill sets what a document leaves open from its row. A file's row gives its
// path below the PATH argument, with or without extension, or the whole path,
// or the id; a record's gives its id.
func (m *metadata) fill(d *graph.Document, in input) error {
	var row *metaRow
	id := d.ID
	for _, next := range []*metaRow{m.byPath[in.rel], m.byPath[path.Clean(filepath.ToSlash(in.path))], m.byPath[id], m.byID[id]} {
		switch {
		case next == nil || next == row:
		case row != nil:
			next.used = true
			return fmt.Errorf("%w: lines %d and %d of %s are both about it; keep one", ErrMeta, min(row.line, next.line), max(row.line, next.line), m.file)
		default:
			row, next.used = next, true
		}
	}
	if row == nil {
		return nil
	}
	return fill(d, row.fields)
}

// reportUnused reports the rows that no document met.
func (r *reader) reportUnused() bool {
	unused := slices.DeleteFunc(slices.Clone(r.meta.rows), func(row *metaRow) bool { return row.used })
	for _, row := range unused {
		if !r.fail(r.meta.wrong(row.line, "no document has this path or id")) {
			return false
		}
	}
	return true
}
