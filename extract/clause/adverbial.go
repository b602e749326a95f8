package clause

import (
	"slices"

	"github.com/whomgraph/whom/graph"
)

// isGoverned reports whether the adverbial clause at k belongs to the verb of f
// as an argument: “accused the West of plotting”, “wanted peace to hold”.
func (w *walker) isGoverned(f frame, k int) bool {
	if w.isGerund(k) {
		_, ok := prepositionVerbs[f.base+" "+w.marker(k)]
		adjective := w.upos(f.verb) == "ADJ" && complementAdjectives[f.lemma].gerund.known && slices.Contains([]string{"in", "of", "about", "on"}, w.marker(k))
		return ok || adjective // also “interested in buying it”
	}
	if w.hasAdverb(k, "only") {
		return false // “ordered it out, only to give in”
	}
	if first, _ := w.extent(k); w.lower(first) == "in" || w.lower(first) == "so" || first > 0 && w.Tokens[first-1].Form == "," {
		return false // “sought gifts, in order to help”
	}
	if len(f.objects) == 1 && nominalEvents[w.lemma(f.objects[0])].verb != "" {
		return false // “ordered a ban to prevent riots”
	}
	if len(f.objects) > 0 && (w.upos(f.objects[0]) == "SYM" || w.upos(f.objects[0]) == "NUM") {
		return false // “paid $12 million to settle it”
	}
	return w.isInfinitive(k) && len(f.objects) > 0 && complementVerbs[f.lemma].infinitive.object
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
	switch {
	case w.isGoverned(f, k):
		w.governed(f, k, c, first)
	case w.isAsPut(k), w.isHedge(k):
	case marker == "as" && w.isGerund(k) && f.passive && len(f.objects) == 0 && complementVerbs[w.lemma(k)].finite.speaks:
		c.subjects = f.patients // “was quoted as saying”
		w.clause(k, c)
	case marker == "as" && w.isGerund(k) && len(f.objects) > 0 && w.givesWords(f, k):
		// “cited a diplomat as saying”: the one cited says it, the one who
		// cites says that.
		inner := c.said(Speaker{Phrase: w.phrase(f.subject()), Verb: f.lemma, Polarity: graph.Affirmed, Saying: first})
		inner.subjects = f.objects
		w.link(first, w.clause(k, inner))
	case w.isGerund(k) && marker != "without" && complementVerbs[w.lemma(k)].finite.speaks && len(c.narrator) > 0:
		// “said that the army grew, adding that …”: the speaker adds.
		w.clause(k, context{speakers: c.before, modality: graph.Asserted, subjects: c.narrator})
	default:
		w.clause(k, w.circumstance(f, k, c))
	}
}

// givesWords reports whether what follows “as” is what the object of f says, or
// what f says of it: “cited a diplomat as saying”, “described it as harming”.
func (w *walker) givesWords(f frame, k int) bool {
	return complementVerbs[w.lemma(k)].finite.speaks || complementVerbs[f.base].finite.speaks || characterizing[f.base]
}

// governed walks an adverbial clause that is an argument of its verb. In the
// passive nobody is said to have said it: “was accused of plotting”.
func (w *walker) governed(f frame, k int, c context, first int) {
	e := w.effectOf(f, k)
	if f.passive && !f.active() && e.speaks {
		e.speaks = false
		e.modality = combine(graph.Possible, e.modality)
	}
	w.sayOrDo(f, k, e, c, first)
}

// circumstance returns the context of a clause that tells when, why, how or on
// what condition.
func (w *walker) circumstance(f frame, k int, c context) context {
	marker := w.marker(k)
	inner := c.fresh()
	inner.subjects = w.implied(f, k, marker)
	switch {
	case w.isVerdict(f, k):
		inner = inner.said(w.holder(f))
		inner.subjects = f.objects
	case concessions[marker] && w.isFinite(k) && !w.saidBefore(k, c):
		inner.speakers = w.earlier(c.speakers)
	case w.isSupposed(k):
		inner.modality = graph.Conditional
		if f.clausal != None && k > f.clausal && len(f.subjects) > 0 && w.effectOf(f, f.clausal).speaks {
			inner = inner.said(w.holder(f)) // “threatened to retaliate if …”
		}
	case w.asks(k):
		inner.modality = graph.Questioned
	case (moments[marker] || w.hasAdverb(k, "when")) && w.isToCome(k) && c.modality != graph.Asserted:
		inner.modality = combine(graph.Planned, c.modality) // “we will answer when we receive it”
	case (marker == "until" || marker == "till") && w.isToCome(k):
		inner.modality = graph.Planned // “is suspended until the term ends”
	case w.isInfinitive(k) && w.hasAdverb(k, "only"):
		inner.modality, inner.subjects = c.modality, f.subjects // “left in May, only to come back in June”
	case w.isInfinitive(k) && granting[f.base] && len(w.grantees(f)) > 0:
		inner.modality, inner.subjects = combine(c.modality, w.granted(f)), w.grantees(f)
	case w.isInfinitive(k) && w.hasAdverb(f.verb, "too"):
		inner.modality, inner.denied = c.modality, !c.denied // “too weak to pay”
	case w.isInfinitive(k) && w.hasAdverb(f.verb, "enough"):
		inner.modality, inner.denied = combine(c.modality, graph.Possible), c.denied
		if c.denied {
			inner.modality = c.modality // “not strong enough to win”
		}
	case w.isInfinitive(k) && contests[f.base] && winning[w.lemma(k)]:
		inner.modality = c.modality // “beat Peru to win the cup”
	case w.isInfinitive(k) && w.negated(f.verb) && (f.base == "come" || f.base == "go"):
		inner.modality, inner.denied = combine(c.modality, w.purpose(f)), true // “did not come to sign”
	case w.isInfinitive(k):
		inner.modality = combine(c.modality, w.purpose(f))
	case marker == "by" && w.isGerund(k) && w.isAttempt(f.verb):
	case !w.isFinite(k) && marker != "after" && (marker != "for" || !w.isGerund(k)):
		if inner.modality = c.modality; c.modality == graph.Questioned {
			inner.modality = graph.Asserted // “why did they go, knowing that …?”
		}
		inner.denied = marker == "instead of" || marker == "rather than" || marker == "" && w.isGerund(k) && c.denied && w.isFuture(f, c) && !complementVerbs[w.lemma(k)].finite.speaks // “will not stand by, watching it”
	}
	return inner
}

