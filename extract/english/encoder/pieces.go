package encoder

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	maxPieces     = 12  // pieces of one word; what goes beyond is cut off
	maxPieceRunes = 100 // longer runs of letters are one unknown piece
	maxWordBytes  = 4096
)

// A vocabulary maps sub-word pieces to their numbers.
type vocabulary struct {
	ids               map[string]int32
	cls, sep, unknown int32
}

// newVocabulary reads a vocabulary of one piece a line. The pieces are slices of
// text.
func newVocabulary(text string, cls, sep, unknown int) *vocabulary {
	v := &vocabulary{
		ids: make(map[string]int32, strings.Count(text, "\n")+1),
		cls: int32(cls), sep: int32(sep), unknown: int32(unknown),
	}
	for line := range strings.Lines(text) {
		v.ids[strings.TrimRight(line, "\r\n")] = int32(len(v.ids))
	}
	return v
}

// check tells whether the special pieces are there.
func (v *vocabulary) check() error {
	for _, id := range []int32{v.cls, v.sep, v.unknown} {
		if id < 0 || int(id) >= len(v.ids) {
			return fmt.Errorf("%d pieces, none numbered %d", len(v.ids), id)
		}
	}
	return nil
}

// pieces appends the numbers of the pieces of one word: at least one, at most
// maxPieces. It is BERT's uncased tokenizer (Devlin et al. 2019) on the word by
// itself.
func (v *vocabulary) pieces(ids []int32, word string) []int32 {
	begin := len(ids)
	for _, run := range runs(normalize(word)) {
		if ids = v.split(ids, run); len(ids)-begin >= maxPieces {
			return ids[:begin+maxPieces]
		}
	}
	if len(ids) == begin {
		return append(ids, v.unknown)
	}
	return ids
}

// split appends the pieces of a run of letters by WordPiece: always the longest
// piece that fits; a run that cannot be covered is unknown as a whole.
func (v *vocabulary) split(ids []int32, run string) []int32 {
	begin := len(ids)
	if utf8.RuneCountInString(run) > maxPieceRunes {
		return append(ids, v.unknown)
	}
	for at := 0; at < len(run); {
		id, size := v.longest(run[at:], at > 0)
		if size == 0 {
			return append(ids[:begin], v.unknown)
		}
		ids, at = append(ids, id), at+size
	}
	return ids
}

// longest finds the longest piece that s begins with, and its length in bytes,
// 0 if there is none. Inner pieces are written with ## before them.
func (v *vocabulary) longest(s string, inner bool) (id int32, size int) {
	prefix := ""
	if inner {
		prefix = "##"
	}
	for size = len(s); size > 0; {
		if id, ok := v.ids[prefix+s[:size]]; ok {
			return id, size
		}
		_, last := utf8.DecodeLastRuneInString(s[:size])
		size -= last
	}
	return 0, 0
}

// normalize drops control characters and accents and lower-cases.
func normalize(word string) string {
	if len(word) > maxWordBytes {
		word = strings.ToValidUTF8(word[:maxWordBytes], "")
	}
	if isLowerASCII(word) {
		return word
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), r == unicode.ReplacementChar:
			return -1
		case r == '\t', r == '\n', r == '\r':
			return ' '
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs):
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(word))
}

func isLowerASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

// runs cuts a normalized word at spaces and around each mark of punctuation and
// each Chinese character.
func runs(s string) []string {
	var out []string
	begin := 0
	flush := func(end int) {
		if end > begin {
			out = append(out, s[begin:end])
		}
	}
	for i, r := range s {
		size := utf8.RuneLen(r)
		switch {
		case unicode.IsSpace(r):
			flush(i)
			begin = i + size
		case alone(r):
			flush(i)
			out = append(out, s[i:i+size])
			begin = i + size
		}
	}
	flush(len(s))
	return out
}

// alone tells whether a character is always a run of its own.
func alone(r rune) bool {
	if r < 0x80 {
		return r > ' ' && r < 0x7f && !('a' <= r && r <= 'z') && !('0' <= r && r <= '9')
	}
	return unicode.Is(unicode.P, r) || unicode.Is(chinese, r)
}

// chinese are the blocks of CJK ideographs that BERT sets apart.
var chinese = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x3400, Hi: 0x4dbf, Stride: 1}, {Lo: 0x4e00, Hi: 0x9fff, Stride: 1}, {Lo: 0xf900, Hi: 0xfaff, Stride: 1}},
	R32: []unicode.Range32{{Lo: 0x20000, Hi: 0x2a6df, Stride: 1}, {Lo: 0x2a700, Hi: 0x2ceaf, Stride: 1}, {Lo: 0x2f800, Hi: 0x2fa1f, Stride: 1}},
}
