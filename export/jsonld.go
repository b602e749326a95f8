package export

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"

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
		if err := l.add(q); err != nil {
			return err
		}
	}
	return l.end()
}

// linkedData gathers quads of one subject and graph that come one after the
// other.
type linkedData struct {
	out            *bufio.Writer
	written        bool
	subject, label quad.Value
	predicates     []quad.Value // in the order they come
	objects        map[quad.Value][]any
}

func (l *linkedData) add(q quad.Quad) error {
	if q.Subject != l.subject || q.Label != l.label {
		if err := l.flush(); err != nil {
			return err
		}
		l.subject, l.label, l.objects = q.Subject, q.Label, make(map[quad.Value][]any)
	}
	if l.objects[q.Predicate] == nil {
		l.predicates = append(l.predicates, q.Predicate)
	}
	l.objects[q.Predicate] = append(l.objects[q.Predicate], linkedObject(q.Predicate, q.Object))
	return nil
}

// flush writes the node at hand.
func (l *linkedData) flush() error {
	if l.subject == nil {
		return nil
	}
	separator := ",\n"
	if !l.written {
		separator, l.written = "[\n", true
	}
	l.out.WriteString(separator) // the writer keeps its first error until end
	if l.label != nil {
		l.out.WriteString(`{"@id":` + quoted(iriOf(l.label)) + `,"@graph":[`)
	}
	l.out.WriteString(`{"@id":` + quoted(iriOf(l.subject)))
	for _, p := range l.predicates {
		objects, err := json.Marshal(l.objects[p])
		if err != nil {
			return fmt.Errorf("writing JSON-LD of %s: %w", l.subject, err)
		}
		l.out.WriteString("," + quoted(keyOf(p)) + ":")
		l.out.Write(objects)
	}
	l.out.WriteByte('}')
	if l.label != nil {
		l.out.WriteString("]}")
	}
	l.predicates = l.predicates[:0]
	return nil
}

func (l *linkedData) end() error {
	if err := l.flush(); err != nil {
		return err
	}
	if !l.written {
		l.out.WriteString("[")
	}
	l.out.WriteString("\n]\n")
	if err := l.out.Flush(); err != nil {
		return fmt.Errorf("writing JSON-LD: %w", err)
	}
	return nil
}

func iriOf(v quad.Value) string { return string(quads.Expand(v.(quad.IRI))) }

// keyOf is how a node names a predicate: classes have a keyword.
func keyOf(p quad.Value) string {
	if p == quads.Type {
		return "@type"
	}
	return iriOf(p)
}

// linkedObject is an object as JSON-LD has it. JSON within JSON would lose its
// own bytes, so a record stays a string.
func linkedObject(p, v quad.Value) any {
	switch v := v.(type) {
	case quad.IRI:
		if p == quads.Type {
			return iriOf(v)
		}
		return map[string]string{"@id": iriOf(v)}
	case quad.TypedString:
		return map[string]string{"@type": iriOf(v.Type), "@value": string(v.Value)}
	default:
		return map[string]string{"@value": fmt.Sprint(v.Native())}
	}
}

// quoted is a string as JSON. A string always is JSON.
func quoted(s string) string {
	text, _ := json.Marshal(s)
	return string(text)
}
