package source

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Files break lines in three ways: a line is a paragraph; lines are wrapped at
// a column and paragraphs parted by blank lines or an indent; or both at once,
// with a space left over at each wrap. A break is undone only on evidence: the
// next line goes on in lower case or behind a leftover space, or its first
// word had no room.

// Lines of wrapped text have at most maxWrap columns, and the widest has at
// least minWrap.
const (
	minWrap = 40
	maxWrap = 120
)

// A line is one line of a file without the space around it.
type line struct {
	text   string
	indent int  // columns of space before it, beyond the margin of the text
	trail  bool // space follows it
	width  int  // characters of text
}

// lines goes through the lines of a text, whose margin is given.
func lines(text string, margin int) iter.Seq[line] {
	return func(yield func(line) bool) {
		for raw := range strings.SplitSeq(text, "\n") {
			body := strings.TrimLeft(raw, " \t")
			l := line{indent: len(raw) - len(body) - margin, text: strings.TrimRight(body, " \t")}
			l.trail = len(l.text) < len(body)
			l.width = utf8.RuneCountInString(l.text)
			if !yield(l) {
				return
			}
		}
	}
}

// leads reports whether the space left over from the break between two lines
// begins the second; leftover, whether there is one at all.
func leads(a, b line) bool    { return b.indent == 1 && a.indent <= 1 }
func leftover(a, b line) bool { return a.trail || leads(a, b) }

// goesOn reports whether next certainly continues l, however the text is
// wrapped: no sentence ends here, and next begins in lower case.
func (l line) goesOn(next line) bool {
	if l.text == "" || !beginsLower(next.text) || endsSentence(l.text) && !endsAcronym(l.text) {
		return false
	}
	return !isURL(l.text) && !isURL(next.text) && !isDateLine(l.text) && !isDateLine(next.text)
}

// isMeta reports whether the line is a matter of its own: an address, a date.
func (l line) isMeta() bool {
	return l.width <= maxRuleBytes && (isURL(l.text) || isDateLine(l.text) || isByline(l.text))
}

// A wrapping says how the lines of a text are wrapped.
type wrapping struct {
	margin int  // columns of space before every line
	column int  // width of the widest line that certainly goes on; 0 where none does
	spaced bool // each wrap leaves a space over
}

func findWrapping(text string) wrapping {
	w := wrapping{margin: marginOf(text), spaced: true}
	var last line
	for l := range lines(text, w.margin) {
		if last.text != "" && last.width <= maxWrap && last.goesOn(l) {
			w.column = max(w.column, last.width)
			w.spaced = w.spaced && leftover(last, l)
		}
		last = l
	}
	if w.column < minWrap {
		w.column, w.spaced = 0, false
	}
	return w
}

// marginOf returns how many columns of space stand before every line that is
// not blank.
func marginOf(text string) int {
	margin := -1
	for l := range lines(text, 0) {
		if l.text != "" && (margin < 0 || l.indent < margin) {
			margin = l.indent
		}
	}
	return max(margin, 0)
}

// wraps reports whether next continues l although it begins like a sentence of
// its own. A space must be left over where each wrap leaves one; then no
// sentence may end here, or else the first word of next had no room in l.
func (w wrapping) wraps(l, next line) bool {
	if w.column == 0 || w.spaced && !leftover(l, next) {
		return false
	}
	if !endsSentence(l.text) && (leads(l, next) || w.spaced && l.width >= minWrap) {
		return true
	}
	word, _, _ := strings.Cut(next.text, " ")
	return l.width <= w.column && l.width+1+utf8.RuneCountInString(word) > w.column
}

// paragraphs joins the lines of a text to paragraphs with single spaces.
func paragraphs(text string) []paragraph {
	j := joiner{wrapping: findWrapping(text)}
	for l := range lines(text, j.margin) {
		j.add(l)
	}
	j.flush()
	return j.done
}

// A joiner collects lines until a paragraph ends.
type joiner struct {
	wrapping
	last  line
	text  strings.Builder
	close bool // no blank line stands before the paragraph in work
	done  []paragraph
}

func (j *joiner) add(l line) {
	switch {
	case l.text == "":
		j.flush()
		j.close = false
	case j.last.text == "":
		writeWords(&j.text, l.text)
	case j.continues(l):
		if !breaksAtHyphen(j.last.text, l.text) {
			j.text.WriteByte(' ')
		}
		writeWords(&j.text, l.text)
	default:
		j.flush()
		writeWords(&j.text, l.text)
	}
	j.last = l
}

// continues reports whether l belongs to the paragraph of the line before.
func (j *joiner) continues(l line) bool {
	switch {
	case strings.ContainsRune("•▪●■", first(l.text)):
		return false
	case j.last.goesOn(l):
		return true
	case l.indent >= j.last.indent+2 && endsSentence(j.last.text):
		return false
	case j.last.isMeta() || l.isMeta():
		return false
	default:
		return j.wraps(j.last, l)
	}
}

func (j *joiner) flush() {
	if j.text.Len() == 0 {
		return
	}
	j.done = append(j.done, paragraph{text: j.text.String(), close: j.close})
	j.text.Reset()
	j.close = true
	j.last = line{}
}

// writeWords writes text with each run of space made one. Its line is trimmed.
func writeWords(b *strings.Builder, text string) {
	from := 0
	for i := 1; i < len(text); i++ {
		if !isBlank(text[i]) || !isBlank(text[i-1]) && text[i] == ' ' {
			continue
		}
		b.WriteString(strings.TrimRight(text[from:i], " "))
		b.WriteByte(' ')
		for isBlank(text[i+1]) {
			i++
		}
		from = i + 1
	}
	b.WriteString(text[from:])
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// breaksAtHyphen reports whether a compound was broken at its hyphen
// (“Moscow-”, “led”), so that no space belongs between its halves.
func breaksAtHyphen(line, next string) bool {
	stem, ok := strings.CutSuffix(line, "-")
	if !ok {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(stem)
	word, _, _ := strings.Cut(next, " ")
	return unicode.IsLetter(before) && unicode.IsLetter(first(next)) && word != "and" && word != "or" && word != "to"
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func beginsLower(s string) bool { return unicode.IsLower(first(s)) }

// endsSentence reports whether the last character, quotation marks and
// brackets apart, ends a sentence.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’)]»*")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…", r)
}

// endsAcronym reports whether the last word is one like “U.S.”, whose point
// need not end a sentence.
func endsAcronym(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	return len(word) >= 4 && len(word)%2 == 0 && strings.Count(word, ".") == len(word)/2
}
