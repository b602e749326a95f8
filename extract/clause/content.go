package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// content walks the clause at k that tells what the noun n holds: a report, a
// plan, a fear. Who owns the noun says or does it; where somebody denies the
// noun, the clause stands in two accounts.
func (w *walker) content(n, k int, e effect, owner int, f frame, c context) {
	if !e.known && w.marker(k) == "against" && w.isGerund(k) {
		return // “a vote against hiring him”: nobody hires
	}
	held := slices.Contains(f.objects, n)
	if opportunities[w.lemma(n)] && taking[f.base] && held {
		e.modality = "" // “used the chance to warn them”
	}
	light := n > 0 && f.last == n // “put pressure on Chad to leave”
	if from := w.child(n, "nmod"); owner == None && from != None && from < k && w.marker(from) == "from" && e.speaks {
		owner = from // “sought guarantees from NATO that …”
	}
	sought := owner == None && held && seeking[f.base] && assurances[w.lemma(n)] && len(f.subjects) > 0
	switch {
	case sought:
		e = effect{known: true, modality: graph.Demanded} // “wants assurances that it will not be sold”
	case owner == None && (held || light) && (seeking[f.base] || e.speaks && (lightVerbs[f.base] || voicing[f.base])) && len(f.subjects) > 0:
		owner = f.subjects[0] // “issued an order that …”, “came to the conclusion that …”
	}
	if w.asks(k) {
		e.modality = graph.Questioned
	} else if w.marker(k) == "if" {
		e.modality = graph.Conditional
	}
	for _, a := range w.children(n, "amod") {
		e.modality = combine(e.modality, modifiers[w.lower(a)]) // “an alleged plan”
	}
	if owner == None && accusations[w.lemma(n)] && w.marker(n) == "on" && indicting[f.base] && !f.passive && len(f.subjects) > 0 {
		owner = f.subjects[0] // “indicted him on charges of plotting”
	}
	if owner == None && accusations[w.lemma(n)] {
		e.speaks, e.modality = false, combine(e.modality, graph.Possible) // “on charges of plotting”
	}
	saying := w.act(f)
	if !light && !sought {
		saying = w.nominalSaying(n, k, owner, c)
	}
	inner := w.holding(n, held, f, c)
	if !e.known && held && granting[f.base] && len(f.recipients) > 0 {
		e.modality = w.granted(f)
	}
	if strings.HasPrefix(w.marker(k), "but") && w.isInfinitive(k) {
		inner.denied, e.modality = c.denied != w.negated(f.verb), graph.Demanded // “has no choice but to leave”
	}
	if !e.known && e.modality == "" && w.isInfinitive(k) && w.isOpenEnded(n, k, f) {
		e.modality = graph.Planned // “a budget to fund the army”
	}
	if w.marker(k) == "if" && held && complementVerbs[f.base].finite.speaks && len(f.subjects) > 0 && !inner.endsWith(w.holder(f)) {
		inner = inner.said(w.holder(f)) // “warned of consequences if it left”
	}
	if e.speaks && inner.modality == graph.Planned && w.isFinite(k) && w.xpos(k) == "VBD" {
		inner.modality = graph.Asserted // “will pay to settle claims that it bribed them”
	}
	if sought && !inner.endsWith(w.holder(f)) {
		inner = inner.said(w.holder(f))
	}
	if w.lemma(n) == "fact" {
		inner.denied, inner.modality = false, graph.Asserted // “will not hide the fact that they left”
	}
	if w.isFailed(n, f) {
		inner.denied, e.modality = !inner.denied, ""
	}
	if speaker := w.nounSpeaker(n, owner, saying); e.speaks && !inner.endsWith(speaker) {
		inner = inner.said(speaker)
	}
	inner = inner.under(e)
	inner.subjects = w.holders(n, held, e, owner, f)
	if owner == None && w.isInfinitive(k) && (laws[w.lemma(n)] || w.isPassive(k) && e.modality != graph.Demanded) {
		inner.subjects = []int{n} // “passed a bill to cut pensions”, “a plan to be discussed”
	}
	if inner.narrator == nil {
		inner.narrator, inner.before = f.subjects, c.speakers
	}
	denied := held && w.denies(f) && e.modality != graph.Demanded
	det := w.child(n, "det")
	if anyone := det != None && w.lower(det) == "any"; !denied || e.speaks && !anyone { // “denied plans to”: nobody affirms them
		w.link(saying, w.clause(k, inner))
	}
	account := context{speakers: c.speakers, modality: c.modality, again: true}
	if accusations[w.lemma(n)] {
		e.modality = "" // what is denied is not open
	}
	switch {
	case denied:
		account = account.said(w.holder(f)).under(e)
	case w.isFalse(n, f):
		account = account.under(e) // “the claim that … was false”
	default:
		return
	}
	account.denied = !account.denied
	account.subjects = inner.subjects
	w.clause(k, account)
}

// isOpenEnded reports whether an infinitive below the noun n tells what n is for: not
// “the second to leave”, nor “beat Peru in the final to win the cup”.
func (w *walker) isOpenEnded(n, k int, f frame) bool {
	first := slices.ContainsFunc(w.children(n, "amod", "nummod"), func(a int) bool { return firsts[w.lower(a)] })
	return !first && !(contests[f.base] && winning[w.lemma(k)]) && w.xpos(k) == "VB"
}

