package network

import "testing"

func TestOverlaps(t *testing.T) {
	tests := []struct {
		why, a, b string
		want      bool
	}{
		{"the same day", "2022-02-01", "2022-02-01", true},
		{"the day after", "2022-02-01", "2022-02-02", false},
		{"a day of the month", "2022-02-28", "2022-02", true},
		{"a day of another month", "2022-03-01", "2022-02", false},
		{"a month of the year", "2022", "2022-12", true},
		{"the Monday of a week", "2022-01-31", "2022-W05", true},
		{"the Sunday before it", "2022-01-30", "2022-W05", false},
		{"a week that begins in the year before", "2024-12-30", "2025-W01", true},
		{"an interval to its last day", "2022-01-29/2022-01-30", "2022-01-30", true},
		{"after an open end's beginning", "2014/..", "2022", true},
		{"before it", "2014/..", "2013", false},
		{"before an open beginning's end", "../2022-03", "2022-03-31", true},
		{"after it", "../2022-03", "2022-04-01", false},
		{"an unknown time may be any", "", "2022", true},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			a, b := newPeriod(test.a), newPeriod(test.b)
			if a.overlaps(b) != test.want || b.overlaps(a) != test.want {
				t.Errorf("%s and %s overlap %t and %t, want %t", test.a, test.b, a.overlaps(b), b.overlaps(a), test.want)
			}
		})
	}
}
