package source

import (
	"regexp"
	"strings"
	"unicode"
)

// A dateline opens the first paragraph of a report: the place, perhaps its
// country, the day and the agency, then a dash.
//
//	MOSCOW (AP) —                  WASHINGTON, Feb 1 —
//	KYIV, Ukraine (Reuters) -      GENEVA, 21 January 2022 (Xinhua) --
var (
	capitals   = `\p{Lu}[\p{Lu}'’.-]*\p{Lu}\.?`
	place      = `(?:` + capitals + `(?:[ /]` + capitals + `){0,3})`
	mixedPlace = `(?:\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2})`
	region     = `(?:, \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2})?`
	day        = `(?:, (?i:` + monthName + ` \d{1,2}|\d{1,2} ` + monthName + `)(?:,? (?:19|20)\d\d)?)?`
	agency     = `\((\p{L}[\p{L}0-9 ./&’'-]{0,40})\)`
	dash       = `\s*(?:—|–|--|-)\s*`

	datelineAgency = regexp.MustCompile(`^((?:` + place + `|` + mixedPlace + `)` + region + day + ` ` + agency + `)(` + dash + `|\s*)`)
	datelineBare   = regexp.MustCompile(`^(` + place + region + day + `)()(\s*(?:—|–)\s*|\s+--\s+)`)
	datelineHyphen = regexp.MustCompile(`^(` + capitals + region + day + `)()(\s+-\s+)`)
	datelineStart  = regexp.MustCompile(capitals + `[\p{L} ,.'’/-]{0,40} \(\p{Lu}[\p{L} ]{1,20}\)\s*[—–-]`)
)

// noPlaces are words in capitals that stand before a dash without being a
// place.
var noPlaces = words("NATO OPEC ASEAN USAID UNICEF UNESCO NASA OSCE BRICS AUKUS ECOWAS NOTE UPDATE EDITOR BREAKING WATCH LIVE FILE PHOTO EXCLUSIVE EXPLAINER ANALYSIS OPINION FACTBOX")

// cutDateline takes a dateline off the front of a paragraph. The line keeps
// its dash, so that rest begins with the sentence; agency may be "".
func cutDateline(s string) (line, agency, rest string, ok bool) {
	head := s[:prefixLen(s, 200)]
	var m []string
	for _, form := range []*regexp.Regexp{datelineAgency, datelineBare, datelineHyphen} {
		if m = form.FindStringSubmatch(head); m != nil {
			break
		}
	}
	if m == nil || noPlaces[firstWord(m[1])] {
		return "", "", s, false
	}
	line, agency, rest = strings.TrimSpace(m[0]), m[2], s[len(m[0]):]
	capital := capitalLetters(m[1]) >= 4 && firstWord(m[1]) == strings.ToUpper(firstWord(m[1]))
	switch {
	case !opensSentence(rest):
	case outletByForm[agency] != "":
		return line, agency, rest, true
	case !capital || line == m[1]: // a place in small letters, or no dash
	case agency != "", rest == "", isProse(rest):
		return line, agency, rest, true
	}
	return "", "", s, false
}

func hasDateline(s string) bool {
	_, _, _, ok := cutDateline(s)
	return ok
}

// gluedDateline returns where in a paragraph a dateline begins to which the
// headline before it was glued, or -1.
func gluedDateline(s string) int {
	head := s[:prefixLen(s, 300)]
	for _, m := range datelineStart.FindAllStringIndex(head, 2) {
		if m[0] > 0 && hasDateline(s[m[0]:]) && !endsSentence(strings.TrimSpace(s[:m[0]])) {
			return m[0]
		}
	}
	return -1
}

// opensSentence reports whether s may be the sentence behind a dateline, or
// nothing.
func opensSentence(s string) bool {
	r := first(strings.TrimLeft(s, `"'“‘(`))
	return s == "" || unicode.IsUpper(r) || unicode.IsDigit(r)
}

func capitalLetters(s string) (n int) {
	for _, r := range s {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return strings.Trim(word, ",.-")
}

// prefixLen returns the length of the longest prefix of s that has at most n
// bytes and cuts no character.
func prefixLen(s string, n int) int {
	if len(s) <= n {
		return len(s)
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return n
}

// words makes a set of the words of a list.
func words(list string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}
