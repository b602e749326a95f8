package english

import (
	"unicode"
	"unicode/utf8"
)

// class of an ASCII byte.
type class uint8

const (
	letter class = 1 << iota
	digit
	space
	other // ASCII that is none of these
	wide  // part of a rune beyond ASCII
)

var classes = func() (t [256]class) {
	for i := range t {
		c := byte(i)
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			t[i] = letter
		case c >= '0' && c <= '9':
			t[i] = digit
		case c == ' ' || c >= '\t' && c <= '\r':
			t[i] = space
		case c >= utf8.RuneSelf:
			t[i] = wide
		default:
			t[i] = other
		}
	}
	return t
}()

// skipSpace returns the first index from i on that is no space, or end.
func skipSpace(text string, i, end int) int {
	for i < end {
		switch classes[text[i]] {
		case space:
			i++
		case wide:
			r, n := utf8.DecodeRuneInString(text[i:end])
			if !unicode.IsSpace(r) {
				return i
			}
			i += n
		default:
			return i
		}
	}
	return i
}

// skipWord returns the first index from i on that is a space, or end.
func skipWord(text string, i, end int) int {
	for i < end {
		switch classes[text[i]] {
		case space:
			return i
		case wide:
			r, n := utf8.DecodeRuneInString(text[i:end])
			if unicode.IsSpace(r) {
				return i
			}
			i += n
		default:
			i++
		}
	}
	return i
}

// wordRune returns the size of the rune at i if it belongs to words: a letter,
// digit or combining mark, or an invisible one such as the soft hyphen. It
// returns 0 for all others, and at end.
func wordRune(text string, i, end int) int {
	if i >= end {
		return 0
	}
	if c := classes[text[i]]; c != wide {
		if c&(letter|digit) != 0 {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(text[i:end])
	if unicode.In(r, unicode.L, unicode.Nd, unicode.M, unicode.Cf) {
		return n
	}
	return 0
}

func isDigit(text string, i int) bool  { return i >= 0 && i < len(text) && classes[text[i]] == digit }
func isLetter(text string, i int) bool { return i >= 0 && i < len(text) && classes[text[i]] == letter }
func isUpper(text string, i int) bool {
	return i >= 0 && i < len(text) && text[i] >= 'A' && text[i] <= 'Z'
}

// capital tells whether s begins with an upper-case letter.
func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// small tells whether s begins with a lower-case letter.
func small(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// apostrophe returns the size of the apostrophe at i, 0 if there is none.
func apostrophe(text string, i, end int) int {
	switch {
	case i >= end:
		return 0
	case text[i] == '\'' || text[i] == '`':
		return 1
	case i+3 <= end && (text[i:i+3] == "’" || text[i:i+3] == "‘"):
		return 3
	}
	return 0
}
