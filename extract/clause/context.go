package clause

import (
	"slices"

	"github.com/whomgraph/whom/graph"
)

// A context is what a clause inherits from those above it.
type context struct {
	speakers []Speaker
	denied   bool
	modality graph.Modality
	subjects []int     // who does it where the clause has no subject of its own
	objects  []int     // what it is done to where a relative clause has a gap
	gap      []int     // who does what is said, where that clause has the gap
	gapInto  []int     // to whom what is said is done, likewise
	oblique  *Argument // what a relative clause adds: “to whom she gave it”
	// narrator is who says what the sentence reports, and before are those who
	// say that: “adding that …” at its end is the narrator's.
	narrator []int
	before   []Speaker
	// bidden is true in what the innermost speaker orders or agrees to do: what only
	// describes something there is not said by him.
	bidden bool
	// again is true in the second account of a clause: what only describes its
	// nouns has been told in the first.
	again bool
}

// under returns the context of a clause below a word with effect e.
func (c context) under(e effect) context {
	c.denied = c.denied != e.denies
	switch {
	case e.modality == graph.Questioned:
		c.modality, c.denied = e.modality, false
	case e.modality != "":
		c.modality = combine(c.modality, e.modality)
	}
	c.subjects, c.objects, c.oblique = nil, nil, nil
	return c
}

// said returns the context of a clause that s says. A denial of the saying
// leaves open whether the clause holds.
func (c context) said(s Speaker) context {
	if c.denied && s.Polarity == graph.Affirmed {
		s.Polarity, c.modality = graph.Denied, combine(c.modality, graph.Possible)
	}
	c.denied = false
	c.speakers = append(slices.Clip(c.speakers), s)
	return c
}

// endsWith reports whether the innermost speaker is the one of s.
func (c context) endsWith(s Speaker) bool {
	n := len(c.speakers)
	return n > 0 && c.speakers[n-1].Phrase == s.Phrase
}

// fresh returns the context of a clause that only describes a noun of this
// one: the speakers hold, denial and modality do not.
func (c context) fresh() context {
	return context{speakers: c.speakers, modality: graph.Asserted, again: c.again}
}

func (c context) polarity() graph.Polarity {
	if c.denied {
		return graph.Denied
	}
	return graph.Affirmed
}

// combine joins the modality of a clause with that of the one above it: the one
// that leaves more open holds.
func combine(above, here graph.Modality) graph.Modality {
	if openness[above] > openness[here] {
		return above
	}
	return here
}

var openness = map[graph.Modality]int{
	"": -1, graph.Asserted: 0, graph.Planned: 1, graph.Possible: 2, graph.Demanded: 3, graph.Conditional: 4, graph.Questioned: 5,
}
