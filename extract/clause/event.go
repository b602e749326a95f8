package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// event records the act that a noun stands for where the text names both who
// does it and to whom: “a phone call between A and B”, “A's invasion of B”.
func (w *walker) event(n int, f frame, c context) {
	ev, ok := nominalEvents[w.lemma(n)]
	if !ok || f.verb == n || f.last == n && n > 0 {
		return
	}
	subjects, objects := w.sides(n, ev)
	if len(subjects) == 0 || len(objects) == 0 {
		return
	}
	if held := slices.Contains(f.objects, n); held && mentioning[f.lemma] && len(f.subjects) > 0 {
		c = c.said(w.holder(f)) // “spoke of Russia's invasion of Georgia”
	}
	p := w.eventProposition(n, ev, c)
	if slices.Contains(f.subjects, n) || slices.Contains(f.patients, n) {
		p.Modality = combine(p.Modality, w.subjectMood(n, f))
	}
	cancelled := cancelling[f.base] && slices.Contains(f.objects, n)
	switch kept := c.denied || w.negated(f.verb); {
	case w.negatedNoun(n) || cancelled && !kept:
		p.Polarity = graph.Denied
	case cancelled && p.Modality == graph.Asserted:
		p.Modality = graph.Planned // “stopped short of cancelling the call”
	}
	for _, s := range subjects {
		for _, o := range objects {
			if s >= o && slices.Contains(objects, s) {
				continue
			}
			q := p
			q.Subject, q.Predicate = w.participant(s, n), p.Predicate
			object := w.participant(o, n)
			q.Object = &object
			q.Args = w.eventArgs(n, subjects, objects)
			w.add(q)
		}
	}
}

// subjectMood returns what the verb of f says of its subject, an act: “the reply is
// still expected”, “any attack would mean war”.
func (w *walker) subjectMood(n int, f frame) graph.Modality {
	if w.modalOf(f.verb) == "would" && w.isSupposedAct(f.verb, n) {
		return graph.Conditional
	}
	return prospects[w.lower(f.verb)]
}

// eventProposition returns what all propositions of the noun share.
func (w *walker) eventProposition(n int, ev event, c context) Proposition {
	p := Proposition{
		Sentence: w.index, Predicate: Predicate{Token: n, First: n, Last: n, Lemma: ev.verb}, Said: None,
		Polarity: graph.Affirmed, Modality: w.eventMood(n, c), Speakers: c.speakers, Symmetric: ev.symmetric,
	}
	if k := w.child(n, "compound"); k != None && k == n-1 && nominalEvents[w.lower(k)+" "+w.lemma(n)].verb != "" {
		p.Predicate.First = k // “phone call”
	}
	return p
}

// participant returns the words of one who takes part in the act of the noun n:
// one name of “the Blinken-Lavrov call”, else the whole phrase.
func (w *walker) participant(i, n int) Phrase {
	if slices.Contains(w.namesBefore(n), i) {
		return w.wordPhrase(i)
	}
	return w.phrase(i)
}

// sides returns who takes part in the act of the noun.
func (w *walker) sides(n int, ev event) (subjects, objects []int) {
	for _, k := range w.children(n, "nmod") {
		if all := w.participants(k); w.marker(k) == "between" && len(all) > 1 {
			return all, all
		}
	}
	if pair := w.namesBefore(n); ev.symmetric && len(pair) == 2 {
		return pair, pair
	}
	owner := w.owner(n)
	patient := w.patient(n, ev, owner)
	if owner == None || patient == None {
		return nil, nil
	}
	return w.participants(owner), w.participants(patient)
}

// namesBefore returns the names joined by a hyphen before a noun: “the
// Blinken-Lavrov call”.
func (w *walker) namesBefore(n int) []int {
	for i := n - 1; i >= 2 && i > n-4; i-- {
		if dash := w.Tokens[i-1].Form; (dash == "-" || dash == "–") && w.isName(i) && w.isName(i-2) && w.Tokens[i-2].End == w.Tokens[i-1].Start {
			return []int{i - 2, i}
		}
	}
	return nil
}

// patient returns the noun to which the act is done.
func (w *walker) patient(n int, ev event, owner int) int {
	for _, k := range w.children(n, "nmod") {
		if k != owner && !w.isTime(k) && slices.Contains(ev.patients, w.marker(k)) {
			return k
		}
	}
	if slices.Contains(ev.patients, "of") && !ev.symmetric {
		for _, k := range w.children(n, "compound") {
			if w.upos(k) == "NOUN" && k == n-1 && !w.isMovement(n, k) {
				return k // “Moscow's troop buildup”
			}
		}
	}
	return None
}

// isMovement reports whether a noun of action and the one before it stand for a
// body of people: “a liberation movement”, “the policy establishment”.
func (w *walker) isMovement(n, before int) bool {
	return w.lemma(n) == "establishment" || w.lemma(n) == "movement" && strings.HasSuffix(w.lemma(before), "tion")
}

