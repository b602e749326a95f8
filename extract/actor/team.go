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
var contests = wordSet(`advance beat clinch compete defeat draw eliminate final finish game goal lose loss match play player point qualify
	score semifinal squad team thrash title victory win`)

// A sportiness says how much a document speaks of sport.
type sportiness int

const (
	noSport   sportiness = iota // or hardly any
	someSport                   // a note, in which countries play, win or lose
	allSport                    // a report of a contest, in which they are those who play
)

// sportWords is of how many words one at least speaks of sport or of who plays in
// a report of a contest that is longer than a note.
const (
	sportWords = 15
	noteWords  = 100
)

func sportOf(sentences []syntax.Sentence) sportiness {
	strong, weak, words := 0, 0, 0
	for i := range sentences {
		for k := range sentences[i].Tokens {
			words++
			switch lemma := sentences[i].Tokens[k].Base(); {
			case sports[lemma]:
				strong++
			case contests[lemma]:
				weak++
			}
		}
	}
	switch {
	case strong > 0 && words <= noteWords:
		return someSport
	case strong > 0 && (strong+weak)*sportWords >= words:
		return allSport
	}
	return noSport
}

// isTeam reports whether the name of a country stands for those who play for it:
// “Peru beat Chile 2–0”. They are no state, whose defeat it would be.
func (d *Document) isTeam(m mention, head int) bool {
	if d.sport == noSport || m.adjective || m.place || d.isCapital(m) || d.entities[m.entity].kind != graph.State {
		return false
	}
	t := d.token(m.sentence, d.firstConjunct(m.sentence, head))
	if t.Head < 0 || d.sport == someSport && !contests[d.lemma(m.sentence, t.Head)] {
		return false
	}
	switch relation, _, _ := strings.Cut(t.Rel, ":"); relation {
	case "nsubj", "obj", "iobj":
		return true
	case "obl", "nmod":
		return t.Rel == "nmod:poss" || slices.ContainsFunc([]string{"against", "over", "with", "to", "between", "for"}, func(w string) bool {
			return d.hasCase(m.sentence, d.firstConjunct(m.sentence, head), w)
		})
	}
	return false
}
