package source

import (
	"regexp"
	"strings"
	"unicode"
)

// Copied pages run lines together at their top: a date or skip links before
// the headline, a date or the outlet after it, the dateline right behind it.

var (
	skipLinks = regexp.MustCompile(`(?i)^(?:(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation)\s*)+`)
	suffixBar = regexp.MustCompile(`\s+[|–—-]\s+[^|–—-]+$`)
	gluedDate = regexp.MustCompile(`Published|Updated|Posted|(?:19|20)\d\d-\d\d-\d\d|\s[|•·–—/-]\s|\s\S`)
)

// unglue parts a paragraph from the top of a page where lines were run
// together. Most paragraphs come back whole.
func unglue(p paragraph) []paragraph {
	if at := frontEnd(p.text); at > 0 && at < len(p.text) {
		head, rest := split(p, at)
		return append([]paragraph{head}, unglue(rest)...)
	}
	for _, find := range []func(string) int{gluedDateline, outletSuffix, dateSuffix} {
		if at := find(p.text); at > 0 {
			rest, tail := split(p, at)
			return append(unglue(rest), tail)
		}
	}
	return []paragraph{p}
}

func split(p paragraph, at int) (a, b paragraph) {
	a, b = p, paragraph{text: strings.TrimSpace(p.text[at:]), close: true}
	a.text = strings.TrimSpace(p.text[:at])
	return a, b
}

// frontEnd returns where skip links or a date at the front of s end, or 0.
func frontEnd(s string) int {
	if at := len(skipLinks.FindString(s)); at > 0 {
		return at
	}
	found, rest, ok := cutDateLine(s[:prefixLen(s, 200)])
	if !ok || !found.numeric && !found.labeled || unicode.IsLower(first(rest)) && !isByline(rest) {
		return 0
	}
	return len(s[:prefixLen(s, 200)]) - len(rest)
}

// outletSuffix returns where “| The Outlet” at the end of a headline begins,
// or -1.
func outletSuffix(s string) int {
	if !isHeadline(s) {
		return -1
	}
	if m := suffixBar.FindStringIndex(s); m != nil && IsOutlet(s[m[0]:]) {
		return m[0]
	}
	return -1
}

// dateSuffix returns where a date at the end of a headline or byline begins,
// or -1: behind a bar, with its label, in digits, or after the author.
func dateSuffix(s string) int {
	if !isHeadline(s) || !hasDigit(s) {
		return -1
	}
	for _, m := range gluedDate.FindAllStringIndex(s, -1) {
		at := m[0]
		if found, ok := dateOfLine(s[at:]); ok {
			if dateStands(s[:at], s[at:], found) {
				return at
			}
			return -1
		}
	}
	return -1
}

// dateStands reports whether a date behind before is no part of its sentence.
func dateStands(before, date string, found stamp) bool {
	tail := strings.TrimSpace(date)
	last := before[strings.LastIndexByte(before, ' ')+1:]
	switch {
	case strings.ContainsRune("|•·–—/-", first(tail)), isByline(before):
		return true
	case found.labeled:
		return unicode.IsUpper(first(tail))
	default:
		return found.numeric && !joinsDate[strings.ToLower(last)]
	}
}

// joinsDate are the words that make a date part of a sentence.
var joinsDate = words("on of in for from to since until by at and the before after between through")
