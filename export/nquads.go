package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph/quads"
)

// NQuads writes all quads as N-Quads 1.1 (https://www.w3.org/TR/n-quads/), with
// absolute IRIs, in the order in which the store has them. The quad that a claim
// is, and no other, stands in the graph named after the claim.
func NQuads(ctx context.Context, w io.Writer, s Source) error {
	out := bufio.NewWriterSize(w, 1<<16) // keeps the first error until Flush
	for q, err := range s.Scan(ctx) {
		if err != nil {
			return err
		}
		for _, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			if v != nil {
				writeTerm(out, v)
				out.WriteByte(' ')
			}
		}
		out.WriteString(".\n")
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing N-Quads: %w", err)
	}
	return nil
}

// writeTerm writes an IRI or literal; a store has no others.
func writeTerm(out *bufio.Writer, v quad.Value) {
	switch v := v.(type) {
	case quad.IRI:
		writeIRI(out, v)
	case quad.TypedString:
		writeLiteral(out, string(v.Value))
		out.WriteString("^^")
		writeIRI(out, v.Type)
	default:
		writeLiteral(out, fmt.Sprint(v.Native()))
	}
}

func writeIRI(out *bufio.Writer, iri quad.IRI) {
	out.WriteByte('<')
	out.WriteString(string(quads.Expand(iri)))
	out.WriteByte('>')
}

// escapes of a literal: what N-Quads requires, and what some readers stumble
// over.
var escapes = strings.NewReplacer(
	`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "\b", `\b`, "\f", `\f`,
)

func writeLiteral(out *bufio.Writer, s string) {
	out.WriteByte('"')
	if strings.IndexFunc(s, odd) < 0 {
		_, _ = escapes.WriteString(out, s) // Flush has the error
	} else {
		writeOdd(out, s)
	}
	out.WriteByte('"')
}

// odd reports whether a character is one that a file of text should not hold as
// it is: a control, a noncharacter or a byte that is not UTF-8.
func odd(r rune) bool {
	return r < ' ' && !strings.ContainsRune("\n\r\t\b\f", r) || 0x7f <= r && r < 0xa0 || r == utf8.RuneError || r&0xfffe == 0xfffe
}

func writeOdd(out *bufio.Writer, s string) {
	for _, r := range s {
		switch {
		case odd(r) && r != utf8.RuneError:
			fmt.Fprintf(out, `\u%04X`, r)
		default:
			_, _ = escapes.WriteString(out, string(r))
		}
	}
}
