package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode"
)

// A column is an attribute of nodes or edges.
type column[T any] struct {
	name  string
	kind  string          // boolean, int, double or string
	value func(*T) string // "" where absent
}

// An edgeML is what every edge of a file has.
type edgeML struct{ id, source, target, label string }

// A graphML describes a file of nodes N and edges E. The edges of one pair of
// nodes come one after the other.
type graphML[N, E any] struct {
	nodeID      func(*N) string
	nodeColumns []column[N]
	edge        func(*E) edgeML
	edgeColumns []column[E]
}

func (g *graphML[N, E]) write(w io.Writer, nodes []N, edges iter.Seq[*E]) error {
	out := bufio.NewWriter(w) // keeps the first error until Flush
	out.WriteString(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	writeKeys(out, "node", g.nodeColumns)
	writeKeys(out, "edge", g.edgeColumns)
	out.WriteString(`<graph edgedefault="directed">` + "\n")
	for i := range nodes {
		openTag(out, "node", "id", g.nodeID(&nodes[i]))
		writeData(out, "node", g.nodeColumns, &nodes[i])
		out.WriteString("</node>\n")
	}
	g.writeEdges(out, edges)
	out.WriteString("</graph>\n</graphml>\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing GraphML: %w", err)
	}
	return nil
}

func (g *graphML[N, E]) writeEdges(out *bufio.Writer, edges iter.Seq[*E]) {
	var source, target string
	labels := make(map[string]int) // of this pair
	for e := range edges {
		x := g.edge(e)
		if x.source != source || x.target != target {
			source, target = x.source, x.target
			clear(labels)
		}
		labels[x.label]++
		openTag(out, "edge", "id", x.id, "source", x.source, "target", x.target, "label", numbered(x.label, labels[x.label]))
		writeData(out, "edge", g.edgeColumns, e)
		out.WriteString("</edge>\n")
	}
}

// numbered keeps parallel edges of one label apart in Gephi, which would merge
// them.
func numbered(label string, n int) string {
	if n == 1 {
		return label
	}
	return fmt.Sprintf("%s (%d)", label, n)
}

func writeKeys[T any](out *bufio.Writer, of string, columns []column[T]) {
	for _, c := range columns {
		openTag(out, "key", "id", of+"."+c.name, "for", of, "attr.name", c.name, "attr.type", c.kind)
		out.WriteString("</key>\n")
	}
}

func writeData[T any](out *bufio.Writer, of string, columns []column[T], row *T) {
	for _, c := range columns {
		value := c.value(row)
		if value == "" {
			continue
		}
		out.WriteString(`<data key="`)
		out.WriteString(of)
		out.WriteByte('.')
		out.WriteString(c.name)
		out.WriteString(`">`)
		escape(out, value)
		out.WriteString("</data>")
	}
}

func openTag(out *bufio.Writer, name string, attributes ...string) {
	out.WriteByte('<')
	out.WriteString(name)
	for i := 0; i < len(attributes); i += 2 {
		out.WriteByte(' ')
		out.WriteString(attributes[i])
		out.WriteString(`="`)
		escape(out, attributes[i+1])
		out.WriteByte('"')
	}
	out.WriteByte('>')
}

func escape(out *bufio.Writer, s string) {
	if isPlain(s) {
		out.WriteString(s)
		return
	}
	// A write can only fail for good, and Flush reports it.
	_ = xml.EscapeText(out, []byte(clean(s)))
}

// isPlain spares most values the way through xml.EscapeText.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || strings.IndexByte(`<>&"'`, c) >= 0 {
			return false
		}
	}
	return true
}

// clean drops what no XML or DOT file may hold: control characters other than
// tab and line breaks, and noncharacters. Bytes that are not UTF-8 become
// U+FFFD.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return r
		case unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF:
			return -1
		}
		return r
	}, s)
}

func integer(n int) string { return strconv.Itoa(n) }

func number(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
