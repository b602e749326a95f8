package main

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// newTuple writes a claim in the convention of open extraction: the words of
// the text, with the verb's auxiliaries and preposition, sides as they stand in
// a passive.
func newTuple(doc *graph.Document, c *graph.Claim) tuple {
	before := strings.Fields(doc.Text[:c.Predicate.Span.Start])
	t := tuple{confidence: c.Confidence, predicate: withAuxiliaries(before, c.Predicate.Text)}
	subject, object := c.Subject.Text, ""
	if c.Object != nil {
		object = c.Object.Text
		if preposition := prepositionBefore(doc, c.Predicate.Span, c.Object.Span); preposition != "" {
			t.predicate += " " + preposition
		}
	}
	t.arguments = []string{subject}
	if object != "" {
		t.arguments = append(t.arguments, object)
	}
	if isSurfacePassive(doc, c) {
		t.predicate = withAuxiliaries(before, c.Predicate.Text) + " by"
		t.arguments = []string{object, subject}
	}
	for i := range c.Args {
		t.arguments = append(t.arguments, withPreposition(doc, &c.Args[i]))
	}
	if c.Place != nil {
		t.arguments = append(t.arguments, withPreposition(doc, c.Place))
	}
	if c.Time != nil {
		t.arguments = append(t.arguments, c.Time.Text)
	}
	return t
}

// isSurfacePassive tells whether the agent follows the verb after “by” and the
// patient stands before it.
func isSurfacePassive(doc *graph.Document, c *graph.Claim) bool {
	return c.Object != nil && c.Object.Span.Start < c.Predicate.Span.Start &&
		c.Predicate.Span.Start < c.Subject.Span.Start && lastField(doc.Text[:c.Subject.Span.Start]) == "by"
}

var auxiliaries = strings.Fields(`be is am are was were been being 's 're 'm ’s have has had having 've do does did
will would shall should may might must can could ca wo 'll 'd to not n't n’t never also still already now`)

// withAuxiliaries puts the auxiliaries at the end of the words before a verb in
// front of it.
func withAuxiliaries(before []string, verb string) string {
	from := len(before)
	for from > 0 && isAuxiliary(before[from-1]) {
		from--
	}
	return strings.Join(append(slices.Clone(before[from:]), verb), " ")
}

func isAuxiliary(word string) bool {
	word = strings.ToLower(word)
	return slices.Contains(auxiliaries, word) || strings.HasSuffix(word, "ly")
}

var prepositions = strings.Fields(`about above across after against along among around as at before behind below
between by during for from in into near of off on onto over through to toward towards under until upon with within without`)

// prepositionBefore returns the words between verb and object if they are a
// preposition.
func prepositionBefore(doc *graph.Document, verb, object graph.Span) string {
	if verb.End > object.Start {
		return ""
	}
	between := strings.Fields(doc.Text[verb.End:object.Start])
	if len(between) == 0 || !slices.Contains(prepositions, between[len(between)-1]) {
		return ""
	}
	return between[len(between)-1]
}

// withPreposition returns an argument with the preposition before it.
func withPreposition(doc *graph.Document, a *graph.Argument) string {
	if word := lastField(doc.Text[:a.Span.Start]); slices.Contains(prepositions, strings.ToLower(word)) {
		return word + " " + a.Text
	}
	return a.Text
}

func lastField(text string) string {
	words := strings.Fields(text[max(0, len(text)-40):])
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
