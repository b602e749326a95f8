package curate

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// A row is a line of a table by the names of its columns.
type row struct {
	file   string
	line   int
	fields map[string]string
}

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", r.file, r.line, fmt.Errorf(format, args...))
}

// readTable reads comma-separated values whose first line has all the columns.
func readTable(file string, in io.Reader, columns ...string) ([]row, error) {
	r := csv.NewReader(in)
	r.ReuseRecord = true
	var header []string
	var rows []row
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, tableError(file, err)
		}
		line, _ := r.FieldPos(0)
		if header == nil {
			if header, err = readHeader(record, columns); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, line, err)
			}
			continue
		}
		out := row{file, line, make(map[string]string)}
		for i, field := range record {
			if !utf8.ValidString(field) {
				return nil, out.errorf("%s %.40q is not valid UTF-8", header[i], field)
			}
			out.fields[header[i]] = strings.TrimSpace(field)
		}
		rows = append(rows, out)
	}
	if header == nil {
		return nil, fmt.Errorf("%s:1: it is empty: its first line is to be %s", file, strings.Join(columns, ","))
	}
	return rows, nil
}

func readHeader(record, columns []string) ([]string, error) {
	var header []string
	for i, name := range record {
		if i == 0 {
			name = strings.TrimPrefix(name, "\ufeff") // as some programs begin each file
		}
		name = strings.ToLower(strings.TrimSpace(name))
		if slices.Contains(header, name) {
			return nil, fmt.Errorf("the column %q is there twice", name)
		}
		header = append(header, name)
	}
	for _, name := range columns {
		if !slices.Contains(header, name) {
			return nil, fmt.Errorf("the column %q is missing: the first line is to have %s", name, strings.Join(columns, ","))
		}
	}
	return header, nil
}

// tableError says in our words where a line cannot be read.
func tableError(file string, err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return fmt.Errorf("reading %s: %w", file, err)
	}
	if errors.Is(err, csv.ErrFieldCount) {
		return fmt.Errorf("%s:%d: it has more or fewer columns than the first line", file, parse.Line)
	}
	return fmt.Errorf("%s:%d: %w", file, parse.Line, parse.Err)
}
