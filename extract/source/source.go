package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/whomgraph/whom/graph"
)

// DefaultMaxBytes is the size beyond which a plain file, or a line of a JSON
// Lines file, is refused.
const DefaultMaxBytes = 64 << 20

// Options say how to read. The zero value reads files without further
// metadata.
type Options struct {
	// Meta is the path of a CSV file with what is known about the documents:
	// a header line with path or id, and any of title, outlet, date, url.
	Meta string
	// Stdin is what the path "-" reads.
	Stdin io.Reader
	// MaxBytes replaces DefaultMaxBytes where it is not 0.
	MaxBytes int64
	// Exclude lists files that a directory does not give, such as those that
	// are made of what it holds.
	Exclude []string
	// Dropped, where set, is called before each document is yielded with what
	// the file holds besides the article.
	Dropped func(document string, drops []Drop)
}

// Read yields the documents of files, directories and, for "-", the standard
// input. It goes through the files in the order of their paths, whatever the
// order of paths, and through the records of each in their order.
//
// Where a document cannot be read, Read yields an *Error and goes on with the
// next. A text that comes again under the same id is read once; another text
// under an id that is taken is an error that names both places. Claims, bundles
// and listings that this program wrote are no documents: a directory does not
// give them, and one that is named is an error. When ctx is done, Read yields
// its error and stops.
//
// Read holds one document at a time, and for each an id and a hash.
func Read(ctx context.Context, paths []string, opts Options) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		r := reader{ctx: ctx, opts: opts, yield: yield, seen: make(map[string]origin)}
		if r.opts.MaxBytes == 0 {
			r.opts.MaxBytes = DefaultMaxBytes
		}
		_ = r.loadMeta() && r.readAll(paths) && r.reportUnused()
	}
}

// A reader is one run of Read. Its methods that return a bool return false
// where the caller wants no more.
type reader struct {
	ctx   context.Context
	opts  Options
	yield func(graph.Document, error) bool
	meta  metadata
	seen  map[string]origin // by document id
}

// An origin is where a text was found.
type origin struct {
	place string // file or file:line
	hash  string
}

// A record is one document before it is cleaned, or the error that came
// instead.
type record struct {
	file  string
	line  int // 0 where the file is the document
	known graph.Document
	raw   []byte
	err   error
}

func (r *reader) fail(err error) bool { return r.yield(graph.Document{}, err) }

func (r *reader) readAll(paths []string) bool {
	inputs, errs := r.list(paths)
	for _, err := range errs {
		if !r.fail(err) {
			return false
		}
	}
	for _, in := range inputs {
		for rec := range r.records(in) {
			if err := r.ctx.Err(); err != nil {
				r.fail(err)
				return false
			}
			if !r.take(rec) {
				return false
			}
		}
	}
	return true
}

// take cleans a record and yields its document.
func (r *reader) take(rec record) bool {
	if rec.err != nil {
		return r.fail(rec.err)
	}
	doc, drops, err := Clean(rec.known, rec.raw)
	if err != nil {
		return r.fail(rec.wrap(err))
	}
	first, taken := r.seen[doc.ID]
	switch {
	case taken && first.hash == doc.SHA256:
		return true
	case taken:
		return r.fail(rec.wrap(fmt.Errorf("%w: %q is the id of %s already; give one of them another id, or read the folder that holds both", ErrDuplicate, doc.ID, Printable(first.place))))
	}
	r.seen[doc.ID] = origin{rec.place(), doc.SHA256}
	if r.opts.Dropped != nil {
		r.opts.Dropped(doc.ID, drops)
	}
	return r.yield(doc, nil)
}

func (rec *record) place() string {
	if rec.line == 0 {
		return rec.file
	}
	return fmt.Sprintf("%s:%d", rec.file, rec.line)
}

// wrap says where an error of the record is. Only in a plain file are the
// bytes of the text those of the file.
func (rec *record) wrap(err error) error {
	e := &Error{File: rec.file, Line: rec.line, Byte: -1, Err: err}
	var at *byteError
	if rec.line == 0 && errors.As(err, &at) {
		e.Byte = at.offset
		e.Line = 1 + bytes.Count(rec.raw[:at.offset], []byte("\n"))
	} else if rec.line > 0 && errors.As(err, &at) {
		e.Err = fmt.Errorf("in the text: %w", err)
	}
	return e
}
