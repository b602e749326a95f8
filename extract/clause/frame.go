package clause

import (
	"slices"
	"strings"
)

// A frame is a predicate with its participants as tokens.
type frame struct {
	verb       int
	base       string // lemma with particle
	lemma      string // base, and the preposition where that belongs to it
	last       int    // last token of the predicate's words, 0 = as the verb
	passive    bool
	subjects   []int // who does it
	patients   []int // the subject of a passive
	objects    []int // to whom or what it is done
	recipients []int
	obliques   []int
	clausal    int // clause that is the object: what is said, or None
	expletive  bool
	symmetric  bool
}

// active reports whether a passive names who does it.
func (f frame) active() bool { return f.passive && len(f.subjects) > 0 }

func (f frame) subject() int {
	if len(f.subjects) > 0 {
		return f.subjects[0]
	}
	if len(f.patients) > 0 {
		return f.patients[0]
	}
	return f.verb
}

// frame collects the participants of the clause of v; those it lacks come
// from the context.
func (w *walker) frame(v int, c context) frame {
	p := w.predicate(v)
	f := frame{verb: v, base: p.Lemma, lemma: p.Lemma, clausal: None}
	f.passive = w.isPassive(v)
	for _, k := range w.kids(v) {
		w.place(&f, k)
	}
	if len(f.subjects) == 0 && !f.expletive && !w.has(v, "csubj") {
		w.inherit(&f, c)
	}
	if len(f.objects) == 0 && !f.passive {
		f.objects = c.objects
	}
	if len(f.objects) == 0 && !f.passive && f.clausal == None {
		f.objects = w.secondObject(v)
	}
	if len(f.objects) == 0 && !f.passive && f.clausal == None {
		f.objects, f.clausal = w.shared(v)
	}
	if x := w.rebutted(v); x != None {
		f.objects, f.clausal = nil, x
	}
	f.aim(w)
	f.companions(w)
	f.addressees(w)
	f.agents(w)
	f.light(w)
	f.lift(w)
	f.together(w)
	return f
}

// isPassive reports whether the verb is in the passive. A passive subject
// beside an object and without an auxiliary is the parser's mistake.
func (w *walker) isPassive(v int) bool {
	return w.has(v, "aux:pass") || w.has(v, "obl:agent") && w.perfect(v) == None || w.has(v, "nsubj:pass") && !w.has(v, "obj") && w.xpos(v) != "VBD" || w.isReducedPassive(v) || w.isSecondPassive(v) || w.isBarePassive(v)
}

// isBarePassive reports whether a participle with a subject has left out its
// auxiliary: “two died and nine more injured”, “with the party expected to win”.
func (w *walker) isBarePassive(v int) bool {
	if !w.has(v, "nsubj") || w.has(v, "aux", "obj") || intransitive[w.lemma(v)] {
		return false
	}
	return w.isParticiple(v) && (w.marker(v) == "with" || harming[w.lemma(v)]) || w.xpos(v) == "VBN" && w.rel(v) == "conj"
}

// isSecondPassive reports whether the verb shares the auxiliary of a passive, or a
// copula: “was arrested and extradited”, “are missing and believed dead”.
func (w *walker) isSecondPassive(v int) bool {
	head := w.Tokens[v].Head
	if cc := w.child(v, "cc"); w.xpos(v) == "VBD" && cc != None && w.lower(cc) == "but" {
		return false // “were promised an answer but heard nothing”
	}
	if w.rel(v) != "conj" || head < 0 {
		return false
	}
	if x := w.child(head, "xcomp"); x != None && x < v && w.isInfinitive(x) && passiveVerbs[w.lemma(head)].infinitive.silent {
		return false // “was supposed to come but cancelled”
	}
	return w.isParticiple(v) && !intransitive[w.lemma(v)] && !w.has(v, "nsubj", "nsubj:pass", "aux", "obj") &&
		(w.has(head, "cop") && w.xpos(v) == "VBN" || w.upos(head) == "VERB" && (w.has(head, "aux:pass") || w.rel(head) == "acl" && w.isReducedPassive(head)))
}

