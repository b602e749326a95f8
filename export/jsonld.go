package export

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/whomgraph/whom/graph/quads"
)

// JSONLD writes all quads as expanded JSON-LD 1.1
// (https://www.w3.org/TR/json-ld11/), with absolute IRIs and no context to look
// up: a list of nodes, each with what the store says of it at one place, so that
// one node can come more than once. The quad that a claim is stands in a graph
// named after the claim.
func JSONLD(ctx context.Context, w io.Writer, s Source) error {
	l := &linkedData{out: bufio.NewWriterSize(w, 1<<16)}
	for q, err := range s.Scan(ctx) {
		if err != nil {
			return err
		}
		l.add(q)
	}
	return l.end()
}

// linkedData gathers quads of one subject and graph that come one after the
// other.
type linkedData struct {
	out            *bufio.Writer // keeps its first error until end
	written        bool
	subject, label quad.Value
	said           []saying // in the order their predicates come
	buf            []byte
}

// A saying is what a node has by a predicate.
type saying struct {
	predicate quad.Value
	objects   []byte // JSON, with commas between them
}

func (l *linkedData) add(q quad.Quad) {
	if q.Subject != l.subject || q.Label != l.label {
		l.flush()
		l.subject, l.label = q.Subject, q.Label
	}
	s := l.saying(q.Predicate)
	if len(s.objects) > 0 {
		s.objects = append(s.objects, ',')
	}
	s.objects = l.appendObject(s.objects, q.Predicate, q.Object)
}

// saying finds the objects of a predicate, or makes place for them.
func (l *linkedData) saying(predicate quad.Value) *saying {
	for i := range l.said {
		if l.said[i].predicate == predicate {
			return &l.said[i]
		}
	}
	n := len(l.said)
	if n < cap(l.said) {
		l.said = l.said[:n+1] // with the bytes of one before
	} else {
		l.said = append(l.said, saying{})
	}
	l.said[n].predicate, l.said[n].objects = predicate, l.said[n].objects[:0]
	return &l.said[n]
}

// flush writes the node at hand.
func (l *linkedData) flush() {
	if l.subject == nil {
		return
	}
	separator := ",\n"
	if !l.written {
		separator, l.written = "[\n", true
	}
	text := append(l.out.AvailableBuffer(), separator...)
	if l.label != nil {
		text = append(l.appendIRI(append(text, `{"@id":`...), l.label), `,"@graph":[`...)
	}
	text = l.appendIRI(append(text, `{"@id":`...), l.subject)
	for _, s := range l.said {
		text = append(text, ',')
		if s.predicate == quads.Type { // which has a keyword
			text = append(text, `"@type"`...)
		} else {
			text = l.appendIRI(text, s.predicate)
		}
		text = append(append(append(text, ":["...), s.objects...), ']')
	}
	text = append(text, '}')
	if l.label != nil {
		text = append(text, "]}"...)
	}
	l.out.Write(text)
	l.said = l.said[:0]
}

func (l *linkedData) end() error {
	l.flush()
	if !l.written {
		l.out.WriteString("[")
	}
	l.out.WriteString("\n]\n")
	if err := l.out.Flush(); err != nil {
		return fmt.Errorf("writing JSON-LD: %w", err)
	}
	return nil
}

// appendObject appends an object as JSON-LD has it. JSON within JSON would lose
// its own bytes, so a record stays a string.
func (l *linkedData) appendObject(to []byte, p, v quad.Value) []byte {
	switch v := v.(type) {
	case quad.IRI:
		if p == quads.Type {
			return l.appendIRI(to, v)
		}
		to = l.appendIRI(append(to, `{"@id":`...), v)
	case quad.TypedString:
		to = l.appendIRI(append(to, `{"@type":`...), v.Type)
		to = appendQuoted(append(to, `,"@value":`...), string(v.Value))
	default:
		to = appendQuoted(append(to, `{"@value":`...), fmt.Sprint(v.Native()))
	}
	return append(to, '}')
}

func (l *linkedData) appendIRI(to []byte, v quad.Value) []byte {
	l.buf = quads.AppendExpanded(l.buf[:0], v.(quad.IRI))
	return appendQuoted(to, l.buf)
}

// appendQuoted appends a string as JSON. What is not UTF-8 in it is replaced.
func appendQuoted[T []byte | string](to []byte, s T) []byte {
	to, _ = jsontext.AppendQuote(to, s)
	return to
}
