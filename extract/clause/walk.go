package clause

import (
	"slices"

	"github.com/whomgraph/whom/graph"
)

// A walker turns the trees of one document into propositions.
type walker struct {
	*tree // the sentence at hand
	found []Proposition
	done  map[key]bool
	left  int // clauses that may still be walked in this sentence
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
	if w.left--; w.left < 0 {
		return None
	}
	c = w.tagged(v, c)
	local := w.local(v, c)
	f := w.frame(v, local)
	first := w.emit(f, local)
	w.below(f, local, first)
	for _, k := range w.children(v, "conj") {
		if w.isPredicate(k) {
			w.clause(k, w.joined(f, k, c))
		}
	}
	return first
}

// joined returns the context of a clause coordinated with that of f: what was
// inherited, the subject, and without a subject of its own the mood.
func (w *walker) joined(f frame, k int, c context) context {
	if w.has(k, "nsubj", "nsubj:pass", "expl") {
		return c
	}
	if !w.has(k, "aux") {
		c.modality = combine(c.modality, w.mood(f.verb, c))
		if cc := w.child(k, "cc"); cc != None && w.lower(cc) == "rather" {
			c.denied = !c.denied // “sell rather than repair”
		}
		if cc := w.child(k, "cc"); cc != None && (w.lower(cc) == "or" || w.lower(cc) == "nor") && w.negated(f.verb) {
			c.denied = !c.denied
		}
	}
	c.subjects = f.subjects
	if f.passive {
		c.subjects = f.patients
	}
	return c
}

// local adds what the clause's own words say of polarity and modality.
func (w *walker) local(v int, c context) context {
	if w.negated(v) {
		c.denied = !c.denied
	}
	c.modality = combine(c.modality, w.mood(v, c))
	if w.conditioned(v) && !w.has(v, "ccomp", "xcomp") {
		c.modality = graph.Conditional
	}
	return c
}

// conditioned reports whether an if-clause hangs on the verb. Where the verb
// has a clause as object, the condition is that clause's: “said it would leave
// if …”.
func (w *walker) conditioned(v int) bool {
	return slices.ContainsFunc(w.children(v, "advcl"), func(k int) bool { return conditions[w.marker(k)] })
}

// negated reports whether the clause of v is denied by words of its own: an
// odd number of negations among its adverbs and participants.
func (w *walker) negated(v int) bool {
	odd := false
	for _, k := range w.kids(v) {
		switch w.rel(k) {
		case "advmod", "cc:preconj", "det":
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
			if d := w.child(k, "det"); d != None && w.lower(d) == "no" {
				odd = !odd
			}
		case "mark":
			if w.lower(k) == "without" {
				odd = !odd
			}
		}
	}
	return odd
}

// isNegation reports whether the word denies: “not”, but not “not only”.
func (w *walker) isNegation(k int) bool {
	return negations[w.lower(k)] && !w.has(k, "advmod") && (k+1 >= len(w.Tokens) || !additives[w.lower(k+1)])
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
	for _, d := range w.children(n, "det", "cc:preconj", "advmod") {
		if l := w.lower(d); l == "no" || l == "neither" || l == "not" && w.isNegation(d) {
			return true
		}
	}
	return false
}

// mood returns the modality that auxiliaries, adverbs and question marks give
// the clause of v.
func (w *walker) mood(v int, c context) graph.Modality {
	if w.rel(v) == "root" && w.Tokens[len(w.Tokens)-1].Form == "?" {
		return graph.Questioned
	}
	if w.isInfinitive(v) && (w.rel(v) == "root" || w.has(v, "nsubj", "nsubj:pass") && w.has(v, "aux", "aux:pass")) {
		return graph.Planned // “are to be sent”, “Ghana to buy trains”
	}
	if w.rel(v) == "ccomp" && w.xpos(v) == "VB" && w.has(v, "nsubj", "nsubj:pass") && !w.has(v, "aux") && !w.isInfinitive(v) {
		return graph.Demanded // “insisted that Haiti hold a vote”
	}
	for _, k := range w.children(v, "aux") {
		if s := w.child(v, "nsubj", "nsubj:pass"); w.rel(v) == "advcl" && k < s && inversions[w.lower(k)] {
			return graph.Conditional // “should Yemen refuse”
		}
		if w.lemma(k) == "can" && complementVerbs[w.lemma(v)].finite.speaks && !w.negated(v) {
			return graph.Asserted // “we can confirm that”: they do
		}
		if m, ok := modals[w.lower(k)]; ok {
			return m
		}
		if w.lower(k) == "would" || w.lower(k) == "'d" && w.has(v, "aux") && w.xpos(v) == "VB" {
			if len(c.speakers) > 0 {
				return graph.Planned
			}
			return graph.Possible
		}
	}
	for _, k := range w.children(v, "advmod") {
		if m, ok := modifiers[w.lower(k)]; ok {
			return m
		}
	}
	return graph.Asserted
}