func (w *walker) eventArgs(n int, subjects, objects []int) []Argument {
	var args []Argument
	for _, k := range w.children(n, "nmod") {
		marker := w.marker(k)
		if marker == "" || marker == "between" || w.isTime(k) || slices.Contains(subjects, k) || slices.Contains(objects, k) {
			continue
		}
		args = append(args, Argument{Role: marker, Phrase: w.phrase(k)})
	}
	return args
}

// eventMood returns the modality of an act named by a noun: that of its
// adjectives, of “ahead of”, and for a new act that of the clause.
func (w *walker) eventMood(n int, c context) graph.Modality {
	mood := graph.Asserted
	if m := w.marker(n); ahead[m] && !(m == "before" && w.owner(n) != None && w.isPastVerb(w.verbAbove(n))) || m == "for" && nominalEvents[w.lemma(n)].symmetric {
		mood = graph.Planned
	}
	if h := w.Tokens[n].Head; h >= 0 && w.marker(n) == "of" && eventualities[w.lower(h)] && w.marker(h) == "in" {
		return graph.Conditional // “in the event of an attack”
	}
	for _, k := range w.children(n, "amod", "nmod:desc") {
		if m, ok := modifiers[w.lower(k)]; ok {
			mood = m
		}
	}
	d, owner := w.child(n, "det"), w.owner(n)
	if w.has(n, "nmod:poss") || d != None && w.lower(d) == "the" || d == None && owner != None && owner < n {
		return mood // one that is known: “Russia's threats”, “U.S. threats”
	}
	return combine(c.modality, mood)
}

// verbAbove returns the verb on which the noun hangs, by other nouns or not, or None.
func (w *walker) verbAbove(n int) int {
	for n = w.Tokens[n].Head; n >= 0 && w.upos(n) != "VERB"; n = w.Tokens[n].Head {
	}
	return n
}

// isPastVerb reports whether the token is a verb in the past.
func (w *walker) isPastVerb(v int) bool {
	if v < 0 {
		return false
	}
	past := w.xpos(v) == "VBD"
	for _, k := range w.children(v, "aux", "aux:pass") {
		past = w.xpos(k) == "VBD"
	}
	return past
}

// light reads a light verb with an event noun as the act of the noun: “gave a
// written response to”, “held talks with”.
func (f *frame) light(w *walker) {
	if f.passive {
		f.lightPassive(w)
		return
	}
	if len(f.objects) != 1 || f.objects[0] < f.verb {
		return
	}
	n := f.objects[0]
	if phrase := f.base + " " + w.lower(n); idioms[phrase] && !w.has(n, "det", "nmod:poss", "amod") {
		f.lemma, f.last, f.objects = phrase, n, nil
		return
	}
	if !lightVerbs[f.base] {
		return
	}
	ev, ok := nominalEvents[w.lemma(n)]
	if !ok || !ev.light || w.upos(n) != "NOUN" {
		return
	}
	partners := w.partners(f, n, ev)
	switch {
	case len(partners) > 0:
		f.objects = partners
	case ev.symmetric && len(f.subjects) > 1:
		f.objects = nil
	default:
		return
	}
	f.lemma, f.last, f.symmetric = ev.verb, n, ev.symmetric
}

// lightPassive reads “talks were held between A and B” and “a warning was
// issued by A to B” as the act of the noun. Who does it may own the noun:
// “strikes by A were carried out against B”.
func (f *frame) lightPassive(w *walker) {
	if len(f.patients) != 1 || !lightVerbs[f.base] {
		return
	}
	n := f.patients[0]
	ev, ok := nominalEvents[w.lemma(n)]
	if !ok || !ev.light {
		return
	}
	actors := f.subjects
	if owner := w.owner(n); len(actors) == 0 && owner != None {
		actors = w.participants(owner)
	}
	between := slices.IndexFunc(f.obliques, func(k int) bool { return w.marker(k) == "between" })
	switch {
	case ev.symmetric && between >= 0:
		actors = w.participants(f.obliques[between])
		f.obliques = slices.Delete(slices.Clone(f.obliques), between, between+1)
		f.objects = nil
	case len(actors) == 0:
		return
	default:
		partners := w.partners(f, n, ev)
		if len(partners) == 0 {
			return
		}
		f.objects = partners
	}
	f.passive, f.patients, f.subjects = false, nil, actors
	f.lemma, f.symmetric = ev.verb, ev.symmetric
}

// partners returns those to or with whom the act of the light verb is done,
// and takes them out of the frame's obliques.
func (w *walker) partners(f *frame, n int, ev event) []int {
	takes := append([]string{"with", "to", "against"}, ev.patients...)
	for _, k := range w.children(n, "nmod") {
		if slices.Contains(takes, w.marker(k)) {
			return w.participants(k)
		}
	}
	for i, k := range f.obliques {
		if slices.Contains(takes, w.marker(k)) && !w.isTime(k) {
			f.obliques = slices.Delete(slices.Clone(f.obliques), i, i+1)
			return w.participants(k)
		}
	}
	return nil
}
