package query

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
	"github.com/whomgraph/whom/graph/store"
)

// A Result is claims that were found, and the actors that they name.
type Result struct {
	Claims []graph.Claim // by document, then in order of the text
	View   *graph.View
	// Undated counts, by the ids of documents that have no date, the claims that
	// would fit but for Since and Until; with a limit, those before it was reached.
	Undated map[string]int
}

func newResult(view *graph.View) *Result {
	return &Result{View: view, Undated: make(map[string]int)}
}

// empty reports whether nothing would fit, whatever its date.
func (r *Result) empty() bool { return len(r.Claims)+len(r.Undated) == 0 }

// Find returns the first claims of a store, in its order, that fit the pattern
// and pass the filter; all of them where the limit is 0. It fails with an
// UnknownError for a document or a class that the store does not have, and where
// nothing is found because a name or a verb is of nobody and nothing in it.
func Find(ctx context.Context, s *store.Store, p Pattern, f Filter, limit int) (*Result, error) {
	q, err := newQuery(p, f)
	if err != nil {
		return nil, err
	}
	if err := q.nameActors(ctx, s); err != nil {
		return nil, err
	}
	found, h := newResult(graph.NewView(nil)), holdingsOf(ctx, s)
	if err := q.check(h); err != nil {
		return found, err
	}
	parts, looked := 0, 0
	for claims, err := range q.candidates(ctx, s) {
		parts, looked = parts+1, looked+len(claims)
		if err == nil {
			err = q.keep(ctx, s, found, claims)
		}
		if err != nil {
			return nil, err
		}
		if limit > 0 && len(found.Claims) >= limit {
			found.Claims = found.Claims[:limit]
			break
		}
	}
	if found.empty() {
		return found, q.unknown(h)
	}
	// Where all that was looked at fits, its actors are read already.
	if found.View = q.view; parts > 1 || len(found.Claims) < looked {
		found.View, err = s.ActorsOf(ctx, found.Claims)
	}
	return found, err
}

func (q *Query) nameActors(ctx context.Context, s *store.Store) error {
	for slug, ids := range q.actors {
		named, err := s.ActorsNamed(ctx, slug)
		if err != nil {
			return err
		}
		for _, id := range named {
			ids[id] = true
		}
	}
	return nil
}

// keep adds those of the claims that match.
func (q *Query) keep(ctx context.Context, s *store.Store, found *Result, claims []graph.Claim) (err error) {
	if q.view, err = s.ActorsOf(ctx, claims); err != nil {
		return err
	}
	dates := make(map[string]string)
	found.Claims = slices.Grow(found.Claims, len(claims))
	for i := range claims {
		d := graph.Document{ID: claims[i].Document}
		if q.filter.Since != "" || q.filter.Until != "" {
			date, known := dates[d.ID]
			if !known {
				if date, err = s.Published(ctx, d.ID); err != nil {
					return err
				}
				dates[d.ID] = date
			}
			d.Published = date
		}
		q.take(found, &d, &claims[i])
	}
	return nil
}

// perPart is how many claims are looked at together where all are.
const perPart = 1000

// candidates yields, in the store's order, the claims among which all that match
// are: those that have the marks of a reading, or else all.
func (q *Query) candidates(ctx context.Context, s *store.Store) iter.Seq2[[]graph.Claim, error] {
	return func(yield func([]graph.Claim, error) bool) {
		if conditions, ok := q.conditions(); ok {
			yield(s.Find(ctx, conditions...))
			return
		}
		part := make([]graph.Claim, 0, perPart)
		for c, err := range s.Claims(ctx) {
			if err != nil {
				yield(nil, err)
				return
			}
			if part = append(part, c); len(part) < perPart {
				continue
			}
			if !yield(part, nil) {
				return
			}
			part = part[:0]
		}
		yield(part, nil)
	}
}

// conditions gives the marks of each reading; ok is false where one has none.
func (q *Query) conditions() (all []store.Condition, ok bool) {
	common := q.filterMarks()
	readings := q.pattern.readings
	if len(readings) == 0 {
		readings = []reading{{}}
	}
	for _, r := range readings {
		c := slices.Concat(q.predicateMarks(&r.predicate), common, q.nameMarks(r.subject), q.nameMarks(r.object))
		if len(c) == 0 {
			c = q.rareMarks()
		}
		if len(c) == 0 {
			return nil, false
		}
		all = append(all, c)
	}
	return all, true
}

func (q *Query) filterMarks() (c store.Condition) {
	if q.filter.Document != "" {
		c = append(c, []store.Mark{{Predicate: quads.DerivedFrom, Object: quads.DocumentIRI(q.filter.Document)}})
	}
	if ids := q.ids(q.says); len(ids) > 0 {
		c = append(c, marks(ids, quads.AttributedTo))
	}
	c = append(c, q.nameMarks(q.about)...)
	if len(q.classes) > 0 {
		var list []store.Mark
		for _, class := range q.classes {
			list = append(list, verbMarks(class)...)
		}
		c = append(c, list)
	}
	return c
}

// nameMarks are those of one who takes part: which part he takes, a symmetric
// claim leaves open.
func (q *Query) nameMarks(p part) store.Condition {
	if ids := q.ids(p); len(ids) > 0 {
		return store.Condition{marks(ids, quads.Subject, quads.Object, quads.Argument)}
	}
	return nil
}

// ids lists the nodes that a part names, where that can be told from the part
// alone.
func (q *Query) ids(p part) []string {
	var ids []string
	for id := range q.actors[p.slug] {
		ids = append(ids, id)
	}
	if p.id != "" {
		ids = append(ids, p.id)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func marks(ids []string, predicates ...quad.IRI) (list []store.Mark) {
	for _, id := range ids {
		for _, p := range predicates {
			list = append(list, store.Mark{Predicate: p, Object: quad.IRI(id)})
		}
	}
	return list
}

func (q *Query) predicateMarks(p *predicate) store.Condition {
	if p.any() {
		return nil
	}
	var list []store.Mark
	if p.id != "" {
		list = append(list, store.Mark{Predicate: quads.Predicate, Object: quad.IRI(p.id)})
	}
	for _, lemma := range p.lemmas {
		list = append(list, verbMarks(lemma)...)
	}
	return store.Condition{list}
}

// verbMarks are those of predicates with a lemma, of which what stands between
// subject and object may be the end: “send”, “send response” and “send response
// to”.
func verbMarks(lemma string) (list []store.Mark) {
	words := strings.Fields(lemma)
	for i := range words {
		slug := graph.Slug(strings.Join(words[:i+1], " "))
		for _, prefix := range []string{"verb:", "denied:", "possible:"} {
			list = append(list, store.Mark{Predicate: quads.Predicate, Object: quad.IRI(prefix + slug)})
		}
	}
	return list
}

// rareMarks are of use where nothing else is asked.
func (q *Query) rareMarks() (c store.Condition) {
	if q.filter.Polarity == graph.Denied {
		c = append(c, []store.Mark{{Predicate: quads.Polarity, Object: quad.String(graph.Denied)}})
	}
	if m := q.filter.Modality; m != "" && m != graph.Asserted {
		c = append(c, []store.Mark{{Predicate: quads.Modality, Object: quad.String(m)}})
	}
	return c
}
