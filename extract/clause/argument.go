package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
)

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
		words := w.marker(k) == "as" && len(f.objects) > 0 && w.givesWords(f, k)
		if a, ok := w.markedArgument(k); ok && k > f.verb && k != f.clausal && (words || w.isGoverned(f, k)) {
			p.Args = append(p.Args, a) // “accused it of plotting”, “cited him as saying that …”
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

// oblique puts a prepositional phrase of the verb where it belongs: time,
// place or an argument under its preposition.
func (w *walker) oblique(p *Proposition, o int) {
	marker, phrase := w.marker(o), w.phrase(o)
	switch {
	case sources[marker] && !provisions[w.lemma(o)], w.wordsOf(o) != None:
	case w.isTime(o):
		if p.Time == nil && !vagueTimes[w.lower(o)] && !w.negatedNoun(o) {
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
