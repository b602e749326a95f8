package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// emit records the propositions of a frame, one for each subject and object,
// and returns the index of the first, or None where it makes none.
func (w *walker) emit(f frame, c context) int {
	if !w.isAct(f) {
		if first := w.emitBlame(f, c); first != None {
			return first
		}
		if len(f.subjects) > 0 {
			if first := w.emitRelation(f, c); first != None {
				return first
			}
		}
		w.describe(f, c)
		return None
	}
	if f.passive && !f.active() {
		return w.emitPassive(f, c)
	}
	if f.symmetric {
		return w.emitPairs(f, c)
	}
	first := None
	for _, s := range f.subjects {
		for _, o := range w.objectsOf(f) {
			p := w.proposition(f, c)
			p.Subject = w.phrase(s)
			w.setObject(&p, f, o)
			w.contrast(&p, s, o)
			first = earliest(first, w.add(p))
		}
	}
	return first
}

// isAct reports whether the frame is an act to tell: a verb that is neither a
// copula nor a mere helper of the clause below it, with somebody who does it.
func (w *walker) isAct(f frame) bool {
	if w.upos(f.verb) != "VERB" || w.has(f.verb, "cop") || len(f.subjects)+len(f.patients) == 0 {
		return false
	}
	if f.clausal != None && w.effectOf(f, f.clausal).silent {
		return false
	}
	if f.base == "do" && len(f.objects) == 0 && w.hasAdverb(f.verb, "so") {
		return false // “refused to do so”
	}
	if len(f.objects) == 1 && bothers[f.base+" "+w.lemma(f.objects[0])] {
		return false // “took pains to praise him”
	}
	if x := w.child(f.verb, "xcomp"); x != None && w.isInfinitive(x) && complementVerbs[f.base].infinitive.silent {
		return false // “would have to be wrong”
	}
	if w.names[f.verb] != None {
		return false // “Pays” in “Pays de la Loire”
	}
	if w.lower(f.verb) == "wrongdoing" {
		return false // a noun
	}
	if w.lower(f.verb) == "given" && w.has(f.verb, "obj") && !w.has(f.verb, "aux", "aux:pass", "nsubj") && (f.verb == 0 || w.Tokens[f.verb-1].Form == ",") {
		return false // “given the low water, …”
	}
	if prepositionLike[w.lower(f.verb)] && w.rel(f.verb) != "root" && !w.has(f.verb, "aux", "nsubj") {
		return false
	}
	if stative[f.base] && f.passive && !f.active() && w.rel(f.verb) == "acl" {
		return false
	}
	from := slices.ContainsFunc(f.obliques, func(k int) bool { return w.marker(k) == "from" })
	if reflecting[f.base] && !f.passive && f.clausal == None && w.isHappening(f.subject()) {
		return false // “the exchanges reflect a gulf”
	}
	beside := len(f.objects)+len(f.obliques) > 0 || w.has(f.verb, "advcl", "advmod")
	if connecting[f.base] && !f.passive && !from && beside && w.isHappening(f.subject()) {
		return false // “the move comes after talks failed”
	}
	if w.isSilentBefore(f) || weather[f.base] && w.lower(f.subject()) == "it" {
		return false
	}
	alone := len(f.objects) == 0 && f.clausal == None && !f.passive
	if alone && len(f.obliques) == 0 && w.isAside(f.verb) {
		return false
	}
	return !alone || !describing[f.base] || len(f.obliques) > 0 && w.isName(f.subject()) || f.base == "lie" && len(f.obliques) == 0
}

// isHappening reports whether a noun or pronoun stands for what happened or was said.
func (w *walker) isHappening(n int) bool {
	return takingUp[w.lower(n)] || !w.isName(n) && (nominalEvents[w.lemma(n)].verb != "" || complementNouns[w.lemma(n)].finite.known)
}