// isFailed reports whether f says that the attempt n came to nothing: “lost a bid to
// join”, “an effort to end it failed”, “foiled a plot to kill him”.
func (w *walker) isFailed(n int, f frame) bool {
	switch tried := attemptNouns[w.lemma(n)] && !w.negated(f.verb); {
	case opportunities[w.lemma(n)] && slices.Contains(f.objects, n):
		return missing[f.base] && !w.negated(f.verb)
	case !tried:
		return false
	case slices.Contains(f.objects, n):
		return losing[f.base] || foiling[f.base]
	case slices.Contains(f.patients, n):
		return foiling[f.base]
	}
	return slices.Contains(f.subjects, n) && failing[f.base]
}

// isFalse reports whether f says that what its subject n holds does not hold.
func (w *walker) isFalse(n int, f frame) bool {
	return slices.Contains(f.subjects, n) && w.has(f.verb, "cop") && falsehoods[w.lemma(f.verb)] && !w.negated(f.verb)
}

// holding returns the context in which a noun's content stands: a denial of
// the verb reaches only what is its object, and who reports a claim is a
// speaker of it too.
func (w *walker) holding(n int, held bool, f frame, c context) context {
	if !held || w.denies(f) {
		c.denied = false
	}
	none := w.negatedNoun(n)
	if none {
		c.denied = false // counted below, for what the noun holds
	}
	_, tells := complementNouns[w.lemma(n)]
	if verb := complementVerbs[f.base].finite; held && tells && !responding[f.lemma] && !w.isFound(n, f) && len(f.subjects) > 0 && verb.speaks && !verb.denies && !verb.raises {
		c = c.said(w.holder(f))
	}
	if none || held && cancelling[f.base] {
		c.denied = !c.denied // “found no evidence that”, “dropped plans to”
	}
	return c
}

// isFound reports whether the noun is what somebody found to do, which is no
// finding: “found a way to pay”.
func (w *walker) isFound(n int, f frame) bool {
	a := w.child(n, "acl")
	return f.base == "find" && a != None && (w.isInfinitive(a) || w.isGerund(a))
}

// denies reports whether the verb denies what its object holds: “denied
// reports”, “does not believe reports”.
func (w *walker) denies(f frame) bool {
	e := complementVerbs[f.base].finite
	return len(f.subjects) > 0 && (e.denies || e.speaks && e.raises && w.negated(f.verb))
}

// holder returns the subject of f as the speaker of what its object holds.
func (w *walker) holder(f frame) Speaker {
	return Speaker{Phrase: w.phrase(f.subject()), Verb: f.base, Polarity: graph.Affirmed, Saying: w.act(f)}
}

// nounSpeaker returns who says what a noun holds: its owner, else the noun.
func (w *walker) nounSpeaker(n, owner, saying int) Speaker {
	who := n
	if owner != None {
		who = owner
	}
	return Speaker{Phrase: w.phrase(who), Verb: w.nounVerb(n), Polarity: graph.Affirmed, Saying: saying}
}

// holders returns who does what a noun holds where the clause has no subject:
// the noun's owner, the one to whom it is granted, or the subject of the verb that
// has it as object. One who demands is not the one who does.
func (w *walker) holders(n int, held bool, e effect, owner int, f frame) []int {
	switch {
	case accusations[w.lemma(n)] && w.marker(n) == "on" && slices.Contains(f.obliques, n):
		return slices.Concat(f.patients, f.objects) // “arrested him on suspicion of plotting”
	case e.modality == graph.Demanded && e.speaks && n > 0 && f.last == n:
		return f.objects
	case e.modality == graph.Demanded && e.speaks:
		return w.addressed(n)
	case e.modality == graph.Questioned:
		return nil
	case owner != None:
		return w.participants(owner)
	case held && granting[f.base] && len(f.recipients) > 0:
		return f.recipients
	case held && !detached[f.base] || w.marker(n) == "in":
		return f.subjects
	}
	return nil
}

// addressed returns those of whom a noun demands something: “pressure on Chad to
// leave”, “an appeal to both sides to talk”.
func (w *walker) addressed(n int) []int {
	for _, k := range w.children(n, "nmod") {
		if m := w.marker(k); m == "on" || m == "to" || m == "upon" {
			return w.participants(k)
		}
	}
	return nil
}

// act returns the index of the last proposition of the verb of f.
func (w *walker) act(f frame) int {
	for i := len(w.found) - 1; i >= 0 && w.found[i].Sentence == w.index; i-- {
		if w.found[i].Predicate.Token == f.verb {
			return i
		}
	}
	return None
}

// nominalSaying records a noun with an owner and a clause as an act: “Russia's
// demand that …”.
func (w *walker) nominalSaying(n, k, owner int, c context) int {
	ev, ok := nominalEvents[w.lemma(n)]
	if !ok || owner == None {
		return None
	}
	phrase := w.clausePhrase(k, None)
	return w.add(Proposition{
		Sentence: w.index, Subject: w.phrase(owner), Predicate: Predicate{Token: n, First: n, Last: n, Lemma: ev.verb},
		Object: &phrase, Clausal: true, Said: None, Polarity: graph.Affirmed, Modality: graph.Asserted, Speakers: c.speakers,
	})
}

func (w *walker) nounVerb(n int) string {
	if ev, ok := nominalEvents[w.lemma(n)]; ok {
		return ev.verb
	}
	return w.lemma(n)
}
