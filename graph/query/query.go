package query

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A Query is a pattern and a filter made ready for the actors of a view. It is
// safe for concurrent use.
type Query struct {
	view    *graph.View
	pattern Pattern
	filter  Filter
	classes []string // lemmas
	says    part
	about   part
	actors  actorsBySlug
}

// actorsBySlug are the ids of the actors that the names of a query fit.
type actorsBySlug map[string]map[string]bool

// New prepares a query. It fails where the filter asks for what cannot be.
func New(view *graph.View, p Pattern, f Filter) (*Query, error) {
	q, err := newQuery(p, f)
	if err != nil {
		return nil, err
	}
	q.view = view
	for _, a := range view.Actors() {
		for _, slug := range a.Keys() {
			if ids := q.actors[slug]; ids != nil {
				ids[a.ID] = true
			}
		}
	}
	return q, nil
}

// newQuery checks what is asked and lists its names, for which no actor is known
// yet.
func newQuery(p Pattern, f Filter) (*Query, error) {
	if err := f.Check(); err != nil {
		return nil, err
	}
	q := &Query{pattern: p, filter: f, classes: f.ClassLemmas(), actors: make(actorsBySlug)}
	q.says, _ = newPart(strings.Fields(f.Says))
	q.about, _ = newPart(strings.Fields(f.About))
	for _, name := range q.names() {
		q.actors[name.slug] = make(map[string]bool)
	}
	return q, nil
}

// names lists the names of all readings and of the filter.
func (q *Query) names() []part {
	names := []part{q.says, q.about}
	for _, r := range q.pattern.readings {
		names = append(names, r.subject, r.object)
	}
	return slices.DeleteFunc(names, part.any)
}

// Select returns the claims that match, in their order, as [Find] does for a
// store. A claim whose document is not given has no date.
func (q *Query) Select(documents []graph.Document, claims []graph.Claim) (*Result, error) {
	byID := make(map[string]*graph.Document, len(documents))
	for i := range documents {
		byID[documents[i].ID] = &documents[i]
	}
	found, h := newResult(q.view), holdingsIn(q.view, documents, claims)
	if err := q.check(h); err != nil {
		return found, err
	}
	for i := range claims {
		d := byID[claims[i].Document]
		if d == nil {
			d = &graph.Document{}
		}
		q.take(found, d, &claims[i])
	}
	if found.empty() {
		return found, q.unknown(h)
	}
	return found, nil
}

// take adds a claim of a document to what is found, if it is.
func (q *Query) take(found *Result, d *graph.Document, c *graph.Claim) {
	dated := q.filter.dated(d.Published)
	if !dated && d.Published != "" || !q.matches(c) {
		return
	}
	if dated {
		found.Claims = append(found.Claims, *c)
	} else {
		found.Undated[c.Document]++
	}
}

// Match reports whether a claim of the document fits the pattern and passes the
// filter.
func (q *Query) Match(d *graph.Document, c *graph.Claim) bool {
	return q.filter.dated(d.Published) && q.matches(c)
}

// matches does not look at the date.
func (q *Query) matches(c *graph.Claim) bool {
	return q.filter.allows(c) && q.classed(c) && q.said(c) && q.concerns(c) && q.fits(c)
}

func (q *Query) classed(c *graph.Claim) bool {
	return len(q.classes) == 0 || slices.ContainsFunc(q.classes, func(class string) bool { return isOf(c, class) })
}

func (q *Query) said(c *graph.Claim) bool {
	return q.says.any() || slices.ContainsFunc(c.Attribution, func(s graph.Speaker) bool {
		return q.named(q.says, q.view.Node(c.Document, &s.Argument), &s.Argument)
	})
}

func (q *Query) concerns(c *graph.Claim) bool {
	is := func(a graph.Argument) bool { return q.named(q.about, q.view.Node(c.Document, &a), &a) }
	return is(c.Subject) || c.Object != nil && is(*c.Object) || slices.ContainsFunc(c.Args, is)
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
			if !verbFits(&r.predicate, c, rel) {
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

// verbFits holds a predicate against a claim's, and what stands between subject
// and object in the relation against the words of it: troop, troops.
func verbFits(p *predicate, c *graph.Claim, rel graph.Relation) bool {
	if p.any() || p.id != "" && rel.Suffix == "" && p.id == c.PredicateID() {
		return true
	}
	suffixes := []string{rel.Suffix}
	if rel.Via != "" && c.Object != nil {
		role := strings.TrimPrefix(rel.Suffix, " "+rel.Via)
		suffixes = append(suffixes, " "+head(c.Object)+role, " "+withoutArticle(c.Object.Text)+role)
	}
	for _, suffix := range suffixes {
		for _, lemma := range p.lemmas {
			if strings.EqualFold(lemma, c.Predicate.Lemma+suffix) {
				return true
			}
		}
	}
	return false
}

func withoutArticle(words string) string {
	first, rest, ok := strings.Cut(words, " ")
	if ok && slices.Contains([]string{"the", "a", "an"}, strings.ToLower(first)) {
		return rest
	}
	return words
}

// named reports whether a part names a node: an actor where the part names any,
// else a thing. The argument, where there is one, gives the words of a thing.
func (q *Query) named(p part, n graph.Node, a *graph.Argument) bool {
	switch {
	case p.any():
		return true
	case p.id != "" && p.id == n.ID:
		return true
	case n.IsActor():
		return q.actors[p.slug][n.ID]
	case a == nil || len(q.actors[p.slug]) > 0:
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
