package timex

import (
	"slices"
	"strings"
	"time"
	"unicode"
)

// A Direction says where a clause looks for its time from the day of
// publication: the past tense back, what is planned ahead.
type Direction int

const (
	Nearest Direction = iota // the nearer of both: the present tense
	Back
	Ahead
)

// Resolve returns the ISO 8601 value of a time, or "" where it has none. The
// words may begin with their preposition (“since Monday”). Published is an ISO
// 8601 date, or "" where it is unknown.
func Resolve(words, published string, d Direction) string {
	p := &phrase{words: fields(words), direction: d}
	if t, err := time.Parse(time.DateOnly, published); err == nil {
		p.today, p.dated = dayNumber(t), true
	}
	found, ok := p.prepositional()
	if !ok || found.first > found.last || date(found.firstDay()).Year() < 1 {
		return ""
	}
	return found.String()
}

// fields splits words into lower-case words and numbers, without dots and
// commas.
func fields(words string) []string {
	words = strings.NewReplacer("a.m.", "am", "p.m.", "pm", "'s", "", "’s", "", "–", " - ", "—", " - ").Replace(strings.ToLower(words))
	var out []string
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(".,'’()", r) }) {
		if _, err := time.Parse(time.DateOnly, w); err == nil {
			out = append(out, w)
			continue
		}
		for i, part := range strings.Split(w, "-") {
			if i > 0 && part != "" && isDigit(part[0]) && isNumber(out[len(out)-1]) {
				out = append(out, "-") // “2017-2019”
			}
			if out = append(out, part); part == "" {
				out[len(out)-1] = "-"
			}
		}
	}
	return slices.CompactFunc(out, func(a, b string) bool { return a == "-" && b == "-" })
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isNumber(w string) bool { return w != "" && strings.Trim(w, "0123456789") == "" }

// A phrase is the words not yet read of a time, and what they are read against.
type phrase struct {
	words     []string
	today     int // day of publication
	dated     bool
	direction Direction
	definite  bool // “the” stands before what comes next
	partial   bool // only a part of it is told: “the end of”
}

// next returns the n-th word not yet read, or "".
func (p *phrase) next(n int) string {
	if n < len(p.words) {
		return p.words[n]
	}
	return ""
}

// take reads the words where they come next.
func (p *phrase) take(words ...string) bool {
	if len(p.words) < len(words) || !slices.Equal(p.words[:len(words)], words) {
		return false
	}
	p.words = p.words[len(words):]
	return true
}

// skip reads words of the set, and tells whether there were any.
func (p *phrase) skip(of map[string]bool) bool {
	before := len(p.words)
	for of[p.next(0)] {
		p.words = p.words[1:]
	}
	return len(p.words) < before
}

// prepositional reads a preposition and what follows it.
func (p *phrase) prepositional() (period, bool) {
	preposition := p.next(0)
	if neutral[preposition] || afterwards[preposition] || beforehand[preposition] {
		p.words = p.words[1:]
	}
	if beforehand[preposition] && p.direction == Back {
		p.direction = Nearest // “funding it until March”, “left by Friday”
	}
	if found, ok := p.ahead(preposition); ok {
		return found, true
	}
	hour := p.clock() || dayParts[p.next(0)] // “before dawn on Monday” is that day
	found, whole, ok := p.range_()
	if ok && !whole && !hour {
		found.openEnded, found.openStart = afterwards[preposition], beforehand[preposition]
	}
	return found, ok
}

// ahead reads “two weeks” after “in” where the clause looks ahead; looking back
// it is a length.
func (p *phrase) ahead(preposition string) (period, bool) {
	if preposition != "in" || p.direction != Ahead || !p.dated {
		return period{}, false
	}
	q := *p
	q.skip(fillers)
	n, u, ok := q.amount()
	q.take("time")
	return one(u, at(u, p.today)+n), ok && len(q.words) == 0
}

// range_ reads one period, or two with a word between them, as a whole from
// the first to the second.
func (p *phrase) range_() (found period, whole, ok bool) {
	for i := 1; i < len(p.words)-1; i++ {
		if ranges[p.words[i]] {
			found, ok = p.fromTo(p.words[:i], p.words[i+1:])
			return found, true, ok
		}
	}
	found, ok = p.all()
	return found, false, ok
}

// fromTo reads the second period first: “June to August 2021” says the year
// there, “3 to 5 May” the month; the first lies before it.
func (p *phrase) fromTo(first, second []string) (period, bool) {
	if n := len(first); n > 1 && isNumber(first[n-1]) && len(second) == 1 && isNumber(second[0]) && len(second[0]) < 3 {
		second = append(slices.Clone(first[:n-1]), second...) // “May 3 to 5”
	}
	to := *p
	to.words = second
	end, ok := to.all()
	if !ok {
		return period{}, false
	}
	from := phrase{words: first, today: end.lastDay(), dated: true, direction: Back}
	if len(first) == 1 && isNumber(first[0]) && len(first[0]) < 3 {
		from.words = append(slices.Clone(first), second[1:]...)
	}
	begin, ok := from.all()
	if !ok {
		return period{}, false
	}
	return span(begin, end)
}

// all reads a period that takes all words.
func (p *phrase) all() (period, bool) {
	found, ok := p.period()
	return found, ok && len(p.words) == 0
}