// isAside reports whether a clause only helps to ask or to place something: “how
// the guests dress”, “the studio where he worked”.
func (w *walker) isAside(v int) bool {
	k := w.child(v, "advmod")
	return k != None && w.xpos(k) == "WRB" && w.lower(k) != "when" && (w.rel(v) == "acl:relcl" || w.rel(v) == "ccomp" || w.rel(v) == "advcl:relcl")
}

// isSilentBefore reports whether the verb only leads to the clause after its
// preposition: “stopped short of condemning it”.
func (w *walker) isSilentBefore(f frame) bool {
	return slices.ContainsFunc(w.children(f.verb, "advcl"), func(k int) bool {
		return w.isGerund(k) && prepositionVerbs[f.base+" "+w.marker(k)].gerund.silent
	})
}

// objectsOf returns the objects to pair with each subject; None alone stands
// for a clause or nothing.
func (w *walker) objectsOf(f frame) []int {
	if len(f.objects) == 0 || f.clausal != None && w.saysTo(f) {
		return []int{None}
	}
	return f.objects
}

// saysTo reports whether the object of f is the addressee of what is said:
// “told reporters that …”.
func (w *walker) saysTo(f frame) bool {
	e := w.effectOf(f, f.clausal)
	return e.speaks && !e.object && !w.isInfinitive(f.clausal) && w.isFinite(f.clausal)
}

// emitPassive records a passive without an agent: its patient is the subject
// of “be sent”.
func (w *walker) emitPassive(f frame, c context) int {
	first := None
	for _, s := range f.patients {
		p := w.proposition(f, c)
		p.Subject = w.phrase(s)
		w.contrast(&p, s, None)
		_, rest, _ := strings.Cut(f.base, " ")
		p.Predicate.Lemma = strings.TrimSpace("be " + w.lower(f.verb) + " " + rest)
		if len(f.objects) > 0 {
			w.setObject(&p, f, f.objects[0])
		} else {
			w.setObject(&p, f, None)
		}
		if x := w.child(f.verb, "xcomp"); f.clausal == None && x != None && w.upos(x) == "NOUN" && !w.has(x, "case", "mark", "cop") {
			p.Args = append(p.Args, Argument{Role: "as", Phrase: w.phrase(x)}) // “was declared the winner”
		}
		first = earliest(first, w.add(p))
	}
	return first
}

// emitPairs records what two or more do together, each pair once.
func (w *walker) emitPairs(f frame, c context) int {
	others := f.objects
	first := None
	if len(f.subjects) == 1 && len(f.objects) == 0 { // “the two sides met”
		p := w.proposition(f, c)
		p.Subject, p.Symmetric = w.phrase(f.subjects[0]), true
		w.setObject(&p, f, None)
		return w.add(p)
	}
	for i, a := range f.subjects {
		if len(f.objects) == 0 {
			others = f.subjects[i+1:]
		}
		for _, b := range others {
			p := w.proposition(f, c)
			p.Subject, p.Symmetric = w.phrase(a), true
			w.contrast(&p, a, b)
			w.setObject(&p, f, b)
			first = earliest(first, w.add(p))
		}
	}
	return first
}

// contrast turns the polarity of what is said of somebody only to be denied.
func (w *walker) contrast(p *Proposition, s, o int) {
	if w.contrasted(s) != w.contrasted(o) {
		if p.Polarity == graph.Affirmed {
			p.Polarity = graph.Denied
		} else {
			p.Polarity = graph.Affirmed
		}
	}
}

func earliest(a, b int) int {
	if a == None || b != None && b < a {
		return b
	}
	return a
}

