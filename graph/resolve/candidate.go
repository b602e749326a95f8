package resolve

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whomgraph/whom/graph"
)

// A Candidate is a pair of actors that may be one, for somebody to look at.
type Candidate struct {
	A, B   *graph.Actor // B is the one with more entities, to which A would go
	Reason string
	// Score is how much speaks for it, from 0 to 1: an order to look at them, no
	// probability.
	Score float64
}

// Candidates lists doubtful pairs, those with the highest score first:
//
//	one name       other type or country: 0.6, 0.4 where both have one and they differ
//	surname        by the share of the documents with persons of that surname
//	alike          by the share of letters that are the same, for full names of one
//	               given name and for names of one or more words
//	acronym        by the number of names that it fits
//
// Pairs that a document names side by side count half. Names are compared within
// a block and, by their other words, across blocks; the cost is that of the pairs
// that share a word.
func (r *Resolution) Candidates() []Candidate {
	var out []Candidate
	seen := make(map[[2]*group]bool)
	for _, near := range r.neighbourhoods() {
		for i, a := range near {
			for _, b := range near[:i] {
				if seen[[2]*group{a, b}] || seen[[2]*group{b, a}] {
					continue
				}
				seen[[2]*group{a, b}] = true
				if c := compare(a, b, near); c.Score > 0 {
					out = append(out, c)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.A.ID, b.A.ID), strings.Compare(a.B.ID, b.B.ID))
	})
	return out
}

// crowd is the most actors that share a word for it to tell anything.
const crowd = 60

// neighbourhoods are the groups that share their block or the first of several
// words.
func (r *Resolution) neighbourhoods() [][]*group {
	byWord := make(map[string][]*group)
	var keys []string
	add := func(key string, g *group) {
		if len(byWord[key]) == 0 {
			keys = append(keys, key)
		}
		byWord[key] = append(byWord[key], g)
	}
	for _, g := range r.groups {
		add(blockOf(g.actor.Name), g)
		if w := words(g.actor.Name); len(w) > 1 {
			add("first "+canonical(givenNames, w[0]), g)
		}
	}
	var out [][]*group
	for _, key := range keys {
		if n := len(byWord[key]); n > 1 && n <= crowd {
			out = append(out, byWord[key])
		}
	}
	return out
}

// compare looks for a reason why two groups may be one.
func compare(a, b *group, near []*group) Candidate {
	if before(b, a) {
		a, b = b, a
	}
	c := Candidate{A: &a.actor, B: &b.actor}
	c.Reason, c.Score = likeness(a, b, near)
	if sideBySide(a, b) {
		c.Reason, c.Score = c.Reason+", but both in one document", c.Score/2
	}
	c.Score = math.Round(100*c.Score) / 100
	return c
}

// before puts a surname before the whole name, and else the one with fewer
// entities first.
func before(a, b *group) bool {
	if x, y := len(words(a.actor.Name)) == 1, len(words(b.actor.Name)) == 1; x != y {
		return x
	}
	return cmp.Or(len(a.entities)-len(b.entities), strings.Compare(b.actor.ID, a.actor.ID)) < 0
}

func likeness(a, b *group, near []*group) (string, float64) {
	x, y := words(a.actor.Name), words(b.actor.Name)
	country := agree(a.actor.Country, b.actor.Country)
	alike := similarity(strings.Join(x, " "), strings.Join(y, " "))
	persons := a.actor.Type == graph.Person && b.actor.Type == graph.Person
	switch {
	case slices.Equal(x, y) && country:
		return "one name, other type", 0.6
	case slices.Equal(x, y):
		return "one name, other country", 0.4
	case !country:
		return "", 0
	case persons && len(x) == 1 && len(y) > 1 && x[0] == y[len(y)-1]:
		return "surname", share(b, x[0], near)
	case a.actor.Type == b.actor.Type && alike >= 0.8 && generation(x) == generation(y):
		return "alike", alike - 0.1
	case isAcronym(a) && initials(y) == x[0], isAcronym(b) && initials(x) == y[0]:
		return "acronym", 0.5
	}
	return "", 0
}

// share is that of a person in the documents of all persons of a surname.
func share(p *group, surname string, near []*group) float64 {
	all := 0
	for _, g := range near {
		if w := words(g.actor.Name); g.actor.Type == graph.Person && len(w) > 1 && w[len(w)-1] == surname {
			all += len(g.documents)
		}
	}
	return 0.9 * float64(len(p.documents)) / float64(max(all, 1))
}

func sideBySide(a, b *group) bool {
	for d := range a.documents {
		if b.documents[d] {
			return true
		}
	}
	return false
}

// similarity is the share of letters that stay when one name is made the other,
// by the edit distance of Levenshtein (1966).
func similarity(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		corner := row[0]
		row[0] = i + 1
		for j := range y {
			change := corner
			if x[i] != y[j] {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	longest := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b), 1)
	return 1 - float64(row[len(y)])/float64(longest)
}
