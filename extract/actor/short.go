package actor

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// joinShort gives names of few words to the one longer name of the document that
// each can be short for: “the North” to “North Korea”, “Lund Foundation” to “Lund
// Foundation for the Arts”, “Legislative Council” to “Lima Legislative Council”.
func (d *Document) joinShort() {
	long := d.longNames()
	for i := range d.found {
		m := &d.found[i]
		e := d.entities[m.entity]
		if m.adjective || !hasGuessedKind(e) || e.kind == graph.Person && (e.full > 0 || m.first < m.last) || d.isListedBody(e.name) {
			continue
		}
		slug := graph.Slug(d.text(m.sentence, m.first, m.last))
		fits := func(l longName) bool {
			abroad := e.country != "" && d.entities[l.entity].country != "" && e.country != d.entities[l.entity].country
			return l.entity != m.entity && !abroad && d.isShortFor(*m, slug, l)
		}
		first := slices.IndexFunc(long, fits)
		if first >= 0 && !slices.ContainsFunc(long[first+1:], fits) {
			m.entity = long[first].entity
		}
	}
}

// A longName is the name of a state or body, of several words.
type longName struct {
	entity int
	slug   string
}

// longNames returns those that the document has.
func (d *Document) longNames() []longName {
	var long []longName
	seen := make(map[int]bool)
	for _, m := range d.found {
		e := d.entities[m.entity]
		if seen[m.entity] || e.kind != graph.State && e.kind != graph.Organization {
			continue
		}
		seen[m.entity] = true
		if slug := graph.Slug(e.name); strings.Contains(slug, "-") {
			long = append(long, longName{m.entity, slug})
		}
	}
	return long
}

// isListedBody reports whether the tables have a name.
func (d *Document) isListedBody(name string) bool {
	_, ok := d.lookUp(name)
	return ok
}

// isShortFor reports whether a mention, with its slug, can be short for a longer
// name: the first word of a state after “the”, or of a firm, “Lund” of “Lund Capital”,
// or several words of a body, without what it is of or for, or without the place before
// it.
func (d *Document) isShortFor(m mention, slug string, long longName) bool {
	state := d.entities[long.entity].kind == graph.State
	rest, isFirst := strings.CutPrefix(long.slug, slug+"-")
	switch {
	case isFirst && !state && m.first == m.last && d.isFirm(rest):
		return !m.place && !d.hasTitle(m)
	case d.entities[m.entity].kind == graph.Person:
		return false
	case slug == "" || state != (m.first == m.last):
		return false
	case state:
		return strings.HasPrefix(long.slug, slug+"-") && d.isAfterThe(m)
	}
	if isFirst {
		return strings.HasPrefix(rest, "of-") || strings.HasPrefix(rest, "for-")
	}
	place, ok := strings.CutSuffix(long.slug, "-"+slug)
	return ok && d.isPlaceNamed(place)
}

// firm are the last words of the names of firms.
var firm = wordSet(`ag airlines airways aviation bank brewery capital chemicals co company corp corporation electric electronics energy
	engineering ferries foods group holding holdings inc industries insurance labs limited lines logistics llc llp ltd media
	mining motor motors nv oil partners pharma pharmaceuticals plc power railways resources sa se shipping software solutions steel
	stores systems technologies technology telecom trading ventures`)

// isFirm reports whether the words after the first of a name are those of a firm's.
func (d *Document) isFirm(rest string) bool { return firm[rest[strings.LastIndex(rest, "-")+1:]] }

