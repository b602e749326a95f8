package query

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
	"github.com/whomgraph/whom/graph/store"
)

// An UnknownError says that there is no such actor, verb or document.
type UnknownError struct {
	Kind Unknown
	Name string   // as it was asked for; the whole pattern where its verb is not told from its names
	Near []string // what may have been meant, nearest first
}

// Unknown is what an UnknownError is about.
type Unknown string

const (
	UnknownActor    Unknown = "actor"
	UnknownClass    Unknown = "class"
	UnknownDocument Unknown = "document"
	UnknownVerb     Unknown = "verb"
)

func (e *UnknownError) Error() string {
	text := fmt.Sprintf("no actor is called %q, and nothing that fits", e.Name)
	switch e.Kind {
	case UnknownClass:
		text = fmt.Sprintf("no claim has the verb %q", e.Name)
	case UnknownDocument:
		text = fmt.Sprintf("no document has the id %q", e.Name)
	case UnknownVerb:
		text = fmt.Sprintf("no claim has a verb of %q: write who, what and whom, each of them words or %s for anything, as in 'NATO rejects ?'", e.Name, Wildcard)
	}
	if len(e.Near) > 0 {
		text += "; did you mean " + strings.Join(e.Near, ", ") + "?"
	}
	return text
}

// holdings are what claims may be asked for by: those of a store, or of a list.
type holdings struct {
	actors    func() ([]graph.Actor, error)
	documents func() ([]string, error) // ids
	lemmas    func() ([]string, error) // of predicates
	knows     func(quad.IRI) (bool, error)
}

func holdingsOf(ctx context.Context, s *store.Store) holdings {
	return holdings{
		actors: func() ([]graph.Actor, error) { return s.Actors(ctx) },
		documents: func() (ids []string, err error) {
			for d, err := range s.Documents(ctx) {
				if err != nil {
					return nil, err
				}
				ids = append(ids, d.ID)
			}
			return ids, nil
		},
		lemmas: func() (lemmas []string, err error) {
			for c, err := range s.Claims(ctx) {
				if err != nil {
					return nil, err
				}
				lemmas = append(lemmas, c.Predicate.Lemma)
			}
			return lemmas, nil
		},
		knows: func(iri quad.IRI) (bool, error) { return s.Knows(ctx, iri) },
	}
}

func holdingsIn(view *graph.View, documents []graph.Document, claims []graph.Claim) holdings {
	return holdings{
		actors: func() ([]graph.Actor, error) { return view.Actors(), nil },
		documents: func() (ids []string, err error) {
			for i := range documents {
				ids = append(ids, documents[i].ID)
			}
			return ids, nil
		},
		lemmas: func() (lemmas []string, err error) {
			for i := range claims {
				lemmas = append(lemmas, claims[i].Predicate.Lemma)
			}
			return lemmas, nil
		},
		knows: func(iri quad.IRI) (bool, error) {
			return slices.ContainsFunc(documents, func(d graph.Document) bool { return quads.DocumentIRI(d.ID) == iri }) ||
				slices.ContainsFunc(claims, func(c graph.Claim) bool { return quad.IRI(c.PredicateID()) == iri }), nil
		},
	}
}

