package export

import (
	"bufio"
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// escape writes a text as XML has it, without what no XML may hold.
func escape(out *bufio.Writer, s string) {
	needs := needsOf(s)
	if needs&^markup != 0 {
		s = clean(s)
	}
	if needs&markup == 0 {
		out.WriteString(s)
		return
	}
	_, _ = xmlEscapes.WriteString(out, s) // a write can only fail for good, and Flush reports it
}

// xmlEscapes are those of encoding/xml, which takes three times as long.
var xmlEscapes = strings.NewReplacer(
	"<", "&lt;", ">", "&gt;", "&", "&amp;", `"`, "&#34;", "'", "&#39;", "\t", "&#x9;", "\n", "&#xA;", "\r", "&#xD;",
)

// clean drops what no XML or DOT file may hold: control characters other than
// tab and line breaks, and noncharacters. Bytes that are not UTF-8 become
// U+FFFD.
func clean(s string) string {
	needs := needsOf(s)
	if needs&doubtful == 0 && (needs&foreign == 0 || utf8.ValidString(s)) {
		return s
	}
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

// What a byte may need, so that most texts are written as they are.
const (
	markup   = 1 << iota // to be escaped
	foreign              // to be UTF-8, as it is not ASCII
	doubtful             // to be dropped with the character that it is of
)

var byteNeeds = func() (of [256]uint8) {
	for c := range of {
		switch {
		case strings.IndexByte("<>&\"'\t\n\r", byte(c)) >= 0:
			of[c] = markup
		case c < ' ', c == 0x7F, c == 0xC2, c == 0xEF: // as U+0080 to U+009F and U+FFFE begin
			of[c] = doubtful
		case c >= 0x80:
			of[c] = foreign
		}
	}
	return of
}()

// needsOf returns what all bytes of a text need.
func needsOf(s string) (all uint8) {
	for i := range len(s) {
		all |= byteNeeds[s[i]]
	}
	return all
}
