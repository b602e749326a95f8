package timex

// shifted reads what “last”, “this” or “next” chooses: a unit, a number of
// them, a weekday, a month, a weekend. “The next day” counts from another time
// of the story.
func (p *phrase) shifted() (period, bool) {
	if p.next(0) == "this" && shifts[p.next(1)] != 0 {
		p.drop(1) // “this past Tuesday”
	}
	word := p.next(0)
	shift, ok := shifts[word]
	if !ok || !p.dated {
		return period{}, false
	}
	p.drop(1)
	if n, u, ok := p.amount(); ok && shift != 0 {
		return p.stretch(u, shift*n), n > 0
	}
	noun := p.next(0)
	if noun == "" || p.definite && word == "next" {
		return period{}, false
	}
	p.drop(1)
	if u, ok := units[noun]; ok {
		if p.definite {
			word = "past" // “over the last week”
		}
		return p.shiftedUnit(word, u, shift), noun != "day"
	}
	return p.shiftedName(word, noun, shift)
}

// stretch returns n units up to or from the present one.
func (p *phrase) stretch(u unit, n int) period {
	now := at(u, p.today)
	return period{unit: u, first: min(now, now+n), last: max(now, now+n)}
}

func (p *phrase) shiftedUnit(word string, u period, shift int) period {
	if shift != 0 && (word == "past" || word == "coming") || u.first > 1 {
		return p.stretch(u.unit, shift*u.first)
	}
	return one(u.unit, at(u.unit, p.today)+shift)
}

// shiftedName reads what has a name of its own.
func (p *phrase) shiftedName(word, noun string, shift int) (period, bool) {
	d, isWeekday := weekdays[noun]
	m := months[noun]
	switch {
	case isWeekday:
		return p.shiftedWeekday(word, d, shift), true
	case m > 0:
		return p.shiftedMonth(m, shift), true
	case noun == "weekend":
		return p.weekendOf(shift), true
	case noun == "quarter":
		first := 3 * (floor(at(month, p.today), 3) + shift)
		return period{unit: month, first: first, last: first + 2}, true
	case dayParts[noun] && shift <= 0:
		return one(day, p.today+shift), shift == 0 || noun == "night"
	case seasons[noun] && shift == 0:
		return one(year, at(year, p.today)), true
	}
	return period{}, false
}

// shiftedWeekday returns the last such day before today, that of this week, or
// that of the next; “coming” is the first after today.
func (p *phrase) shiftedWeekday(word string, d, shift int) period {
	found := p.dayOfWeek(d, 0)
	switch {
	case shift < 0 && found.first >= p.today:
		return p.dayOfWeek(d, -1)
	case word == "next", word == "coming" && found.first <= p.today:
		return p.dayOfWeek(d, 1)
	}
	return found
}

// shiftedMonth returns the last such month before the present one, that of this
// year, or the next after it.
func (p *phrase) shiftedMonth(m, shift int) period {
	now := at(month, p.today)
	n := 12*at(year, p.today) + m - 1
	switch {
	case shift < 0 && n >= now:
		n -= 12
	case shift > 0 && n <= now:
		n += 12
	}
	return one(month, n)
}
