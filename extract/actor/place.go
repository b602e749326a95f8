package actor

import (
	"slices"
	"strings"
)

// isPlace reports whether a name, by the first head of its coordination, is that
// of a place: where something is, or where somebody goes. A capital is one
// unless it can act, and where the words beside it say that it is a city.
func (d *Document) isPlace(m mention, head int) bool {
	return d.isLocative(m.sentence, head) || d.isDestination(m.sentence, head) || d.isCapital(m) && (d.isCity(m) || !d.canAct(m.sentence, head))
}

var directions = wordSet("central downtown east eastern north northern south southern suburban west western")

// isCity reports whether a capital is told to be a city: “Lima, Peru”, “southern
// Beirut”, “the capital Lima”.
func (d *Document) isCity(m mention) bool {
	tokens := d.sentences[m.sentence].Tokens
	if m.first > 0 {
		if before := strings.ToLower(tokens[m.first-1].Form); before == "capital" || directions[before] {
			return true
		}
	}
	country := d.tables.names[d.text(m.sentence, m.first, m.last)].country
	if country == "" || m.last+2 >= len(tokens) || tokens[m.last+1].Form != "," {
		return false
	}
	for last := min(m.last+1+d.tables.longest, len(tokens)-1); last > m.last+1; last-- {
		if after, ok := d.tables.names[d.text(m.sentence, m.last+2, last)]; ok && after.country == country && !after.capital {
			return true
		}
	}
	return false
}

// canAct reports whether a name stands where an actor can: as subject, object,
// possessor or predicate, after a preposition such as “with”, after “call on” or
// “envoy of”, or joined by a hyphen (“Moscow-backed”, “pro-Moscow”).
func (d *Document) canAct(s, head int) bool {
	t := d.token(s, head)
	switch {
	case strings.HasPrefix(t.Rel, "nsubj"), t.Rel == "nmod:poss", t.Rel == "obj", t.Rel == "iobj":
		return true
	case d.isHyphen(s, head+1) || d.isHyphen(s, head-1) || d.trees[s].Child(head, "cop") >= 0:
		return true
	case t.Head >= 0 && d.hasCase(s, head, "on", "upon"):
		return d.lemma(s, t.Head) == "call"
	case t.Head >= 0 && d.hasCase(s, head, "of"):
		return sentBy[d.lemma(s, t.Head)]
	}
	return d.hasCase(s, head, "before", "by", "with", "between", "against", "to", "for", "from", "toward", "towards")
}

// isHyphen reports whether a token joins the words on its sides.
func (d *Document) isHyphen(s, i int) bool {
	tokens := d.sentences[s].Tokens
	return i > 0 && i+1 < len(tokens) && tokens[i].Form == "-" && tokens[i-1].End == tokens[i].Start && tokens[i].End == tokens[i+1].Start
}

// sentBy holds nouns after which “of” names a government.
var sentBy = map[string]bool{
	"ally": true, "behalf": true, "critic": true, "diplomat": true, "envoy": true, "foe": true, "government": true, "negotiator": true,
	"representative": true, "rival": true,
}

var locatives = []string{"in", "at", "near", "around", "outside", "inside", "across", "throughout", "within"}

// isLocative reports whether a name stands after a preposition of place.
func (d *Document) isLocative(s, head int) bool {
	for _, k := range d.trees[s].Children(head) {
		if t := d.token(s, k); t.Rel == "case" && slices.Contains(locatives, strings.ToLower(t.Form)) {
			return true
		}
	}
	return false
}

// firstConjunct returns the head of the coordination in which a name stands.
func (d *Document) firstConjunct(s, head int) int {
	for d.token(s, head).Rel == "conj" {
		head = d.token(s, head).Head
	}
	return head
}

var (
	motions = map[string]bool{
		"travel": true, "fly": true, "go": true, "return": true, "come": true, "move": true, "arrive": true, "head": true, "flee": true,
		"drive": true, "sail": true, "walk": true, "march": true, "flight": true, "trip": true, "visit": true, "journey": true, "road": true,
		"bridge": true, "connect": true, "deport": true, "evacuate": true, "extradite": true, "highway": true, "relocate": true, "route": true, "train": true,
	}
	reaching = map[string]bool{"visit": true, "leave": true, "reach": true, "tour": true, "enter": true, "shell": true, "bomb": true, "storm": true, "flee": true,
		"besiege": true, "capture": true, "encircle": true, "evacuate": true, "liberate": true, "occupy": true, "overrun": true, "raid": true,
		"recapture": true, "retake": true, "seize": true}
)

// isDestination reports whether a name is where somebody goes: “flew to Lima”,
// “visited Lima”.
func (d *Document) isDestination(s, head int) bool {
	t := d.token(s, head)
	if t.Head < 0 {
		return false
	}
	governor := d.lemma(s, t.Head)
	return t.Rel == "obj" && reaching[governor] || motions[governor] && d.hasCase(s, head, "to", "from", "into", "toward", "towards")
}

func (d *Document) isCapital(m mention) bool {
	return d.tables.names[d.text(m.sentence, m.first, m.last)].capital
}

// cities are those by which a state of the United States is known that has the
// name of a country.
var cities = map[string]map[string]bool{"Georgia": {"Athens": true, "Atlanta": true, "Augusta": true, "Columbus": true, "Macon": true, "Savannah": true}}

// homonym returns the state of the United States that a name means by the words
// beside it, or "": “Atlanta, Georgia”, “Washington state”, “the state of Georgia”.
func (d *Document) homonym(m mention, head int) string {
	tokens, name := d.sentences[m.sentence].Tokens, d.text(m.sentence, m.first, m.last)
	if name != "Washington" && cities[name] == nil {
		return ""
	}
	before := func(n int) string {
		if m.first < n {
			return ""
		}
		return tokens[m.first-n].Form
	}
	ofState := before(1) == "of" && before(2) == "state"
	next := m.last + 1
	american := next+1 < len(tokens) && tokens[next].Form == "," && d.tables.names[tokens[next+1].Form].country == "USA" ||
		next+2 < len(tokens) && tokens[next].Form == "," && d.tables.names[d.text(m.sentence, next+1, next+2)].country == "USA"
	stands := next < len(tokens) && tokens[next].Form == "state" && tokens[head].Head == next && tokens[next].Rel != "compound"
	switch {
	case name == "Washington" && (ofState || stands):
		return "Washington state"
	case ofState || stands || american && cities[name] != nil || before(1) == "," && cities[name][before(2)]:
		return name
	}
	return ""
}
