package clause

import (
	"slices"

	"github.com/whomgraph/whom/graph"
)

// effectOf returns what the word of f does to the clause at k: what its row of
// the tables says, and what the words of the clause change in that.
func (w *walker) effectOf(f frame, k int) effect {
	e := w.row(f, k).of(w, k)
	switch {
	case f.base == "have" && !w.isInfinitive(k):
		e = effect{known: true, object: true, silent: true} // “had its licence revoked”
	case f.base == "have" && (w.hasAdverb(f.verb, "yet") || w.hasAdverb(k, "yet")):
		e.modality, e.denies = "", true // “has yet to ratify”
	case w.goesOn(f.verb) && k < f.verb && w.rel(k) == "ccomp":
		e = effect{known: true, speaks: true} // “‘They left,’ he went on”
	case f.base == "keep" && w.isGerund(k) && len(f.objects) > 0:
		e.object, e.silent = true, false // “keeps grain moving”
	case f.base == "help" && len(f.objects) == 0:
		e.silent = true
	case (f.base == "threaten" || f.base == "promise") && w.isInfinitive(k) && len(f.subjects) > 0 && happenings[w.lemma(f.subjects[0])] && !w.isName(f.subjects[0]):
		e = effect{known: true, silent: true, modality: graph.Possible} // “the row threatens to delay it”
	}
	switch {
	case w.asks(k):
		e.speaks = e.speaks && e.modality == graph.Questioned // who decides whether does not say it
		e.modality = graph.Questioned
	case w.marker(k) == "if": // “warned of unrest if …”
		e.modality = graph.Conditional
	case w.isImperative(k), e.object && len(f.objects) > 0 && f.base != "expect" && complementVerbs[f.lemma].infinitive.raises:
		e.modality = graph.Demanded // “‘Leave,’ she told them”, “wants them to leave”
		e.speaks = true
	case f.base == "let" && w.isImperative(f.verb):
		e.modality = graph.Demanded // “let her come here”
	case f.base == "expect" && e.object && len(f.objects) > 0:
		e.speaks = true // “does not expect them to leave”
	case e.modality == graph.Planned && w.isInfinitive(k) && w.isPerfect(k):
		e.modality = "" // “claimed to have shot it down”
	}
	return e
}

// row returns the row of the tables for the word of f and the clause at k.
func (w *walker) row(f frame, k int) complements {
	if governed, ok := prepositionVerbs[f.base+" "+w.marker(k)]; ok && w.isGerund(k) {
		return governed
	}
	table := complementVerbs
	switch {
	case w.upos(f.verb) == "ADJ" || w.has(f.verb, "cop"):
		table = complementAdjectives
	case f.passive && !f.active():
		table = passiveVerbs
	}
	row, ok := table[f.lemma]
	if !ok && f.passive {
		row, ok = complementAdjectives[w.lower(f.verb)]
	}
	if !ok {
		row = complementVerbs[f.lemma]
	}
	return row
}

// of returns the effect on the clause at k, by its form.
func (c complements) of(w *walker, k int) effect {
	switch finite := w.isFinite(k); {
	case w.isInfinitive(k) && w.xpos(k) != "VBG": // not “committed to paying”
		return c.infinitive
	case w.isGerund(k) && !finite:
		return c.gerund
	case !finite && w.rel(k) == "xcomp":
		return c.infinitive
	}
	return c.finite
}

func (w *walker) isPerfect(v int) bool { return w.perfect(v) != None }

// perfect returns the “have” that is an auxiliary of v, or None.
func (w *walker) perfect(v int) int {
	auxiliaries := w.children(v, "aux")
	if i := slices.IndexFunc(auxiliaries, func(k int) bool { return w.lemma(k) == "have" }); i >= 0 {
		return auxiliaries[i]
	}
	return None
}

// isImperative reports whether what is said is an order: “‘Release them,’ he
// said”.
func (w *walker) isImperative(k int) bool {
	return w.rel(k) == "ccomp" && w.xpos(k) == "VB" && !w.hasSubject(k) && !w.isInfinitive(k) && !w.has(k, "aux", "mark")
}

func (w *walker) hasAdverb(v int, adverb string) bool {
	return slices.ContainsFunc(w.children(v, "advmod"), func(k int) bool { return w.lower(k) == adverb })
}

// asks reports whether “whether” or “if” introduces the clause.
func (w *walker) asks(k int) bool {
	for _, m := range w.children(k, "mark") {
		if w.lower(m) == "if" && w.rel(k) == "acl" && complementNouns[w.lemma(w.Tokens[k].Head)].finite.modality != graph.Questioned {
			continue // “warned of consequences if it left”
		}
		if l := w.lower(m); l == "whether" || l == "if" && (w.rel(k) != "advcl" || w.isQuestionClause(w.Tokens[k].Head, k)) && !threatening[w.lemma(w.Tokens[k].Head)] {
			return true
		}
	}
	return w.marker(k) == "as to"
}

