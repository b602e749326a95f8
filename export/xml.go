package export

import (
	"bufio"
	"encoding/xml"
	"strings"
	"unicode"
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
		if !plainBytes[s[i]] {
			return false
		}
	}
	return true
}

// plainBytes stand for themselves in XML.
var plainBytes = func() (is [256]bool) {
	for c := ' '; c <= '~'; c++ {
		is[c] = !strings.ContainsRune(`<>&"'`, c)
	}
	return is
}()

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
