package timex

import (
	"strconv"
	"strings"
	"time"
)

// form reads a period in one of its forms, tried in turn.
func (p *phrase) form() (period, bool) {
	for _, read := range []func(*phrase) (period, bool){
		(*phrase).isoDate, (*phrase).daysAway, (*phrase).shifted, (*phrase).ago, (*phrase).share,
		(*phrase).calendarDate, (*phrase).weekday, (*phrase).month, (*phrase).season, (*phrase).century,
		(*phrase).decade, (*phrase).year, (*phrase).weekend, (*phrase).current,
	} {
		q := *p
		if found, ok := read(&q); ok {
			*p = q
			return found, true
		}
	}
	return period{}, false
}

// period reads one period with the words that tell a part of it: “early
// February”, “noon on Saturday”, “the end of the month”.
func (p *phrase) period() (period, bool) {
	p.definite, p.partial = false, false
	for p.clock() || p.part() {
	}
	found, ok := p.form()
	for p.skip(dayParts) || p.clock() || p.take("at") && p.clock() {
	}
	return found, ok
}

// part reads a word before the period that tells a part of it, and what joins
// the two.
func (p *phrase) part() bool {
	switch word := p.next(0); {
	case word == "the":
		p.definite = true
	case parts[word], edges[word], dayParts[word]:
		p.partial, p.definite = true, false
	case fillers[word], p.partial && (word == "of" || word == "in"):
	default:
		return false
	}
	return p.drop(1)
}

// clock reads the time of day.
func (p *phrase) clock() bool {
	h, m, colon := strings.Cut(p.next(0), ":")
	half := p.next(1) == "am" || p.next(1) == "pm"
	if !isNumber(h) || !half && !colon || colon && !isNumber(m) {
		return false
	}
	p.words = p.words[1:]
	if half {
		p.words = p.words[1:]
	}
	_ = p.take("local", "time") || p.take("gmt") || p.take("utc") || p.take("et") || p.take("est")
	return true
}

func (p *phrase) drop(n int) bool {
	p.words = p.words[n:]
	return true
}

// current reads the unit of which a part is told: “earlier in the day”.
func (p *phrase) current() (period, bool) {
	u, ok := units[p.next(0)]
	return one(u.unit, at(u.unit, p.today)), ok && u.first == 1 && p.partial && p.dated && p.drop(1)
}

func (p *phrase) isoDate() (period, bool) {
	t, err := time.Parse(time.DateOnly, p.next(0))
	if err != nil {
		return period{}, false
	}
	p.drop(1)
	return one(day, dayNumber(t)), true
}

// daysAway reads “yesterday”, “the day after tomorrow”.
func (p *phrase) daysAway() (period, bool) {
	n := 0
	switch {
	case p.take("day", "before"):
		n = -1
	case p.take("day", "after"):
		n = 1
	}
	away, ok := days[p.next(0)]
	if p.next(0) == "tonight" {
		away, ok = 0, true
	}
	ok = ok && p.dated && (n == 0 || away == n)
	return one(day, p.today+away+n), ok && p.drop(1)
}

// amount reads a number of units: “three years”, “a decade”.
func (p *phrase) amount() (n int, u unit, ok bool) {
	n, ok = numerals[p.next(0)]
	if isNumber(p.next(0)) && len(p.next(0)) < 4 {
		n, _ = strconv.Atoi(p.next(0))
		ok = true
	}
	word := p.next(1)
	of, known := units[strings.TrimSuffix(word, "s")]
	if hours := strings.TrimSuffix(word, "s"); hours == "hour" || hours == "minute" {
		of, known = period{unit: day}, true
		if hours == "hour" {
			return n / 24, day, ok && p.drop(2)
		}
	}
	return n * of.first, of.unit, ok && known && p.drop(2)
}

// ago reads “two days ago”, “three weeks from now”.
func (p *phrase) ago() (period, bool) {
	n, u, ok := p.amount()
	if !ok || !p.dated {
		return period{}, false
	}
	now := at(u, p.today)
	switch {
	case p.take("ago"):
		return one(u, now-n), true
	case p.take("from", "now"):
		return one(u, now+n), true
	}
	return period{}, false
}

// share reads a part of a year: “the first quarter of 2021”, “the first nine
// months of this year”.
func (p *phrase) share() (period, bool) {
	nth, ok := ordinals[p.next(0)]
	if !ok {
		return period{}, false
	}
	p.drop(1)
	length := 0
	switch {
	case p.take("quarter"):
		length = 3
	case p.take("half") && nth < 3:
		length = 6
	case nth == 1:
		n, u, ok := p.amount()
		if !ok || u != month || n > 12 {
			return period{}, false
		}
		length = n
	}
	_ = p.take("of") || p.take("in")
	of, ok := p.period()
	first := 12*of.first + (nth-1)*length
	return period{unit: month, first: first, last: first + length - 1}, ok && length > 0 && of.unit == year && of.first == of.last
}

// season reads a season with its year, which is all that it tells everywhere.
func (p *phrase) season() (period, bool) {
	if !seasons[p.next(0)] {
		return period{}, false
	}
	p.drop(1)
	p.take("of")
	return p.year()
}

func (p *phrase) year() (period, bool) {
	n, err := strconv.Atoi(p.next(0))
	ok := err == nil && len(p.next(0)) == 4 && 1000 <= n && n <= 2100
	return one(year, n-1970), ok && p.drop(1)
}

// decade reads “1990s”.
func (p *phrase) decade() (period, bool) {
	digits, ok := strings.CutSuffix(p.next(0), "0s")
	n, err := strconv.Atoi(digits)
	ok = ok && err == nil && len(digits) == 3 && n >= 100
	first := 10*n - 1970
	return period{unit: year, first: first, last: first + 9}, ok && p.drop(1)
}

// century reads “18th century”: the years 1701 to 1800.
func (p *phrase) century() (period, bool) {
	n := dayOfMonth(p.next(0))
	first := 100*(n-1) + 1 - 1970
	return period{unit: year, first: first, last: first + 99}, 11 <= n && n <= 21 && p.next(1) == "century" && p.drop(2)
}