// hasTitle reports whether a title stands before a name.
func (d *Document) hasTitle(m mention) bool {
	return m.first > 0 && d.tables.titles[strings.ToLower(d.token(m.sentence, m.first-1).Form)] != ""
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

// joinInitials gives a name of capitals to the one body of the document of whose words
// they are the first letters, though no brackets say so: “NDC” to “National Democratic
// Congress”.
func (d *Document) joinInitials() {
	long := d.longNames()
	for i := range d.found {
		m := &d.found[i]
		e := d.entities[m.entity]
		if m.adjective || !hasGuessedKind(e) || e.full > 0 || len(e.name) < 3 || e.name != strings.ToUpper(e.name) || d.isListedBody(e.name) {
			continue
		}
		fits := func(l longName) bool {
			return l.entity != m.entity && d.entities[l.entity].kind == graph.Organization && initials(l.slug) == strings.ToLower(e.name)
		}
		first := slices.IndexFunc(long, fits)
		if first >= 0 && !slices.ContainsFunc(long[first+1:], fits) {
			m.entity = long[first].entity
		}
	}
}

// initials returns the first letters of the words of a slug, but of small ones.
func initials(slug string) string {
	var b strings.Builder
	for _, w := range strings.Split(slug, "-") {
		if w != "" && !small[w] {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// small are words of names that have no letter among the initials.
var small = wordSet("a an and at for in of on the to")

// unmakePersons takes entities for no persons that “the” stands before, as before
// the name of a ship: “the Santa Isidora”. One word of many capitals is the name of a
// body: “BASF said it would build”.
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
	for _, m := range d.found {
		if e := &d.entities[m.entity]; e.kind == graph.Person && all[m.entity] > 0 && d.isInitials(m) {
			e.kind = graph.Organization
		}
	}
}

// unmakeSpeakers takes names of one word, which nobody bears in full, for bodies where
// they say what “it” does: “Lonza said it would wait”.
func (d *Document) unmakeSpeakers() {
	for _, m := range d.found {
		e := &d.entities[m.entity]
		t := d.token(m.sentence, m.first)
		if e.kind != graph.Person || e.full > 0 || m.first < m.last || d.hasTitle(m) || d.tables.female[t.Form] || d.tables.male[t.Form] || t.Rel != "nsubj" || !clause.Says(d.lemma(m.sentence, t.Head)) {
			continue
		}
		said := d.trees[m.sentence].Child(t.Head, "ccomp")
		if said < t.Head || d.token(m.sentence, said).UPOS == "NOUN" {
			continue
		}
		if it := d.trees[m.sentence].Child(said, "nsubj"); it > t.Head && strings.EqualFold(d.token(m.sentence, it).Form, "it") {
			e.kind = graph.Organization
		}
	}
}

// isInitials reports whether a name is one word of four capitals or more among others
// that are none. Surnames are so written too after a title or before a colon.
func (d *Document) isInitials(m mention) bool {
	tokens := d.sentences[m.sentence].Tokens
	form := tokens[m.first].Form
	if m.first < m.last || len(form) < 4 || len(form) > 6 || !isCapitals(form) || d.tables.female[form] || d.tables.male[form] ||
		m.first > 0 && d.isHonorific(m.sentence, m.first-1) || m.last+1 < len(tokens) && tokens[m.last+1].Form == ":" {
		return false
	}
	isSurname := slices.ContainsFunc(d.entities, func(e entity) bool {
		return e.kind == graph.Person && endsIn(strings.ToLower(form))(graph.Slug(e.name))
	})
	return !isSurname && !slices.ContainsFunc(tokens, func(t syntax.Token) bool { return isCapitals(t.Form) && t.UPOS != "PROPN" })
}

// joinMisspeltSurnames gives a surname that nobody of the document has to the only
// person whose own differs in one letter or lacks one: “Mauer” after “Ada Maurer”.
func (d *Document) joinMisspeltSurnames() {
	into := make(map[int]int)
	for i, e := range d.entities {
		slug := graph.Slug(e.name)
		if e.kind != graph.Person || e.full > 0 || strings.Contains(slug, "-") || len(d.persons(i, endsIn(slug))) > 0 {
			continue
		}
		if fits := d.persons(i, func(other string) bool { return isNearly(slug, other[strings.LastIndex(other, "-")+1:]) }); len(fits) == 1 {
			into[i] = fits[0]
		}
	}
	for i := range d.found {
		if e, ok := into[d.found[i].entity]; ok {
			d.found[i].entity = e
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
