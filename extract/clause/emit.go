package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// emit records the propositions of a frame, one for each subject and object,
// and returns the index of the first, or None where it makes none.
func (w *walker) emit(f frame, c context) int {
	if !w.isAct(f) {
		if first := w.emitBlame(f, c); first != None {
			return first
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
	if len(f.objects) == 1 && bothers[f.base+" "+w.lemma(f.objects[0])] {
		return false // “took pains to praise him”
	}
	if x := w.child(f.verb, "xcomp"); x != None && w.isInfinitive(x) && complementVerbs[f.base].infinitive.silent {
		return false // “would have to be wrong”
	}
	if w.names[f.verb] != None {
		return false // “Pays” in “Pays de la Loire”
	}
	if prepositionLike[w.lower(f.verb)] && w.rel(f.verb) != "root" && !w.has(f.verb, "aux", "nsubj") {
		return false
	}
	if stative[f.base] && f.passive && !f.active() && w.rel(f.verb) == "acl" {
		return false
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

// setObject gives p the object o, or the clause of f where there is none, and
// the arguments that follow from it.
func (w *walker) setObject(p *Proposition, f frame, o int) {
	if o != None {
		phrase := w.phrase(o)
		if w.xpos(o) == "WP" && w.Tokens[o].Head == f.verb && w.has(o, "acl:relcl") { // “condemned what it called …”
			phrase = w.clausePhrase(o, None)
		}
		p.Object = &phrase
		w.timeOf(p, o)
		for _, a := range w.nounArgs(o, phrase) {
			if p.Place == nil && w.isWhere(a.Role, a.Phrase.Head) {
				place := a.Phrase
				p.Place = &place // “arrested two bankers in Vilnius”
			} else {
				p.Args = append(p.Args, a)
			}
		}
		if x := w.child(f.verb, "xcomp"); f.clausal == None && x != None && x > o && (w.upos(x) == "ADJ" || w.upos(x) == "NOUN") && !w.has(x, "mark", "cop", "case") {
			p.Args = append(p.Args, Argument{Role: "as", Phrase: w.clausePhrase(x, None)}) // “called the talks constructive”
		}
		if f.clausal != None {
			p.Args = append(p.Args, w.clauseArgument(f.clausal))
		}
		for _, k := range w.children(f.verb, "xcomp") {
			if marker := w.marker(k); k > o && w.upos(k) == "NOUN" && marker != "" {
				p.Args = append(p.Args, Argument{Role: marker, Phrase: w.phrase(k)}) // “kept it under control”
			}
		}
	} else if f.clausal != None {
		phrase := w.clausePhrase(f.clausal, f.verb)
		p.Object, p.Clausal = &phrase, true
		for _, r := range f.objects {
			p.Args = append(p.Args, Argument{Role: "recipient", Phrase: w.phrase(r)})
		}
	}
	for _, k := range w.children(f.verb, "advcl") {
		if a, ok := w.markedArgument(k); ok && k > f.verb && k != f.clausal && w.isGoverned(f, k) {
			p.Args = append(p.Args, a) // “accused it of plotting”
		}
	}
	w.sortArgs(p)
}

// clauseArgument returns the clause that a verb has beside its object, under its
// first words: “urged Moscow to withdraw”, “asked it not to pay”, “told it that …”.
func (w *walker) clauseArgument(k int) Argument {
	if a, ok := w.markedArgument(k); ok {
		return a
	}
	return Argument{Role: "that", Phrase: w.clausePhrase(k, None)}
}

// markedArgument returns an infinitive or gerund under the words that mark it: “to
// withdraw”, “not to pay”, “of plotting”; and whether there are such words.
func (w *walker) markedArgument(k int) (Argument, bool) {
	phrase := w.clausePhrase(k, None)
	role := ""
	for phrase.First < k && (w.rel(phrase.First) == "mark" || w.lower(phrase.First) == "not" && w.lower(phrase.First+1) == "to") {
		role += " " + w.lower(phrase.First)
		phrase.First++
	}
	if role == "" || !w.isInfinitive(k) && !w.isGerund(k) || !strings.HasSuffix(role, "to") && w.isInfinitive(k) {
		return Argument{}, false
	}
	return Argument{Role: role[1:], Phrase: w.balanced(phrase)}, true
}

func (w *walker) sortArgs(p *Proposition) {
	slices.SortStableFunc(p.Args, func(a, b Argument) int { return a.Phrase.First - b.Phrase.First })
}

// nounArgs returns the prepositional modifiers of a noun that its phrase
// leaves out: “sanctions against Russia”.
func (w *walker) nounArgs(n int, shown Phrase) []Argument {
	var args []Argument
	for _, k := range w.children(n, "nmod") {
		marker := w.marker(k)
		if marker == "" || k <= shown.Last || w.isTime(k) {
			continue
		}
		for _, m := range w.participants(k) {
			args = append(args, Argument{Role: marker, Phrase: w.phrase(m)})
		}
	}
	for _, k := range w.children(n, "acl") {
		if first, _ := w.extent(k); first <= shown.Last || w.marker(k) == "" {
			continue
		}
		if a, ok := w.markedArgument(k); ok {
			args = append(args, a) // “maintains a policy of turning boats away”
		}
	}
	return args
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
	for _, k := range w.children(f.verb, "advmod") {
		if p.Time == nil && w.isTimeAdverb(k) {
			p.Time = w.wholePhrase(k)
		}
	}
	return p
}

// timeOf takes the time that hangs on the noun n for that of the act, where
// it has none: “told a committee on Monday”.
func (w *walker) timeOf(p *Proposition, n int) {
	for _, k := range w.children(n, "nmod") {
		if m := w.marker(k); p.Time == nil && (m == "on" || m == "in") && w.isTime(k) && k > w.phrase(n).Last {
			p.Time = w.wholePhrase(k)
		}
	}
}

// isTimeAdverb reports whether the adverb says when: “earlier in the day”,
// “three years ago”.
func (w *walker) isTimeAdverb(k int) bool {
	if timeAdverbs[w.lower(k)] {
		return true
	}
	inner := w.child(k, "obl", "obl:unmarked", "nmod:unmarked")
	return inner != None && w.isTime(inner)
}

// wholePhrase returns all words below a time word, without its preposition.
func (w *walker) wholePhrase(k int) *Phrase {
	p := w.phrase(k)
	for _, x := range w.children(k, "nmod:unmarked", "nmod", "obl", "obl:unmarked", "advmod") {
		first, last := w.extent(x)
		switch m := w.marker(x); {
		case !w.plain(x) || m != "" && m != "of" && m != "to" && !w.isTime(x):
		case last+1 == p.First || first == p.Last+1:
			p.First, p.Last = min(p.First, first), max(p.Last, last)
		}
	}
	return &p
}

// isOpen reports whether “or” leaves open which of the participants it is.
func (w *walker) isOpen(participants []int) bool {
	return len(participants) > 1 && slices.ContainsFunc(participants, func(n int) bool {
		cc := w.child(n, "cc")
		return cc != None && w.lower(cc) == "or"
	})
}

// oblique puts a prepositional phrase of the verb where it belongs: time,
// place or an argument under its preposition.
func (w *walker) oblique(p *Proposition, o int) {
	marker, phrase := w.marker(o), w.phrase(o)
	switch {
	case sources[marker], w.wordsOf(o) != None:
	case w.isTime(o):
		if p.Time == nil && !w.negatedNoun(o) {
			p.Time = w.wholePhrase(o)
		}
	case p.Place == nil && w.isWhere(marker, o):
		p.Place = &phrase
	case marker == "" && w.has(o, "nummod"):
		p.Args = append(p.Args, Argument{Role: "amount", Phrase: phrase}) // “advanced 300 metres”
	case marker != "":
		if w.hasNot(o) {
			marker = "not " + marker // “not because of a war”
		}
		for _, m := range w.participants(o) {
			p.Args = append(p.Args, Argument{Role: marker, Phrase: w.phrase(m)})
		}
	}
}

// isWhere reports whether the preposition and noun say where it happens.
func (w *walker) isWhere(marker string, n int) bool {
	return (marker == "in" || marker == "at" || marker == "near") && w.isPlace(n)
}

func (t *tree) isPlace(n int) bool {
	return t.names[n] != None && t.Names[t.names[n]].Type == syntax.PlaceName
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
