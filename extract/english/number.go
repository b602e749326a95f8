package english

// number adds the number that begins at i, with a sign it may have, and
// returns where it ends. What is written to a number stays with it if it is an
// ordinal's, a decade's or a code's (20th, 1970s, 4G); units are words of their
// own.
func (l *lexer) number(i, end int) int {
	j := i
	if !isDigit(l.text, j) {
		j++
	}
	j = digitsEnd(l.text, j, end)
	if n := apostrophe(l.text, j, end); n > 0 && j+n < end && l.text[j+n] == 's' && wordRune(l.text, j+n+1, end) == 0 {
		if l.text[j-1] == '0' {
			return l.add(i, j+n+1, number) // the 1980's
		}
		l.add(i, j, number) // 2022 and 's
		l.pieces[len(l.pieces)-1].joined = true
		return l.add(j, j+n+1, word)
	}
	n := lettersFrom(l.text, j, end)
	if n == 0 || unit(l.text[j:j+n]) || n == 1 && initials(l.text[j:j+1]) && j+2 < end && l.text[j+1:j+3] == ".m" {
		return l.add(i, j, number)
	}
	return l.add(i, j+n, number)
}

// digitsEnd returns where the digits from i on end, with the signs inside
// numbers, times, dates and telephone numbers.
func digitsEnd(text string, i, end int) int {
	start, commas := i, 0
	for i < end {
		if isDigit(text, i) {
			i++
			continue
		}
		if i+1 >= end || !isDigit(text, i+1) {
			break
		}
		switch c := text[i]; {
		case c == '.' || c == ':' || c == '/':
		case c == ',' && (digits(text, i+1, end) == 3 || commas == 0 && digits(text, i+1, end) <= 2 && !afterBracket(text, start)):
			commas++
		case c == '-' && telephone(text, start, end):
		default:
			return i
		}
		i++
	}
	return i
}

// digits counts the digits from i on.
func digits(text string, i, end int) int {
	j := i
	for j < end && isDigit(text, j) {
		j++
	}
	return j - i
}

// afterBracket tells of numbers in a list of references: [1,2].
func afterBracket(text string, i int) bool { return i > 0 && text[i-1] == '[' }

// telephone tells whether the groups of digits from i on, parted by hyphens,
// are a telephone number, post code or date rather than a range: they are
// three groups or more, or end in four digits without beginning so.
func telephone(text string, i, end int) bool {
	first := digits(text, i, end)
	groups, last := 1, first
	for i += first; groups < 3 && i+1 < end && (text[i] == '-' || text[i] == '/') && isDigit(text, i+1); i += 1 + last {
		last = digits(text, i+1, end)
		groups++
	}
	return groups > 2 || last == 4 && first < 4 && first != 2 || last == 4 && first == 5
}

// unit tells whether letters after a number are a word of their own.
func unit(s string) bool {
	if len(s) > 3 {
		return classes[s[0]] == letter && s == lower(s) && classes[s[len(s)-1]] == letter
	}
	return units[s]
}

var units = set(`am pm AM PM km kg cm mm m ft lb lbs oz mph mi bn mn tn k K M MM KM b c f gb mb tb kb GB MB TB KB kW MW GW Hz ml l g
	mg sq hr hrs min sec kph hh lb`)