var inversions = map[string]bool{"should": true, "had": true, "were": true}

// below walks the clauses and nouns under the clause of f.
func (w *walker) below(f frame, c context, first int) {
	for _, k := range w.kids(f.verb) {
		if k == f.clausal {
			w.complement(f, k, c, first)
			continue
		}
		switch w.rel(k) {
		case "ccomp", "xcomp", "csubj", "csubj:pass", "csubj:outer":
			w.complement(f, k, c, first)
		case "advcl:relcl":
			if w.isCleft(f.verb) {
				w.relative(f.verb, k, c)
			} else if !c.again {
				w.adverbial(f, k, c, first)
			}
		case "advcl":
			if !c.again || w.isGoverned(f, k) {
				w.adverbial(f, k, c, first)
			}
		case "parataxis":
			if !w.isTag(k) {
				w.clause(k, context{speakers: c.speakers, modality: c.modality})
			}
		case "nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "dislocated", "vocative", "list", "dep":
			if !c.again {
				w.noun(k, f, c)
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

// isCleft reports whether the nominal clause is “it is X that …”.
func (w *walker) isCleft(v int) bool {
	s := w.child(v, "expl", "nsubj")
	return s != None && w.lower(s) == "it" && w.has(v, "cop") && w.upos(v) != "VERB"
}

// beyond walks what hangs on an adverb or another small word: “ahead of the
// talks”, “how NATO rejected it”.
func (w *walker) beyond(k int, f frame, c context) {
	for _, x := range w.kids(k) {
		switch w.rel(x) {
		case "obl", "nmod", "obj":
			w.noun(x, bystander(f), c)
		case "advcl", "advcl:relcl", "acl", "acl:relcl", "ccomp", "csubj":
			w.clause(x, c.fresh())
		}
	}
}

// effectOf returns what the word of f does to the clause at k.
func (w *walker) effectOf(f frame, k int) effect {
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
	if governed, ok := prepositionVerbs[f.base+" "+w.marker(k)]; ok && w.isGerund(k) {
		row = governed
	}
	e := row.finite
	switch {
	case w.isInfinitive(k):
		e = row.infinitive
	case w.isGerund(k) && !w.isFinite(k):
		e = row.gerund
	case !w.isFinite(k) && w.rel(k) == "xcomp":
		e = row.infinitive
	}
	if w.isInfinitive(k) && e.modality == graph.Planned && w.isPerfect(k) {
		e.modality = "" // “claimed to have shot it down”
	}
	if w.isImperative(k) {
		e.modality = graph.Demanded
	}
	if f.base == "have" && !w.isInfinitive(k) {
		e = effect{known: true, object: true, silent: true} // “had its licence revoked”
	}
	if e.object && len(f.objects) > 0 && complementVerbs[f.lemma].infinitive.raises {
		e.modality = graph.Demanded // “wants Russia to leave”
	}
	e.silent = e.silent || f.base == "help" && len(f.objects) == 0
	if f.base == "have" && w.hasYet(f.verb) {
		e.modality, e.denies = "", true // “has yet to ratify”
	}
	if w.asks(k) {
		e.modality = graph.Questioned
	}
	return e
}

func (w *walker) isPerfect(v int) bool {
	for _, k := range w.children(v, "aux") {
		if w.lemma(k) == "have" {
			return true
		}
	}
	return false
}

// isImperative reports whether what is said is an order: “‘Release them,’ he
// said”.
func (w *walker) isImperative(k int) bool {
	return w.rel(k) == "ccomp" && w.xpos(k) == "VB" && !w.hasSubject(k) && !w.isInfinitive(k) && !w.has(k, "aux", "mark")
}

func (w *walker) hasYet(v int) bool {
	for _, k := range w.children(v, "advmod") {
		if w.lower(k) == "yet" {
			return true
		}
	}
	return false
}

// asks reports whether “whether” or “if” introduces the clause.
func (w *walker) asks(k int) bool {
	for _, m := range w.children(k, "mark") {
		if l := w.lower(m); l == "whether" || l == "if" && w.rel(k) != "advcl" {
			return true
		}
	}
	return false
}

// complement walks a clause that is an argument of f.
func (w *walker) complement(f frame, k int, c context, first int) {
	e := w.effectOf(f, k)
	inner := c
	if e.raises && c.denied && w.negated(f.verb) {
		inner.denied, e.denies = false, true
	}
	w.sayOrDo(f, k, e, inner, first)
}

// sayOrDo walks the clause at k below f with effect e: once for each speaker
// where f is an act of speech, else once.
func (w *walker) sayOrDo(f frame, k int, e effect, c context, first int) {
	if w.conditioned(f.verb) {
		e.modality = graph.Conditional
	}
	inner := c.under(e)
	inner.subjects = w.controller(f, e)
	gap := c.gap
	if w.hasSubject(k) || !w.isFinite(k) {
		gap = nil
	}
	inner.gap = nil
	switch {
	case gap != nil:
		inner.subjects = gap
	case w.isImperative(k):
		gap = append(f.recipients, f.objects...)
		inner.subjects = gap
	}
	if !e.speaks || len(f.subjects) == 0 {
		w.link(first, w.clause(k, inner))
		return
	}
	for n, s := range f.subjects {
		if c.denied {
			e.denies = false // “did not deny that”: open, not denied
		}
		account := c.said(Speaker{Phrase: w.phrase(s), Verb: f.lemma, Polarity: graph.Affirmed, Saying: w.nth(first, n)}).under(e)
		account.subjects = inner.subjects
		if !e.object && gap == nil && !w.isImperative(k) {
			account.subjects = []int{s}
		}
		account.gap, account.narrator, account.before = nil, []int{s}, c.speakers
		w.link(w.nth(first, n), w.clause(k, account))
	}
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

// isGoverned reports whether the adverbial clause at k belongs to the verb of f
// as an argument: “accused the West of plotting”, “wanted peace to hold”.
func (w *walker) isGoverned(f frame, k int) bool {
	if w.isGerund(k) {
		_, ok := prepositionVerbs[f.base+" "+w.marker(k)]
		return ok
	}
	return w.isInfinitive(k) && len(f.objects) > 0 && (complementVerbs[f.base].infinitive.object || complementVerbs[f.lemma].infinitive.object)
}

// earlier returns the speakers who speak from earlier sentences.
func (w *walker) earlier(speakers []Speaker) []Speaker {
	n := 0
	for n < len(speakers) && speakers[n].Phrase.Sentence != w.index {
		n++
	}
	return speakers[:n:n]
}

// adverbial walks an adverbial clause of f.
func (w *walker) adverbial(f frame, k int, c context, first int) {
	marker := w.marker(k)
	if w.isGoverned(f, k) {
		e := w.effectOf(f, k)
		if f.passive && !f.active() && e.speaks {
			e.speaks = false
			e.modality = combine(graph.Possible, e.modality)
		}
		w.sayOrDo(f, k, e, c, first)
		return
	}
	inner := c.fresh()
	inner.subjects = f.subjects
	if len(inner.subjects) == 0 || f.passive && (!f.active() || w.isPassive(k)) {
		inner.subjects = f.patients
	}
	if marker == "by" && f.passive && !f.active() {
		inner.subjects = nil // who does it is not said
	}
	switch {
	case marker == "as" && w.isGerund(k) && len(f.objects) > 0:
		// “cited a diplomat as saying”: the one cited says it, the one who
		// cites says that.
		inner = c.said(Speaker{Phrase: w.phrase(f.subject()), Verb: f.lemma, Polarity: graph.Affirmed, Saying: first})
		inner.subjects = f.objects
		w.link(first, w.clause(k, inner))
		return
	case w.isGerund(k) && complementVerbs[w.lemma(k)].finite.speaks && len(c.narrator) > 0:
		// “said that the army grew, adding that …”: the speaker adds.
		inner = context{speakers: c.before, modality: graph.Asserted, subjects: c.narrator}
	case concessions[marker] && w.isFinite(k):
		inner.speakers = w.earlier(c.speakers)
	case conditions[marker]:
		inner.modality = graph.Conditional
	case w.asks(k):
		inner.modality = graph.Questioned
	case marker == "for" && w.isGerund(k) && len(f.objects) > 0:
		inner.subjects = f.objects // “arrested him for plotting”
	case w.isInfinitive(k):
		inner.modality = combine(c.modality, graph.Planned)
	case !w.isFinite(k):
		inner.modality = c.modality
		if marker == "instead of" || marker == "rather than" {
			inner.denied = true
		}
	}
	w.clause(k, inner)
}
