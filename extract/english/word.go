package english

import "strings"

// wordStart tells whether a word or number begins at i of the chunk from start
// to end. An apostrophe begins the words that drop their first letters: 'em,
// '90s.
func wordStart(text string, i, start, end int) bool {
	if wordRune(text, i, end) > 0 {
		return true
	}
	if text[i] == '+' || text[i] == '.' { // +44 20 7946 0000, $.04
		return isDigit(text, i+1) && (i == start || text[i-1] == '$')
	}
	n := apostrophe(text, i, end)
	if n == 0 || i > start && wordRune(text, i-1, i) > 0 {
		return false
	}
	j := i + n
	for wordRune(text, j, end) > 0 {
		j += wordRune(text, j, end)
	}
	rest := text[i+n : j]
	return clipped[rest] || len(rest) >= 2 && len(rest) <= 3 && isDigit(rest, 0) && isDigit(rest, 1)
}

// clipped are words that are written with an apostrophe for what they drop.
var clipped = set("em Em n til Til cause Cause cos cuz bout round tis Tis twas Twas twill s ll re ve d m")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// word adds the word that begins at i and returns where it ends.
func (l *lexer) word(i, end int) int {
	if isDigit(l.text, i) || l.text[i] == '+' || l.text[i] == '.' {
		return l.number(i, end)
	}
	j := i
	if n := apostrophe(l.text, i, end); n > 0 {
		j += n
		if last := len(l.pieces) - 1; last >= 0 && l.pieces[last].end == i && l.pieces[last].kind == abbreviation {
			l.pieces[last].joined = true // U.S. and 's
		}
	}
	plain := true // letters and digits only
	for {
		if n := wordRune(l.text, j, end); n > 0 {
			j += n
		} else if n := joint(l.text, i, j, end); n > 0 {
			j += n
			plain = false
		} else {
			break
		}
	}
	if j < end && l.text[j] == '.' && l.ownsFullStop(i, j, end) {
		return l.add(i, j+1, abbreviation)
	}
	if j < end && l.text[j] == '!' && exclaimed[l.text[i:j]] {
		return l.add(i, j+1, word)
	}
	if j-i <= 3 && j+1 < end && l.text[j] == '$' && isUpper(l.text, j-1) && isDigit(l.text, j+1) {
		j++ // US$5
	}
	l.addWord(i, j, plain)
	return j
}

// joint returns the size of the sign at j if it stands inside the word that
// began at i, and 0 if the word ends before it.
func joint(text string, i, j, end int) int {
	if j >= end || j == i {
		return 0
	}
	n := 1
	if classes[text[j]] == wide {
		n = apostrophe(text, j, end)
	}
	if n == 0 || wordRune(text, j+n, end) == 0 {
		return 0
	}
	inside := false
	switch text[j] {
	case '.':
		inside = dotInside(text, i, j, end)
	case '-':
		inside = hyphenInside(text, i, j, end)
	case '&':
		inside = j-i <= 3 && lettersFrom(text, j+1, end) <= 3
	case '/': // w/o
		inside = j-i == 1 && isLetter(text, i) && isLetter(text, j+1) && wordRune(text, j+2, end) == 0
	case '_':
		inside = true
	case '*': // sh*t
		inside = isLetter(text, j-1) && isLetter(text, j+1)
	default:
		inside = apostrophe(text, j, end) > 0 && (!isDigit(text, j-1) || text[j+n] == 's')
	}
	if !inside {
		return 0
	}
	return n
}

// exclaimed are names with an exclamation mark.
var exclaimed = set("Yahoo Jeopardy")

// lettersFrom counts the bytes of letters, digits and marks from i on.
func lettersFrom(text string, i, end int) int {
	j := i
	for n := wordRune(text, j, end); n > 0; n = wordRune(text, j, end) {
		j += n
	}
	return j - i
}

// dotInside tells whether the full stop at j is inside an abbreviation (U.S,
// Ph.D) or number (PM2.5) rather than the end of a sentence with no space
// after it.
func dotInside(text string, i, j, end int) bool {
	if isDigit(text, j-1) && isDigit(text, j+1) {
		return true
	}
	next := lettersFrom(text, j+1, end)
	if initials(text[i:j]) && next == 1 {
		return true
	}
	if j-i == 1 && next == 2 && isUpper(text, j+1) && j+3 < end && text[j+3] == '.' {
		return true // M.Sc.
	}
	return j-i == 2 && isUpper(text, i) && isUpper(text, j+1) && next <= 2
}

// initials tells whether s is single letters with full stops between: U, U.S.
func initials(s string) bool {
	if len(s) > 16 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if i%2 == 0 && classes[s[i]] != letter || i%2 == 1 && s[i] != '.' {
			return false
		}
	}
	return len(s)%2 == 1
}

// hyphenInside tells whether the treebanks keep the hyphen at j in the word:
// they do after a prefix that is no word of its own (re-elected), and before a
// few endings.
func hyphenInside(text string, i, j, end int) bool {
	if prefixes[lower(text[i:j])] {
		return isLetter(text, j+1) || classes[text[j+1]] == wide || text[j-1]|0x20 == 'd' && isDigit(text, j+1) // mid-1980s
	}
	return endings[text[j+1:j+1+lettersFrom(text, j+1, end)]]
}

var prefixes = set(`e non anti re co pre mid pro cross post over semi ex sub multi counter mini psycho neo socio inter
	micro macro intra un arch ante bi bio cyber de extra mega para pseudo quasi super tri ultra uni trans infra`)

var endings = set("wise esque rama")

// lower returns s in lower case if it is short and plain ASCII, else s.
func lower(s string) string {
	if len(s) > 16 {
		return s
	}
	return strings.ToLower(s)
}

// addWord adds the word from i to j, cut where it is several written as one.
func (l *lexer) addWord(i, j int, plain bool) {
	cuts := contraction(l.text[i:j], plain)
	for _, n := range cuts {
		if n == 0 {
			break
		}
		i = l.add(i, i+n, word)
		l.pieces[len(l.pieces)-1].joined = true
	}
	l.add(i, j, word)
}
