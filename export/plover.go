package export

import (
	"io"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/event"
)

// A ploverEvent is an event as PLOVER has it: who did what to whom.
type ploverEvent struct {
	*graph.Claim
	event.Event
	data           *Data
	source, target ploverSide
}

// A ploverSide is an actor of an event and the words that name him, or his thing; it
// is zero where there is none.
type ploverSide struct {
	graph.Node
	words graph.Span
}

var ploverColumns = slices.Concat([]column[ploverEvent]{
	{"event_id", "string", func(e *ploverEvent) string { return e.ID }},
	{"date", "string", func(e *ploverEvent) string { return e.document().Published }},
	{"time", "string", (*ploverEvent).time},
	{"source", "string", func(e *ploverEvent) string { return e.source.Name }},
	{"source_id", "string", func(e *ploverEvent) string { return e.source.Node.ID }},
	{"source_type", "string", func(e *ploverEvent) string { return string(e.source.Type) }},
	{"source_country", "string", func(e *ploverEvent) string { return e.source.Country }},
	{"target", "string", func(e *ploverEvent) string { return e.target.Name }},
	{"target_id", "string", func(e *ploverEvent) string { return e.target.Node.ID }},
	{"target_type", "string", func(e *ploverEvent) string { return string(e.target.Type) }},
	{"target_country", "string", func(e *ploverEvent) string { return e.target.Country }},
	{"event_type", "string", func(e *ploverEvent) string { return string(e.Type) }},
	{"event_mode", "string", func(e *ploverEvent) string { return e.Mode }},
	{"quad_class", "string", func(e *ploverEvent) string { return e.Type.Quad() }},
	{"goldstein", "double", func(e *ploverEvent) string { return number(e.Type.Goldstein()) }},
	{"polarity", "string", func(e *ploverEvent) string { return string(e.Polarity) }},
	{"modality", "string", func(e *ploverEvent) string { return string(e.Modality) }},
	{"attributed_to", "string", func(e *ploverEvent) string { return strings.Join(e.data.speakers(e.Claim), " › ") }},
	{"predicate", "string", func(e *ploverEvent) string { return e.Predicate.Lemma }},
	{"confidence", "double", func(e *ploverEvent) string { return number(e.Confidence) }},
	{"document", "string", func(e *ploverEvent) string { return e.Document }},
	{"outlet", "string", func(e *ploverEvent) string { return e.document().Outlet }},
	{"sentence", "string", func(e *ploverEvent) string { return e.data.words(e.Claim, e.Evidence) }},
},
	offsets("source", func(e *ploverEvent) graph.Span { return e.source.words }),
	offsets("event", func(e *ploverEvent) graph.Span { return e.Predicate.Span }),
	offsets("target", func(e *ploverEvent) graph.Span { return e.target.words }),
	offsets("sentence", func(e *ploverEvent) graph.Span { return e.Evidence }),
)

// offsets are two columns, where a span starts and ends, empty where there is none.
func offsets(name string, of func(*ploverEvent) graph.Span) []column[ploverEvent] {
	at := func(offset func(graph.Span) int) func(*ploverEvent) string {
		return func(e *ploverEvent) string {
			if of(e) == (graph.Span{}) {
				return ""
			}
			return integer(offset(of(e)))
		}
	}
	return []column[ploverEvent]{
		{name + "_start", "int", at(func(s graph.Span) int { return s.Start })},
		{name + "_end", "int", at(func(s graph.Span) int { return s.End })},
	}
}

// PLOVER writes the claims that report an event, as package event has it, as a table
// in the manner of PLOVER's data: who did it to whom, its type and mode, its place
// on Goldstein's scale, who says so, and where each stands, in bytes of the clean
// text. The source is an actor, or the owner of the thing that acts; an event has a
// row for each actor that is its target, else for the owner of the thing that is,
// else one without target. What holds both ways has a row one way.
func PLOVER(w io.Writer, d *Data) error {
	return writeCSV(w, ploverColumns, func(yield func(*ploverEvent) bool) {
		for i := range d.Claims {
			for _, e := range d.events(&d.Claims[i]) {
				if !yield(&e) {
					return
				}
			}
		}
	})
}

// events returns the rows of a claim.
func (d *Data) events(c *graph.Claim) []ploverEvent {
	e := event.Of(c)
	source := d.side(c, &c.Subject)
	if e.Type == "" || !source.IsActor() {
		return nil
	}
	targets := d.targets(c)
	if e.ToSubject {
		targets = []ploverSide{source}
		source = d.side(c, &c.Attribution[len(c.Attribution)-1].Argument)
		if !source.IsActor() {
			return nil
		}
	}
	var rows []ploverEvent
	for _, target := range targets {
		if target.Node.ID != source.Node.ID {
			rows = append(rows, ploverEvent{c, e, d, source, target})
		}
	}
	return rows
}

// targets are the actors to which a claim ties its subject.
func (d *Data) targets(c *graph.Claim) []ploverSide {
	var targets []ploverSide
	for _, r := range d.View.Relations(c) {
		if r.Object.IsActor() {
			targets = append(targets, ploverSide{r.Object, d.wordsFor(c, r.Object.ID)})
		}
	}
	if len(targets) == 0 && c.Object != nil {
		if owner := d.side(c, c.Object); owner.IsActor() {
			return []ploverSide{owner}
		}
	}
	if len(targets) == 0 {
		return []ploverSide{{}}
	}
	return targets
}

// wordsFor are those of the object or argument that is a node.
func (d *Data) wordsFor(c *graph.Claim, node string) graph.Span {
	if c.Object != nil && d.View.Node(c.Document, c.Object).ID == node {
		return c.Object.Span
	}
	for i := range c.Args {
		if d.View.Node(c.Document, &c.Args[i]).ID == node {
			return c.Args[i].Span
		}
	}
	return graph.Span{}
}

// side is a participant, of a thing that somebody owns its owner.
func (d *Data) side(c *graph.Claim, a *graph.Argument) ploverSide {
	n := d.View.Node(c.Document, a)
	if a.Thing != nil && a.Thing.Owner != "" {
		n = d.View.Node(c.Document, &graph.Argument{Entity: a.Thing.Owner, Text: a.Text})
	}
	return ploverSide{n, a.Span}
}

func (e *ploverEvent) document() *graph.Document { return e.data.documents[e.Document] }

// time is when the event is said to be, where that is known.
func (e *ploverEvent) time() string {
	if e.Time == nil {
		return ""
	}
	return e.Time.Value
}
