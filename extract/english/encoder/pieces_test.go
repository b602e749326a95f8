package encoder

import (
	"reflect"
	"strings"
	"testing"
)

// pieceText returns the pieces of a word in the English vocabulary as text.
func pieceText(t testing.TB, word string) []string {
	t.Helper()
	m, err := English()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, id := range m.vocabulary.pieces(nil, word) {
		for piece, other := range m.vocabulary.ids {
			if other == id {
				out = append(out, piece)
			}
		}
	}
	return out
}

func TestPieces(t *testing.T) {
	for _, c := range []struct{ word, want, reason string }{
		{"Moscow", "moscow", "lower-cased"},
		{"Zelenskyy", "ze ##len ##sky ##y", "longest pieces first"},
		{"U.S.", "u . s .", "punctuation stands alone"},
		{"don’t", "don ’ t", "so does a curly quote"},
		{"São", "sao", "accents are dropped"},
		{"İstanbul", "istanbul", "so is the dot of a capital I"},
		{"北京", "[UNK] [UNK]", "Chinese characters stand alone, and are unknown"},
		{"co\u00adoperate", "cooperate", "a soft hyphen is no letter"},
		{"10 000", "10 000", "a space parts"},
		{"", "[UNK]", "an empty word"},
		{"\xff\xfe", "[UNK]", "bytes that are no text"},
		{strings.Repeat("x", 101), "[UNK]", "too long for one piece"},
		{strings.Repeat("x", 10_000), "[UNK]", "much too long"},
		{"☃", "[UNK]", "not in the vocabulary"},
		{strings.Repeat(".", 50), strings.TrimSpace(strings.Repeat(". ", 12)), "no more than twelve"},
	} {
		if got := pieceText(t, c.word); !reflect.DeepEqual(got, strings.Fields(c.want)) {
			t.Errorf("%s: %.20q has pieces %q, want %q", c.reason, c.word, got, c.want)
		}
	}
}

func TestShape(t *testing.T) {
	for _, c := range []struct {
		word string
		want shape
	}{
		{"talks", allLower}, {"don't", allLower}, {"Moscow", capitalized}, {"A", oneCapital}, {"J.", oneCapital},
		{"NATO", allCapitals}, {"U.S.", allCapitals}, {"McDonald", mixed}, {"iPhone", mixed}, {"Nord-Ost", mixed},
		{"2022", digits}, {"21st", digits}, {"x²", digits}, {"F16", digitsAndCap}, {".", noLetter}, {"", noLetter},
		{"\xff", noLetter}, {"北京", caseless}, {"Đặng", capitalized}, {"ǅ", caseless},
	} {
		if got := shapeOf(c.word); got != c.want {
			t.Errorf("shapeOf(%q) = %d, want %d", c.word, got, c.want)
		}
	}
}

func FuzzPieces(f *testing.F) {
	for _, word := range []string{"Moscow", "U.S.", "İ\u0301", "a\x00b", "\xf0\x9f", "ﬁ", " \t"} {
		f.Add(word)
	}
	m, err := English()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, word string) {
		ids := m.vocabulary.pieces(nil, word)
		if len(ids) < 1 || len(ids) > maxPieces {
			t.Fatalf("%q has %d pieces", word, len(ids))
		}
		if s := shapeOf(word); s == marker || s >= shapes {
			t.Fatalf("%q has shape %d", word, s)
		}
	})
}
