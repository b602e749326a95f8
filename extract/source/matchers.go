package source

import (
	"regexp"
	"strings"
	"unicode"
)

// The tests of rules that say more than one expression can.

var (
	urlLine = regexp.MustCompile(`(?i)^(?:(?:source|url|link|via)\s*:?\s*)?<?((?:https?://|www\.)[^\s<>]+)>?$`)
	bylined = regexp.MustCompile(`^(?:By|BY|by|Written by|Story by|Report by)\s*:?\s+(.+)$`)
	credits = regexp.MustCompile(`^\(?(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|[Ww]ritten|[Tt]ranslated|[Tt]ranslation|[Cc]ompiling|[Pp]roduced) (?:and (?:additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) )?(?:by|from) (.+?)\)?$`)

	pictureAgency = `(?:Getty(?: Images)?|AFP|AP(?: Photo)?|Associated Press|Reuters|REUTERS|EPA(?:-EFE)?|EFE|Shutterstock|Anadolu(?: Agency)?|TASS|Sputnik|Bloomberg|Xinhua|ZUMA(?: Press)?|Alamy|PA(?: Wire| Media)?|UPI|Ukrinform|RIA(?: Novosti)?|NurPhoto|Pool|POOL|Handout|iStock|Magnum|Redux|Sipa(?: USA)?|dpa|Kyodo|Planet Labs|Maxar(?: Technologies)?)`
	capNames      = `\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4}`
	creditTail    = `\s*(?:/|,? via )\s*` + pictureAgency + `(?:\s*(?:/|,? via )\s*` + pictureAgency + `)*\)?\.?$`
	creditEnd     = regexp.MustCompile(`(?:^|[.!?]["”)]?\s+|\s[—–|-]\s+)\(?(?:(?:Photo(?:graph)?|Image|Picture|Credit)(?: by| credit)?:? )?(?:` + capNames + `|` + pictureAgency + `)` + creditTail)
	creditCapital = regexp.MustCompile(`\s\p{Lu}{2,}(?: \p{Lu}[\p{Lu}.'’-]+)+` + creditTail)
	creditBracket = regexp.MustCompile(`\((?:AP Photo|Photo(?:graph)?(?: by|:| credit)|Image|Picture|Credit|File [Pp]hoto|Photo)\b[^()]{0,80}\)\.?$`)
	creditFor     = regexp.MustCompile(`[.!?]["”]?\s+\(` + capNames + `(?:\s?/\s?|,? (?:for|via) (?:[Tt]he )?)` + capNames + `\)\.?$`)
	creditStart   = regexp.MustCompile(`^\(?(?:(?:Photo(?:graph)?|Image|Picture|Illustration) (?:by|credit|courtesy)\b:?|(?:Photo(?:graph)?|Image|Picture|Credit|Caption)s?:|(?:Image|Figure|Media|Video|Photo) (?:source|caption|credit)\b[,:]?|FILE(?: PHOTO| -|:|—| –)|File photo\b)`)
	creditOnly    = regexp.MustCompile(`^(?:` + capNames + `\s*(?:/|,? via )\s*)?(?:AP Photo|Getty Images|Getty|AFP via Getty Images|EPA-EFE|Anadolu Agency|Shutterstock)$`)
)

func isURL(s string) bool {
	return len(s) < 2000 && strings.Contains(s, ".") && urlLine.MatchString(s)
}

