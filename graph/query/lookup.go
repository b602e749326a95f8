package query

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

const (
	claimPrefix    = "claim:"
	documentPrefix = "document:"
	leastDigits    = 6
)

// A Found is what an id or a name stands for: one of its fields is set.
type Found struct {
	Document *graph.Document
	Actor    *graph.Actor
	Claim    *graph.Claim
}

// ID returns the id of what was found, in a form that only it has.
func (f Found) ID() string {
	switch {
	case f.Document != nil:
		return documentPrefix + f.Document.ID
	case f.Actor != nil:
		return f.Actor.ID
	case f.Claim != nil:
		return f.Claim.ID
	}
	return ""
}

// Lookup returns what ref stands for: several things where it is ambiguous,
// none where nothing fits. A full id of a document, claim or actor comes
// before a name of actors, as a pattern would take it, and that before the
// first characters of claims' ids, which need no “claim:”. The results point
// into the slices and the view.
func Lookup(ref string, view *graph.View, documents []graph.Document, claims []graph.Claim) []Found {
	for _, search := range []func() []Found{
		func() []Found { return exactly(ref, view, documents, claims) },
		func() []Found { return actorsNamed(ref, view) },
		func() []Found { return claimsFrom(ref, claims) },
	} {
		if found := search(); len(found) > 0 {
			return found
		}
	}
	return nil
}

func exactly(ref string, view *graph.View, documents []graph.Document, claims []graph.Claim) (found []Found) {
	for i := range documents {
		if documents[i].ID == ref || documentPrefix+documents[i].ID == ref {
			found = append(found, Found{Document: &documents[i]})
		}
	}
	for i := range claims {
		if claims[i].ID == ref || claims[i].ID == claimPrefix+ref {
			found = append(found, Found{Claim: &claims[i]})
		}
	}
	for i := range view.Actors() {
		if a := &view.Actors()[i]; a.ID == ref {
			found = append(found, Found{Actor: a})
		}
	}
	return found
}

func actorsNamed(name string, view *graph.View) (found []Found) {
	slug := graph.NameKey(name)
	for i := range view.Actors() {
		if a := &view.Actors()[i]; slug != "" && slices.Contains(a.Keys(), slug) {
			found = append(found, Found{Actor: a})
		}
	}
	return found
}

func claimsFrom(start string, claims []graph.Claim) (found []Found) {
	start = strings.TrimPrefix(start, claimPrefix)
	for i := range claims {
		if start != "" && strings.HasPrefix(strings.TrimPrefix(claims[i].ID, claimPrefix), start) {
			found = append(found, Found{Claim: &claims[i]})
		}
	}
	return found
}

// ShortLength returns how many characters of their ids, after “claim:”, tell
// the claims apart: at least six.
func ShortLength(claims []graph.Claim) int {
	ids := make([]string, len(claims))
	for i := range claims {
		ids[i] = strings.TrimPrefix(claims[i].ID, claimPrefix)
	}
	slices.Sort(ids)
	digits := leastDigits
	for i := 1; i < len(ids); i++ {
		digits = max(digits, common(ids[i-1], ids[i])+1)
	}
	return digits
}

// common returns the length of the beginning that two ids share.
func common(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// Short returns the first characters of a claim's id, without “claim:”.
func Short(id string, digits int) string {
	id = strings.TrimPrefix(id, claimPrefix)
	return id[:min(digits, len(id))]
}

// Concerning returns the claims in which an actor is subject, object or further
// argument, in their order.
func Concerning(actor *graph.Actor, view *graph.View, claims []graph.Claim) []graph.Claim {
	is := func(a *graph.Argument) bool { return a.Entity != "" && view.Actor(a.Entity) == actor }
	var found []graph.Claim
	for i := range claims {
		c := &claims[i]
		if is(&c.Subject) || c.Object != nil && is(c.Object) || slices.ContainsFunc(c.Args, func(a graph.Argument) bool { return is(&a) }) {
			found = append(found, *c)
		}
	}
	return found
}
