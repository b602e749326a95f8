package extract

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/extract/timex"
	"github.com/whomgraph/whom/graph"
)

// timeValue resolves when a proposition happens against the document's date.
func (r *reader) timeValue(p *clause.Proposition) string {
	tokens := r.sentences[p.Sentence].Tokens
	first := p.Time.First
	if first > 0 && slices.Contains([]string{"case", "mark"}, tokens[first-1].Rel) {
		first-- // “since Monday”
	}
	words := r.span(p.Sentence, first, p.Time.Last).Text(r.doc)
	d := direction(p.Modality, tokens, p.Predicate.Token)
	if scheduling[p.Predicate.Lemma] {
		d = timex.Ahead
	}
	return timex.Resolve(words, r.doc.Published, d)
}

// scheduling predicates look ahead in any tense: “was scheduled for Friday”.
var scheduling = map[string]bool{
	"be scheduled": true, "schedule": true, "be slated": true, "be set": true, "be due": true, "be planned": true, "plan": true,
	"be postponed": true, "postpone": true, "be delayed": true, "delay": true, "be expected": true, "expect": true,
}

// direction tells where the clause of a verb looks for its time: the past tense
// back; what is planned, demanded or a condition ahead, in any tense but the
// perfect (“if they met on Friday”).
func direction(m graph.Modality, tokens []syntax.Token, verb int) timex.Direction {
	open := m == graph.Planned || m == graph.Demanded || m == graph.Conditional
	switch t := tenseOf(tokens, verb); {
	case t == perfect, t == past && !open:
		return timex.Back
	case open, t == bare && (m == graph.Possible || m == graph.Questioned):
		return timex.Ahead // “may meet on Friday”
	case t == present:
		return timex.Nearest // “opens on Friday”
	}
	return timex.Back
}

type tense int

const (
	tenseless tense = iota
	bare            // an infinitive, with or without a modal
	present
	past
	perfect
)

// tenseOf returns the tense of a verb with its auxiliaries.
func tenseOf(tokens []syntax.Token, verb int) tense {
	found := tenseOfTag(tokens[verb].XPOS)
	for i := range tokens {
		k := &tokens[i]
		switch {
		case k.Head != verb || !strings.HasPrefix(k.Rel, "aux"):
		case k.Lemma == "have":
			return perfect
		case found == tenseless, found == bare:
			found = max(found, tenseOfTag(k.XPOS))
		}
	}
	return found
}

func tenseOfTag(xpos string) tense {
	switch xpos {
	case "VBD":
		return past
	case "VBZ", "VBP":
		return present
	case "VB", "MD":
		return bare
	}
	return tenseless
}
