package actor

import (
	"slices"
	"strings"
)

// isPlace reports whether a name, by the first head of its coordination, is that
// of a place: where something is, or where somebody goes. A capital is one
// unless it can act.
func (d *Document) isPlace(m mention, head int) bool {
	return d.isLocative(m.sentence, head) || d.isDestination(m.sentence, head) || d.isCapital(m) && !d.canAct(m.sentence, head)
}

// canAct reports whether a name stands where an actor can: as subject, object or
// possessor, after a preposition such as “with”, after “call on”, or before a
// hyphen (“Moscow-backed”).
func (d *Document) canAct(s, head int) bool {
	t, tokens := d.token(s, head), d.sentences[s].Tokens
	switch {
	case strings.HasPrefix(t.Rel, "nsubj"), t.Rel == "nmod:poss", t.Rel == "obj", t.Rel == "iobj":
		return true
	case head+1 < len(tokens) && tokens[head+1].Form == "-" && tokens[head+1].Start == t.End:
		return true
	case t.Head >= 0 && d.lemma(s, t.Head) == "call" && d.hasCase(s, head, "on", "upon"):
		return true
	}
	return d.hasCase(s, head, "before", "by", "with", "between", "against", "to", "for", "from", "toward", "towards")
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
	}
	reaching = map[string]bool{"visit": true, "leave": true, "reach": true, "tour": true, "enter": true, "shell": true, "bomb": true, "storm": true, "flee": true}
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