// isReducedPassive reports whether v is a past participle without a subject
// or auxiliary: “demands rejected by NATO”.
func (w *walker) isReducedPassive(v int) bool {
	if w.rel(v) == "advcl" && w.xpos(v) == "VBD" && v == 0 {
		return !w.has(v, "aux", "nsubj", "obj", "mark") // “Asked about it, he …”
	}
	if told := granting[w.lemma(v)] && w.has(v, "obj") || asking[w.lemma(v)] && w.has(v, "ccomp", "advcl"); told && w.isParticiple(v) && w.rel(v) == "acl" && !w.has(v, "aux", "nsubj") && v > w.Tokens[v].Head {
		return true // “an official, granted anonymity, …”, “Lund, asked whether …”
	}
	if w.xpos(v) == "VBD" && !intransitive[w.lemma(v)] && (w.rel(v) == "acl" || w.rel(v) == "advcl" && w.hasAdverb(v, "when")) {
		return !w.has(v, "aux", "nsubj", "obj", "ccomp", "xcomp") // “the suit, filed Monday, …”, “when asked about it”
	}
	return w.xpos(v) == "VBN" && !w.has(v, "aux", "nsubj", "obj") &&
		slices.Contains([]string{"acl", "advcl", "amod", "acl:relcl", "root", "xcomp"}, w.rel(v))
}

// place puts the child k of the verb where it belongs in the frame.
func (w *walker) place(f *frame, k int) {
	switch w.rel(k) {
	case "nsubj", "nsubj:outer":
		if f.passive && w.isBarePassive(f.verb) {
			f.patients = append(f.patients, w.participants(k)...)
		} else if !w.isRelative(k) {
			f.subjects = append(f.subjects, w.participants(k)...)
		}
	case "nsubj:pass":
		if !w.isRelative(k) {
			f.patients = append(f.patients, w.participants(k)...)
		}
	case "obj":
		if f.base == "vote" && w.upos(k) == "NUM" {
			return // “voted 59–41”
		}
		if x := w.told(k); x != None {
			f.clausal = x
		} else if !w.isRelative(k) && len(f.objects) == 0 {
			f.objects = w.participants(k)
		}
	case "iobj":
		f.recipients = w.participants(k)
	case "obl:agent":
		f.obliques = append(f.obliques, k)
	case "conj":
		if w.marker(k) != "" && w.upos(k) != "VERB" && !w.isPredicate(k) {
			f.obliques = append(f.obliques, k) // “not by A but by B”
		}
	case "advcl":
		if f.clausal == None && (w.isBareGerund(f.verb, k) || w.isQuestionClause(f.verb, k) || w.isVoted(f.verb, k)) {
			f.clausal = k
		} else if f.clausal == None && w.marker(k) == "for" && w.isInfinitive(k) && w.hasSubject(k) && complementVerbs[f.base+" for"].infinitive.known {
			f.clausal, f.lemma = k, f.base+" for" // “called for the state to pay”
		}
	case "obl", "obl:unmarked":
		if !w.isRelative(k) {
			f.obliques = append(f.obliques, k)
		}
	case "ccomp":
		f.clausal = k
	case "csubj:pass":
		if w.has(f.verb, "expl") {
			f.clausal = k // “it was reported that …”
		}
	case "xcomp":
		if f.clausal == None && w.upos(k) == "VERB" {
			f.clausal = k
		} else if f.base == "become" && w.upos(k) != "ADJ" {
			f.objects = w.participants(k)
		}
	case "expl":
		f.expletive = f.expletive || k < f.verb // not “made it clear”
	}
}

// isVoted reports whether k is what was voted by a count of votes: “voted 59–41 to
// approve it”.
func (w *walker) isVoted(v, k int) bool {
	count := w.child(v, "obj")
	return w.lemma(v) == "vote" && w.isInfinitive(k) && count != None && count < k && w.upos(count) == "NUM"
}