// addressOf returns the address in a line that isURL.
func addressOf(s string) string {
	if m := urlLine.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

// IsOutlet reports whether s is the name of a known outlet, as a line of a page gives it.
func IsOutlet(s string) bool { return outletByForm[strings.Trim(s, " |–—-")] != "" }

// isByline reports whether s names the author: “By Ann Lee and Bo Ek, AP”.
func isByline(s string) bool {
	m := bylined.FindStringSubmatch(s)
	return m != nil && allNames(m[1], bylineWords)
}

// isCreditList reports whether s lists who reported and edited, as agencies
// close their reports.
func isCreditList(s string) bool {
	m := credits.FindStringSubmatch(s)
	return m != nil && allNames(m[1], creditWords)
}

// allNames reports whether every word is capitalized or one of small, with no
// day or month among them, so that it is a list of names and no sentence.
func allNames(s string, small map[string]bool) bool {
	named := false
	for word := range strings.FieldsSeq(s) {
		word = strings.Trim(word, ".,;:|/()@&•·–—-")
		lower := strings.ToLower(word)
		switch {
		case word == "" || small[lower]:
		case !unicode.IsUpper(first(word)) || notNames[lower]:
			return false
		default:
			named = true
		}
	}
	return named
}

var (
	bylineWords = words("and of for the in with de van von bin al")
	creditWords = words("and in at by the for of from de van von additional reporting writing editing further compiled with")
	notNames    = words("monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december now then a an his her their its this that these those who what")
)

// isCaption reports whether s is the caption of a picture, or its credit. The
// costly expressions run only on what holds the mark of a credit.
func isCaption(s string) bool {
	switch {
	case creditStart.MatchString(s), creditOnly.MatchString(s):
		return true
	case strings.Contains(s, "/"), strings.Contains(s, " via "):
		return creditCapital.MatchString(s) || creditEnd.MatchString(s) || creditBracket.MatchString(s) || creditFor.MatchString(s)
	default:
		return strings.HasSuffix(strings.TrimSuffix(s, "."), ")") && (creditBracket.MatchString(s) || creditFor.MatchString(s))
	}
}

// isAltText reports whether s, the line above a caption, describes the picture
// in a few words.
func isAltText(s string) bool { return strings.Count(s, " ") < 8 && !endsSentence(s) }

// sections are the labels that stand above headlines.
var sections = wordsOf("world", "world news", "politics", "news", "europe", "asia", "africa", "americas", "middle east", "asia pacific", "us & canada",
	"u.s.", "us", "uk", "u.k.", "business", "opinion", "analysis", "economy", "markets", "energy", "defense", "defence", "national security",
	"us news", "u.s. news", "uk news", "top news", "international", "national", "latin america", "central & south asia", "war and conflict",
	"the ukraine crisis", "ukraine crisis", "explainer", "exclusive", "live updates", "foreign policy", "policy", "breaking news")

func wordsOf(list ...string) map[string]bool {
	set := make(map[string]bool)
	for _, s := range list {
		set[s] = true
	}
	return set
}

// isSectionLabel reports whether s may be the label of a section: a known one
// or the path to one, or else a single word or a few in capitals.
func isSectionLabel(s string) bool {
	return namesSection(s) || unicode.IsUpper(first(s)) && strings.Count(s, " ") < 4 &&
		(!strings.Contains(s, " ") || strings.ToUpper(s) == s) && (!endsSentence(s) || endsAcronym(s))
}

// namesSection reports whether s is the label of a known section, or the path
// to a section (“Home > World > Europe”).
func namesSection(s string) bool {
	steps := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("|>/›»•·", r) })
	for _, step := range steps {
		if len(strings.Fields(step)) > 3 {
			return false
		}
	}
	return len(steps) > 1 && !endsSentence(s) || sections[strings.ToLower(s)]
}

// isMasthead reports whether s, above the label of a section, may be the name
// of the outlet.
func isMasthead(s string) bool {
	return strings.Count(s, " ") < 4 && unicode.IsUpper(first(s)) && !endsSentence(s)
}

// isProse reports whether s is running text, not a heading or a list entry.
func isProse(s string) bool {
	n := strings.Count(s[:prefixLen(s, 1000)], " ") + 1
	return n >= 20 || n >= 6 && endsSentence(s)
}

// isHeadline reports whether s may be the headline of an article: short, and
// with no point at its end but that of an acronym.
func isHeadline(s string) bool {
	n := strings.Count(s[:prefixLen(s, 1000)], " ") + 1
	last := strings.TrimRight(s, `"'”’`)
	return len(s) < 1000 && n <= 30 && (!strings.HasSuffix(last, ".") || endsAcronym(last)) && !strings.HasSuffix(last, ":")
}
