package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// negated reports whether the clause of v is denied by words of its own: an
// odd number of negations among its adverbs and participants.
func (w *walker) negated(v int) bool {
	odd := false
	for _, k := range w.kids(v) {
		switch w.rel(k) {
		case "advmod", "cc:preconj", "det":
			if l := w.lower(k); (l == "almost" || l == "nearly") && k == v-1 && w.isParticiple(v) && !amounting[w.lemma(v)] {
				odd = !odd // “the talks almost collapsed”
			}
			if w.isNegation(k) || w.rel(k) == "advmod" && w.hasNegation(k) {
				odd = !odd
			}
		case "cc":
			if w.lower(k) == "nor" && w.has(v, "nsubj", "nsubj:pass") {
				odd = !odd // “nor did it alert the police”
			}
		case "nsubj", "nsubj:pass", "obj", "iobj":
			if w.negatedNoun(k) && !w.contrasted(k) {
				odd = !odd
			}
		case "obl", "obl:unmarked":
			if d := w.child(k, "det"); d != None && w.lower(d) == "no" && !accompanying[w.marker(k)] {
				odd = !odd
			}
		case "mark":
			if w.lower(k) == "without" {
				odd = !odd
			}
		}
	}
	if odd && w.isPastUntil(v) {
		return false
	}
	for _, o := range w.secondObject(v) {
		if !w.has(v, "obj") && w.negatedNoun(o) && !w.contrasted(o) {
			return !odd // “threatens nobody and annexes nothing”, hung on the first verb
		}
	}
	return odd
}

// isPastUntil reports whether the verb tells what was done at last: “was not invited
// until the final hour”.
func (w *walker) isPastUntil(v int) bool {
	return w.isPastVerb(v) && slices.ContainsFunc(w.children(v, "obl", "obl:unmarked"), func(k int) bool { return k > v && w.marker(k) == "until" })
}

// isNegation reports whether the word denies: “not”, but not “not only”.
func (w *walker) isNegation(k int) bool {
	return negations[w.lower(k)] && !w.has(k, "advmod") && !w.isAdditive(k)
}

// isAdditive reports whether “not” begins “not only … but”.
func (w *walker) isAdditive(k int) bool {
	if k+1 >= len(w.Tokens) || !additives[w.lower(k+1)] {
		return false
	}
	return slices.ContainsFunc(w.Tokens[k+1:], func(t syntax.Token) bool { return t.Form == "but" || t.Form == "also" })
}

// hasNegation reports whether a negation hangs on the adverb: “no longer”.
func (w *walker) hasNegation(k int) bool {
	n := w.child(k, "advmod", "det")
	return n != None && negations[w.lower(n)] && !additives[w.lower(k)]
}

func (w *walker) negatedNoun(n int) bool {
	if negativePronouns[w.lower(n)] {
		return true
	}
	if whose := w.child(n, "nmod:poss"); whose != None && w.negatedNoun(whose) {
		return true // “no country's troops”
	}
	for _, d := range w.children(n, "det", "cc:preconj", "advmod") {
		if l := w.lower(d); l == "no" || l == "neither" || l == "not" && w.isNegation(d) && !w.isUniversal(n) {
			return true
		}
	}
	return false
}

// isUniversal reports whether a noun stands for all: “not all members left” denies
// that all did, not that they left.
func (t *tree) isUniversal(n int) bool {
	d := t.child(n, "det", "det:predet")
	return universals[t.lower(n)] || d != None && universals[t.lower(d)]
}

// mood returns the modality that auxiliaries, adverbs and question marks give
// the clause of v.
func (w *walker) mood(v int, c context) graph.Modality {
	subject, asked := w.child(v, "nsubj", "nsubj:pass"), w.lastQuestion()
	if q := w.quotedQuestion(); q != None {
		asked = q
	}
	switch aux := w.has(v, "aux"); {
	case asked == v:
		return graph.Questioned
	case asked == None && w.isQuestion() && (w.rel(v) == "root" || w.Tokens[v].Head == w.root() && w.upos(w.root()) != "VERB" && !w.has(w.root(), "cop")), asked == None && w.isQuestioned(v),
		asked == None && w.isQuestion() && w.rel(v) == "conj" && w.Tokens[v].Head == w.root() && (w.isInterrogative(v) || !w.isInterrogative(w.root())):
		return graph.Questioned
	case w.isInfinitive(v) && (w.rel(v) == "root" || subject != None && w.has(v, "aux", "aux:pass")):
		return graph.Planned // “are to be sent”, “Ghana to buy trains”
	case w.rel(v) == "ccomp" && w.xpos(v) == "VB" && subject != None && !aux && !w.isInfinitive(v) && !stating[w.lemma(w.Tokens[v].Head)]:
		return graph.Demanded // “insisted that Haiti hold a vote”
	}
	if subject != None && w.isAllegedAct(subject) {
		return graph.Possible
	}
	for _, k := range w.children(v, "aux") {
		if m, ok := w.modal(v, k, subject, c); ok {
			return m
		}
	}
	for _, k := range w.children(v, "advmod") {
		if m, ok := modifiers[w.lower(k)]; ok {
			return m
		}
	}
	return graph.Asserted
}

