package english

import "strings"

// sentenceEnds appends the index after the last piece of each sentence of the
// paragraph whose pieces begin at first.
func (l *lexer) sentenceEnds(first int, ends []int) []int {
	begin := first // of the sentence
	end := func(i int) {
		if i > begin {
			ends, begin = append(ends, i), i
		}
	}
	for i := first; i < len(l.pieces); i++ {
		if n := l.apart(i); n > 0 {
			if i > first && l.form(i-1) != "on" {
				end(i)
			}
			end(i + n)
			i += n - 1
			continue
		}
		if i > begin && l.begins(begin, i) {
			end(i)
		}
		if k := l.pieces[i].kind; k != stop && k != abbreviation {
			continue
		}
		next := l.afterStop(i)
		if next == len(l.pieces) || l.ends(begin, i, next) {
			l.partFullStop(i)
			end(next)
		}
		i = next - 1
	}
	end(len(l.pieces))
	return ends
}

// apart returns how many pieces from i on are no part of the sentences around
// them: a row of dashes, or the date and time of a mail or page.
func (l *lexer) apart(i int) int {
	p := l.pieces[i]
	if p.kind == line && p.end-p.start > 4 && l.alone(i) {
		return 1
	}
	if i+2 < len(l.pieces) && p.kind == number && strings.Count(l.form(i), "/") == 2 && strings.Contains(l.form(i+1), ":") {
		if half := l.form(i + 2); half == "AM" || half == "PM" {
			return 3
		}
	}
	return 0
}

// alone tells whether piece i has a space, or nothing, on both sides.
func (l *lexer) alone(i int) bool {
	p := l.pieces[i]
	return skipSpace(l.text, p.end, l.finish) != p.end || p.end == l.finish || p.start == l.begin
}

// begins tells whether a sentence begins with piece i though no stop stands
// before it: after a bullet, on a line of its own, after a smiley or link.
func (l *lexer) begins(begin, i int) bool {
	switch before := l.pieces[i-1]; {
	case l.pieces[i].kind == bullet, l.newLine(begin, i):
		return true
	case before.kind == smiley:
		return capital(l.form(i))
	case before.kind == link && strings.LastIndexAny(l.form(i-1), "/@") > 0:
		return capital(l.form(i)) || strings.Contains(l.form(i), "://")
	}
	return false
}

// afterStop returns the first piece after the stop i that does not belong to
// its sentence: closing quotes and brackets, more stops, reference numbers and
// smileys do.
func (l *lexer) afterStop(i int) int {
	i++
	for i < len(l.pieces) {
		switch p := l.pieces[i]; {
		case p.kind == closer, p.kind == smiley, p.kind == stop && l.pieces[i-1].kind != abbreviation:
			i++
		case l.reference(i):
			i += 3
		default:
			return i
		}
	}
	return i
}

// reference tells whether a number in square brackets stands at i: [12].
func (l *lexer) reference(i int) bool {
	return i+2 < len(l.pieces) && l.form(i) == "[" && l.pieces[i+1].kind == number && l.form(i+2) == "]"
}

// ends tells whether the sentence that began at begin ends with the stop or
// abbreviation i, when the next sentence would begin with piece next.
func (l *lexer) ends(begin, i, next int) bool {
	w := l.opened(next)
	form := l.form(w)
	if l.pieces[i].kind == abbreviation {
		return l.endsAbbreviated(begin, i, w)
	}
	spaced := l.pieces[next].start > l.pieces[next-1].end
	switch stopped := l.form(i); {
	case l.pieces[next].kind == mark && !l.beginsMarked(next):
		return false
	case strings.HasPrefix(stopped, "..") || strings.HasPrefix(stopped, "…") || stopped == "." && l.form(i+1) == ".":
		return capital(form) // an ellipsis
	case l.listNumber(begin, i), i == begin+1 && timeWords[form] && l.form(begin) == strings.ToUpper(l.form(begin)):
		return false // 1. Water, and MINSK. March 9
	case small(form) && l.pieces[w].kind != link:
		return next == i+1 && (w == next || l.form(next) == "(") && !l.unknownAbbreviation(i)
	case !spaced && l.ticker(i):
		return false
	case !spaced:
		return capital(form) || stopped != "."
	}
	return true
}

// ticker tells whether the stop at i is one within the code of a share: (GAZP.MM).
func (l *lexer) ticker(i int) bool {
	if i < 2 || i+2 >= len(l.pieces) || l.form(i-2) != "(" || l.form(i+2) != ")" {
		return false
	}
	code, market := l.form(i-1), l.form(i+1)
	return code == strings.ToUpper(code) && market == strings.ToUpper(market) && len(market) <= 3
}

// opened returns the first piece from i on that is no opening quote or
// bracket.
func (l *lexer) opened(i int) int {
	for i+1 < len(l.pieces) && l.pieces[i].kind == opener {
		i++
	}
	return i
}

