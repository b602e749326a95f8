package clause

import (
	"slices"

	"github.com/whomgraph/whom/graph"
)

// rebuts reports whether a verb denies or confirms what a pronoun takes up: “which
// Athens denies”, or with a noun: “a charge that Athens denies”.
func (t *tree) rebuts(v int) bool {
	o := t.child(v, "obj")
	if !t.has(v, "nsubj") || o == None {
		return false
	}
	return rebutting[t.lemma(v)] && takingUp[t.lower(o)] || denying[t.lemma(v)] && o < v && reporting[t.lemma(o)]
}

// rebut walks the clause that f denies or confirms with a pronoun, in the account
// of its subject.
func (w *walker) rebut(f frame, c context, first int) {
	if x := w.rebutted(f.verb); x != None {
		c.again = true
		w.sayOrDo(f, x, complementVerbs[f.base].finite, c, first)
	}
}

// rebutted returns the clause before the verb v that its object takes up, or None.
func (w *walker) rebutted(v int) int {
	above := w.Tokens[v].Head
	if w.rel(v) != "conj" || !w.rebuts(v) || above > v {
		return None
	}
	for _, x := range []int{w.child(above, "ccomp"), w.charge(above)} {
		if x != None && x < v {
			return x
		}
	}
	if charging[w.lemma(above)] {
		return None // “accused it of fraud, a charge that it denies”: what, nobody says
	}
	return above
}

// charge returns the clause that the verb v accuses somebody of, or None.
func (t *tree) charge(v int) int {
	clauses := t.children(v, "advcl")
	if o := t.child(v, "obj"); o != None {
		clauses = append(clauses, t.children(o, "acl")...)
	}
	for _, x := range clauses {
		if x > v && t.isGerund(x) && prepositionVerbs[t.lemma(v)+" "+t.marker(x)].gerund.speaks {
			return x
		}
	}
	return None
}

// accuser returns the verb that accuses somebody of the clause at x, or of that which has
// x as its purpose; or None.
func (t *tree) accuser(x int) int {
	for v := t.Tokens[x].Head; v >= 0; v = t.Tokens[v].Head {
		switch {
		case t.charge(v) == x:
			return v
		case t.rel(x) == "advcl" && t.isInfinitive(x) && t.Tokens[x].Head == v:
			x = v // “accused him of using the courts to silence critics, which he denies”
		case t.rel(v) != "obj":
			return None
		}
	}
	return None
}

// disputed gives the acts of the sentence before a second account where one found
// since before denies them by a noun, or calls them false: “Kyiv accused Moscow of
// shelling the village. Moscow denied the accusation.”
func (w *walker) disputed(before int) {
	for i, n := before, len(w.found); i < n; i++ {
		p := w.found[i]
		if !w.deniesReport(&p) && !w.callsFalse(&p) {
			continue
		}
		who := Speaker{Phrase: p.Subject, Verb: p.Predicate.Lemma, Polarity: graph.Affirmed, Saying: i}
		for _, said := range w.reportedIn(p.Sentence - 1) {
			if saying := w.found[w.found[said].Speakers[len(w.found[said].Speakers)-1].Saying]; accusing[w.lemma(p.Object.Head)] && !charging[saying.Predicate.Lemma] {
				continue // “the charge” takes up none but one
			}
			w.denied(said, p.Speakers, who)
		}
		if !p.Clausal && accusing[w.lemma(p.Object.Head)] {
			for _, act := range w.chargedBefore(&p) {
				w.denied(act, p.Speakers, who)
			}
		}
	}
}

// denied keeps a second account of an act, in which who denies it.
func (w *walker) denied(act int, speakers []Speaker, who Speaker) {
	q := w.found[act]
	q.Polarity, q.Speakers = graph.Denied, append(slices.Clone(speakers), who)
	if q.Modality == graph.Possible {
		q.Modality = graph.Asserted // “charged with spying, but denies the charge”
	}
	w.keep(q)
}

// chargedBefore returns the acts that somebody is charged with, nobody saying by whom, in
// the sentence of p before it or else in the one before.
func (w *walker) chargedBefore(p *Proposition) (acts []int) {
	for sentence := p.Sentence; sentence >= max(0, p.Sentence-1) && len(acts) == 0; sentence-- {
		t := w.trees[sentence]
		for v := range t.Tokens {
			x := t.charge(v)
			if x == None || !t.has(v, "aux:pass") || sentence == p.Sentence && v > p.Predicate.Token {
				continue
			}
			for i := range w.found {
				if q := &w.found[i]; q.Sentence == sentence && q.Predicate.Token == x && q.Polarity == graph.Affirmed && len(q.Speakers) == len(p.Speakers) {
					acts = append(acts, i)
				}
			}
		}
	}
	return acts
}

// callsFalse reports whether an act says of what was said before that it does not
// hold: “Kyiv said that this was not true”, “Kyiv called the report a fake”.
func (w *walker) callsFalse(p *Proposition) bool {
	if p.Object == nil || p.Polarity != graph.Affirmed || p.Modality != graph.Asserted {
		return false
	}
	k := p.Object.Head
	if !p.Clausal {
		return w.isReport(k) && (characterizing[p.Predicate.Lemma] || denying[p.Predicate.Lemma]) &&
			slices.ContainsFunc(p.Args, func(a Argument) bool { return a.Role == "as" && falsehoods[w.lemma(a.Phrase.Head)] })
	}
	s := w.child(k, "nsubj")
	return s != None && takingUp[w.lower(s)] && w.has(k, "cop") && (falsehoods[w.lemma(k)] && !w.negated(k) || truths[w.lemma(k)] && w.negated(k))
}

// deniesReport reports whether an act denies what a pronoun, or a definite noun
// without more, says that somebody said.
func (w *walker) deniesReport(p *Proposition) bool {
	if p.Object == nil || p.Clausal || p.Polarity != graph.Affirmed || !denying[p.Predicate.Lemma] {
		return false
	}
	n := p.Object.Head
	if takingUp[w.lower(n)] && w.xpos(n) != "WDT" && w.Tokens[p.Predicate.Token].Head < 0 {
		return true // “Moscow denied it”
	}
	return w.isReport(n)
}

// isReport reports whether a definite noun without more takes up what was said.
func (w *walker) isReport(n int) bool {
	d := w.child(n, "det")
	return reporting[w.lemma(n)] && d != None && definites[w.lower(d)] && !w.has(n, "nmod", "acl", "acl:relcl", "nmod:poss", "amod", "compound", "conj")
}

// reportedIn returns the affirmed acts that the main verb of a sentence reports,
// which share one verb.
func (w *walker) reportedIn(sentence int) []int {
	var all []int
	for i := range w.found {
		p := &w.found[i]
		if p.Sentence != sentence || p.Polarity != graph.Affirmed || !w.isMainReport(p) {
			continue
		}
		if len(all) == 0 || p.Predicate.Token == w.found[all[0]].Predicate.Token {
			all = append(all, i)
		}
	}
	return all
}

// isMainReport reports whether the main verb of its sentence says an act.
func (w *walker) isMainReport(p *Proposition) bool {
	n := len(p.Speakers)
	if n == 0 || p.Speakers[n-1].Saying == None {
		return false
	}
	saying := &w.found[p.Speakers[n-1].Saying]
	return saying.Sentence == p.Sentence && saying.Predicate.Token == w.trees[p.Sentence].root()
}
