package main

import (
	"regexp"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// newTuple writes a claim in the convention of open extraction, in the words
// and the order of the text: the verb with its auxiliaries and preposition, who
// stands before it, what follows it in its clause, then what else stands before
// it. A passive keeps its sides as they stand.
func newTuple(doc *graph.Document, c *graph.Claim) tuple {
	t := tuple{confidence: c.Confidence, predicate: withAuxiliaries(doc, c)}
	rest := complement(doc, c)
	switch {
	case isSurfacePassive(doc, c, t.predicate):
		t.predicate += " by"
		t.arguments = []string{c.Object.Text, c.Subject.Text}
		for _, p := range circumstances(c) {
			t.arguments = append(t.arguments, withPreposition(doc, p))
		}
	case rest != "" && c.Subject.Span.Start < c.Predicate.Span.Start:
		preposition, rest := cutPreposition(rest)
		t.predicate += preposition
		t.arguments = []string{c.Subject.Text, rest}
		for _, p := range others(c) {
			if p.End <= c.Predicate.Span.Start {
				t.arguments = append(t.arguments, withPreposition(doc, p))
			}
		}
	default: // the verb stands last or first, or an event noun in its place
		t.arguments = []string{c.Subject.Text}
		for _, p := range others(c) {
			t.arguments = append(t.arguments, withPreposition(doc, p))
		}
		if len(t.arguments) > 1 && c.Object != nil && c.Object.Span.Start > c.Predicate.Span.Start {
			preposition, object := cutPreposition(t.arguments[1])
			t.predicate += preposition
			t.arguments[1] = object
		}
	}
	return t
}

// others returns the places of all participants but the subject, the object
// first.
func others(c *graph.Claim) []graph.Span {
	if c.Object == nil {
		return circumstances(c)
	}
	return append([]graph.Span{c.Object.Span}, circumstances(c)...)
}

// circumstances returns the places of all but subject and object.
func circumstances(c *graph.Claim) []graph.Span {
	var out []graph.Span
	for _, a := range c.Args {
		out = append(out, a.Span)
	}
	if c.Place != nil {
		out = append(out, c.Place.Span)
	}
	if c.Time != nil {
		out = append(out, c.Time.Span)
	}
	return out
}

var auxiliaries = strings.Fields(`be is are am was were been being 's 're 'm ’s have has had having 've do does did
will would shall should may might must can could ca wo 'll 'd to not n't n’t never also still already now`)

// withAuxiliaries returns the verb after the auxiliaries and adverbs before it.
func withAuxiliaries(doc *graph.Document, c *graph.Claim) string {
	before := strings.Fields(doc.Text[:c.Predicate.Span.Start])
	from := len(before)
	for from > 0 && isAuxiliary(before[from-1]) {
		from--
	}
	return strings.Join(append(before[from:], c.Predicate.Text), " ")
}

func isAuxiliary(word string) bool {
	word = strings.ToLower(word)
	return slices.Contains(auxiliaries, word) || strings.HasSuffix(word, "ly")
}

// isSurfacePassive tells whether the patient stands before the verb and the
// agent after it, and either the verb has a form of be or the agent “by”.
func isSurfacePassive(doc *graph.Document, c *graph.Claim, predicate string) bool {
	return c.Object != nil && c.Object.Span.Start < c.Predicate.Span.Start && c.Predicate.Span.Start < c.Subject.Span.Start &&
		(slices.ContainsFunc(strings.Fields(predicate), isBe) || lastField(doc.Text[:c.Subject.Span.Start]) == "by")
}

// clauseEnd is what most often ends the clause of a verb.
var clauseEnd = regexp.MustCompile(` ([,;:.]|and|but|which|who|that)( |$)`)

// complement returns the words from the verb to the end of its clause, or to
// the last of the claim's participants where that is later.
func complement(doc *graph.Document, c *graph.Claim) string {
	start := c.Predicate.Span.End
	end := len(doc.Text)
	if m := clauseEnd.FindStringIndex(doc.Text[start:]); m != nil {
		end = start + m[0]
	}
	for _, p := range others(c) {
		end = max(end, p.End)
	}
	return strings.TrimSpace(doc.Text[start:end])
}

var prepositions = strings.Fields(`about above across after against along among around as at before behind below
between by despite during for from in into near of off on onto over through to toward towards under until upon with within without`)

// cutPreposition parts a leading preposition, with a space before it, from what
// it governs.
func cutPreposition(text string) (preposition, rest string) {
	first, rest, found := strings.Cut(text, " ")
	if !found || !slices.Contains(prepositions, strings.ToLower(first)) {
		return "", text
	}
	return " " + first, rest
}

// withPreposition returns the words at a place with the preposition before them.
func withPreposition(doc *graph.Document, at graph.Span) string {
	words := at.Text(doc)
	if before := lastField(doc.Text[:at.Start]); slices.Contains(prepositions, strings.ToLower(before)) {
		return before + " " + words
	}
	return words
}

func lastField(text string) string {
	words := strings.Fields(text[max(0, len(text)-40):])
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
