package clause

import (
	"slices"

	"github.com/whomgraph/whom/graph"
)

// describe records what a clause says that its subject is: “Kyiv is the
// capital”, “she seems happy”.
func (w *walker) describe(f frame, c context) {
	verb, what := w.linked(f.verb)
	if verb == None || f.expletive {
		return
	}
	for _, s := range f.subjects {
		for _, o := range what {
			p := w.proposition(f, c)
			p.Subject = w.phrase(s)
			p.Predicate = Predicate{Token: verb, First: verb, Last: verb, Lemma: w.lemma(verb)}
			if m := w.child(o, "case"); m != None && m < o {
				p.Predicate.Lemma += " " + w.marker(o) // “is in charge”
			}
			object := w.phrase(o)
			p.Object = &object
			w.contrast(&p, s, o)
			w.addDescription(p)
		}
	}
}

// linked returns the verb that links the subject of the clause at v to what
// describes it, and the words that do; or None.
func (w *walker) linked(v int) (verb int, what []int) {
	if cop := w.child(v, "cop"); cop != None {
		return cop, slices.DeleteFunc(w.participants(v), func(k int) bool { return k != v && w.isPredicate(k) })
	}
	if x := w.child(v, "xcomp"); x != None && describing[w.lemma(v)] && w.upos(x) != "VERB" {
		return v, w.participants(x)
	}
	return None, nil
}

// apposed records the apposition k of the noun n as a description: “Holt, a
// judge”, “the capital, Kyiv”.
func (w *walker) apposed(n, k int, c context) {
	if !w.commaBetween(n, k) || n > k {
		return
	}
	if w.isName(k) && !w.isName(n) {
		n, k = k, n
	}
	object := w.phrase(k)
	w.addDescription(Proposition{
		Sentence: w.index, Subject: w.phrase(n), Predicate: Predicate{Token: k, First: object.First, Last: object.First - 1, Lemma: "be"},
		Object: &object, Said: None, Polarity: graph.Affirmed, Modality: graph.Asserted, Speakers: c.speakers,
	})
}

// addDescription keeps a description unless it is there already.
func (w *walker) addDescription(p Proposition) {
	if k := keyOf(p); w.saysSomething(p) && !w.done[k] {
		w.done[k] = true
		w.descriptions = append(w.descriptions, p)
	}
}
