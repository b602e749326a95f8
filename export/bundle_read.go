package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/whomgraph/whom/graph"
)

// ReadBundle reads the documents of a bundle with their entities and claims, one
// at a time. It holds every line against what the line can be, and the words
// against the text; the first error, "file:line: what is wrong", is the last
// that is yielded. Entities and claims must stand in the order of the documents.
func ReadBundle(dir string) iter.Seq2[graph.Extraction, error] {
	return func(yield func(graph.Extraction, error) bool) {
		b, err := openBundle(dir)
		if err != nil {
			yield(graph.Extraction{}, err)
			return
		}
		defer b.close()
		for b.documents.next() {
			x, err := b.extraction()
			if !yield(x, err) || err != nil {
				return
			}
		}
		if err := b.end(); err != nil {
			yield(graph.Extraction{}, err)
		}
	}
}

// ReadDecisions reads the decisions of a bundle.
func ReadDecisions(dir string) ([]graph.Decision, error) {
	in, err := openLines[graph.Decision](dir, DecisionsFile)
	if err != nil {
		return nil, err
	}
	defer in.file.Close()
	var all []graph.Decision
	for in.next() {
		if err := in.item.Check(); err != nil {
			return nil, in.wrong(err)
		}
		all = append(all, in.item)
	}
	return all, in.err
}

type bundle struct {
	documents *lineReader[graph.Document]
	entities  *lineReader[graph.Entity]
	claims    *lineReader[graph.Claim]
}

func openBundle(dir string) (*bundle, error) {
	documents, err := openLines[graph.Document](dir, DocumentsFile)
	if err != nil {
		return nil, err
	}
	entities, err := openLines[graph.Entity](dir, EntitiesFile)
	if err != nil {
		return nil, errors.Join(err, documents.file.Close())
	}
	claims, err := openLines[graph.Claim](dir, ClaimsFile)
	if err != nil {
		return nil, errors.Join(err, documents.file.Close(), entities.file.Close())
	}
	entities.next()
	claims.next()
	return &bundle{documents, entities, claims}, nil
}

// close needs no error: the files were only read.
func (b *bundle) close() {
	_ = b.documents.file.Close()
	_ = b.entities.file.Close()
	_ = b.claims.file.Close()
}

// extraction gathers what belongs to the document at hand.
func (b *bundle) extraction() (x graph.Extraction, err error) {
	x.Document = b.documents.item
	if err := x.Document.Check(); err != nil {
		return x, b.documents.wrong(err)
	}
	for b.entities.more && b.entities.item.Document == x.Document.ID {
		if err := b.entities.item.Check(&x.Document); err != nil {
			return x, b.entities.wrong(err)
		}
		x.Entities = append(x.Entities, b.entities.item)
		b.entities.next()
	}
	for b.claims.more && b.claims.item.Document == x.Document.ID {
		if err := b.claims.item.Check(&x.Document); err != nil {
			return x, b.claims.wrong(err)
		}
		x.Claims = append(x.Claims, b.claims.item)
		b.claims.next()
	}
	return x, errors.Join(b.entities.err, b.claims.err)
}

// end tells what is left over when all documents are read.
func (b *bundle) end() error {
	switch {
	case b.documents.err != nil:
		return b.documents.err
	case b.entities.more:
		return b.entities.wrong(misplaced(b.entities.item.Document))
	case b.claims.more:
		return b.claims.wrong(misplaced(b.claims.item.Document))
	}
	return errors.Join(b.entities.err, b.claims.err)
}

func misplaced(document string) error {
	return fmt.Errorf("document %q is not in %s, or its lines stand in another order than the documents", document, DocumentsFile)
}

// A lineReader reads a file of one JSON object a line.
type lineReader[T any] struct {
	name string
	file io.Closer
	in   *bufio.Reader
	line int
	item T
	more bool // item is one
	err  error
}

func openLines[T any](dir, name string) (*lineReader[T], error) {
	path := filepath.Join(dir, name)
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading a bundle: %w", err)
	}
	return newLineReader[T](path, file), nil
}

func newLineReader[T any](name string, file io.ReadCloser) *lineReader[T] {
	return &lineReader[T]{name: name, file: file, in: bufio.NewReaderSize(file, 1<<16)}
}

// next reads the next line that is not empty into item.
func (l *lineReader[T]) next() bool {
	l.more = false
	for l.err == nil {
		text, err := l.in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			l.err = fmt.Errorf("reading %q: %w", l.name, err)
			return false
		}
		if len(text) == 0 {
			return false
		}
		l.line++
		if text = bytes.TrimSpace(text); len(text) > 0 {
			l.more = l.decode(text)
			return l.more
		}
	}
	return false
}

func (l *lineReader[T]) decode(text []byte) bool {
	var none T
	l.item = none
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	err := dec.Decode(&l.item)
	if err == nil && int(dec.InputOffset()) < len(text) {
		err = errors.New("more than one JSON value on the line")
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("the line is cut off")
	}
	if err != nil {
		l.err = l.wrong(err)
	}
	return err == nil
}

// wrong says where an error is.
func (l *lineReader[T]) wrong(err error) error { return fmt.Errorf("%s:%d: %w", l.name, l.line, err) }
