package main

import (
	"fmt"
	"io"

	"github.com/whomgraph/whom/graph"
)

func (c *contents) showClaim(out io.Writer, x *graph.Claim) error {
	d := c.document(x.Document)
	if err := writeFields(out,
		field{"claim", x.ID},
		field{"document", d.ID}, field{"title", d.Title}, field{"outlet", d.Outlet}, field{"date", d.Published},
		field{"polarity", string(x.Polarity)}, field{"modality", string(x.Modality)},
		field{"confidence", fmt.Sprintf("%.2f", x.Confidence)},
	); err != nil {
		return err
	}
	fmt.Fprintf(out, "\n“%s”\n\n", x.Evidence.Text(d))
	return writeTable(out, wordColumns, c.words(x))
}

// words are one part of a claim: where it stands in the text and what it stands
// for.
type words struct {
	part, text string
	span       graph.Span
	meaning    string
}

var wordColumns = []column[words]{
	{"part", func(w words) any { return w.part }},
	{"bytes", func(w words) any { return fmt.Sprintf("%d-%d", w.span.Start, w.span.End) }},
	{"words", func(w words) any { return w.text }},
	{"stands for", func(w words) any { return w.meaning }},
}

// words lists the parts of a claim, the sentence first.
func (c *contents) words(x *graph.Claim) []words {
	list := []words{
		{"sentence", fmt.Sprintf("number %d", x.Sentence), x.Evidence, ""},
		c.part(x, "subject", &x.Subject),
		{"predicate", x.Predicate.Text, x.Predicate.Span, x.PredicateID()},
	}
	if x.Object != nil {
		list = append(list, c.part(x, "object", x.Object))
	}
	for i := range x.Args {
		list = append(list, c.part(x, x.Args[i].Role, &x.Args[i]))
	}
	if x.Time != nil {
		list = append(list, words{"time", x.Time.Text, x.Time.Span, x.Time.Value})
	}
	if x.Place != nil {
		list = append(list, c.part(x, "place", x.Place))
	}
	for i := range x.Attribution {
		list = append(list, c.speaker(x, &x.Attribution[i]))
	}
	return list
}

func (c *contents) part(x *graph.Claim, name string, a *graph.Argument) words {
	meaning := c.view.Node(x.Document, a).ID
	if a.Antecedent != nil {
		meaning += fmt.Sprintf(", from %q at %d-%d", a.Antecedent.Text, a.Antecedent.Span.Start, a.Antecedent.Span.End)
	}
	return words{name, a.Text, a.Span, meaning}
}

func (c *contents) speaker(x *graph.Claim, s *graph.Speaker) words {
	w := c.part(x, "speaker", &s.Argument)
	w.meaning += fmt.Sprintf(", %s (%s)", s.Verb, s.Polarity)
	if s.Claim != "" {
		w.meaning += ", " + s.Claim
	}
	return w
}
