package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// owner returns the noun to which n belongs: a possessor, a name or demonym
// before it, the “by” or “of” phrase of an act; or None.
func (w *walker) owner(n int) int {
	if k := w.child(n, "nmod:poss"); k != None && !w.isTime(k) {
		return k
	}
	for _, k := range w.children(n, "nmod") {
		if m := w.marker(k); m == "by" || m == "from" && reactions[w.lemma(n)] {
			return k
		}
		for _, x := range w.children(k, "nmod") {
			if w.marker(x) == "by" && w.marker(k) == "of" && nominalEvents[w.lemma(n)].verb != "" {
				return x // “the killing of two men by gunmen”
			}
		}
	}
	for _, k := range w.children(n, "compound", "amod", "nmod:desc") {
		if w.isName(k) || w.isDemonym(k) {
			return k
		}
	}
	for _, k := range w.children(n, "nmod") {
		if w.marker(k) == "of" && w.isName(k) {
			return k
		}
	}
	return None
}

// isDemonym reports whether the adjective names a people or region, by its
// capital and ending: “Russian”, “British”, “Western”.
func (w *walker) isDemonym(i int) bool {
	form := w.Tokens[i].Form
	if w.upos(i) != "ADJ" || !isCapital(form) {
		return false
	}
	return slices.ContainsFunc(demonymEndings, func(end string) bool { return strings.HasSuffix(form, end) })
}

func isCapital(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

// hyphenated reads “Moscow-backed separatists”: Moscow backs separatists.
func (w *walker) hyphenated(n, k int, c context) {
	if !w.isParticiple(k) || located[w.lemma(k)] || k < 2 || w.Tokens[k-1].Form != "-" || w.Tokens[k-2].End != w.Tokens[k-1].Start {
		return
	}
	agent := k - 2
	if n < k { // it belongs to another noun, which the tree does not show
		return
	}
	if !w.isName(agent) && !isCapital(w.Tokens[agent].Form) && !hyphenVerbs[w.lemma(k)] {
		return
	}
	object := w.phrase(n)
	object.First = max(object.First, k+1)
	mood := graph.Asserted
	_, event := nominalEvents[w.lemma(n)]
	if alleged := w.child(n, "amod"); event || alleged != None && w.lower(alleged) == "alleged" {
		mood = w.eventMood(n, c) // “fears of a Moscow-led invasion”
	}
	w.add(Proposition{
		Sentence: w.index, Subject: w.trim(w.wordPhrase(agent)), Predicate: Predicate{Token: k, First: k, Last: k, Lemma: w.lemma(k)},
		Object: &object, Said: None, Polarity: graph.Affirmed, Modality: mood, Speakers: c.speakers,
	})
}

// wordPhrase returns the token alone, or the name of which it is part.
func (w *walker) wordPhrase(i int) Phrase {
	p := Phrase{Sentence: w.index, Head: i, First: i, Last: i}
	if n := w.names[i]; n != None {
		p.First = w.Names[n].First
		p.Last = min(w.Names[n].Last, i)
	}
	return p
}