// isAllegedAct reports whether a noun stands for what may not have been done: “the
// alleged plot”, not “the alleged leader”.
func (w *walker) isAllegedAct(n int) bool {
	a := w.child(n, "amod")
	act := undergoing[w.lemma(n)] != "" || nominalEvents[w.lemma(n)].verb != "" || complementNouns[w.lemma(n)].infinitive.known ||
		slices.ContainsFunc(actEndings, func(end string) bool { return strings.HasSuffix(w.lemma(n), end) })
	return a != None && w.lower(a) == "alleged" && act
}

// actEndings are those of nouns that stand for an act.
var actEndings = []string{"tion", "sion", "ment", "acy", "ance"}

// lastQuestion returns the clause after that of the root which alone the question
// mark at the end is about, as its order or its first word tells; or None.
func (w *walker) lastQuestion() int {
	if !w.isQuestion() {
		return None
	}
	last := None
	for _, k := range w.children(w.root(), "conj", "parataxis") {
		if k > w.root() && (w.isPredicate(k) || w.asksShortly(k)) {
			last = k
		}
	}
	if last == None || !w.isInterrogative(last) && !w.asksShortly(last) || w.isInterrogative(w.root()) {
		return None
	}
	return last
}

// quotedQuestion returns the clause between quotation marks that alone the question
// mark at the end is about: “Lund asked: “Did they pay?””; or None.
func (w *walker) quotedQuestion() int {
	last := len(w.Tokens) - 1
	if !w.isQuestion() || !isQuote(w.Tokens[last].Form) {
		return None
	}
	for i := last - 1; i > w.root(); i-- {
		if isQuote(w.Tokens[i].Form) {
			return w.top(i+1, last-1)
		}
	}
	return None
}

// asksShortly reports whether a phrase without verb asks: “so why not Peru?”.
func (w *walker) asksShortly(k int) bool {
	return !w.isPredicate(k) && (w.hasAdverb(k, "why") || w.hasAdverb(k, "how"))
}

// isInterrogative reports whether a clause asks: an auxiliary or a question word
// stands before its subject.
func (w *walker) isInterrogative(v int) bool {
	subject := w.child(v, "nsubj", "nsubj:pass", "expl")
	if subject == None {
		return false
	}
	first := slices.Min(append(w.children(v, "aux", "aux:pass", "cop", "advmod"), subject))
	tag := w.xpos(first)
	return first < subject && (strings.HasPrefix(w.rel(first), "aux") || w.rel(first) == "cop" || tag == "WRB") || strings.HasPrefix(w.xpos(subject), "W")
}

// isQuestion reports whether a question mark ends the sentence.
func (t *tree) isQuestion() bool {
	for i := len(t.Tokens) - 1; i >= 0; i-- {
		if form := t.Tokens[i].Form; !isQuote(form) {
			return form == "?"
		}
	}
	return false
}

// isQuestioned reports whether a question mark ends the clause of v.
func (w *walker) isQuestioned(v int) bool {
	return slices.ContainsFunc(w.children(v, "punct"), func(k int) bool { return k > v && w.Tokens[k].Form == "?" })
}

