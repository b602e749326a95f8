package clause

import (
	"slices"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// noun walks a noun that takes part in the clause of f, and the nouns
// coordinated with it.
func (w *walker) noun(n int, f frame, c context) {
	if w.upos(n) == "VERB" {
		w.clause(n, c.fresh())
		return
	}
	w.event(n, f, c)
	w.undergone(n, f, c)
	for _, k := range w.kids(n) {
		if w.rel(k) == "conj" {
			w.noun(k, f, c)
			continue
		}
		w.nounChild(n, k, f, c)
	}
}

// nounChild walks what hangs on a noun.
func (w *walker) nounChild(n, k int, f frame, c context) {
	switch w.rel(k) {
	case "acl:relcl":
		if w.xpos(n) == "WP" && characterizing[w.lemma(k)] {
			return // “freed what he called hostages”
		}
		if complementNouns[w.lemma(n)].finite.known && w.marker(k) == "that" && !w.isSummary(n) && w.has(k, "nsubj", "nsubj:pass") && !w.lacksObject(k) {
			w.adnominal(n, k, f, c)
			return
		}
		inner := c.fresh()
		if w.isEnvisaged(n, f) && w.isPresent(k) {
			inner.modality = c.modality
		}
		if n := len(c.speakers); c.bidden && n > 0 && !w.isPresent(k) && w.modalOf(k) == "" {
			inner.speakers = c.speakers[: n-1 : n-1] // “orders it to leave the town that it took”
		}
		w.relative(n, k, inner)
	case "acl", "ccomp", "xcomp":
		if w.marker(k) == "that" && (w.lacksObject(k) || w.isSummary(n)) {
			w.relative(n, k, c.fresh())
			return
		}
		w.adnominal(n, k, f, c)
	case "advcl", "advcl:relcl":
		w.clause(k, c.fresh())
	case "amod", "compound":
		w.hyphenated(n, k, c)
	case "appos":
		w.apposed(n, k, c)
		w.noun(k, bystander(f), c)
	case "nmod":
		w.noun(k, bystander(f), w.reported(n, k, c))
	case "nmod:poss", "nmod:unmarked", "nmod:desc", "dep", "list", "orphan":
		w.noun(k, bystander(f), c)
	case "parataxis":
		if !w.isTag(k) {
			w.clause(k, c.fresh())
		}
	default:
		w.beyond(k, f, c)
	}
}

// lacksObject reports whether a verb that needs an object has none of its own, so
// that it is done to the noun above: “the risk that it poses”.
func (w *walker) lacksObject(v int) bool {
	return transitive[w.lemma(v)] && w.has(v, "nsubj") && !w.has(v, "obj", "ccomp", "xcomp", "aux:pass")
}

// isSummary reports whether a noun behind a comma sums up what was said: “…, a claim that
// Mali refused to confirm”.
func (w *walker) isSummary(n int) bool {
	return summaries[w.lemma(n)] && (w.rel(n) == "appos" || w.rel(n) == "parataxis") && w.firstOf(n) > 0 && w.isBehind(",", n)
}

// reported returns the context of a phrase that tells what the noun n holds:
// “reports of clashes between A and B”, “a plan for talks with B”.
func (w *walker) reported(n, k int, c context) context {
	e := complementNouns[w.lemma(n)].gerund
	if m := w.marker(k); !e.known || m != "of" && m != "for" || nominalEvents[w.lemma(k)].verb == "" && !w.hasGerund(n) && !w.hasGerund(k) {
		return c
	}
	owner := w.owner(n)
	switch {
	case owner == None && accusations[w.lemma(n)]:
		e.modality = combine(e.modality, graph.Possible)
	case e.speaks:
		c = c.said(w.nounSpeaker(n, owner, None))
	}
	return c.under(e)
}

// hasGerund reports whether a noun does what a gerund after it says: “the prospect
// of talks easing tension”.
func (w *walker) hasGerund(n int) bool {
	a := w.child(n, "acl")
	return a != None && w.isGerund(a) && w.marker(a) == ""
}

// bystander returns the frame as it is for a noun that is no participant of it.
func bystander(f frame) frame {
	return frame{verb: f.verb, base: f.base, lemma: f.lemma, subjects: f.subjects, clausal: None}
}

// relative walks a relative clause of n in the context c, its gap filled with n, or with the
// name that n describes: “Holt, a judge who left”.
func (w *walker) relative(n, k int, c context) {
	inner := c
	inner.denied = w.negatedNoun(n) && !w.contrasted(n) && !w.isTime(n) // not “not the first time that”
	n = w.personBefore(w.described(n), k)
	if s := w.child(n, "nsubj"); s != None && w.has(n, "cop") && w.upos(s) != "PRON" && s < n {
		n = s // “Holt is the judge who left”
	}
	if whoever[w.lower(n)] {
		inner.modality = combine(inner.modality, graph.Conditional) // “anyone who leaves loses it”
	}
	if w.isComment(n, k) {
		w.clause(k, inner)
		return
	}
	says, tells := w.saysOf(k), w.tellsOf(k)
	if (says || tells) && w.isRemark(k) {
		inner.speakers = w.earlier(inner.speakers) // “must amend the law, which Baku says is unjust”
	}
	if says {
		inner.gap = []int{n}
		w.clause(k, inner)
		return
	}
	if (tells || w.withGap(w.child(k, "xcomp")) != None) && !w.isTime(n) {
		inner.gapInto = []int{n}
		w.clause(k, inner)
		return
	}
	switch gap := w.gap(k); gap {
	case "obl":
		inner.oblique = w.relativeOblique(n, k)
	case "nsubj", "nsubj:pass":
		inner.subjects = []int{n}
	case "obj":
		if !w.isTime(n) {
			inner.objects = []int{n}
		}
	case "":
		if !w.has(k, "nsubj", "nsubj:pass", "expl") {
			inner.subjects = []int{n}
		} else if judged := w.child(k, "xcomp"); !w.has(k, "obj", "ccomp") && (judged == None || regarding[w.lemma(k)] || characterizing[w.lemma(k)] || designating[w.lemma(k)]) && !w.isTime(n) {
			inner.objects = []int{n} // also “a number that experts consider too low”
		}
	}
	w.clause(k, inner)
}

// isRemark reports whether the relative clause stands behind a comma and has another
// subject than a pronoun, which may be the one who speaks.
func (w *walker) isRemark(k int) bool {
	if s := w.child(k, "nsubj"); s == None || w.upos(s) == "PRON" {
		return false
	}
	return w.isBehind(",", k)
}

// isEnvisaged reports whether the noun is what the verb of f is to bring about, so
// that what it does is no surer than that: “will mean a tax that hits farmers”.
func (w *walker) isEnvisaged(n int, f frame) bool {
	return slices.Contains(f.objects, n) && w.isIndefinite(n) && !ending[f.base] &&
		(creating[f.base] || complementNouns[w.lemma(n)].infinitive.modality == graph.Planned)
}

// isProspect reports whether a noun stands below one that tells what may come:
// “the prospect of talks easing tension”.
func (w *walker) isProspect(n int) bool {
	return w.rel(n) == "nmod" && w.marker(n) == "of" && complementNouns[w.lemma(w.Tokens[n].Head)].gerund.known
}

// isIndefinite reports whether the noun does not say of which one it speaks.
func (w *walker) isIndefinite(n int) bool {
	if w.upos(n) != "NOUN" || w.has(n, "nmod:poss") {
		return false
	}
	d := w.child(n, "det")
	return d == None || indefinites[w.lower(d)]
}

// isPresent reports whether the finite word of the clause is in the present.
func (w *walker) isPresent(v int) bool {
	for _, k := range w.children(v, "aux", "aux:pass", "cop") {
		return w.xpos(k) == "VBZ" && w.lemma(k) == "be" || w.xpos(k) == "VBP" && w.lemma(k) == "be"
	}
	return w.xpos(v) == "VBZ" || w.xpos(v) == "VBP"
}

// relativeOblique returns the antecedent n under the preposition of the
// relative pronoun: “the agent to whom she gave it”; or nil.
func (w *walker) relativeOblique(n, k int) *Argument {
	for _, r := range w.children(k, "obl") {
		if marker := w.marker(r); w.isRelative(r) && marker != "" {
			return &Argument{Role: marker, Phrase: w.phrase(n)}
		}
	}
	return nil
}

// personBefore returns the person named just before a “who” clause that the
// parser hung on a noun that is none: “threats by Ada Lund, who …”.
func (w *walker) personBefore(n, k int) int {
	first, _ := w.extent(k)
	s := w.child(k, "nsubj", "nsubj:pass")
	says := s != None && w.lower(s) == "which" && complementVerbs[w.lemma(k)].finite.speaks && w.has(k, "ccomp") && !w.isName(n)
	if s == None || w.lower(s) != "who" && !says || w.isPerson(n) {
		return n
	}
	for w.xpos(n) == "NN" && w.hasPlural(k) && w.upos(max(0, w.Tokens[n].Head)) == "NOUN" {
		n = w.Tokens[n].Head // “two men beside a boat, who were shot”
	}
	before := first - 1
	for before > n && w.upos(before) == "PUNCT" {
		before--
	}
	if before <= n || !w.isPerson(before) && !(says && w.names[before] != None && w.rel(before) == "nmod") {
		return n
	}
	return w.top(w.Names[w.names[before]].First, w.Names[w.names[before]].Last)
}

// hasPlural reports whether the finite word of the clause is in the plural.
func (w *walker) hasPlural(v int) bool {
	return slices.ContainsFunc(w.children(v, "aux", "aux:pass", "cop"), func(k int) bool {
		return w.lower(k) == "were" || w.lower(k) == "are" || w.lower(k) == "have"
	})
}

func (t *tree) isPerson(n int) bool {
	return t.names[n] != None && t.Names[t.names[n]].Type == syntax.PersonName
}

// isComment reports whether a relative clause comments on the whole clause
// before it: “expelled the attaché, which angered Moscow”.
func (w *walker) isComment(n, k int) bool {
	s := w.child(k, "nsubj")
	if o := w.child(k, "obj"); o != None && w.lower(o) == "which" && characterizing[w.lemma(k)] && w.has(k, "xcomp") && w.upos(w.child(k, "xcomp")) != "ADJ" && w.Tokens[n].Head < k && w.names[n] != None {
		return true // “…, which the ministry called a distortion”, not “the bridge, which they call unsafe, is closed”
	}
	return s != None && w.lower(s) == "which" && (w.isPerson(n) || w.plural(n) && w.xpos(k) == "VBZ")
}

// described returns the noun in apposition to which n stands.
func (w *walker) described(n int) int {
	for w.rel(n) == "appos" && w.isName(w.Tokens[n].Head) {
		n = w.Tokens[n].Head
	}
	return n
}

// saysOf reports whether the relative clause says what somebody says of its
// antecedent: “the group that he said was armed”.
func (w *walker) saysOf(k int) bool {
	inner := w.child(k, "ccomp")
	finite := inner != None && (w.isFinite(inner) || w.xpos(inner) == "VBN" && !w.has(inner, "aux", "aux:pass"))
	return finite && complementVerbs[w.lemma(k)].finite.speaks && w.has(k, "nsubj") && !w.hasSubject(inner)
}

// withGap returns the clause at k or the one that it governs whose object is the relative
// pronoun, or None: “the town that they tried to take”.
func (w *walker) withGap(k int) int {
	for ; k != None; k = w.child(k, "xcomp") {
		if o := w.child(k, "obj"); o != None && w.isRelative(o) {
			return k
		}
	}
	return None
}

// tellsOf reports whether the relative clause says what somebody says is done to its
// antecedent: “the town that he said they hold”, “a rule people say nobody explained”.
func (w *walker) tellsOf(k int) bool {
	inner := w.child(k, "ccomp")
	if inner == None || !w.has(k, "nsubj") || !w.isFinite(inner) || !w.hasSubject(inner) || w.has(k, "obj", "iobj") {
		return false
	}
	if o := w.child(inner, "obj"); o != None {
		return w.isRelative(o)
	}
	return w.gap(k) == "" && !w.has(inner, "ccomp", "xcomp", "nsubj:pass", "cop") && !intransitive[w.lemma(inner)]
}

func (w *walker) hasSubject(v int) bool {
	for _, k := range w.children(v, "nsubj", "nsubj:pass", "expl", "csubj") {
		if !w.isRelative(k) {
			return true
		}
	}
	return false
}

// gap returns the relation of the relative pronoun in the clause of k, or "".
func (w *walker) gap(k int) string {
	for _, r := range w.kids(k) {
		if w.xpos(r) == "WRB" {
			return "advmod" // “the session where”
		}
		if w.isRelative(r) && w.rel(r) != "mark" {
			return w.rel(r)
		}
		if w.marker(r) != "" || w.rel(r) == "nsubj" {
			for _, q := range w.kids(r) {
				if w.isRelative(q) {
					return "inner" // “whose army”, “to which”
				}
			}
		}
	}
	return ""
}

// adnominal walks a clause that says what a noun is about, or what it does.
func (w *walker) adnominal(n, k int, f frame, c context) {
	if _, governed := prepositionVerbs[f.base+" "+w.marker(k)]; governed && w.isGerund(k) && slices.Contains(slices.Concat(f.objects, f.patients, f.subjects, f.obliques), n) {
		w.adverbial(f, k, c, w.act(f)) // “blamed the firm for polluting”, “sentenced him to a year in prison for plotting”
		return
	}
	row, known := complementNouns[w.lemma(n)]
	owner := w.owner(n)
	switch {
	case w.isInfinitive(k) && w.singledOut(n):
		inner := c.fresh()
		inner.subjects = w.participants(w.child(n, "nsubj"))
		w.clause(k, inner)
	case w.isInfinitive(k) && (!known && nominalEvents[w.lemma(n)].verb == "" || calling[f.lemma]) && slices.Contains(f.objects, n) && complementVerbs[f.lemma].infinitive.object && (!means[w.lemma(n)] || w.isPassive(k)):
		w.complement(f, k, c, w.act(f)) // “hired lawyers to sue”, “called for the deal to be kept”
	case w.isInfinitive(k):
		w.content(n, k, row.infinitive, owner, f, c)
	case w.isFinite(k) && contentMarkers[w.marker(k)] && (known || w.has(k, "mark")) && !w.isReducedPassive(k):
		w.content(n, k, row.finite, owner, f, c)
	case w.marker(k) == "with" && w.hasSubject(k):
		w.clause(k, c.fresh()) // “…, with officials saying that …”
	case w.isGerund(k) && examples[w.marker(k)]:
		inner := w.holding(n, slices.Contains(f.objects, n), f, c).fresh()
		if announcing[f.base] {
			inner.modality = graph.Planned // “announced measures including closing the border”
		}
		if owner != None {
			inner.subjects = w.participants(owner)
		} else if announcing[f.base] {
			inner.subjects = f.subjects
		}
		w.clause(k, inner) // “Chad's moves, including massing troops”
	case w.isGerund(k) && w.has(k, "mark"):
		w.content(n, k, row.gerund, owner, f, c)
	default:
		inner := c.fresh()
		inner.denied = w.negatedNoun(n) || w.isAbsent(n)
		if w.isGerund(k) && !w.hasSubject(k) && (w.isEnvisaged(n, f) || w.isProspect(n)) {
			inner.modality = c.modality
		}
		inner.subjects = w.namely(n)
		if w.isGerund(k) && (slices.Contains(f.objects, n) || f.last == n) && w.belongsToVerb(n, k, f) {
			inner.subjects = f.subjects
		}
		w.clause(k, inner)
	}
}

// isAbsent reports whether the clause says that there is none: “there should not be
// anyone supporting it”.
func (w *walker) isAbsent(n int) bool {
	be := w.Tokens[n].Head
	return be >= 0 && w.rel(n) == "nsubj" && w.lemma(be) == "be" && w.has(be, "expl") && w.negated(be)
}

// namely returns those whom a copula names as the noun n: “candidates elected were Ann
// Lee and Bob Hill”, “among those killed was Sue Park”; else n.
func (w *walker) namely(n int) []int {
	named := w.Tokens[n].Head
	if s := w.child(n, "nsubj"); s != None && w.has(n, "cop") && w.marker(n) == "among" {
		named = s
	} else if named < 0 || w.rel(n) != "nsubj" || !w.has(named, "cop") || n > named {
		return []int{n}
	}
	if !w.isName(named) {
		return []int{n}
	}
	return w.participants(named)
}

// singledOut reports whether a predicate noun says who did it first, last or
// alone: “was the first country to recognize it”.
func (w *walker) singledOut(n int) bool {
	if !w.has(n, "cop") || !w.has(n, "nsubj") {
		return false
	}
	return slices.ContainsFunc(w.children(n, "amod"), func(k int) bool { return firsts[w.lower(k)] })
}

// contentMarkers introduce a clause that tells what a noun holds.
var contentMarkers = map[string]bool{"": true, "that": true, "whether": true, "if": true, "on": true, "as to": true}

// belongsToVerb reports whether the subject of f, not its object n, does what
// the participle at k says: “signed a decree expanding the army”, “issued an
// order, citing security”.
func (w *walker) belongsToVerb(n, k int, f frame) bool {
	if amounting[w.lemma(k)] {
		return false // “faces a tax of 10 percent, rising to 25”
	}
	if decreeing[f.base] && rulings[w.lemma(n)] || hardships[w.lemma(n)] {
		return true
	}
	return w.isBehind(",", k)
}