// proposition returns what all propositions of a frame share.
func (w *walker) proposition(f frame, c context) Proposition {
	p := Proposition{
		Sentence: w.index, Predicate: w.predicate(f.verb), Said: None,
		Polarity: c.polarity(), Modality: c.modality, Speakers: c.speakers,
	}
	p.Predicate.Lemma = f.lemma
	if w.isOpen(f.subjects) || w.isOpen(f.objects) {
		p.Modality = combine(graph.Possible, p.Modality) // “smugglers or bandits”
	}
	p.Predicate.Last = max(p.Predicate.Last, f.last)
	for _, r := range f.recipients {
		p.Args = append(p.Args, Argument{Role: "recipient", Phrase: w.phrase(r)})
	}
	for _, o := range f.obliques {
		w.oblique(&p, o)
	}
	if c.oblique != nil {
		p.Args = append(p.Args, *c.oblique)
	}
	for _, n := range slices.Concat(f.recipients, f.obliques) {
		w.timeOf(&p, n)
	}
	for _, n := range slices.Concat(f.subjects, f.patients) {
		if nominalEvents[w.lemma(n)].verb == "" {
			w.timeOf(&p, n) // “officials on Tuesday denied it”
		}
	}
	for _, k := range w.children(f.verb, "advmod") {
		if p.Time == nil && w.isTimeAdverb(k) {
			p.Time = w.wholePhrase(k)
		}
	}
	if first := w.Tokens[f.verb].Head; p.Time == nil && w.rel(f.verb) == "conj" && !w.hasSubject(f.verb) {
		p.Time = w.frontedTime(first)
	}
	return p
}

// frontedTime returns the time that stands before the subject of a verb, which is
// that of the verbs coordinated with it, too: “On Monday, Chad met Mali and left”.
func (w *walker) frontedTime(v int) *Phrase {
	for _, k := range w.children(v, "obl", "obl:unmarked") {
		if s := w.child(v, "nsubj", "nsubj:pass"); k < s && w.isTime(k) && !vagueTimes[w.lower(k)] {
			return w.wholePhrase(k)
		}
	}
	return nil
}

// isOpen reports whether “or” leaves open which of the participants it is.
func (w *walker) isOpen(participants []int) bool {
	return len(participants) > 1 && slices.ContainsFunc(participants, func(n int) bool {
		cc := w.child(n, "cc")
		return cc != None && w.lower(cc) == "or"
	})
}

// add keeps a proposition unless it is there already, and returns its index.
func (w *walker) add(p Proposition) int {
	if !w.saysSomething(p) {
		return None
	}
	p.Subject = w.positive(p.Subject)
	if p.Object != nil && !p.Clausal {
		object := w.positive(*p.Object)
		p.Object = &object
	}
	return w.keep(p)
}

// keep keeps a proposition of any sentence unless it is there already, and returns
// its index.
func (w *walker) keep(p Proposition) int {
	k := keyOf(p)
	if w.done[k] {
		return None
	}
	w.done[k] = true
	w.found = append(w.found, p)
	return len(w.found) - 1
}

// saysSomething reports whether a proposition of the sentence at hand has two
// sides, neither of them a mere question word.
func (w *walker) saysSomething(p Proposition) bool {
	if o := p.Object; o != nil && (o.Head == p.Subject.Head || w.isQuestionWord(o.Head) && o.First == o.Last) {
		return false
	}
	return !w.isQuestionWord(p.Subject.Head)
}

// keyOf returns what tells a proposition apart.
func keyOf(p Proposition) key {
	k := key{sentence: p.Sentence, subject: p.Subject.Head, predicate: p.Predicate.Token, object: None, polarity: p.Polarity, modality: p.Modality, speaker: None, depth: len(p.Speakers)}
	if p.Object != nil {
		k.object = p.Object.Head
	}
	if n := len(p.Speakers); n > 0 {
		k.speaker = p.Speakers[n-1].Phrase.Sentence<<16 | p.Speakers[n-1].Phrase.Head
	}
	return k
}

// isQuestionWord reports whether the participant is a bare “what” or “which”.
func (w *walker) isQuestionWord(i int) bool {
	return w.xpos(i) == "WP" || w.xpos(i) == "WDT" || w.xpos(i) == "WRB" || w.xpos(i) == "EX"
}
