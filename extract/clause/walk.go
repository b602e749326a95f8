package clause

import (
	"slices"

	"github.com/whomgraph/whom/graph"
)

// A walker turns the trees of one document into propositions.
type walker struct {
	*tree                      // the sentence at hand
	trees        []*tree       // of all sentences
	found        []Proposition // acts
	descriptions []Proposition
	done         map[key]bool
	left         int // clauses that may still be walked in this sentence
}

// accounts is how often, on average, each clause of a sentence may be told
// again by another speaker. It bounds what a list of speakers of speakers costs.
const accounts = 8

// A key tells propositions apart.
type key struct {
	sentence, subject, predicate, object int
	polarity                             graph.Polarity
	modality                             graph.Modality
	speaker, depth                       int
}

// clause walks the clause whose head is v and all below it. It returns the
// index of the proposition that the clause itself makes, or None.
func (w *walker) clause(v int, c context) int {
	if w.left--; w.left < 0 || w.isTitle(v) {
		return None
	}
	untagged := c
	c = w.tagged(v, c)
	local := w.local(v, c)
	f := w.frame(v, local)
	first := w.emit(f, local)
	w.below(f, local, first)
	w.rebut(f, local, first)
	for _, k := range w.children(v, "conj") {
		if !w.isPredicate(k) || c.again && w.rebuts(k) {
			continue
		}
		if w.partedFromSource(v, k) {
			w.clause(k, untagged)
		} else {
			w.clause(k, w.joined(f, k, c))
		}
	}
	return first
}

// partedFromSource reports whether a semicolon parts the clause at k, which has its own
// subject, from that of v, to which alone the source before it belongs: “According to
// police, 4,000 came; organisers counted 10,000”.
func (w *walker) partedFromSource(v, k int) bool {
	if !w.isBehind(";", k) || !w.has(k, "nsubj", "nsubj:pass") {
		return false
	}
	return slices.ContainsFunc(w.children(v, "obl"), func(o int) bool { return o < v && sources[w.marker(o)] })
}

// isTitle reports whether the clause at v is the title of something, which tells
// no act: “a report entitled Taking Action”.
func (w *walker) isTitle(v int) bool {
	first, _ := w.extent(v)
	for first > 0 && first < v && w.upos(first) == "PUNCT" {
		first++
	}
	return first > 0 && titling[w.lemma(first-1)] && isCapital(w.Tokens[first].Form)
}

// joined returns the context of a clause coordinated with that of f: what was
// inherited, the subject, and without a subject of its own the mood.
func (w *walker) joined(f frame, k int, c context) context {
	if w.has(k, "nsubj", "nsubj:pass", "expl") {
		return c
	}
	if !w.has(k, "aux") {
		c.modality = combine(c.modality, w.mood(f.verb, c))
		if first := w.child(f.verb, "advcl"); first != None && first < f.verb && w.isSupposed(first) {
			c.modality = combine(c.modality, graph.Conditional) // “if it is upheld, it voids the vote and costs them”
		}
		if w.sharesDenial(f.verb, k) {
			c.denied = !c.denied
		}
	}
	c.subjects = f.subjects
	if f.passive {
		c.subjects = f.patients
	}
	return c
}

// sharesDenial reports whether the coordination turns the polarity of the verb
// at k: “sell rather than repair”, “neither fined nor warned”, “cannot wait and
// see”.
func (w *walker) sharesDenial(verb, k int) bool {
	cc := w.child(k, "cc")
	if cc == None {
		return false
	}
	switch w.lower(cc) {
	case "rather":
		return true
	case "or", "nor":
		either := w.child(verb, "cc:preconj")
		return w.negated(verb) && !w.negated(k) && (either == None || w.lower(either) != "either") // not “either not A or B”
	case "and":
		return w.negated(verb) && !w.negated(k) && w.has(verb, "aux") && w.xpos(verb) == "VB" && w.xpos(k) == "VB"
	}
	return false
}

// local adds what the clause's own words say of polarity and modality.
func (w *walker) local(v int, c context) context {
	if w.negated(v) {
		c.denied = !c.denied
	}
	c.modality = combine(c.modality, w.mood(v, c))
	if slices.ContainsFunc(w.children(v, "mark"), func(k int) bool {
		return w.lower(k) == "whether" || w.lower(k) == "if" && w.rel(v) == "conj" && w.rel(w.Tokens[v].Head) == "ccomp"
	}) {
		c.modality = graph.Questioned // “on whether it will rain”
	}
	if w.conditioned(v) && c.modality != graph.Questioned && !w.has(v, "ccomp", "xcomp") && !w.hasSaid(v) {
		c.modality = graph.Conditional
	}
	return c
}

