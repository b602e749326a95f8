package query

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store"
)

// An UnknownError says that nothing was found because a store has no such actor,
// or no claim of such a verb.
type UnknownError struct {
	Name string   // of nobody; empty where the verb is unknown
	Near []string // names of actors that may have been meant, nearest first
	Text string   // the pattern
}

func (e *UnknownError) Error() string {
	switch {
	case e.Name == "":
		return fmt.Sprintf("no claim has a verb of %q: write who, what and whom, each of them words or %s for anything, as in 'NATO rejects ?'", e.Text, Wildcard)
	case len(e.Near) == 0:
		return fmt.Sprintf("no actor is called %q, and nothing that fits", e.Name)
	}
	return fmt.Sprintf("no actor is called %q, and nothing that fits; did you mean %s?", e.Name, strings.Join(e.Near, ", "))
}

// unknown tells why nothing was found, where it is for a name or a verb.
func (q *Query) unknown(ctx context.Context, s *store.Store) error {
	for _, p := range []part{q.says, q.about} {
		if q.stranger(p) {
			return q.strangers(ctx, s, p)
		}
	}
	var strangers []part
	spoken := false // a reading has a verb that is in the store
	for _, r := range q.pattern.readings {
		known, err := knownVerb(ctx, s, &r.predicate)
		if err != nil {
			return err
		}
		if !known {
			continue
		}
		spoken = true
		switch {
		case q.stranger(r.subject):
			strangers = append(strangers, r.subject)
		case q.stranger(r.object):
			strangers = append(strangers, r.object)
		default:
			return nil
		}
	}
	if len(q.pattern.readings) > 0 && !spoken {
		return &UnknownError{Text: q.pattern.text}
	}
	return q.strangers(ctx, s, strangers...)
}

// stranger reports whether a part is a name that no actor has.
func (q *Query) stranger(p part) bool { return !p.any() && len(q.ids(p)) == 0 }

// strangers names, of the parts, the one with the nearest name.
func (q *Query) strangers(ctx context.Context, s *store.Store, parts ...part) error {
	if len(parts) == 0 {
		return nil
	}
	actors, err := s.Actors(ctx)
	if err != nil {
		return err
	}
	best := &UnknownError{Text: q.pattern.text, Name: parts[0].words}
	least := 0
	for _, p := range parts {
		if names, d := near(p.slug, actors); len(names) > 0 && (best.Near == nil || d < least) {
			best.Name, best.Near, least = p.words, names, d
		}
	}
	return best
}

func knownVerb(ctx context.Context, s *store.Store, p *predicate) (bool, error) {
	if p.any() {
		return true, nil
	}
	ids := []string{p.id}
	for _, lemma := range p.lemmas {
		for _, m := range verbMarks(lemma) {
			ids = append(ids, string(m.Object.(quad.IRI)))
		}
	}
	for _, id := range ids {
		if known, err := s.Knows(ctx, quad.IRI(id)); known || err != nil {
			return known, err
		}
	}
	return false, nil
}

// maxNear is how many names are suggested.
const maxNear = 3

// Near returns the names of the actors whose names, or one of their words, are
// nearest to a name by edit distance, nearest first: three at most, and none
// where all are far. It looks at all actors.
func Near(ctx context.Context, s *store.Store, name string) ([]string, error) {
	actors, err := s.Actors(ctx)
	if err != nil {
		return nil, err
	}
	return NearOf(actors, name), nil
}

// NearOf does as Near among these actors.
func NearOf(actors []graph.Actor, name string) []string {
	names, _ := near(graph.NameKey(name), actors)
	return names
}

// near returns the least distance, too.
func near(slug string, actors []graph.Actor) ([]string, int) {
	far := len([]rune(slug))/4 + 1
	byDistance := make([][]string, far+1)
	for i := range actors {
		d := far + 1
		for _, key := range actors[i].Keys() {
			d = min(d, distance(slug, key))
			for word := range strings.SplitSeq(key, "-") {
				d = min(d, distance(slug, word))
			}
		}
		if d <= far {
			byDistance[d] = append(byDistance[d], actors[i].Name)
		}
	}
	for d, names := range byDistance {
		if len(names) > 0 {
			names = slices.Concat(byDistance[d:]...)
			return names[:min(maxNear, len(names))], d
		}
	}
	return nil, far + 1
}

// distance counts the letters to add, drop or change to make b of a: V. I.
// Levenshtein, Soviet Physics Doklady 10 (1966).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, t := range to {
			change := diagonal
			if r != t {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
