package export

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/whomgraph/whom/graph"
)

// ReadBundle reads the documents of a bundle with their entities, claims and
// descriptions, one at a time. It holds every line against what the line can be, and the words
// against the text; the first error, "file:line: what is wrong", is the last
// that is yielded. Entities, claims and descriptions must stand in the order
// of the documents.
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
	defer in.close()
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
	documents    *lineReader[graph.Document]
	entities     *lineReader[graph.Entity]
	claims       *lineReader[graph.Claim]
	descriptions *lineReader[graph.Claim]
}

func openBundle(dir string) (*bundle, error) {
	documents, err1 := openLines[graph.Document](dir, DocumentsFile)
	entities, err2 := openLines[graph.Entity](dir, EntitiesFile)
	claims, err3 := openLines[graph.Claim](dir, ClaimsFile)
	descriptions, err4 := openLines[graph.Claim](dir, DescriptionsFile)
	b := &bundle{documents, entities, claims, descriptions}
	if err := cmp.Or(err1, err2, err3, err4); err != nil {
		b.close()
		return nil, err
	}
	entities.next()
	claims.next()
	descriptions.next()
	return b, nil
}

func (b *bundle) close() {
	b.documents.close()
	b.entities.close()
	b.claims.close()
	b.descriptions.close()
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
	x.Claims, err = claimsOf(b.claims, &x.Document)
	if err != nil {
		return x, err
	}
	x.Descriptions, err = claimsOf(b.descriptions, &x.Document)
	return x, errors.Join(err, b.entities.err)
}

// claimsOf reads the claims or descriptions of a document.
func claimsOf(in *lineReader[graph.Claim], doc *graph.Document) (out []graph.Claim, err error) {
	for ; in.more && in.item.Document == doc.ID; in.next() {
		if err := in.item.Check(doc); err != nil {
			return nil, in.wrong(err)
		}
		out = append(out, in.item)
	}
	return out, in.err
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
	case b.descriptions.more:
		return b.descriptions.wrong(misplaced(b.descriptions.item.Document))
	}
	return errors.Join(b.entities.err, b.claims.err, b.descriptions.err)
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

// close needs no error: the file was only read.
func (l *lineReader[T]) close() {
	if l != nil {
		_ = l.file.Close()
	}
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