// hasSaid reports whether the verb is a saying that has been made, so that a
// condition is one of what is said: “has promised sanctions if …”.
func (w *walker) hasSaid(v int) bool {
	have := w.perfect(v)
	made := w.xpos(v) == "VBD" || w.xpos(v) == "VBN" && have != None && w.xpos(have) != "VB" || w.xpos(v) == "VBZ" && w.has(v, "obl", "obj")
	return made && complementVerbs[w.lemma(v)].finite.speaks
}

// below walks the clauses and nouns under the clause of f.
func (w *walker) below(f frame, c context, first int) {
	for _, k := range w.kids(f.verb) {
		if k == f.clausal || f.clausal != None && w.told(k) == f.clausal {
			w.complement(f, f.clausal, c, first)
			continue
		}
		switch w.rel(k) {
		case "ccomp", "xcomp", "csubj", "csubj:pass", "csubj:outer":
			w.complement(f, k, c, first)
		case "advcl:relcl":
			if w.isCleft(f.verb) {
				w.relative(f.verb, k, c.fresh())
			} else if !c.again {
				w.adverbial(f, k, c, first)
			}
		case "advcl":
			if !c.again || w.isGoverned(f, k) {
				w.adverbial(f, k, c, first)
			}
		case "parataxis":
			if !w.isTag(k) {
				beside := context{speakers: c.speakers, modality: w.beside(f.verb, c)}
				if w.partedFromSource(f.verb, k) {
					beside.speakers = w.earlier(c.speakers)
				}
				w.clause(k, beside)
			}
		case "nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "dislocated", "vocative", "list", "dep":
			if !c.again {
				w.noun(k, f, w.unsaid(c, k))
			}
		case "acl", "acl:relcl", "appos", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "compound", "amod":
			// The clause of a nominal predicate: what hangs on the noun.
			w.nounChild(f.verb, k, f, c)
		case "conj":
			if !w.isPredicate(k) {
				w.noun(k, f, c)
			}
		default:
			w.beyond(k, f, c)
		}
	}
}

// beside returns the modality of a clause beside that of v: the same, but for what
// an adverb of v's tells: “he reportedly left; she denied that”.
func (w *walker) beside(v int, c context) graph.Modality {
	for _, k := range w.children(v, "advmod") {
		if modifiers[w.lower(k)] == c.modality {
			return graph.Asserted
		}
	}
	return c.modality
}

// outlook returns the context of what “ahead of” looks to. Behind a comma it is
// a remark of the outlet, whoever said what is before it.
func (w *walker) outlook(k int, c context) context {
	out := context{speakers: c.speakers, modality: graph.Asserted, again: c.again}
	if k > 0 && w.Tokens[k-1].Form == "," {
		out.speakers = w.earlier(c.speakers)
	}
	return out
}

// unsaid returns the context for a phrase that names a speaker, which that
// speaker does not say: “according to a nurse who was there”.
func (w *walker) unsaid(c context, k int) context {
	n := len(c.speakers)
	if n > 0 && sources[w.marker(k)] && c.speakers[n-1].Phrase.Sentence == w.index && w.deps.Within(c.speakers[n-1].Phrase.Head, k) {
		c.speakers = c.speakers[: n-1 : n-1]
	}
	return c
}

// isCleft reports whether the nominal clause is “it is X that …”.
func (w *walker) isCleft(v int) bool {
	s := w.child(v, "expl", "nsubj")
	return s != None && w.lower(s) == "it" && w.has(v, "cop") && w.upos(v) != "VERB"
}

// beyond walks what hangs on an adverb or another small word: “ahead of the
// talks”, “how NATO rejected it”.
func (w *walker) beyond(k int, f frame, c context) {
	if w.lower(k) == "ahead" {
		c = w.outlook(k, c)
	}
	for _, x := range w.kids(k) {
		switch w.rel(x) {
		case "obl", "nmod", "obj":
			w.noun(x, bystander(f), c)
		case "advcl", "advcl:relcl", "acl", "acl:relcl", "ccomp", "csubj":
			inner := c.fresh()
			if w.isAsLongAs(k) {
				inner.modality = graph.Conditional
			}
			w.clause(x, inner)
		}
	}
}
