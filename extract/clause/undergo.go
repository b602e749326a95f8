package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// undergone records the act that a noun stands for where the text names only to whom
// it is done, as a passive does: “ordered the closure of the schools”. What a verb says
// of its object holds for the act: the schools are to be closed, as somebody demands.
func (w *walker) undergone(n int, f frame, c context) {
	w.warrant(n, f, c)
	lemma := undergoing[w.lemma(n)]
	if lemma == "" || w.upos(n) != "NOUN" || n > 0 && f.last == n {
		return
	}
	if ev, ok := nominalEvents[w.lemma(n)]; ok {
		if subjects, objects := w.sides(n, ev); len(subjects) > 0 && len(objects) > 0 {
			return
		}
	}
	patients := w.patientsOf(n, lemma)
	inner, known := w.fate(n, f, c)
	if !known {
		return
	}
	for _, s := range patients {
		p := w.befalls(s, n, inner)
		p.Modality = combine(inner.modality, w.eventMood(n, context{}))
		p.Args = w.eventArgs(n, patients, nil)
		w.timeOf(&p, n)
		w.add(p)
	}
}

// warrant records what is to be done to somebody by a warrant that f seeks or gives:
// “issued an arrest warrant for the mayor”.
func (w *walker) warrant(n int, f frame, c context) {
	act := w.child(n, "compound")
	if w.lemma(n) != "warrant" || act == None || undergoing[w.lemma(act)] == "" || !warranting[f.base] || w.negated(f.verb) {
		return
	}
	inner := c.under(effect{modality: graph.Demanded})
	switch {
	case slices.Contains(f.objects, n) && len(f.subjects) > 0 && !f.passive:
		inner = inner.said(w.holder(f))
	case !f.passive || !slices.Contains(f.patients, n):
		return
	}
	behind := slices.Concat(w.children(n, "nmod"), f.obliques)
	first := slices.IndexFunc(behind, func(k int) bool { return w.marker(k) == "for" || w.marker(k) == "against" })
	if first < 0 {
		return
	}
	for _, s := range w.participants(behind[first]) {
		w.add(w.befalls(s, act, inner))
	}
}

// befalls returns what befalls s by the act of a noun.
func (w *walker) befalls(s, act int, c context) Proposition {
	return Proposition{
		Sentence: w.index, Subject: w.phrase(s), Predicate: Predicate{Token: act, First: act, Last: act, Lemma: undergoing[w.lemma(act)]}, Said: None,
		Polarity: c.polarity(), Modality: c.modality, Speakers: c.speakers,
	}
}

// patientsOf returns to whom the act of a noun is done: the “of” phrase, and for what
// nobody else does the possessor: “his resignation”.
func (w *walker) patientsOf(n int, lemma string) []int {
	for _, k := range w.children(n, "nmod") {
		if w.marker(k) == "of" && !w.isTime(k) && w.upos(k) != "VERB" {
			return w.participants(k)
		}
	}
	if whose := w.child(n, "nmod:poss"); whose != None && !strings.HasPrefix(lemma, "be ") && w.lower(whose) != "its" {
		return w.participants(whose)
	}
	return nil
}

// fate returns the context in which the act of a noun stands by its place in the
// clause of f, and whether that tells it.
func (w *walker) fate(n int, f frame, c context) (context, bool) {
	switch object := slices.Contains(f.objects, n) || f.passive && slices.Contains(f.patients, n); {
	case w.negatedNoun(n) || object && (w.negated(f.verb) || lightVerbs[f.base] || disputing[f.base]):
		return c, false
	case object:
		return w.fateOfObject(n, f, c)
	case slices.Contains(f.subjects, n):
		inner := c.fresh()
		inner.modality = combine(inner.modality, w.subjectMood(n, f))
		inner.denied = prospects[w.lower(f.verb)] != "" && w.negated(f.verb) // “his resignation is not planned”
		return inner, true
	case observing[w.marker(n)]:
		return c.fresh(), true
	}
	return c, false
}

// fateOfObject returns the context of the act that is the object of f.
func (w *walker) fateOfObject(n int, f frame, c context) (context, bool) {
	row, ok := complementVerbs[f.lemma]
	if !ok {
		row = complementVerbs[f.base]
	}
	e := row.gerund
	switch {
	case f.base == "plead" && w.has(f.verb, "xcomp"):
		e = effect{} // “pleaded guilty to the murder of two men”
	case f.base == "announce" && crimes[w.lemma(n)], f.base == "direct":
		e = row.finite // “announced the arrest of two men”
	case announcing[f.base] && e.modality == "":
		e = effect{known: true, speaks: true, modality: graph.Planned} // “announced the closure of the plant”
	case approving[f.base]:
		e = effect{known: true, modality: graph.Planned}
	case holding[f.base] && len(f.subjects) == 1:
		e = complementNouns[w.lemma(f.subjects[0])].gerund // “the proposal includes the release of the hostages”
		e.speaks = false
	case cancelling[f.base]:
		e = effect{known: true, denies: true}
	}
	if !e.known {
		return c.fresh(), true // “condemned the killing of two men”
	}
	if e.speaks && len(f.subjects) > 0 {
		c = c.said(w.holder(f))
	}
	return c.under(e), true
}

// undergoing gives for a noun of action the predicate of those to whom it is done, or
// whom it befalls.
var undergoing = readUndergoing(`
closure:closed shutdown:shut_down reopening:reopened opening:opened arrest:arrested detention:detained imprisonment:imprisoned release:released
killing:killed murder:murdered assassination:assassinated execution:executed abduction:abducted kidnapping:kidnapped hijacking:hijacked poisoning:poisoned
torture:tortured rape:raped persecution:persecuted displacement:displaced expulsion:expelled deportation:deported extradition:extradited repatriation:repatriated
suspension:suspended dismissal:dismissed removal:removed ouster:ousted overthrow:overthrown impeachment:impeached conviction:convicted indictment:indicted acquittal:acquitted
evacuation:evacuated rescue:rescued relocation:relocated deployment:deployed withdrawal:withdrawn transfer:transferred disarmament:disarmed
annexation:annexed occupation:occupied invasion:invaded capture:captured seizure:seized recapture:recaptured destruction:destroyed demolition:demolished bombing:bombed shelling:shelled
theft:stolen looting:looted cancellation:cancelled postponement:postponed dissolution:dissolved abolition:abolished repeal:repealed revocation:revoked lifting:lifted imposition:imposed
nationalization:nationalized nationalisation:nationalised privatization:privatized privatisation:privatised legalization:legalized legalisation:legalised
creation:created establishment:established construction:built appointment:appointed reinstatement:reinstated ratification:ratified adoption:adopted
sale:sold purchase:bought acquisition:acquired delivery:delivered recognition:recognized
resignation=resign surrender=surrender collapse=collapse disappearance=disappear escape=escape eruption=erupt death=die`)

// readUndergoing reads entries noun:participle and noun=verb.
func readUndergoing(table string) map[string]string {
	rows := make(map[string]string)
	for _, entry := range strings.Fields(table) {
		noun, lemma, passive := strings.Cut(entry, ":")
		if passive {
			lemma = "be " + lemma
		} else {
			noun, lemma, _ = strings.Cut(entry, "=")
		}
		rows[noun] = strings.ReplaceAll(lemma, "_", " ")
	}
	return rows
}