// grantees returns to whom f gives something, or the time for something: “gave them
// a week to leave”.
func (w *walker) grantees(f frame) []int {
	if f.passive {
		return f.patients
	}
	if len(f.recipients) == 0 && slices.ContainsFunc(f.obliques, w.isTime) {
		return f.objects
	}
	return f.recipients
}

// granted returns the modality of what f gives somebody something for: of a time,
// demanded.
func (w *walker) granted(f frame) graph.Modality {
	if slices.ContainsFunc(slices.Concat(f.objects, f.obliques), w.isTime) {
		return graph.Demanded
	}
	return graph.Possible
}

// isAttempt reports whether the verb is what somebody tried to do: what he did
// for it is done.
func (w *walker) isAttempt(v int) bool {
	head := w.Tokens[v].Head
	return w.rel(v) == "xcomp" && attempts[w.lemma(head)] && w.xpos(head) == "VBD"
}

// isFuture reports whether the clause of f tells what is to come: “will leave”, “is
// going to leave”.
func (w *walker) isFuture(f frame, c context) bool {
	if c.modality == graph.Planned {
		return true
	}
	if f.clausal == None {
		return false
	}
	e := w.effectOf(f, f.clausal)
	return e.silent && e.modality == graph.Planned
}

// isToCome reports whether a clause of time is in the present or present perfect,
// which beside the future stand for it.
func (w *walker) isToCome(k int) bool {
	have := w.perfect(k)
	return w.isFinite(k) && (w.isPresent(k) || have != None && w.xpos(have) != "VBD")
}

// purpose returns the modality of an infinitive that tells what for: that of the
// object's content where it has one (“took pains to praise them”), else planned.
func (w *walker) purpose(f frame) graph.Modality {
	if len(f.objects) == 1 {
		if row, ok := complementNouns[w.lemma(f.objects[0])]; ok && row.infinitive.known {
			return row.infinitive.modality
		}
	}
	return graph.Planned
}

// saidBefore reports whether the innermost speaker is named by a tag behind
// the words at k, all of which he says.
func (w *walker) saidBefore(k int, c context) bool {
	n := len(c.speakers)
	return n > 0 && c.speakers[n-1].Phrase.Sentence == w.index && c.speakers[n-1].Phrase.First > k
}

// isVerdict reports whether a clause with “as” tells what f says of its object.
func (w *walker) isVerdict(f frame, k int) bool {
	return w.marker(k) == "as" && !w.isFinite(k) && len(f.objects) > 0 && len(f.subjects) > 0 && (characterizing[f.base] || denying[f.base] || regarding[f.base])
}

// isAsIf reports whether “as if” or “as though” introduces the clause.
func (w *walker) isAsIf(k int) bool {
	first, _ := w.extent(k)
	for first < k && w.upos(first) == "PUNCT" {
		first++
	}
	return first+1 < k && w.lower(first) == "as" && (w.lower(first+1) == "if" || w.lower(first+1) == "though")
}

// implied returns who does what an adverbial clause without subject says.
func (w *walker) implied(f frame, k int, marker string) []int {
	switch agentless := f.passive && !f.active(); {
	case f.passive && surface[marker]:
		return f.patients // “was led out by guards after shouting”
	case marker == "" && w.isGerund(k) && appointing[f.base] && succeeding[w.lemma(k)] && len(f.objects) > 0:
		return f.objects // “named Lund judge, replacing Paz”
	case w.isVerdict(f, k):
		return f.objects // “dismissed the report as fabricated”
	case marker == "for" && w.isGerund(k) && len(f.objects) > 0 && f.lemma == f.base && !verdicts[w.lemma(f.objects[0])]:
		return f.objects // “arrested him for plotting”
	case agentless && f.base == "use" && w.isInfinitive(k):
		return nil // “was used to launch them”
	case agentless && (marker == "by" || marker == "" && w.lemma(k) == "use"):
		return nil // who does it is not said: “can be found using a scan”
	case agentless || f.passive && w.isPassive(k) || len(f.subjects) == 0:
		return f.patients
	}
	return f.subjects
}
