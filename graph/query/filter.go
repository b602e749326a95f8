package query

import (
	"fmt"
	"time"

	"github.com/whomgraph/whom/graph"
)

// A Filter narrows what a pattern finds. An empty field asks for nothing.
type Filter struct {
	// Since and Until bound the document's date, both included: a day
	// (2022-01-31), a month (2022-01) or a year. A document without date is
	// outside any bounds.
	Since, Until string
	// Says names one of the speakers to whom the claim is attributed.
	Says          string
	Polarity      graph.Polarity
	Modality      graph.Modality
	Document      string // id
	MinConfidence float64
}

// check finds what cannot be asked for.
func (f *Filter) check() error {
	for _, bound := range [][2]string{{"since", f.Since}, {"until", f.Until}} {
		if !isDate(bound[1]) {
			return fmt.Errorf("%s %q: want a date as 2022-01-31, 2022-01 or 2022", bound[0], bound[1])
		}
	}
	switch f.Polarity {
	case "", graph.Affirmed, graph.Denied:
	default:
		return fmt.Errorf("polarity %q: want %s or %s", f.Polarity, graph.Affirmed, graph.Denied)
	}
	switch f.Modality {
	case "", graph.Asserted, graph.Planned, graph.Possible, graph.Demanded, graph.Conditional, graph.Questioned:
	default:
		return fmt.Errorf("modality %q: want %s, %s, %s, %s, %s or %s", f.Modality,
			graph.Asserted, graph.Planned, graph.Possible, graph.Demanded, graph.Conditional, graph.Questioned)
	}
	if f.MinConfidence < 0 || f.MinConfidence > 1 {
		return fmt.Errorf("confidence %g: want a number from 0 to 1", f.MinConfidence)
	}
	return nil
}

func isDate(s string) bool {
	if s == "" {
		return true
	}
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// allows tests everything but the speaker.
func (f *Filter) allows(d *graph.Document, c *graph.Claim) bool {
	return (f.Document == "" || f.Document == c.Document) &&
		(f.Polarity == "" || f.Polarity == c.Polarity) &&
		(f.Modality == "" || f.Modality == c.Modality) &&
		c.Confidence >= f.MinConfidence &&
		f.dated(d.Published)
}

// dated compares as much of the date as the bounds have: ISO dates are ordered
// as text.
func (f *Filter) dated(published string) bool {
	if published == "" {
		return f.Since == "" && f.Until == ""
	}
	cut := func(n int) string { return published[:min(n, len(published))] }
	return cut(len(f.Since)) >= f.Since && cut(len(f.Until)) <= f.Until
}