// modal returns the modality that the auxiliary k gives its verb.
func (w *walker) modal(v, k, subject int, c context) (graph.Modality, bool) {
	form := w.lower(k)
	switch {
	case (w.rel(v) == "advcl" || form == "should" && w.rel(v) != "root" && !w.isQuestion()) && k < subject && inversions[form]:
		return graph.Conditional, true // “should Yemen refuse”
	case (form == "would" || form == "'d" || form == "’d") && wanting[w.lemma(v)]:
		return graph.Asserted, true // “would like to leave”: he wants it now
	case form == "would" && w.hasAdverb(v, "later"):
		return graph.Asserted, true
	case form == "would" && w.negated(v) && withholding[w.lemma(v)]:
		return graph.Asserted, true // “would not say whether”
	case form == "would" && w.isSupposedAct(v, subject):
		return graph.Conditional, true
	case form == "would" && w.rel(v) == "ccomp" && w.isPresent(w.Tokens[v].Head) && complementVerbs[w.lemma(w.Tokens[v].Head)].finite.speaks:
		return graph.Conditional, true // “unions say that jobs would be lost”
	case form == "would" && w.rel(v) == "acl:relcl" && w.xpos(w.root()) == "VBZ":
		return graph.Conditional, true // “announces a move that would require a vote”
	case form == "would" && (len(c.speakers) == 0 && c.modality == graph.Asserted || w.isPerfect(v)):
		return graph.Conditional, true
	case w.lemma(k) == "can" && complementVerbs[w.lemma(v)].finite.speaks && w.has(v, "ccomp") && !w.negated(v):
		return graph.Asserted, true // “we can confirm that”: they do
	case form == "would" || form == "'d" && w.xpos(v) == "VB":
		return graph.Planned, true
	}
	m, ok := modals[form]
	if m == graph.Demanded && w.isPerfect(v) {
		m = graph.Possible // “must have been prepared”
	}
	return m, ok
}

// isSupposedAct reports whether the subject of v is an act that nobody has said to
// come: “any attack would trigger a response”, “an invasion would mean war”.
func (w *walker) isSupposedAct(v, n int) bool {
	if n == None || nominalEvents[w.lemma(n)].verb == "" || w.has(n, "nmod:poss") {
		return false
	}
	d, a := w.child(n, "det"), w.child(n, "amod")
	return d != None && (supposing[w.lower(d)] || consequential[w.lemma(v)] && indefinites[w.lower(d)]) || a != None && supposing[w.lower(a)]
}

// modalOf returns the modal auxiliary of a verb, or "".
func (t *tree) modalOf(v int) string {
	for _, k := range t.children(v, "aux") {
		if t.xpos(k) == "MD" {
			return t.lower(k)
		}
	}
	return ""
}

// conditioned reports whether an if-clause hangs on the verb. Where the verb
// has a clause as object, the condition is that clause's: “said it would leave
// if …”.
func (w *walker) conditioned(v int) bool {
	for _, k := range w.children(v, "advcl") {
		switch marker := w.marker(k); {
		case marker == "in case", w.isHedge(k), w.isQuestionClause(v, k):
		case conditions[marker] && !w.hasAdverb(k, "even"), w.isInverted(k), w.isPermitting(k):
			return true
		}
	}
	for _, k := range w.children(v, "advmod", "obl") {
		if w.rel(k) == "obl" && w.marker(k) == "pending" || w.isAsLongAs(k) {
			return true
		}
	}
	return false
}

// isHedge reports whether a condition only softens what is said: “if possible”.
func (w *walker) isHedge(k int) bool {
	return hedges[w.lower(k)] && conditions[w.marker(k)] && !w.has(k, "nsubj", "nsubj:pass", "expl")
}

// isInverted reports whether the clause says by its order that it is a
// condition: “should Yemen refuse the offer”.
func (w *walker) isInverted(k int) bool {
	first, _ := w.extent(k)
	subject := w.child(k, "nsubj", "nsubj:pass")
	return first < subject && inversions[w.lower(first)] && strings.HasPrefix(w.rel(first), "aux")
}

// isAsLongAs reports whether the adverb is the one of “as long as Israel pays”.
func (w *walker) isAsLongAs(k int) bool {
	x := w.child(k, "advcl")
	return x != None && w.lower(k) == "long" && w.marker(x) == "as"
}

// isSupposed reports whether the clause at k, which may hang on an adverb, is a
// condition.
func (w *walker) isSupposed(k int) bool {
	return conditions[w.marker(k)] || w.isAsIf(k) || w.isInverted(k) || w.isPermitting(k)
}

// isPermitting reports whether the clause is “weather permitting” or the like.
func (w *walker) isPermitting(k int) bool {
	return (w.lower(k) == "permitting" || w.lower(k) == "willing") && w.has(k, "nsubj") && !w.has(k, "aux", "cop", "obj")
}
