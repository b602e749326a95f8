package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// smileySize returns the size of the emoticon that s begins with, or 0. Free
// tells that no letter stands before it.
func smileySize(s string, free bool) int {
	if strings.IndexByte(":;=<>^-(", s[0]) < 0 {
		return 0
	}
	for n := min(longestEmoticon, len(s)); n > 1; n-- {
		if emoticons[s[:n]] && (free || len(s) == n) && wordRune(s, n, len(s)) == 0 {
			return n
		}
	}
	return 0
}

const longestEmoticon = 3

// emoticons are eyes, perhaps a nose, and a mouth, or the same from the right.
var emoticons = func() map[string]bool {
	m := set("<3 </3 ^_^ -_- (: (-: :'( >:( (;")
	for _, eyes := range ":;=" {
		for _, nose := range []string{"-", "'", "^", ""} {
			for _, mouth := range `)(DPp/\|*Oo][` {
				m[string(eyes)+nose+string(mouth)] = true
			}
		}
	}
	return m
}()

// emojiSize returns the size of the emoji or other symbol that s begins with:
// with its variation selector, skin tone and the emoji that joiners add to it,
// or both letters of a flag.
func emojiSize(s string) int {
	first, n := utf8.DecodeRuneInString(s)
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case r == zeroWidthJoiner:
			_, next := utf8.DecodeRuneInString(s[n+size:])
			n += size + next
		case unicode.Is(unicode.M, r) || r >= 0x1F3FB && r <= 0x1F3FF:
			n += size
		case regional(first) && regional(r):
			return n + size
		default:
			return n
		}
	}
	return n
}

const zeroWidthJoiner = '\u200d'

// regional tells of the letters that flags are spelled with, two each.
func regional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }
