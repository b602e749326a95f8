package timex

import (
	"fmt"
	"time"
)

// A unit is how exact a period is told.
type unit int

const (
	day unit = iota
	week
	month
	year
)

// A period is the units first to last, inclusive, counted from those of 1
// January 1970. It ends, or begins, at an unknown time where open.
type period struct {
	unit                 unit
	first, last          int
	openStart, openEnded bool
}

func one(u unit, n int) period { return period{unit: u, first: n, last: n} }

// dayNumber counts the days from 1 January 1970.
func dayNumber(t time.Time) int { return int(t.Unix() / (24 * 60 * 60)) }

func date(n int) time.Time { return time.Unix(0, 0).UTC().AddDate(0, 0, n) }

func monthNumber(y int, m time.Month) int { return 12*(y-1970) + int(m) - 1 }

// at returns the unit in which a day lies.
func at(u unit, n int) int {
	switch t := date(n); u {
	case week:
		return floor(n+3, 7) // 1 January 1970 was a Thursday
	case month:
		return monthNumber(t.Year(), t.Month())
	case year:
		return t.Year() - 1970
	}
	return n
}

// start returns the first day of unit n.
func start(u unit, n int) int {
	switch u {
	case week:
		return 7*n - 3
	case month:
		return dayNumber(time.Date(1970, time.Month(n+1), 1, 0, 0, 0, 0, time.UTC))
	case year:
		return dayNumber(time.Date(1970+n, 1, 1, 0, 0, 0, 0, time.UTC))
	}
	return n
}

func (p period) firstDay() int { return start(p.unit, p.first) }
func (p period) lastDay() int  { return start(p.unit, p.last+1) - 1 }

// floor divides and rounds down.
func floor(a, b int) int {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// format writes unit n in ISO 8601.
func format(u unit, n int) string {
	t := date(start(u, n))
	switch u {
	case week:
		y, w := t.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", y, w)
	case month:
		return t.Format("2006-01")
	case year:
		return t.Format("2006")
	}
	return t.Format(time.DateOnly)
}

// String writes the period in ISO 8601, an open end as in ISO 8601-2.
func (p period) String() string {
	first, last := format(p.unit, p.first), format(p.unit, p.last)
	switch {
	case p.openStart:
		return "../" + last
	case p.openEnded:
		return first + "/.."
	case first == last:
		return first
	}
	return first + "/" + last
}

// span returns the period from a to b: in their unit, or in days where these
// differ.
func span(a, b period) (period, bool) {
	if a.unit != b.unit {
		a, b = inDays(a), inDays(b)
	}
	return period{unit: a.unit, first: a.first, last: b.last}, a.first <= b.last
}

func inDays(p period) period { return period{unit: day, first: p.firstDay(), last: p.lastDay()} }
