package source

import (
	"errors"
	"strings"
	"testing"
)

func TestDecode(t *testing.T) {
	tests := []struct{ reason, raw, want string }{
		{"plain text stays", "Kyiv said no.\n", "Kyiv said no.\n"},
		{"a byte order mark is no character of the text", "\xEF\xBB\xBFKyiv", "Kyiv"},
		{"CRLF ends a line", "a\r\nb", "a\nb"},
		{"CR ends a line", "a\rb", "a\nb"},
		{"CR CR LF of a file converted twice ends one line", "a\r\r\nb", "a\nb"},
		{"a form feed ends a line", "a\fb", "a\nb"},
		{"the line and paragraph separators of Unicode end lines", "a\u2028b\u2029c\u0085d", "a\nb\nc\nd"},
		{"a no-break space is a space", "100\u00A0000 troops", "100 000 troops"},
		{"a thin space is a space", "5\u2009km", "5 km"},
		{"a soft hyphen shows nothing", "negotia\u00ADtions", "negotiations"},
		{"a zero-width space shows nothing", "Mos\u200Bcow", "Moscow"},
		{"direction marks show nothing", "\u200EMoscow\u202C", "Moscow"},
		{"control characters show nothing", "Mos\x07cow\x7F\u0090", "Moscow"},
		{"a letter and its accent are one character", "Zele\u0301nskyy", "Zelénskyy"},
		{"curly quotes stay curly", "“it’s”", "“it’s”"},
		{"characters beyond the first plane stay", "a😀b", "a😀b"},
	}
	for _, tt := range tests {
		got, err := decode([]byte(tt.raw))
		if err != nil || got != tt.want {
			t.Errorf("%s: decode(%q) = %q, %v; want %q", tt.reason, tt.raw, got, err, tt.want)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	tests := []struct {
		reason, raw string
		kind        error
		offset      int64
		says        string
	}{
		{"a NUL is no text", "abc\x00def", ErrBinary, 3, "byte 3 is 0x00"},
		{"Latin-1 is not UTF-8", "caf\xE9 au lait", ErrEncoding, 3, "byte 3 is 0xE9"},
		{"the advice names a program", "caf\xE9", ErrEncoding, 3, "iconv"},
		{"a character cut off", "caf\xC3", ErrEncoding, 3, "byte 3 is 0xC3"},
		{"the first fault counts", "a\xFFb\x00", ErrEncoding, 1, "byte 1 is 0xFF"},
		{"UTF-16 is named", "\xFF\xFEa\x00", ErrEncoding, 0, "UTF-16"},
		{"a surrogate is not UTF-8", "a\xED\xA0\x80", ErrEncoding, 1, "byte 1 is 0xED"},
	}
	for _, tt := range tests {
		_, err := decode([]byte(tt.raw))
		var at *byteError
		if !errors.Is(err, tt.kind) || !errors.As(err, &at) || at.offset != tt.offset || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: decode(%q): %v; want %q at byte %d", tt.reason, tt.raw, err, tt.says, tt.offset)
		}
	}
}
