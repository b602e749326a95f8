package network

import (
	"fmt"
	"strings"
	"time"
)

// A period is from the first day to before the end; a zero time is open.
type period struct{ first, end time.Time }

// newPeriod reads a date, week, month, year or interval of graph.Time. What it
// cannot read is open on both sides.
func newPeriod(value string) period {
	from, to, interval := strings.Cut(value, "/")
	if !interval {
		to = from
	}
	return period{unit(from).first, unit(to).end}
}

// unit reads one date of any exactness. Two dots are open.
func unit(value string) period {
	for _, u := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(u.layout, value); err == nil {
			return period{t, t.AddDate(u.years, u.months, u.days)}
		}
	}
	var year, week int
	if n, err := fmt.Sscanf(value, "%4d-W%2d", &year, &week); n == 2 && err == nil {
		fourth := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC) // always in week 1
		monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7+7*(week-1))
		return period{monday, monday.AddDate(0, 0, 7)}
	}
	return period{}
}

func (p period) overlaps(o period) bool { return p.startsBefore(o.end) && o.startsBefore(p.end) }

func (p period) startsBefore(end time.Time) bool {
	return p.first.IsZero() || end.IsZero() || p.first.Before(end)
}
