package query

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A Query is a pattern and a filter made ready for the actors of a view. It is
// safe for concurrent use.
type Query struct {
	view    *graph.View
	pattern Pattern
	filter  Filter
	says    part
	actors  map[string]map[string]bool // ids of actors by the slug that names them
}

// New prepares a query. It fails where the filter asks for what cannot be.
func New(view *graph.View, p Pattern, f Filter) (*Query, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	q := &Query{view: view, pattern: p, filter: f, actors: make(map[string]map[string]bool)}
	if f.Says != "" {
		says, ok := newPart(strings.Fields(f.Says))
		if !ok || says.any() {
			return nil, fmt.Errorf("speaker %q: want a name", f.Says)
		}
		q.says = says
	}
	q.nameActors()
	return q, nil
}

// nameActors finds the actors that the query's names fit, once for all claims.
func (q *Query) nameActors() {
	q.actors[q.says.slug] = make(map[string]bool)
	for _, r := range q.pattern.readings {
		q.actors[r.subject.slug] = make(map[string]bool)
		q.actors[r.object.slug] = make(map[string]bool)
	}
	for _, a := range q.view.Actors() {
		for _, slug := range a.Keys() {
			if ids := q.actors[slug]; ids != nil {
				ids[a.ID] = true
			}
		}
	}
}

// Select returns the claims that match, in their order. A claim whose document
// is not given has no date.
func (q *Query) Select(documents []graph.Document, claims []graph.Claim) []graph.Claim {
	byID := make(map[string]*graph.Document, len(documents))
	for i := range documents {
		byID[documents[i].ID] = &documents[i]
	}
	var found []graph.Claim
	for i := range claims {
		d := byID[claims[i].Document]
		if d == nil {
			d = &graph.Document{}
		}
		if q.Match(d, &claims[i]) {
			found = append(found, claims[i])
		}
	}
	return found
}

// Match reports whether a claim of the document fits the pattern and passes the
// filter.
func (q *Query) Match(d *graph.Document, c *graph.Claim) bool {
	return q.filter.allows(d, c) && q.said(c) && q.fits(c)
}

func (q *Query) said(c *graph.Claim) bool {
	if q.says.any() {
		return true
	}
	for i := range c.Attribution {
		speaker := &c.Attribution[i].Argument
		if q.named(q.says, q.view.Node(c.Document, speaker), speaker) {
			return true
		}
	}
	return false
}

func (q *Query) fits(c *graph.Claim) bool {
	if len(q.pattern.readings) == 0 {
		return true
	}
	for _, rel := range q.view.Relations(c) {
		var object *graph.Argument
		if rel.Suffix == "" {
			object = c.Object
		}
		for _, r := range q.pattern.readings {
			if !verbFits(r.predicate, c, rel.Suffix) {
				continue
			}
			if q.named(r.subject, rel.Subject, &c.Subject) && q.named(r.object, rel.Object, object) ||
				rel.Symmetric && q.named(r.object, rel.Subject, &c.Subject) && q.named(r.subject, rel.Object, object) {
				return true
			}
		}
	}
	return false
}

func verbFits(p part, c *graph.Claim, suffix string) bool {
	if p.any() || p.id != "" && suffix == "" && p.id == c.PredicateID() {
		return true
	}
	for _, form := range []string{c.Predicate.Lemma, c.Predicate.Label(), c.Predicate.Text} {
		if strings.EqualFold(p.words, form+suffix) {
			return true
		}
	}
	return false
}

// named reports whether a part names a node. The argument, where there is one,
// gives the words of a thing.
func (q *Query) named(p part, n graph.Node, a *graph.Argument) bool {
	switch {
	case p.any():
		return true
	case p.id != "" && p.id == n.ID:
		return true
	case n.IsActor():
		return q.actors[p.slug][n.ID]
	case a == nil:
		return false
	default:
		return p.slug == graph.NameKey(a.Text) || n.Type == graph.ThingNode && (p.slug == graph.NameKey(n.Name) || p.slug == graph.NameKey(head(a)))
	}
}

// head returns the head word of an argument.
func head(a *graph.Argument) string {
	from, to := a.Head.Start-a.Span.Start, a.Head.End-a.Span.Start
	if from < 0 || from > to || to > len(a.Text) {
		return ""
	}
	return a.Text[from:to]
}
