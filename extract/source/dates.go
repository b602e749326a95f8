package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The parts of a date as pages print it. Each of dateForms has a year, a month
// and a day by name.
const (
	monthName = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	weekday   = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s*)?`
	dateLabel = `(?:(date|(?:first |originally )?published|posted|created|(?:last |latest )?(?:updated?|modified|edited))(?:\s+(?:on|at))?\s*:?\s*)?`
	clockTime = `\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\b\.?)?` + zone
	zone      = `(?:\s*\(?(?:[ecmp][sd]?t|gmt|utc|bst|cest|cet|eest|eet|msk|ist|jst|z)\b\)?|\s*[+-]\d{2}:?\d{2})?`
	dateJoint = `[\s,|•·/–—-]*(?:at\s+)?`
)

var (
	dateForms = []string{
		`(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?:t` + clockTime + `)?`,
		`(?P<y>(?:19|20)\d\d)/(?P<m>\d\d?)/(?P<d>\d\d?)`,
		`(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)`,
		`(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>(?:19|20)\d\d)`,
		`(?P<m>` + monthName + `)\s*(?P<d>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)`,
		`(?P<d>\d\d?)(?:st|nd|rd|th)?\s+(?P<m>` + monthName + `),?\s+(?P<y>(?:19|20)\d\d)`,
	}
	datePattern  = compileDates()
	dateGap      = regexp.MustCompile(`(?i)^[\s,;|•·/–—-]*(?:\d+ min(?:ute)?s? read|(?:updated|published|posted)\s*:?\s*(?:at )?` + clockTime + `)?\s*`)
	urlDate      = regexp.MustCompile(`[/-]((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:[/-]|$)`)
	monthNumbers = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
)

// compileDates joins the forms; each numbers its groups, as names must differ.
func compileDates() *regexp.Regexp {
	var forms []string
	for i, form := range dateForms {
		forms = append(forms, strings.NewReplacer("<y>", fmt.Sprintf("<y%d>", i), "<m>", fmt.Sprintf("<m%d>", i), "<d>", fmt.Sprintf("<d%d>", i)).Replace(form))
	}
	return regexp.MustCompile(`(?i)^` + dateLabel + `(?:` + clockTime + dateJoint + `)?` + weekday +
		`(?:` + strings.Join(forms, "|") + `)(?:` + dateJoint + clockTime + `)?`)
}

// A stamp is a date found in a text.
type stamp struct {
	iso     string // 2022-01-31
	updated bool   // of a later change, not of the publication
	labeled bool   // behind “Published” or the like
	numeric bool   // printed in digits alone
}

// cutDate takes a date with its label, weekday and time off the front of s.
func cutDate(s string) (found stamp, rest string, ok bool) {
	if !hasDigit(s[:min(len(s), 80)]) {
		return stamp{}, s, false
	}
	m := datePattern.FindStringSubmatchIndex(s)
	if m == nil {
		return stamp{}, s, false
	}
	rest = s[m[1]:]
	if rest != "" && rest[0] >= '0' && rest[0] <= '9' {
		return stamp{}, s, false // a longer number
	}
	var parts [3]string // year, month, day
	for i, name := range datePattern.SubexpNames() {
		if name != "" && m[2*i] >= 0 {
			parts[strings.IndexByte("ymd", name[0])] = s[m[2*i]:m[2*i+1]]
		}
	}
	found.iso, ok = isoDate(parts[0], parts[1], parts[2])
	found.numeric = strings.Trim(parts[1], "0123456789") == ""
	if m[2] >= 0 {
		label := strings.ToLower(s[m[2]:m[3]])
		found.labeled = true
		found.updated = strings.Contains(label, "updat") || strings.Contains(label, "modif") || strings.Contains(label, "edit")
	}
	return found, rest, ok
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// isoDate puts a date together; ok is false where the calendar has no such day.
func isoDate(year, month, day string) (string, bool) {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(day)
	m, err := strconv.Atoi(month)
	if err != nil {
		for i, name := range monthNumbers {
			if strings.HasPrefix(strings.ToLower(month), name) {
				m = i + 1
			}
		}
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t.Format(time.DateOnly), t.Year() == y && int(t.Month()) == m && t.Day() == d
}

// cutDateLine takes all dates off the front of s. The date it returns is the
// first that is not of a later change, or else the first.
func cutDateLine(s string) (best stamp, rest string, ok bool) {
	rest = s
	for {
		found, after, more := cutDate(rest)
		if !more {
			return best, rest, ok
		}
		if !ok || best.updated && !found.updated {
			best = found
		}
		ok = true
		rest = after[len(dateGap.FindString(after)):]
	}
}

// dateOfDateline returns the date in a dateline that has one with its year, or
// "": “GENEVA, 21 January 2022 (Xinhua)”.
func dateOfDateline(line string) string {
	for rest, more := line, true; more; {
		if found, _, ok := cutDate(rest); ok {
			return found.iso
		}
		_, rest, more = strings.Cut(rest, ", ")
	}
	return ""
}

// isDateLine reports whether s is nothing but dates.
func isDateLine(s string) bool {
	_, ok := dateOfLine(s)
	return ok
}

// isLabeledDate reports whether s is nothing but dates, the first of them
// behind “Published” or the like.
func isLabeledDate(s string) bool {
	found, ok := dateOfLine(s)
	return ok && found.labeled
}

// dateOfLine returns the date of a line that is nothing but dates.
func dateOfLine(s string) (stamp, bool) {
	if len(s) > 200 || !hasDigit(s) {
		return stamp{}, false
	}
	found, rest, ok := cutDateLine(strings.TrimLeft(s, " ,;|•·/–—-"))
	return found, ok && rest == ""
}

// parseDate reads the date of a record: any form that pages use, or a
// timestamp of which the day counts as it is printed.
func parseDate(s string) (string, error) {
	found, rest, ok := cutDateLine(strings.TrimSpace(s))
	if !ok || rest != "" {
		return "", fmt.Errorf("date %q is not understood; write it as 2022-01-31", s)
	}
	return found.iso, nil
}

// dateOfURL returns the date in the path of an address, or "".
func dateOfURL(address string) string {
	m := urlDate.FindStringSubmatch(address)
	if m == nil {
		return ""
	}
	iso, ok := isoDate(m[1], m[2], m[3])
	if !ok {
		return ""
	}
	return iso
}
