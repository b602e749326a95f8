package query

import (
	"fmt"
	"slices"
	"strings"
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
	Says string
	// About names one who takes part: as subject, object or further argument.
	About    string
	Polarity graph.Polarity
	Modality graph.Modality
	// Classes are predicates, with or without the preposition of a further
	// argument: “send”, “sent to”. The claim is of one of them. Lemmas knows their
	// forms.
	Classes       []string
	Lemmas        Lemmatizer
	Document      string // id
	MinConfidence float64
}

// Check fails where the filter asks for what cannot be.
func (f *Filter) Check() error {
	for _, bound := range [][2]string{{"since", f.Since}, {"until", f.Until}} {
		if !isDate(bound[1]) {
			return fmt.Errorf("%s %q: want a date as 2022-01-31, 2022-01 or 2022", bound[0], bound[1])
		}
	}
	if n := min(len(f.Since), len(f.Until)); f.Since[:n] > f.Until[:n] {
		return fmt.Errorf("since %q is after until %q: no date is between them", f.Since, f.Until)
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
	for _, name := range [][2]string{{"speaker", f.Says}, {"participant", f.About}} {
		if p, ok := newPart(strings.Fields(name[1])); name[1] != "" && (!ok || p.any()) {
			return fmt.Errorf("%s %q: want a name", name[0], name[1])
		}
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

// allows tests everything but names, dates and classes.
func (f *Filter) allows(c *graph.Claim) bool {
	return (f.Document == "" || f.Document == c.Document) &&
		(f.Polarity == "" || f.Polarity == c.Polarity) &&
		(f.Modality == "" || f.Modality == c.Modality) &&
		c.Confidence >= f.MinConfidence
}

// isOf reports whether a claim is of a class, of which this is the lemma.
func isOf(c *graph.Claim, class string) bool {
	role, more := strings.CutPrefix(class, c.Predicate.Lemma+" ")
	return class == c.Predicate.Lemma || more && slices.ContainsFunc(c.Args, func(a graph.Argument) bool {
		return a.Role == role || a.Role == "recipient" && role == "to"
	})
}

// ClassLemmas lists the lemmas of which the filter's classes may be forms: call
// for “called”, send to for “sends to”.
func (f *Filter) ClassLemmas() []string {
	var all []string
	for _, class := range f.Classes {
		all = append(all, f.lemmasOf(class)...)
	}
	return all
}

func (f *Filter) lemmasOf(class string) []string {
	return lemmasOf(strings.Join(strings.Fields(strings.ToLower(class)), " "), f.Lemmas)
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
