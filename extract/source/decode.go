package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A byteError is an error about one byte of a text.
type byteError struct {
	offset int64
	value  byte
	kind   error
	advice string
}

func (e *byteError) Error() string {
	return fmt.Sprintf("byte %d is 0x%02X: %v; %s", e.offset, e.value, e.kind, e.advice)
}

func (e *byteError) Unwrap() error { return e.kind }

// decode turns the bytes of a file into tidy text: valid UTF-8 in Unicode
// normal form C, lines ended by "\n", no byte order mark, no control and no
// invisible character, every kind of space a plain one. Its error is a
// *byteError.
func decode(raw []byte) (string, error) {
	if err := check(raw); err != nil {
		return "", err
	}
	return norm.NFC.String(tidy(raw)), nil
}

// check refuses what is no text in UTF-8, naming the first byte at fault.
func check(raw []byte) error {
	nul, bad := bytes.IndexByte(raw, 0), invalid(raw)
	switch {
	case bytes.HasPrefix(raw, []byte("\xFF\xFE")), bytes.HasPrefix(raw, []byte("\xFE\xFF")):
		return &byteError{0, raw[0], ErrEncoding, "it looks like UTF-16; convert it first: iconv -f UTF-16 -t UTF-8"}
	case nul >= 0 && (bad < 0 || nul < bad):
		return &byteError{int64(nul), 0, ErrBinary, "extract its text first"}
	case bad >= 0:
		return &byteError{int64(bad), raw[bad], ErrEncoding, "convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8"}
	}
	return nil
}

// invalid returns the offset of the first byte that is no UTF-8, or -1.
func invalid(raw []byte) int {
	if utf8.Valid(raw) {
		return -1
	}
	at := 0
	for at < len(raw) {
		r, size := utf8.DecodeRune(raw[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}

// tidy maps each character to what it is in clean text, and both CRLF and CR
// to a line end.
func tidy(raw []byte) string {
	var b strings.Builder
	b.Grow(len(raw))
	for i := 0; i < len(raw); {
		r, size := rune(raw[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(raw[i:])
		}
		i += size
		if r == '\r' && i < len(raw) && (raw[i] == '\n' || raw[i] == '\r') {
			continue // CRLF, and the CR CR LF of files converted twice
		}
		if r = plain(r); r >= 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain returns the character that stands for r in clean text, or -1 for none.
func plain(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7F, r == '\n', r == '\t':
		return r
	case r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return '\n'
	case r < 0xA0:
		return -1
	case unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return -1 // soft hyphen, zero-width space, direction marks, byte order mark
	default:
		return r
	}
}
