package clause

import (
	"slices"
	"strings"
)

// inherit fills the missing subject from the context: a passive takes it as
// its patient.
func (w *walker) inherit(f *frame, c context) {
	if f.passive {
		if len(f.patients) == 0 {
			f.patients = c.subjects
		}
		return
	}
	f.subjects = c.subjects
}

// secondObject finds the object of a coordinated verb that the parser hung on
// the first: “will suspend the strike and resume talks”, “invest in and own firms”.
func (w *walker) secondObject(v int) []int {
	if w.rel(v) != "conj" || intransitive[w.lemma(v)] {
		return nil
	}
	for _, k := range w.children(w.Tokens[v].Head, "obj", "obl") {
		first, _ := w.extent(k)
		if k > v && (w.rel(k) == "obj" || first < v) {
			return w.participants(k)
		}
	}
	for _, k := range w.children(w.Tokens[v].Head, "conj") {
		if o := w.child(k, "obj"); k > v && o != None && w.endsWithVerb(v) && !w.has(k, "nsubj", "nsubj:pass") {
			return w.participants(o) // “attacked, occupied and annexed it”
		}
	}
	return nil
}

// endsWithVerb reports whether no participant stands behind the verb.
func (w *walker) endsWithVerb(v int) bool {
	return !slices.ContainsFunc(w.kids(v), func(k int) bool {
		return k > v && !slices.Contains([]string{"conj", "cc", "punct", "compound:prt"}, w.rel(k))
	})
}

// shared finds the object or complement of a verb whose coordinated verb has
// it: “rejected and later ridiculed the demands”.
func (w *walker) shared(v int) (objects []int, clausal int) {
	if intransitive[w.lemma(v)] || !w.endsWithVerb(v) {
		return nil, None
	}
	for _, k := range w.children(v, "conj") {
		if w.upos(k) != "VERB" || w.has(k, "nsubj", "nsubj:pass") || w.isPassive(k) || w.xpos(k) == "VBD" && w.xpos(v) == "VB" {
			continue
		}
		if cc := w.child(k, "cc"); cc != None && w.lower(cc) == "but" && reticent[w.lemma(k)] {
			return nil, None // “left but declined to comment”
		}
		if x := w.child(k, "xcomp", "ccomp"); x != None && !w.has(k, "obj", "iobj") {
			return nil, x
		}
		if first, _ := w.extent(max(w.child(k, "advcl"), 0)); first == k+1 && complementVerbs[w.lemma(k)].gerund.known {
			return nil, w.child(k, "advcl")
		}
		if o := w.child(k, "obj"); o != None {
			return w.participants(o), None
		}
	}
	return nil, None
}

// sharedAgent finds who does a passive that the one coordinated with it names:
// “shelled and then occupied by troops”.
func (w *walker) sharedAgent(v int) []int {
	for _, k := range w.children(v, "conj") {
		if o := w.child(v, "obl", "advcl"); o != None && v < o && o < k {
			return nil // “was carried off after a fall and replaced by Lund”
		}
		if agent := w.child(k, "obl:agent"); agent != None && w.isPassive(k) && !w.has(k, "nsubj", "nsubj:pass") {
			return w.participants(agent)
		}
	}
	return nil
}

// together marks what both sides do: “A and B met”, “A met B”, “A talked with
// B”, “A and B accused each other”.
func (f *frame) together(w *walker) {
	if f.passive {
		return
	}
	if len(f.objects) == 1 && w.isReciprocal(f.objects[0]) { // with one plural subject too: “the two insulted each other”
		f.objects, f.symmetric = nil, true
		return
	}
	base, with := strings.CutSuffix(f.lemma, " with")
	switch {
	case f.lemma == "meet" && len(f.objects) > 0 && standards[w.lemma(f.objects[0])]: // “met the deadline”
	case symmetricVerbs[base] && (with || f.lemma == "meet") && len(f.objects) > 0:
		f.symmetric = true
	case symmetricVerbs[f.base] && len(f.objects) == 0 && len(f.subjects) > 1:
		f.symmetric = true
	}
}

// isReciprocal reports whether the noun is “each other” or “one another”.
func (w *walker) isReciprocal(n int) bool {
	return n > 0 && reciprocals[w.lower(n-1)+" "+w.lower(n)] ||
		n+1 < len(w.Tokens) && reciprocals[w.lower(n)+" "+w.lower(n+1)]
}
