package actor

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// joinShort gives a name of few words to the one longer name of the document that
// it can be short for: “the North” to “North Korea”, “Lund Foundation” to “Lund
// Foundation for the Arts”, “Legislative Council” to “Lima Legislative Council”.
func (d *Document) joinShort(i int) {
	m := &d.found[i]
	e := d.entities[m.entity]
	if m.adjective || !hasGuessedKind(e) || e.kind == graph.Person || d.isListedBody(e.name) {
		return
	}
	longer := none
	for k := range d.found {
		other := d.found[k].entity
		abroad := e.country != "" && d.entities[other].country != "" && e.country != d.entities[other].country
		if other == m.entity || other == longer || abroad || !d.isShortFor(*m, other) {
			continue
		}
		if longer != none {
			return
		}
		longer = other
	}
	if longer != none {
		m.entity = longer
	}
}

// isListedBody reports whether the tables have a name.
func (d *Document) isListedBody(name string) bool {
	_, ok := d.lookUp(name)
	return ok
}

// isShortFor reports whether a mention can be short for the name of an entity: the
// first word of a state after “the”, or several words of a body, without what it is
// of or for, or without the place before it.
func (d *Document) isShortFor(m mention, long int) bool {
	e := d.entities[long]
	slug := graph.Slug(d.text(m.sentence, m.first, m.last))
	switch {
	case slug == "":
		return false
	case m.first == m.last:
		return e.kind == graph.State && strings.HasPrefix(graph.Slug(e.name), slug+"-") && d.isAfterThe(m)
	case e.kind != graph.Organization:
		return false
	}
	if rest, ok := strings.CutPrefix(graph.Slug(e.name), slug+"-"); ok {
		return strings.HasPrefix(rest, "of-") || strings.HasPrefix(rest, "for-")
	}
	place, ok := strings.CutSuffix(graph.Slug(e.name), "-"+slug)
	return ok && d.isPlaceNamed(place)
}

func (d *Document) isAfterThe(m mention) bool {
	return m.first > 0 && strings.EqualFold(d.token(m.sentence, m.first-1).Form, "the")
}

// isPlaceNamed reports whether the document names a place or state so.
func (d *Document) isPlaceNamed(slug string) bool {
	return slices.ContainsFunc(d.found, func(m mention) bool {
		kind := d.entities[m.entity].kind
		return (kind == graph.Place || kind == graph.State) && graph.Slug(d.text(m.sentence, m.first, m.last)) == slug
	})
}

// unmakePersons takes entities for no persons that “the” stands before, as before
// the name of a ship: “the Santa Isidora”.
func (d *Document) unmakePersons() {
	the, all := make([]int, len(d.entities)), make([]int, len(d.entities))
	for _, m := range d.found {
		all[m.entity]++
		if d.isAfterThe(m) && d.token(m.sentence, m.first-1).Head == d.head(m) && !strings.HasSuffix(d.text(m.sentence, m.first, m.last), "s") {
			the[m.entity]++
		}
	}
	for i := range d.entities {
		if e := &d.entities[i]; e.kind == graph.Person && 2*the[i] > all[i] {
			e.kind = graph.Unknown
		}
	}
}

// joinMisspeltSurnames gives a surname that nobody of the document has to the only
// person whose own differs in one letter or lacks one: “Mauer” after “Ada Maurer”.
func (d *Document) joinMisspeltSurnames() {
	for i := range d.found {
		m := &d.found[i]
		e := d.entities[m.entity]
		if e.kind != graph.Person || e.full > 0 || m.first < m.last || len(d.persons(none, endsIn(graph.Slug(e.name)))) > 0 {
			continue
		}
		if fits := d.persons(none, func(slug string) bool { return isNearly(graph.Slug(e.name), slug[strings.LastIndex(slug, "-")+1:]) }); len(fits) == 1 {
			m.entity = fits[0]
		}
	}
}

// isNearly reports whether two long words begin alike and differ in one letter, or
// one lacks a letter.
func isNearly(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 5 || len(b)-len(a) > 1 || a[:2] != b[:2] {
		return false
	}
	k := 0
	for k < len(a) && a[k] == b[k] {
		k++
	}
	switch {
	case len(a) < len(b):
		return a[k:] == b[k+1:]
	case k == len(a):
		return true
	}
	return a[k+1:] == b[k+1:]
}
