package timex

import "strings"

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// numbered maps words, those of a number joined by “/”, to their place.
func numbered(from int, words string) map[string]int {
	m := make(map[string]int)
	for i, group := range strings.Fields(words) {
		for _, w := range strings.Split(group, "/") {
			m[w] = from + i
		}
	}
	return m
}

var (
	weekdays = numbered(0, `monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun`)
	months   = numbered(1, `january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec`)
	numerals = numbered(1, `one/a/an two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty`)
	ordinals = numbered(1, `first second third fourth`)
	days     = numbered(-1, `yesterday today tomorrow`)

	// units with how many of a period's units they are; hours are told by days.
	units = map[string]period{
		"day": {unit: day, first: 1}, "week": {unit: week, first: 1}, "fortnight": {unit: week, first: 2},
		"month": {unit: month, first: 1}, "year": {unit: year, first: 1}, "decade": {unit: year, first: 10},
	}

	// shifts say which of several: “last week”, “next month”.
	shifts = map[string]int{"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}

	// parts of a day or a period, which resolve to the whole.
	dayParts = set(`morning afternoon evening night noon midday midnight dawn dusk lunchtime`)
	parts    = set(`early late mid earlier later`)
	edges    = set(`start beginning middle end close turn`)
	seasons  = set(`spring summer autumn fall`)
	fillers  = set(`on about around roughly nearly almost just only exactly`)

	neutral    = set(`in on at during of over for throughout between as to`)
	afterwards = set(`since after from`)
	beforehand = set(`until till before by through`)
	ranges     = set(`to till until through thru - and`)
)