// told returns the clause on a question word that is an object: “explained how
// it failed”; or None.
func (t *tree) told(k int) int {
	if t.xpos(k) != "WRB" {
		return None
	}
	return t.child(k, "advcl:relcl", "acl:relcl", "advcl")
}

// isBareGerund reports whether k is the object of the verb before it: “denied
// receiving it”.
func (w *walker) isBareGerund(v, k int) bool {
	first, _ := w.extent(k)
	return first == v+1 && w.upos(first) != "PUNCT" && w.isGerund(k) && w.marker(k) == "" && !manners[w.lemma(k)] && complementVerbs[w.lemma(v)].gerund.known
}

// isQuestionClause reports whether k is what the verb asks or tells: “explained
// how it failed”, “will decide next week if it pays”.
func (w *walker) isQuestionClause(v, k int) bool {
	first, _ := w.extent(k)
	asks := w.xpos(first) == "WRB" || w.lower(first) == "if" && deciding[w.lemma(v)]
	return questioning[w.lemma(v)] && asks && first > v && first <= v+3 && w.Tokens[first-1].Form != ","
}

// contrasted reports whether n is the A of “not A but B” or of “B, not A”: what
// is said of B is denied of A.
func (w *walker) contrasted(n int) bool {
	if n == None || !w.hasNot(n) {
		return false
	}
	if w.rel(n) == "conj" || w.rel(n) == "obl:agent" {
		return true
	}
	for _, k := range w.children(n, "conj") {
		if cc := w.child(k, "cc"); cc != None && w.lower(cc) == "but" {
			return true
		}
	}
	return false
}

// hasNot reports whether “not” or “rather than” stands before the noun.
func (w *walker) hasNot(n int) bool {
	for _, k := range w.children(n, "advmod", "cc:preconj", "cc") {
		if l := w.lower(k); l == "not" && w.isNegation(k) || l == "rather" {
			return true
		}
	}
	return false
}

// isRelative reports whether the token is a relative pronoun, not one that asks:
// “the man who left”, but not “knows who left”.
func (t *tree) isRelative(k int) bool {
	if t.lower(k) == "what" || t.rel(k) == "nsubj" && k > 0 && (t.lower(k-1) == "about" || t.lower(k-1) == "over") {
		return false // “a dispute about who would pay”
	}
	if slices.Contains([]string{"WDT", "WP", "WP$"}, t.xpos(k)) {
		rel := t.rel(t.Tokens[k].Head)
		return rel != "ccomp" && rel != "root" || t.relativeClause(k)
	}
	return t.lower(k) == "that" && t.upos(k) == "PRON" && t.relativeClause(k)
}

func (t *tree) relativeClause(k int) bool {
	for h := t.Tokens[k].Head; h >= 0; h = t.Tokens[h].Head {
		if t.rel(h) == "acl:relcl" {
			return true
		}
		if t.upos(h) == "VERB" && t.rel(h) != "xcomp" && t.rel(h) != "ccomp" && t.rel(h) != "conj" {
			return false
		}
	}
	return false
}

// companions makes who is named before the verb with “along with” a subject
// too: “the general, along with two aides, fled”.
func (f *frame) companions(w *walker) {
	for _, s := range slices.Clone(f.subjects) {
		for _, k := range w.children(s, "nmod") {
			if together[w.marker(k)] {
				f.subjects = append(f.subjects, w.participants(k)...)
			}
		}
	}
	for i, k := range f.obliques {
		if k < f.verb && len(f.subjects) > 0 && k > f.subjects[0] && together[w.marker(k)] {
			f.subjects = slices.Concat(f.subjects, w.participants(k))
			f.obliques = slices.Delete(slices.Clone(f.obliques), i, i+1)
			return
		}
	}
}

