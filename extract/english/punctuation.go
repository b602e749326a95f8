package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// punctuation adds the sign at i, or the run of signs that it begins, and
// returns where that ends. start is where the chunk begins.
func (l *lexer) punctuation(start, i, end int) int {
	rest := l.text[i:end]
	if n := smileySize(rest, i == start || wordRune(l.text, i-1, i) == 0); n > 0 {
		return l.add(i, i+n, smiley)
	}
	if n := drawing(rest); n > 0 {
		return l.add(i, i+n, line)
	}
	switch c := rest[0]; {
	case strings.IndexByte(".!?", c) >= 0 || strings.HasPrefix(rest, "…"):
		return l.add(i, i+stopSize(rest), stop)
	case c == '"' || apostrophe(l.text, i, end) > 0 || quoteSize(rest) > 0:
		return l.quote(start, i, end)
	case strings.IndexByte("([{", c) >= 0:
		return l.add(i, i+1, opener)
	case strings.IndexByte(")]}", c) >= 0:
		return l.add(i, i+1, closer)
	case c < utf8.RuneSelf:
		return l.add(i, i+run(rest), mark)
	}
	return l.symbol(i, end)
}

// run counts how often the first byte of s is repeated, if it is one of the
// signs that are repeated to one sign.
func run(s string) int {
	if strings.IndexByte("-=*_~#$<>+", s[0]) < 0 {
		return 1
	}
	return len(s) - len(strings.TrimLeft(s, s[:1]))
}

// stopSize returns the size of the stops that s begins with: an ellipsis by
// itself, or else any run (?!, !!).
func stopSize(s string) int {
	if n := len(s) - len(strings.TrimLeft(s, ".…")); n > 1 {
		return n
	}
	return len(s) - len(strings.TrimLeft(s, ".!?"))
}

// drawing returns the size of the row of signs that s begins with, if it is
// one that parts texts: -----, ***** or ---=.
func drawing(s string) int {
	const signs = "-=*_~#+|^<>"
	head := s[:min(len(s), 32)]
	head = head[:len(head)-len(strings.TrimLeft(head, signs))]
	if len(head) < 4 || !strings.Contains(head, "---") && !strings.Contains(head, "===") && run(head) < 4 {
		return 0
	}
	return len(s) - len(strings.TrimLeft(s, signs))
}

// quoteSize returns the size of the curly, angle or doubled quote that s
// begins with, or 0.
func quoteSize(s string) int {
	for _, q := range []string{"‘‘", "‘’", "’’", "''", "``", "“", "”", "„", "«", "»"} {
		if strings.HasPrefix(s, q) {
			return len(q)
		}
	}
	return 0
}

// quote adds a quotation mark or apostrophe.
func (l *lexer) quote(start, i, end int) int {
	n := quoteSize(l.text[i:end])
	if n == 0 {
		n = max(1, apostrophe(l.text, i, end))
	}
	before := i > start && !l.opens(len(l.pieces)-1)
	after := i+n < end && wordRune(l.text, i+n, end) > 0
	switch l.text[i : i+n] {
	case "“", "„", "«", "``", "‘‘":
		return l.add(i, i+n, opener)
	case "”", "»", "’’":
		return l.add(i, i+n, closer)
	case `"`, "''", "‘’":
		return l.paired(&l.double, i, n, before, after)
	}
	if before && l.single == 0 && l.plural(i) {
		l.pieces[len(l.pieces)-1].joined = true
		return l.add(i, i+n, closer)
	}
	return l.paired(&l.single, i, n, before, after)
}

// opens tells whether piece k is one that a quote opens after.
func (l *lexer) opens(k int) bool {
	p := l.pieces[k]
	return p.kind == opener || p.kind == line || p.kind == mark && strings.ContainsAny(l.form(k), "-–—/=")
}

// plural tells whether the word that ends at i may be a plural's possessive.
func (l *lexer) plural(i int) bool {
	return l.text[i-1]|0x20 == 's' && l.pieces[len(l.pieces)-1].kind == word
}

// paired adds a quote that looks the same on both sides. What stands before
// and after it without a space decides; if both or neither do, it closes one
// that is open.
func (l *lexer) paired(open *int, i, n int, before, after bool) int {
	if before == after && *open > 0 || before && !after {
		*open = max(0, *open-1)
		return l.add(i, i+n, closer)
	}
	*open++
	return l.add(i, i+n, opener)
}

// symbol adds a sign beyond ASCII, with the marks that modify it.
func (l *lexer) symbol(i, end int) int {
	r, n := utf8.DecodeRuneInString(l.text[i:end])
	j := i + n
	switch {
	case r == utf8.RuneError && n == 1:
		return l.add(i, j, mark)
	case strings.ContainsRune("•▪●■►◦‣∙", r):
		return l.add(i, j, bullet)
	case unicode.Is(unicode.Ps, r):
		return l.add(i, j, opener)
	case unicode.Is(unicode.Pe, r):
		return l.add(i, j, closer)
	case strings.ContainsRune("。！？", r):
		return l.add(i, j, stop)
	case r < firstEmoji || !unicode.In(r, unicode.So, unicode.Sk):
		return l.add(i, j, mark)
	}
	return l.add(i, i+emojiSize(l.text[i:end]), smiley)
}

// firstEmoji is where the blocks of pictures begin; ° and © stand before.
const firstEmoji = 0x2600
