package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/whomgraph/whom/graph"
)

// records goes through the documents of one input.
func (r *reader) records(in input) iter.Seq[record] {
	return func(yield func(record) bool) {
		if !utf8.ValidString(in.rel) {
			yield(record{err: &Error{File: in.path, Byte: -1, Err: fmt.Errorf("its name, of which its id is made, is %w; rename it", ErrEncoding)}})
			return
		}
		file, err := r.open(in)
		if err != nil {
			yield(record{err: err})
			return
		}
		defer file.Close()
		br := bufio.NewReaderSize(file, 1<<16)
		if err := foreign(br); err != nil {
			yield(record{err: &Error{File: in.path, Byte: -1, Err: err}})
			return
		}
		if in.format == jsonLines || in.format == unknown && looksLikeJSON(br) {
			r.jsonRecords(in, br, yield)
			return
		}
		yield(r.plainRecord(in, br))
	}
}

func (r *reader) open(in input) (io.ReadCloser, error) {
	if in.path == stdin {
		if r.opts.Stdin == nil {
			return nil, &Error{File: stdin, Byte: -1, Err: errors.New("there is no standard input")}
		}
		return io.NopCloser(r.opts.Stdin), nil
	}
	file, err := os.Open(in.path)
	if err != nil {
		return nil, fileError(in.path, err)
	}
	return file, nil
}

// looksLikeJSON reports whether the first character that is no space opens an
// object, as no article does.
func looksLikeJSON(br *bufio.Reader) bool {
	head, _ := br.Peek(1 << 10) // at the end of a short input it returns what there is
	return bytes.HasPrefix(afterSpace(head), []byte("{"))
}

// plainRecord reads a file that is one document.
func (r *reader) plainRecord(in input, br *bufio.Reader) record {
	raw, err := io.ReadAll(io.LimitReader(br, r.opts.MaxBytes+1))
	rec := record{file: in.path, known: graph.Document{ID: in.idOf(raw, "")}}
	switch {
	case err != nil:
		rec.err = fileError(in.path, err)
	case int64(len(raw)) > r.opts.MaxBytes:
		rec.err = rec.wrap(tooLarge(r.opts.MaxBytes))
	}
	rec.raw = raw
	if err := r.meta.fill(&rec.known, in); rec.err == nil && err != nil {
		rec.err = rec.wrap(err)
	}
	return rec
}

func tooLarge(limit int64) error {
	return fmt.Errorf("%w: a document may have %d bytes; split it", ErrTooLarge, limit)
}

// jsonRecords goes through the lines of a JSON Lines file
// (https://jsonlines.org).
func (r *reader) jsonRecords(in input, br *bufio.Reader, yield func(record) bool) {
	lines, found := lineReader{br: br, limit: r.opts.MaxBytes}, 0
	for lines.next() {
		rec := record{file: in.path, line: lines.number, known: graph.Document{ID: in.idOf(lines.line, fmt.Sprintf("/%d", lines.number))}}
		switch {
		case lines.long:
			rec.err = rec.wrap(tooLarge(r.opts.MaxBytes))
		case len(bytes.TrimSpace(lines.line)) == 0:
			continue
		case found == 0 && isOwnRecord(lines.line):
			yield(record{err: &Error{File: in.path, Byte: -1, Err: errOwn}})
			return
		default:
			rec.err = r.parse(&rec, lines.line, lines.start)
		}
		found++
		if !yield(rec) {
			return
		}
	}
	if lines.err != nil {
		yield(record{err: fileError(in.path, lines.err)})
	} else if found == 0 {
		yield(record{err: &Error{File: in.path, Byte: -1, Err: fmt.Errorf("%w: no record in the file", ErrEmpty)}})
	}
}

// plainly says in words of JSON, not of Go, that a value is of the wrong kind.
func plainly(err error) error {
	var of *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &of):
		return err
	case of.Field == "":
		return fmt.Errorf("it is of another kind, %s", of.Value)
	default:
		return fmt.Errorf("%s is of another kind, %s", of.Field, of.Value)
	}
}

const recordShape = "a line is one JSON object with text, and perhaps id, title, outlet, date, url"

// fields are what a line of JSON Lines may say; others are ignored.
type fields struct {
	ID     identifier `json:"id"`
	Title  string     `json:"title"`
	Text   string     `json:"text"`
	Outlet string     `json:"outlet"`
	Date   string     `json:"date"`
	URL    string     `json:"url"`
}

// An identifier is a string or a number.
type identifier string

func (id *identifier) UnmarshalJSON(data []byte) error {
	var s string
	if json.Unmarshal(data, &s) == nil {
		*id = identifier(s)
		return nil
	}
	var n json.Number
	err := json.Unmarshal(data, &n)
	*id = identifier(n)
	return err
}

// parse fills a record from a line that begins at byte start of its file.
func (r *reader) parse(rec *record, line []byte, start int64) error {
	if err := check(line); err != nil {
		var at *byteError
		errors.As(err, &at)
		at.offset += start
		return &Error{File: rec.file, Line: rec.line, Byte: at.offset, Err: err}
	}
	var f fields
	if err := json.Unmarshal(bytes.TrimPrefix(line, []byte("\uFEFF")), &f); err != nil {
		return rec.wrap(fmt.Errorf("%w: %w; %s", ErrRecord, plainly(err), recordShape))
	}
	if f.Text == "" {
		return rec.wrap(fmt.Errorf("%w: it has no text; %s", ErrRecord, recordShape))
	}
	if err := fill(&rec.known, f); err != nil {
		return rec.wrap(err)
	}
	rec.raw = []byte(f.Text)
	return r.meta.fill(&rec.known, input{})
}

// fill sets what d leaves open. An id that f gives replaces the one made from
// the path.
func fill(d *graph.Document, f fields) error {
	id, err := oneLine("id", string(f.ID))
	if err != nil {
		return err
	}
	if id != "" {
		d.ID = id
	}
	for _, field := range []struct {
		name, value string
		to          *string
	}{{"title", f.Title, &d.Title}, {"outlet", f.Outlet, &d.Outlet}, {"url", f.URL, &d.URL}} {
		value, err := oneLine(field.name, field.value)
		if err != nil {
			return err
		}
		set(field.to, value)
	}
	if strings.TrimSpace(f.Date) == "" || d.Published != "" {
		return nil
	}
	d.Published, err = parseDate(f.Date)
	return err
}

// oneLine tidies a field of a record.
func oneLine(name, value string) (string, error) {
	text, err := decode([]byte(value))
	if err != nil {
		return "", fmt.Errorf("%w: %s: %w", ErrRecord, name, err)
	}
	return strings.Join(strings.Fields(text), " "), nil
}

// A lineReader goes through the lines of a file.
type lineReader struct {
	br     *bufio.Reader
	limit  int64
	line   []byte // without its end
	number int    // from 1
	start  int64  // offset of the line in the file
	long   bool   // the line has more than limit bytes; line is its beginning
	err    error

	offset int64
}

// next reads a line, and of one that is too long no more than the limit.
func (l *lineReader) next() bool {
	l.line, l.long, l.start = l.line[:0], false, l.offset
	for {
		piece, err := l.br.ReadSlice('\n')
		l.offset += int64(len(piece))
		if room := l.limit - int64(len(l.line)); int64(len(piece)) > room {
			l.long = true
			piece = piece[:max(room, 0)]
		}
		l.line = append(l.line, piece...)
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil && err != io.EOF {
			l.err = err
			return false
		}
		l.line = bytes.TrimRight(l.line, "\r\n")
		l.number++
		return err == nil || l.offset > l.start
	}
}
