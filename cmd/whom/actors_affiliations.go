package main

import (
	"context"
	"slices"
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

// reach is how far before a name its office may end, and how far behind it may
// begin after a comma, in bytes.
const reach = 25

// office finds the words that name an entity together with its role: those with
// the role before the name, then those with it behind. Where there are none, they
// are those that name it first.
func office(d *graph.Document, e *graph.Entity) graph.Span {
	names := slices.DeleteFunc(slices.Clone(e.Mentions), func(m graph.Mention) bool { return m.Kind != graph.NameMention })
	for _, m := range names {
		start := max(0, m.Span.Start-reach-len(e.Role))
		if i := strings.LastIndex(d.Text[start:m.Span.Start], e.Role); i >= 0 && e.Role != "" {
			return graph.Span{Start: start + i, End: m.Span.End}
		}
	}
	for _, m := range names {
		behind := d.Text[m.Span.End:min(len(d.Text), m.Span.End+reach+len(e.Role))]
		if i := strings.Index(behind, e.Role); i >= 0 && e.Role != "" && strings.HasPrefix(behind, ",") {
			return graph.Span{Start: m.Span.Start, End: m.Span.End + i + len(e.Role)}
		}
	}
	if len(names) == 0 {
		return graph.Span{}
	}
	return names[0].Span
}
