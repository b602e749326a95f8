package english

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// checkSplit tells what is wrong with the tokens of text, "" if nothing is.
func checkSplit(text string) string {
	at := 0
	for _, s := range Split(text) {
		if len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			return "a sentence is not the span of its tokens"
		}
		for i, t := range s.Tokens {
			switch {
			case t.Start < at || t.End <= t.Start:
				return "tokens overlap or are empty: " + t.String()
			case text[t.Start:t.End] != t.Form:
				return "the form is not the text: " + t.String()
			case !blank(text[at:t.Start]):
				return "text is left out before " + t.String()
			case hasSpace(t.Form):
				return "a space inside " + t.String()
			case t.Joined && (i+1 == len(s.Tokens) || s.Tokens[i+1].Start != t.End):
				return "joined to a token that does not follow: " + t.String()
			}
			at = t.End
		}
	}
	if !blank(text[at:]) {
		return "text is left out at the end"
	}
	return ""
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

func hasSpace(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r != utf8.RuneError && unicode.IsSpace(r) }) >= 0
}

// scraps are what the rules look for, so that random texts meet them.
var scraps = []string{"a", "The", "I", "s", "U.S", "Sen", "No", "etc", "p.m", "7", "1,000", "2022", "'", "’", "`", `"`, "“", "”", "''", ".", "...", "…",
	"!", "?", ",", ";", ":", "-", "--", "—", "----", "(", ")", "[", "]", "/", "@", "#", "$", "%", "&", "*", "_", "+", "http://", "www.", "x.com",
	" ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "é", "\u0301", "\u200d", "👍", "🏽", "🇺", "漢", "。", "•", ":)", "\xff", "\xe2\x80", "\x00"}

func TestSplitInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(scraps)).Draw(t, "scraps"), "")
		if fault := checkSplit(text); fault != "" {
			t.Fatalf("%q: %s", text, fault)
		}
	})
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"He said: “They don't know.” U.S. officials left... www.example.org/a(b).", "\xff\xfe\n\n.", "1,000's of 'em :) (s) -5.5.", "A.B.C. etc.."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if fault := checkSplit(text); fault != "" {
			t.Fatalf("%q: %s", text, fault)
		}
	})
}

// TestSplitTakesLinearTime gives Split texts of one repeated scrap, long enough
// that a step of quadratic cost would take minutes.
func TestSplitTakesLinearTime(t *testing.T) {
	const size = 1 << 17
	for _, scrap := range append(scraps, "a.", "a-", "1-", "-=", "a'", "a's", "'s", "a@", "a/", "etc. A ", "(a", "\n1. ", "\n- A", "a\n", "\n\n a", ". (", "“. ") {
		text := strings.Repeat(scrap, size/len(scrap))
		if fault := checkSplit(text); fault != "" {
			t.Errorf("%q repeated: %s", scrap, fault)
		}
	}
}

func TestNoWordIsInTwoAbbreviationClasses(t *testing.T) {
	class := map[string]int{}
	for c, words := range abbreviationLists {
		for _, w := range strings.Fields(words) {
			if before, ok := class[w]; ok {
				t.Errorf("%s is in class %d and in class %d", w, before, c)
			}
			class[w] = c
		}
	}
}
