package timex

import (
	"strconv"
	"strings"
	"time"
)

// calendarDate reads a day of a month, with its weekday and year where they
// stand there: “Tuesday, 1 February 2022”, “Feb. 1”, “the 3rd of May”.
func (p *phrase) calendarDate() (period, bool) {
	if _, ok := weekdays[p.next(0)]; ok {
		p.drop(1)
		p.take("the")
	}
	d, m := dayOfMonth(p.next(0)), months[p.next(1)]
	switch {
	case p.next(1) == "of":
		m = months[p.next(2)]
		p.words = p.words[min(1, len(p.words)):]
	case months[p.next(0)] > 0:
		d, m = dayOfMonth(p.next(1)), months[p.next(0)]
	}
	if d == 0 || m == 0 || len(p.words) < 2 {
		return period{}, false
	}
	p.drop(2)
	q := *p
	q.take("of")
	if y, ok := q.yearOrShifted(); ok {
		*p = q
		n, ok := dayIn(y, m, d)
		return one(day, n), ok
	}
	n, ok := p.chooseDay(m, d)
	return one(day, n), ok
}

// farthest is how many days away a date without its year may be; beyond, the
// article would name the year, and the date is one in the other direction.
const farthest = 300

func (p *phrase) chooseDay(m, d int) (int, bool) {
	inYear := func(n int) (int, bool) { return dayIn(date(p.today).Year()+n, m, d) }
	n, ok := p.choose(inYear, p.today)
	if ok && max(n-p.today, p.today-n) > farthest {
		q := *p
		q.direction = Nearest
		return q.choose(inYear, p.today)
	}
	return n, ok
}

// dayOfMonth reads “3” or “3rd”, or gives 0.
func dayOfMonth(w string) int {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, suffix)
	}
	n, err := strconv.Atoi(w)
	if err != nil || n < 1 || n > 31 || !isNumber(w) {
		return 0
	}
	return n
}

// dayIn returns the number of a day; ok is false where the calendar has none.
func dayIn(y, m, d int) (int, bool) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return dayNumber(t), t.Day() == d
}

// yearOrShifted reads “2021” or “last year”.
func (p *phrase) yearOrShifted() (int, bool) {
	if found, ok := p.year(); ok {
		return found.first + 1970, true
	}
	shift, ok := shifts[p.next(0)]
	if !ok || p.next(1) != "year" || !p.dated {
		return 0, false
	}
	p.drop(2)
	return date(p.today).Year() + shift, true
}

// choose returns the one of a yearly or weekly time that lies in the direction
// of the phrase from now. The n-th time after this one is given by nth; some
// years have no 29 February.
func (p *phrase) choose(nth func(n int) (int, bool), now int) (int, bool) {
	if !p.dated {
		return 0, false
	}
	before, okBefore := first(nth, 1, -1, func(t int) bool { return t <= now })
	after, okAfter := first(nth, -1, 1, func(t int) bool { return t >= now })
	if p.direction == Back || p.direction == Nearest && now-before <= after-now {
		return before, okBefore
	}
	return after, okAfter
}

// first returns the first time from the n-th on, by steps, that fits.
func first(nth func(n int) (int, bool), n, step int, fits func(int) bool) (int, bool) {
	for range 12 {
		if t, ok := nth(n); ok && fits(t) {
			return t, true
		}
		n += step
	}
	return 0, false
}

// month reads “May”, “May 2021”, “August of last year”.
func (p *phrase) month() (period, bool) {
	m := months[p.next(0)]
	if m == 0 {
		return period{}, false
	}
	p.drop(1)
	q := *p
	q.take("of")
	if y, ok := q.yearOrShifted(); ok {
		*p = q
		return one(month, monthNumber(y, time.Month(m))), true
	}
	return p.yearly(m, 0)
}

// yearly returns the month that the direction chooses, so many years away.
func (p *phrase) yearly(m, years int) (period, bool) {
	n, ok := p.choose(func(n int) (int, bool) { return monthNumber(date(p.today).Year()+n+years, time.Month(m)), true }, at(month, p.today))
	return one(month, n), ok
}

// weekday reads “Tuesday”, “Tuesday of last week”.
func (p *phrase) weekday() (period, bool) {
	d, ok := weekdays[p.next(0)]
	if !ok || !p.dated {
		return period{}, false
	}
	p.drop(1)
	q := *p
	q.take("of")
	if shift, ok := shifts[q.next(0)]; ok && q.next(1) == "week" {
		*p = q
		return p.dayOfWeek(d, shift), p.drop(2)
	}
	n, ok := p.choose(func(n int) (int, bool) { return p.dayOfWeek(d, n).first, true }, p.today)
	return one(day, n), ok
}

// dayOfWeek returns a weekday, counted from Monday, of the n-th week after this.
func (p *phrase) dayOfWeek(d, n int) period {
	return one(day, start(week, at(week, p.today)+n)+d)
}

// weekend reads “the weekend”: one that has begun, or one that has not ended.
func (p *phrase) weekend() (period, bool) {
	if !p.dated || !p.take("weekend") {
		return period{}, false
	}
	n := 0
	if p.direction != Ahead && p.dayOfWeek(5, 0).first > p.today {
		n = -1
	}
	return p.weekendOf(n), true
}

func (p *phrase) weekendOf(n int) period {
	saturday := p.dayOfWeek(5, n).first
	return period{unit: day, first: saturday, last: saturday + 1}
}