// beginsMarked tells whether a sentence may begin with the sign at i: a
// currency, a number sign, a star, or a dash before a capital.
func (l *lexer) beginsMarked(i int) bool {
	form := l.form(i)
	if strings.ContainsAny(form, "-–—") {
		return i+1 < len(l.pieces) && capital(l.form(i+1))
	}
	return !strings.ContainsAny(form, ",;:/%&=>)")
}

// listNumber tells whether the full stop i follows the number or letter of a
// list item, with which the sentence begins: 1. Water
func (l *lexer) listNumber(begin, i int) bool {
	if i != begin+1 || l.form(i) != "." {
		return false
	}
	p := l.pieces[begin]
	return p.kind == number && p.end-p.start <= 3 || p.end-p.start == 1
}

// unknownAbbreviation tells whether the word before the full stop i looks like
// an abbreviation: short, and without a vowel.
func (l *lexer) unknownAbbreviation(i int) bool {
	if i == 0 || l.form(i) != "." || l.pieces[i-1].kind != word {
		return false
	}
	s := l.form(i - 1)
	return len(s) > 1 && len(s) < 5 && !strings.ContainsAny(s, "aeiouyAEIOUY'’") && s != strings.ToUpper(s)
}

// endsAbbreviated tells whether the abbreviation i also ends its sentence. w
// is the first word after it.
func (l *lexer) endsAbbreviated(begin, i, w int) bool {
	form := l.form(w)
	if !capital(form) {
		return false
	}
	abbreviated := l.form(i)
	switch classOf(abbreviated[:len(abbreviated)-1]) {
	case title, numbered, dated:
		return false
	case letters:
		return len(abbreviated) > 2 && l.starter(w)
	case clock: // a time of day alone stands before what happened then
		return i > begin+1 && !timeWords[form] && !(w+1 < len(l.pieces) && l.form(w+1) == "time")
	}
	return l.starter(w) || abbreviated == "etc."
}

// starter tells whether piece i is a word that begins sentences, and no part of
// a compound.
func (l *lexer) starter(i int) bool {
	compound := i+1 < len(l.pieces) && l.pieces[i+1].start == l.pieces[i].end && l.form(i+1) == "-"
	return starters[l.form(i)] && !compound
}

// timeWords may follow the time of day: 9 p.m. Tuesday, 9 a.m. GMT.
var timeWords = set(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun January February March April
	May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec EST EDT CST CDT MST MDT PST PDT
	ET CT MT PT GMT UTC BST CET CEST MSK Eastern Central Mountain Pacific Greenwich`)

// partFullStop makes the full stop of the abbreviation i a token of its own
// where it ends a sentence, as the treebanks do for all but single letters
// (U.S., p.m.).
func (l *lexer) partFullStop(i int) {
	p := &l.pieces[i]
	p.parted = p.kind == abbreviation && p.end-p.start > 2 && strings.IndexByte(l.text[p.start:p.end-1], '.') < 0
}

// newLine tells whether a line that begins with piece i begins a sentence: it
// is a list item, or the line before is the paragraph's first and a heading.
func (l *lexer) newLine(begin, i int) bool {
	gap := l.text[l.pieces[i-1].end:l.pieces[i].start]
	if strings.IndexByte(gap, '\n') < 0 {
		return false
	}
	return l.item(i) || l.heading(begin, i)
}

// item tells whether a list item begins at i: a dash, star or number apart
// from the word after it.
func (l *lexer) item(i int) bool {
	if i+1 >= len(l.pieces) {
		return false
	}
	spaced := l.pieces[i+1].start > l.pieces[i].end
	switch form := l.form(i); form {
	case "-", "*", "–", "—", "+", ">":
		return spaced && capital(l.form(i+1))
	default:
		return l.pieces[i].kind == number && len(form) <= 2 && strings.Contains(".)", l.form(i+1)) && !spaced
	}
}

// longestHeading is how many bytes a line may have that is taken for a heading
// without a blank line after it.
const longestHeading = 100

// heading tells whether the first line of the paragraph, which ends before
// piece i, is a heading: it has three words or more and no punctuation at its
// end, and the next line begins with a capital and is so much longer that this
// one was not broken for width.
func (l *lexer) heading(begin, i int) bool {
	from, to := l.pieces[begin].start, l.pieces[i-1].end
	if from != l.begin || i < begin+3 || to-from > longestHeading || strings.IndexByte(l.text[from:to], '\n') >= 0 {
		return false
	}
	last := l.pieces[i-1].kind
	if last != word && last != number && last != closer || !capital(l.form(i)) || !capital(l.form(begin)) {
		return false
	}
	return l.lineLength(l.pieces[i].start) > 2*(to-from)
}

// lineLength is the number of bytes from i to the end of its line.
func (l *lexer) lineLength(i int) int {
	rest := l.text[i:l.finish]
	if n := strings.IndexByte(rest, '\n'); n >= 0 {
		return n
	}
	return len(rest)
}