// unknown tells why nothing was found, where it is for a name or a verb.
func (q *Query) unknown(h holdings) error {
	for _, p := range []part{q.says, q.about} {
		if q.stranger(p) {
			return strangerOf(h, p)
		}
	}
	var strangers []part
	spoken := false // a reading has a known verb
	for _, r := range q.pattern.readings {
		known, err := h.knowsVerb(r.predicate.id, r.predicate.lemmas)
		if err != nil {
			return err
		}
		if !known && !r.predicate.any() {
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
		return &UnknownError{Kind: UnknownVerb, Name: q.pattern.text}
	}
	return strangerOf(h, strangers...)
}

// check fails for a document and for classes that there are not. A name may
// still be that of a thing.
func (q *Query) check(h holdings) error {
	if q.filter.Document != "" {
		if err := h.checkDocument(q.filter.Document); err != nil {
			return err
		}
	}
	for _, class := range q.filter.Classes {
		if known, err := h.knowsVerb("", q.filter.lemmasOf(class)); err != nil || !known {
			return orNear(err, UnknownClass, class, h.lemmas)
		}
	}
	return nil
}

// CheckDocument fails with an UnknownError where a store has no document of an
// id.
func CheckDocument(ctx context.Context, s *store.Store, id string) error {
	return holdingsOf(ctx, s).checkDocument(id)
}

func (h holdings) checkDocument(id string) error {
	if known, err := h.knows(quads.DocumentIRI(id)); err != nil || !known {
		return orNear(err, UnknownDocument, id, h.documents)
	}
	return nil
}

// stranger reports whether a part is a name that no actor has.
func (q *Query) stranger(p part) bool { return !p.any() && len(q.ids(p)) == 0 }

// strangerOf names, of the parts, the one with the nearest name.
func strangerOf(h holdings, parts ...part) error {
	if len(parts) == 0 {
		return nil
	}
	actors, err := h.actors()
	if err != nil {
		return err
	}
	best := &UnknownError{Kind: UnknownActor, Name: parts[0].words}
	least := 0
	for _, p := range parts {
		if names, d := near(p.slug, namesOf(actors)); len(names) > 0 && (best.Near == nil || d < least) {
			best.Name, best.Near, least = p.words, names, d
		}
	}
	return best
}

// orNear names the words that are nearest to one that is unknown.
func orNear(err error, kind Unknown, word string, words func() ([]string, error)) error {
	if err != nil {
		return err
	}
	all, err := words()
	if err != nil {
		return err
	}
	slices.Sort(all)
	var list []candidate
	for _, w := range slices.Compact(all) {
		list = append(list, candidate{w, []string{w}})
	}
	nearest, _ := near(word, list)
	return &UnknownError{Kind: kind, Name: word, Near: nearest}
}

// knowsVerb looks for claims with a predicate of this id or of these lemmas.
func (h holdings) knowsVerb(id string, lemmas []string) (bool, error) {
	ids := []quad.IRI{quad.IRI(id)}
	for _, lemma := range lemmas {
		for _, m := range verbMarks(lemma) {
			ids = append(ids, m.Object.(quad.IRI))
		}
	}
	for _, id := range ids {
		if known, err := h.knows(id); known || err != nil {
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
	names, _ := near(graph.NameKey(name), namesOf(actors))
	return names
}

// A candidate is something with a name, and the keys by which it may be asked for.
type candidate struct {
	name string
	keys []string
}

// namesOf gives each actor the keys of its names and of their words.
func namesOf(actors []graph.Actor) []candidate {
	list := make([]candidate, len(actors))
	for i := range actors {
		list[i].name = actors[i].Name
		for _, key := range actors[i].Keys() {
			list[i].keys = append(list[i].keys, key)
			list[i].keys = append(list[i].keys, strings.Split(key, "-")...)
		}
	}
	return list
}

// near returns the names of those that have a key nearest to a word, and the
// least distance; where all are far, those nearest to its last part, as Sorin for
// “president-sorin”.
func near(word string, all []candidate) ([]string, int) {
	names, d := within(len([]rune(word))/4+1, word, all)
	if i := strings.LastIndexByte(word, '-'); len(names) == 0 && i >= 0 {
		last := word[i+1:]
		return within(len([]rune(last))/4, last, all)
	}
	return names, d
}

// within does so for what is no farther than so many letters.
func within(far int, word string, all []candidate) ([]string, int) {
	byDistance := make([][]string, far+1)
	for _, n := range all {
		d := far + 1
		for _, key := range n.keys {
			d = min(d, distance(word, key))
		}
		if d <= far {
			byDistance[d] = append(byDistance[d], n.name)
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
