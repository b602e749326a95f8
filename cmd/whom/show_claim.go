package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

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
	fmt.Fprintf(out, "\n%s\n\n", sentence(out, d, x))
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

// The colours of a claim's parts in its sentence.
var (
	subjectColor   = text.Colors{text.FgGreen, text.Bold}
	predicateColor = text.Colors{text.FgYellow, text.Bold}
	objectColor    = text.Colors{text.FgCyan, text.Bold}
	speakerColor   = text.Colors{text.FgMagenta}
)

// A marked is a part of a sentence that stands out.
type marked struct {
	span  graph.Span
	color text.Colors
}

// sentence gives the words of a claim's sentence, on a terminal with its parts in
// colours and what each colour stands for.
func sentence(out io.Writer, d *graph.Document, x *graph.Claim) string {
	if !colored(out) {
		return "“" + x.Evidence.Text(d) + "”"
	}
	parts := []marked{{x.Predicate.Span, predicateColor}, {x.Subject.Span, subjectColor}}
	legend := []string{subjectColor.Sprint("subject"), predicateColor.Sprint("predicate")}
	if x.Object != nil {
		parts = append(parts, marked{x.Object.Span, objectColor})
		legend = append(legend, objectColor.Sprint("object"))
	}
	for i := range x.Attribution {
		parts = append(parts, marked{x.Attribution[i].Span, speakerColor})
	}
	if len(x.Attribution) > 0 {
		legend = append(legend, speakerColor.Sprint("speaker"))
	}
	return "“" + paint(d, x.Evidence, parts) + "” (" + strings.Join(legend, ", ") + ")"
}

// paint colours parts of a span. What lies outside it, or in a part that begins
// before, stays as it is.
func paint(d *graph.Document, of graph.Span, parts []marked) string {
	slices.SortStableFunc(parts, func(a, b marked) int { return cmp.Compare(a.span.Start, b.span.Start) })
	var b strings.Builder
	at := of.Start
	for _, p := range parts {
		if p.span.Start < at || !of.Contains(p.span) {
			continue
		}
		b.WriteString(graph.Span{Start: at, End: p.span.Start}.Text(d))
		b.WriteString(p.color.Sprint(p.span.Text(d)))
		at = p.span.End
	}
	b.WriteString(graph.Span{Start: at, End: of.End}.Text(d))
	return b.String()
}
