package source

import "testing"

func TestParseDate(t *testing.T) {
	tests := []struct{ text, want string }{
		{"2022-02-01", "2022-02-01"},
		{"2022-02-01T10:23:45Z", "2022-02-01"},
		{"2022-02-01T23:30:00.000-05:00", "2022-02-01"},
		{"2022-02-01 10:23", "2022-02-01"},
		{"20220121", "2022-01-21"},
		{"2022/1/21", "2022-01-21"},
		{"21.01.2022", "2022-01-21"},
		{"date 2022-02-01", "2022-02-01"},
		{"Published January 31, 2022", "2022-01-31"},
		{"PUBLISHED: 31 January 2022", "2022-01-31"},
		{"Posted on Mon, 31 Jan 2022", "2022-01-31"},
		{"Feb. 1, 2022 10:23 a.m. ET", "2022-02-01"},
		{"February 1st, 2022 at 10:23 AM EST", "2022-02-01"},
		{"Tuesday, Feb 1, 2022 | 10:23 GMT", "2022-02-01"},
		{"10:23 AM EST, Tue February 1, 2022", "2022-02-01"},
		{"Sept. 9, 2022", "2022-09-09"},
		{"1 May 2022", "2022-05-01"},
		{"Updated Feb 2, 2022, Published Feb 1, 2022", "2022-02-01"},
		{"Feb 1, 2022 / Updated Feb 2, 2022", "2022-02-01"},
		{"Updated Feb 2, 2022", "2022-02-02"},
		{"Feb. 1, 2022 · 3 min read", "2022-02-01"},
		{"March 15, 2022 | Updated 9:05 a.m. ET", "2022-03-15"},
	}
	for _, tt := range tests {
		if got, err := parseDate(tt.text); err != nil || got != tt.want {
			t.Errorf("parseDate(%q) = %q, %v; want %q", tt.text, got, err, tt.want)
		}
	}
}

func TestDateOfDateline(t *testing.T) {
	for _, tt := range []struct{ reason, line, want string }{
		{"day first", "GENEVA, 21 January 2022 (Xinhua)", "2022-01-21"},
		{"month first, behind a country", "LONDON, England, March 14, 2023 (Reuters)", "2023-03-14"},
		{"no year", "WASHINGTON, Feb 1", ""},
		{"no date", "KYIV, Ukraine (Reuters)", ""},
	} {
		if got := dateOfDateline(tt.line); got != tt.want {
			t.Errorf("%s: dateOfDateline(%q) = %q, want %q", tt.reason, tt.line, got, tt.want)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	tests := []struct{ reason, text string }{
		{"no year", "Feb 1"},
		{"two readings", "02/01/2022"},
		{"no such day", "2022-02-30"},
		{"no such month", "20221301"},
		{"a longer number", "202201211"},
		{"part of a sentence", "January 31, 2022 was cold"},
		{"words", "yesterday"},
		{"a number of troops", "20220"},
	}
	for _, tt := range tests {
		if got, err := parseDate(tt.text); err == nil {
			t.Errorf("%s: parseDate(%q) = %q, want an error", tt.reason, tt.text, got)
		}
	}
}

func TestDateOfURL(t *testing.T) {
	tests := []struct{ address, want string }{
		{"https://example.org/2022/02/01/norland", "2022-02-01"},
		{"https://example.org/world/norland-denies-2022-02-01/", "2022-02-01"},
		{"https://example.org/2022/13/45/norland", ""},
		{"https://example.org/article/38841183", ""},
	}
	for _, tt := range tests {
		if got := dateOfURL(tt.address); got != tt.want {
			t.Errorf("dateOfURL(%q) = %q, want %q", tt.address, got, tt.want)
		}
	}
}