// complement walks a clause that is an argument of f.
func (w *walker) complement(f frame, k int, c context, first int) {
	e := w.effectOf(f, k)
	inner := c
	switch {
	case c.denied && e.denies && !e.speaks && refusals[f.base]:
		e.modality = combine(e.modality, graph.Possible) // “has not ruled out sending troops”
	case w.isIndirectQuestion(k) && (asking[f.base] || w.upos(f.verb) == "ADJ" && complementAdjectives[f.lemma].finite.modality == graph.Questioned):
		e.modality = graph.Questioned
	case c.modality == graph.Questioned && w.isIndirectQuestion(k):
		inner.modality = graph.Asserted // “do you recall when they left?”: they did
	case c.denied && factive[f.base] && w.isFinite(k) && !e.raises:
		inner.denied = false // “did not know that they had left”: they had
	case c.denied && w.isIndirectQuestion(k):
		inner.denied, e.speaks = false, false // “has not said why they left”: they did
	case e.raises && c.denied && w.negated(f.verb):
		inner.denied, e.denies = false, true
	case c.denied && f.expletive && w.upos(f.verb) == "ADJ" && complementAdjectives[f.lemma].finite.speaks:
		inner.denied, e.modality = false, combine(e.modality, graph.Possible) // “it is not clear that”
	case f.base == "have" && w.xpos(f.verb) == "VBD" && w.isInfinitive(k) && len(c.speakers) == len(w.earlier(c.speakers)):
		e.modality = "" // “had to withdraw in 1989”: they did
	}
	w.sayOrDo(f, k, e, inner, first)
}

// isIndirectQuestion reports whether a clause with “why”, “when” or “who”, which
// takes for granted what it asks about, stands below a verb.
func (w *walker) isIndirectQuestion(k int) bool {
	first, _ := w.extent(k)
	if w.rel(k) == "advcl:relcl" || first > 0 && w.told(first-1) == k {
		first-- // the question word is above its clause
	}
	return first >= 0 && (w.xpos(first) == "WRB" || w.xpos(first) == "WP" || w.xpos(first) == "WDT")
}

// sayOrDo walks the clause at k below f with effect e: once for each speaker
// where f is an act of speech, else once.
func (w *walker) sayOrDo(f frame, k int, e effect, c context, first int) {
	if w.conditioned(f.verb) {
		e.modality = graph.Conditional
	}
	if c.denied && f.base == "agree" && w.isInfinitive(k) {
		e.speaks = false // “denied that it agreed to pay”: it does not
	}
	doers, fixed := w.doers(f, k, e, c)
	into := c.gapInto
	c.gap, c.gapInto = nil, nil
	if deep := w.withGap(k); deep != None && deep != k {
		into, c.gapInto = nil, into
	}
	if f.base == "propose" && len(f.subjects) == 1 && laws[w.lemma(f.subjects[0])] {
		e.speaks = false // “a law that proposes splitting the court”
	}
	speakers := f.subjects
	if f.passive && complementAdjectives[w.lower(f.verb)].finite.known {
		speakers = f.patients // “are concerned that”
	}
	if !e.speaks || len(speakers) == 0 {
		inner := c.under(e)
		inner.subjects, inner.objects = doers, into
		w.link(first, w.clause(k, inner))
		return
	}
	if c.denied {
		e.denies = false // “did not deny that”: open, not denied
	}
	for n, s := range speakers {
		account := c.said(Speaker{Phrase: w.phrase(s), Verb: f.lemma, Polarity: graph.Affirmed, Saying: w.nth(first, n)}).under(e)
		account.subjects, account.objects, account.bidden = doers, into, w.isInfinitive(k)
		if e.object && f.symmetric && !fixed {
			account.subjects = slices.DeleteFunc(slices.Clone(f.subjects), func(o int) bool { return o == s }) // “accused each other of”
		}
		if !fixed && !e.object {
			account.subjects = []int{s}
		}
		account.narrator, account.before = []int{s}, c.speakers
		w.link(w.nth(first, n), w.clause(k, account))
	}
}

// doers returns who does what the clause at k says where it has no subject of
// its own, and whether that holds whoever says it.
func (w *walker) doers(f frame, k int, e effect, c context) (doers []int, fixed bool) {
	switch {
	case c.gap != nil && !w.hasSubject(k) && w.isFinite(k):
		return c.gap, true
	case w.accuser(k) != None && w.accuser(k) != f.verb:
		return w.charged(w.accuser(k)), true // “accused Mali of lying, a charge Mali denies”
	case w.isImperative(k):
		return slices.Concat(f.recipients, f.objects), true
	case w.isGerund(k) && (calling[f.lemma] || calling[f.base+" "+w.marker(k)]):
		return nil, true // “called for donating blood”: whoever does
	case w.rel(k) == "csubj" && (w.isGerund(k) || len(f.subjects) == 1 && w.lower(f.subjects[0]) == "it"):
		return nil, true // “paying would be wrong”, “it would be wrong to pay”: whoever does
	case w.rel(k) == "xcomp" && (w.upos(k) == "ADJ" || regarding[f.base] && w.isParticiple(k)) && len(f.objects) > 0:
		return f.objects, false // “found the man guilty of killing two”
	}
	return w.controller(f, e), false
}

// charged returns those whom the verb v accuses.
func (w *walker) charged(v int) []int {
	if o := w.child(v, "obj"); o != None {
		return w.participants(o)
	}
	return nil
}

// nth returns the index of the proposition of the n-th subject.
func (w *walker) nth(first, n int) int {
	if first == None || first+n >= len(w.found) || w.found[first+n].Predicate.Token != w.found[first].Predicate.Token {
		return first
	}
	return first + n
}

// link records that the proposition at saying says the one at said.
func (w *walker) link(saying, said int) {
	if saying != None && said != None && w.found[saying].Clausal && w.found[saying].Said == None {
		w.found[saying].Said = said
	}
}

// controller returns who does what a subjectless clause below f says.
func (w *walker) controller(f frame, e effect) []int {
	switch {
	case f.passive && len(f.patients) > 0:
		return f.patients
	case e.object && len(f.recipients) > 0:
		return f.recipients
	case e.object && len(f.objects) > 0:
		return f.objects
	case !e.known && len(f.objects) > 0:
		return f.objects
	}
	return f.subjects
}
