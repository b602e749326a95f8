package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
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
		line := out.AvailableBuffer()
		for _, d := range quad.Directions {
			if v := q.Get(d); v != nil {
				line = append(appendTerm(line, v), ' ')
			}
		}
		if _, err := out.Write(append(line, ".\n"...)); err != nil {
			break
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing N-Quads: %w", err)
	}
	return nil
}

// appendTerm appends an IRI or literal; a store has no others.
func appendTerm(to []byte, v quad.Value) []byte {
	switch v := v.(type) {
	case quad.IRI:
		return appendIRI(to, v)
	case quad.TypedString:
		to = append(appendLiteral(to, string(v.Value)), "^^"...)
		return appendIRI(to, v.Type)
	default:
		return appendLiteral(to, fmt.Sprint(v.Native()))
	}
}

func appendIRI(to []byte, iri quad.IRI) []byte {
	return append(quads.AppendExpanded(append(to, '<'), iri), '>')
}

// appendLiteral appends a string between quotation marks. It escapes what N-Quads
// wants escaped, and what a file of text should not hold as it is: controls,
// noncharacters and bytes that are not UTF-8.
func appendLiteral(to []byte, s string) []byte {
	to = append(to, '"')
	start := 0 // of what is not appended yet
	for i := 0; i < len(s); {
		if unescaped[s[i]] {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r < utf8.RuneSelf || odd(r) {
			to = appendEscaped(append(to, s[start:i]...), r)
			start = i + size
		}
		i += size
	}
	return append(append(to, s[start:]...), '"')
}

// unescaped are the characters of ASCII that stand for themselves.
var unescaped = func() (is [256]bool) {
	for c := ' '; c < 0x7f; c++ {
		is[c] = c != '"' && c != '\\'
	}
	return is
}()

// odd reports whether a character beyond ASCII is a control, a noncharacter or
// stands for bytes that are not UTF-8.
func odd(r rune) bool { return r < 0xa0 || r == utf8.RuneError || r&0xfffe == 0xfffe }

func appendEscaped(to []byte, r rune) []byte {
	switch r {
	case '\\', '"':
		return append(to, '\\', byte(r))
	case '\n':
		return append(to, `\n`...)
	case '\r':
		return append(to, `\r`...)
	case '\t':
		return append(to, `\t`...)
	case '\b':
		return append(to, `\b`...)
	case '\f':
		return append(to, `\f`...)
	case utf8.RuneError:
		return utf8.AppendRune(to, r)
	}
	if r > 0xffff {
		return fmt.Appendf(to, `\U%08X`, r)
	}
	return fmt.Appendf(to, `\u%04X`, r)
}
