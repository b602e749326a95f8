package main

import (
	"context"
	"strings"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/resolve"
)

// An affiliationRow says that a document gives an actor an office of a body, or
// shows a body to be one of a state.
type affiliationRow struct {
	resolve.Affiliation
	Span graph.Span `json:"span"` // of the words of the document that say so
	Text string     `json:"text"`
}

var affiliationColumns = []column[affiliationRow]{
	{"actor", func(a affiliationRow) any { return a.Actor }},
	{"of", func(a affiliationRow) any { return a.Of }},
	{"date", func(a affiliationRow) any { return a.Date }},
	{"document", func(a affiliationRow) any { return a.Document }},
	{"evidence", func(a affiliationRow) any { return a.Text }},
}

// affiliationRows lists all affiliations with their evidence.
func (d *deciding) affiliationRows(ctx context.Context) ([]affiliationRow, error) {
	byID := make(map[string]*graph.Entity, len(d.entities))
	for i := range d.entities {
		byID[d.entities[i].ID] = &d.entities[i]
	}
	var rows []affiliationRow
	for _, a := range resolve.Affiliations(d.view.Actors(), d.entities) {
		doc, err := d.store.Document(ctx, a.Document)
		if err != nil {
			return nil, err
		}
		span := office(&doc, byID[a.Entity])
		rows = append(rows, affiliationRow{a, span, span.Text(&doc)})
	}
	return rows, nil
}

// reach is how far from a name its office may stand, in bytes.
const reach = 120

// office finds the words that name an entity together with its role, those where
// the two are nearest; without a role, those that name it first.
func office(d *graph.Document, e *graph.Entity) graph.Span {
	var best graph.Span
	for _, m := range e.Mentions {
		if m.Kind != graph.NameMention {
			continue
		}
		if best.IsZero() {
			best = m.Span
		}
		start, end := max(0, m.Span.Start-reach), min(len(d.Text), m.Span.End+reach)
		if i := strings.LastIndex(d.Text[start:m.Span.Start], e.Role); e.Role != "" && i >= 0 {
			return graph.Span{Start: start + i, End: m.Span.End}
		}
		if i := strings.Index(d.Text[m.Span.End:end], e.Role); e.Role != "" && i >= 0 {
			return graph.Span{Start: m.Span.Start, End: m.Span.End + i + len(e.Role)}
		}
	}
	return best
}
