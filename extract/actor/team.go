package actor

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// sports are words of which a report of a contest has at least one.
var sports = wordSet(`athletics badminton baseball basketball championship cricket cup eurovision fifa football futsal handball hockey medal
	olympic olympics paralympics quarterfinal rugby semifinal soccer speedway t20 tennis tournament uefa volleyball`)

// contests are verbs and nouns of who plays, wins and loses.
var contests = wordSet(`advance beat champion clinch compete crush defeat draw earn eliminate face final finish game goal host lose loss match meet
	overcome play player point qualify reach score semifinal side squad team thrash title top victory win`)

// isSport reports whether a document speaks of sport.
func isSport(sentences []syntax.Sentence) bool {
	for i := range sentences {
		for k := range sentences[i].Tokens {
			if sports[sentences[i].Tokens[k].Base()] {
				return true
			}
		}
	}
	return false
}

// isTeam reports whether the name of a country stands for those who play for it:
// “Peru beat Chile 2–0”. They are no state, whose defeat it would be.
func (d *Document) isTeam(m mention, head int) bool {
	if !d.sport || m.adjective || m.place || d.isCapital(m) || d.entities[m.entity].kind != graph.State {
		return false
	}
	t := d.token(m.sentence, d.firstConjunct(m.sentence, head))
	if t.Head < 0 || !contests[d.lemma(m.sentence, t.Head)] {
		return false
	}
	switch relation, _, _ := strings.Cut(t.Rel, ":"); relation {
	case "nsubj", "obj":
		return true
	case "obl", "nmod":
		return t.Rel == "nmod:poss" || slices.ContainsFunc([]string{"against", "over", "with", "to", "between"}, func(w string) bool {
			return d.hasCase(m.sentence, d.firstConjunct(m.sentence, head), w)
		})
	}
	return false
}