// addressees makes the recipient the object where the verb has a clause that
// the object is to fulfil: “urged Moscow to withdraw”.
func (f *frame) addressees(w *walker) {
	if len(f.objects) == 0 && len(f.recipients) > 0 && (f.clausal == None || w.effectOf(*f, f.clausal).object) {
		f.objects, f.recipients = f.recipients, nil
	}
}

// agents makes the “by” phrase of a passive its subject.
func (f *frame) agents(w *walker) {
	if !f.passive {
		return
	}
	var others []int
	for _, k := range f.obliques {
		if w.isActorLike(k) && (w.rel(k) == "obl:agent" && w.marker(k) != "as" || w.marker(k) == "by") {
			f.subjects = append(f.subjects, w.participants(k)...)
		} else {
			others = append(others, k)
		}
	}
	f.obliques = others
	if len(f.subjects) == 0 {
		f.subjects = w.sharedAgent(f.verb)
	}
	switch {
	case len(f.subjects) > 0 && len(f.objects) > 0:
		f.recipients = f.patients // “was awarded the prize by the academy”
	case len(f.subjects) > 0:
		f.objects = f.patients
	}
}

// aim makes the one whose aim it is the one who does what the aim is: “our priority is
// to talk”.
func (f *frame) aim(w *walker) {
	n := w.child(f.verb, "nsubj:outer", "nsubj")
	if n == None || !w.isInfinitive(f.verb) || !aims[w.lemma(n)] || len(f.subjects) != 1 {
		return
	}
	f.subjects = nil
	if whose := w.child(n, "nmod:poss", "nmod"); whose != None && (w.rel(whose) == "nmod:poss" || w.marker(whose) == "of") {
		f.subjects = w.participants(whose)
	}
}

// isActorLike reports whether a noun can act: a name, a person, a body; not a
// time, a number or a gerund.
func (w *walker) isActorLike(k int) bool {
	return w.upos(k) != "NUM" && !w.isTime(k) && w.upos(k) != "VERB" && w.upos(k) != "SYM" && (!byCircumstance[w.lemma(k)] || w.isName(k) || isCapital(w.Tokens[k].Form) || w.plural(k) && w.has(k, "amod", "compound"))
}

// lift makes the first prepositional phrase of a verb without object its
// object, and the preposition part of the lemma: “respond to”.
func (f *frame) lift(w *walker) {
	if f.passive || len(f.objects) > 0 || f.base == "be" || w.turned(f.verb) != None || w.upos(f.verb) != "VERB" {
		return
	}
	for i, k := range f.obliques {
		marker := w.marker(k)
		if f.clausal != None && !(w.isInfinitive(f.clausal) && complementVerbs[f.base+" "+marker].infinitive.object) { // “called for him to resign”
			continue
		}
		if k < f.verb || w.isTime(k) && w.lower(k) != "time" && w.lower(k) != "date" || w.upos(k) == "NUM" || w.lower(k) == "own" || !f.takes(marker) {
			continue
		}
		f.objects = w.participants(k)
		f.lemma += " " + marker
		f.obliques = slices.Delete(slices.Clone(f.obliques), i, i+1)
		return
	}
}

// takes reports whether the preposition belongs to the verb: of the common
// ones, after a phrasal verb (“came up with”); else as the list has it.
func (f *frame) takes(preposition string) bool {
	if strings.Contains(f.lemma, " ") && phrasal[preposition] {
		return true
	}
	verbs, known := prepositional[preposition]
	return known && (verbs == nil || verbs[f.lemma])
}

// isTime reports whether a noun phrase says when.
func (t *tree) isTime(k int) bool {
	if timeNouns[t.lower(k)] || timeNouns[t.lemma(k)] {
		return true
	}
	for _, m := range t.children(k, "nmod:unmarked", "nmod", "compound") {
		if t.upos(k) == "NUM" && timeNouns[t.lower(m)] {
			return true // “4 May”
		}
	}
	form := t.Tokens[k].Form
	return t.upos(k) == "NUM" && len(form) == 4 && strings.Trim(form, "0123456789") == ""
}
