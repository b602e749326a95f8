package language

import (
	"strings"
	"unicode"

	"github.com/whomgraph/whom/graph"
)

// Foreign returns the paragraphs of a document's clean text that are not
// English, in order. It takes time linear in the text.
func Foreign(text string) []graph.Skip {
	var out []graph.Skip
	start := 0
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if name := foreign(paragraph); name != "" {
			out = append(out, graph.Skip{Span: graph.Span{Start: start, End: start + len(paragraph)}, Language: name})
		}
		start += len(paragraph) + len("\n\n")
	}
	return out
}

// Blank returns the text with spaces in the place of what is skipped, byte for
// byte.
func Blank(text string, skipped []graph.Skip) string {
	if len(skipped) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, s := range skipped {
		b.WriteString(text[at:s.Span.Start])
		b.WriteString(strings.Repeat(" ", s.Span.End-s.Span.Start))
		at = s.Span.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// foreign returns the language or script of a paragraph that is not English,
// else "".
func foreign(paragraph string) string {
	if script := otherScript(paragraph); script != "" {
		return script
	}
	lower := strings.ToLower(paragraph)
	all := tokens(lower)
	known := english(all)
	if len(all) < fewest || known*4 > len(all) || english(tokens(outsideQuotes(lower))) > 1 {
		return ""
	}
	name, count, kinds := best(all)
	if kinds < 3 || count*7 < len(all) || known*4 > count || isNames(tokens(paragraph)) {
		return ""
	}
	return name
}

const (
	fewest        = 6 // words that tell a language
	fewestLetters = 8 // letters that tell a script
)

// scripts other than Latin, by the language that alone uses them, if there is
// one.
var scripts = []struct {
	name  string
	table *unicode.RangeTable
}{
	{"Cyrillic script", unicode.Cyrillic}, {"Arabic script", unicode.Arabic}, {"Japanese", unicode.Hiragana}, {"Japanese", unicode.Katakana},
	{"Chinese", unicode.Han}, {"Korean", unicode.Hangul}, {"Greek", unicode.Greek}, {"Hebrew", unicode.Hebrew},
	{"Devanagari script", unicode.Devanagari}, {"Georgian", unicode.Georgian}, {"Armenian", unicode.Armenian}, {"Thai", unicode.Thai},
}

// otherScript returns the script of most letters where that is not Latin.
// Japanese is known by its own letters among Chinese ones.
func otherScript(s string) string {
	letters, latin := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	if letters < fewestLetters || 2*latin >= letters {
		return ""
	}
	for _, script := range scripts {
		if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(script.table, r) }) {
			return script.name
		}
	}
	return "another script"
}

// tokens returns the words of a text without punctuation around them. French
// and Italian articles before an apostrophe are words.
func tokens(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
}

// closing are the marks that end a quotation, by the one that opens it.
var closing = map[rune]string{'“': "”", '„': "“”", '«': "»", '»': "«", '"': "\""}

// outsideQuotes returns the text without what stands in double quotation marks.
func outsideQuotes(s string) string {
	var open rune
	return strings.Map(func(r rune) rune {
		switch {
		case open != 0 && strings.ContainsRune(closing[open], r):
			open = 0
			return ' '
		case open == 0 && closing[r] != "":
			open = r
		}
		if open != 0 {
			return -1
		}
		return r
	}, s)
}

// english counts those of words in small letters that are English.
func english(words []string) int {
	n := 0
	for _, w := range words {
		if englishWords[w] {
			n++
		}
	}
	return n
}

// best returns the language with most of the words in small letters, and of how many kinds these
// are; of equals the first of the table.
func best(words []string) (name string, count, kinds int) {
	for i := range languages {
		l := &languages[i]
		n, seen := 0, make(map[string]bool)
		for _, w := range words {
			if l.words[w] {
				n++
				seen[w] = true
			}
		}
		if n > count {
			name, count, kinds = l.name, n, len(seen)
		}
	}
	return name, count, kinds
}

// isNames reports whether the words are names joined by small words, as “Ana de
// la Cruz y López”: but for words of the table at most one begins small, though
// not all is in capitals.
func isNames(words []string) bool {
	small, lower := 0, 0
	for _, w := range words {
		if first := []rune(w)[0]; unicode.IsLower(first) {
			lower++
			if !tabled[w] {
				small++
			}
		}
	}
	return lower > 0 && small < 2
}
