package clause

import (
	"strings"

	"github.com/whomgraph/whom/graph"
)

// An effect is what a word does to the clause below it.
type effect struct {
	known    bool
	speaks   bool           // the clause is attributed to the subject
	denies   bool           // turns its polarity
	modality graph.Modality // sets its modality; empty leaves it
	object   bool           // the word's object does what a subjectless clause says
	silent   bool           // the word itself is no act: “began to”, “is set to”
	raises   bool           // a negation of the word is one of the clause: “don't think that”
}

// with returns the effect of a line of the tables below.
func readEffect(marks string) effect {
	e := effect{known: true}
	for _, m := range strings.Fields(marks) {
		switch m {
		case "-":
			e.known = false
		case "says":
			e.speaks = true
		case "not":
			e.denies = true
		case "object":
			e.object = true
		case "silent":
			e.silent = true
		case "raises":
			e.raises = true
		case "same":
		default:
			e.modality = graph.Modality(m)
		}
	}
	return e
}

// A complements row gives the effect of a word on a finite clause (“that …”),
// an infinitive (“to …”) and a gerund.
type complements struct{ finite, infinitive, gerund effect }

// readComplements reads the rows of a table: words | finite | infinitive |
// gerund. An effect “-” is none.
func readComplements(table string) map[string]complements {
	rows := make(map[string]complements)
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		cell := strings.Split(line, "|")
		row := complements{readEffect(cell[1]), readEffect(cell[2]), readEffect(cell[3])}
		for _, word := range strings.Fields(cell[0]) {
			rows[strings.ReplaceAll(word, "_", " ")] = row
		}
	}
	return rows
}

// set reads a list of words, underscores standing for spaces.
func set(words string) map[string]bool {
	s := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		s[strings.ReplaceAll(w, "_", " ")] = true
	}
	return s
}

// An event is a noun that stands for an act.
type event struct {
	verb      string
	symmetric bool     // with “between A and B” or “with B” both do it
	light     bool     // with a light verb it is the act: “held talks”
	patients  []string // prepositions of the one to whom it is done
}

// readEvents reads entries noun:verb:marks:prepositions, where s is symmetric
// and l light. Without prepositions the one to whom it is done stands after
// “with” where the act is symmetric, after the verb's own preposition where it
// has one, else after “of”.
func readEvents(table string) map[string]event {
	rows := make(map[string]event)
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		for _, entry := range strings.Fields(line) {
			cell := strings.Split(entry, ":")
			cell = append(cell, "", "")
			e := event{
				verb:      strings.ReplaceAll(cell[1], "_", " "),
				symmetric: strings.Contains(cell[2], "s"),
				light:     strings.Contains(cell[2], "l"),
			}
			e.patients = patientsOf(e, cell[3])
			rows[strings.ReplaceAll(cell[0], "_", " ")] = e
		}
	}
	return rows
}

func patientsOf(e event, listed string) []string {
	_, preposition, _ := strings.Cut(e.verb, " ")
	switch {
	case listed != "":
		return strings.Split(listed, "+")
	case e.symmetric:
		return []string{"with"}
	case preposition == "to" || preposition == "about" || preposition == "with":
		return []string{preposition}
	default:
		return []string{"of"}
	}
}
