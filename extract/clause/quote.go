package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/english/pronoun"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// isTag reports whether k is a speech tag beside what is said: “Prices, he
// said, did not rise”.
func (w *walker) isTag(k int) bool {
	row := complementVerbs[w.lemma(k)]
	return w.rel(k) == "parataxis" && w.upos(k) == "VERB" && row.finite.speaks && !row.infinitive.silent &&
		w.has(k, "nsubj") && !w.has(k, "ccomp", "obj", "xcomp") && !w.isCalledFor(k) && !w.isBehind(":", k) && !w.isBehind(";", k)
}

// isCalledFor reports whether a verb of saying has its matter behind a preposition, as
// no tag has: “leader calls for protests”.
func (w *walker) isCalledFor(v int) bool {
	return slices.ContainsFunc(w.children(v, "obl"), func(k int) bool { return k > v && (w.marker(k) == "for" || w.marker(k) == "against") && !w.isTime(k) })
}

// tagged adds to the context those who say the clause of v by a tag or by
// “according to”.
func (w *walker) tagged(v int, c context) context {
	tags := w.kids(v)
	if s := w.child(v, "nsubj", "nsubj:pass"); s != None {
		tags = append(slices.Clone(tags), w.children(s, "parataxis")...) // “The firm, police said, paid”
	}
	for _, k := range tags {
		switch {
		case w.isTag(k):
			c = c.said(w.tag(v, k, c))
		case w.rel(k) == "obl" && sources[w.marker(k)] && !w.isTime(k) && !provisions[w.lemma(k)]:
			c = c.said(Speaker{Phrase: w.phrase(k), Verb: w.marker(k), Polarity: graph.Affirmed, Saying: None})
		case w.wordsOf(k) != None:
			c = c.said(Speaker{Phrase: w.phrase(w.wordsOf(k)), Verb: "in the words of", Polarity: graph.Affirmed, Saying: None})
		case w.isAsPut(k) && !(w.has(v, "ccomp") && complementVerbs[w.lemma(v)].finite.speaks): // not “said it was over, as the mayor put it”
			c = c.said(Speaker{Phrase: w.phrase(w.child(k, "nsubj")), Verb: w.lemma(k), Polarity: graph.Affirmed, Saying: None})
		}
	}
	return c
}

// wordsOf returns the speaker of “in the words of one senator”, or None.
func (w *walker) wordsOf(k int) int {
	if w.rel(k) != "obl" || w.marker(k) != "in" || w.lower(k) != "words" && w.lower(k) != "opinion" && w.lower(k) != "view" {
		return None
	}
	return w.child(k, "nmod", "nmod:poss")
}

// isAsPut reports whether the clause at k only names who says so: “as one
// banker put it”.
func (w *walker) isAsPut(k int) bool {
	return w.rel(k) == "advcl" && w.marker(k) == "as" && w.has(k, "nsubj") && !w.has(k, "ccomp", "xcomp", "aux") &&
		(w.lemma(k) == "put" && w.has(k, "obj") || complementVerbs[w.lemma(k)].finite.speaks && !w.has(k, "obj", "advcl") && !slices.ContainsFunc(w.children(k, "obl"), func(o int) bool { return w.marker(o) == "to" }))
}

// tag records the saying of a speech tag and returns its speaker.
func (w *walker) tag(v, k int, c context) Speaker {
	f := w.frame(k, context{modality: graph.Asserted})
	p := w.proposition(f, context{speakers: c.speakers, modality: graph.Asserted})
	p.Subject = w.phrase(f.subject())
	said := w.clausePhrase(v, k)
	p.Object, p.Clausal = &said, true
	for _, o := range f.objects {
		p.Args = append(p.Args, Argument{Role: "recipient", Phrase: w.phrase(o)}) // “he told the Courier”
	}
	w.sortArgs(&p)
	s := Speaker{Phrase: p.Subject, Verb: f.base, Polarity: graph.Affirmed, Saying: w.add(p)}
	for _, x := range w.children(k, "advcl") {
		w.clause(x, context{speakers: c.speakers, modality: graph.Asserted, subjects: f.subjects}) // “, the Post said, citing two officials”
	}
	return s
}

// isBareTag reports whether the sentence only says who said the one before:
// “‘Will they pay?’ Marek Nowak asked.”
func (t *tree) isBareTag() bool {
	v := t.root()
	return v >= 0 && len(t.Tokens) <= longestTag && complementVerbs[t.lemma(v)].finite.speaks && t.has(v, "nsubj") &&
		!t.has(v, "ccomp", "xcomp", "obj", "parataxis", "advcl", "conj")
}

// longestTag is how many words a sentence that is a tag may have.
const longestTag = 12

// bareTag records that the one whom the sentence t names says the sentences of
// the quotation before it.
func (w *walker) bareTag(t *tree, quoted []*tree) *Speaker {
	first := quoted[0]
	w.tree = t
	f := w.frame(t.root(), context{modality: graph.Asserted})
	p := w.proposition(f, context{modality: graph.Asserted})
	said := first.clausePhrase(first.root(), None)
	p.Subject, p.Object, p.Clausal = w.phrase(f.subject()), &said, true
	return &Speaker{Phrase: p.Subject, Verb: f.base, Polarity: graph.Affirmed, Saying: w.add(p)}
}

// A quotes follows quotation marks through the sentences of a document.
type quotes struct {
	text    string
	open    bool
	speaker *Speaker // of the last quotation of the paragraph
	lastEnd int
}

// paragraph begins a paragraph with the first of the trees. It reports whether a
// quotation may go on in it: one that it opens again, or that is still open.
func (q *quotes) paragraph(trees []*tree) (on bool) {
	if q.open && !startsQuoted(trees[0]) && q.goesOn(trees) {
		return true
	}
	q.open = false
	if !startsQuoted(trees[0]) {
		q.speaker = nil
		return false
	}
	return true
}

// step reads the next sentence and reports whether all of its words stand
// inside a quotation.
func (q *quotes) step(t *tree) (inside bool) {
	q.lastEnd = t.End
	inside = true
	outside := 0
	for i := range t.Tokens {
		switch form := t.Tokens[i].Form; {
		case form == "“" || form == "``":
			q.open = true
		case form == "”" || form == "''":
			q.open = false
		case form == `"`:
			q.open = t.xpos(i) == "``" || t.xpos(i) != "''" && !q.open
		case t.upos(i) != "PUNCT" && !q.open:
			outside++
			inside = inside && outside <= mostOutside && outside < i && !t.isPredicate(i)
		}
	}
	return inside
}

// mostOutside is how many words may stand beside a quotation without being a tag:
// a note such as “(translated)”.
const mostOutside = 2

// goesOn reports whether the quotation marks that are open close in the trees of
// the paragraph that begins with the first of them.
func (q *quotes) goesOn(trees []*tree) bool {
	for i, t := range trees {
		if i > 0 && q.breaks(trees[i-1].End, t.Start, "\n\n") {
			return false
		}
		for j := range t.Tokens {
			if isQuote(t.Tokens[j].Form) {
				return t.Tokens[j].Form == "”" || t.xpos(j) == "''"
			}
		}
	}
	return false
}

func (q *quotes) newParagraph(start int) bool { return q.breaks(q.lastEnd, start, "\n\n") }

// newLine reports whether a line begins between the sentence before and start.
func (q *quotes) newLine(start int) bool { return q.breaks(q.lastEnd, start, "\n") }

// breaks reports whether the separator stands between two offsets of the text.
func (q *quotes) breaks(from, to int, separator string) bool {
	return from <= to && to <= len(q.text) && strings.Contains(q.text[from:to], separator)
}

func startsQuoted(t *tree) bool {
	return len(t.Tokens) > 0 && isQuote(t.Tokens[0].Form)
}

// leading returns who says the quotation that opens in the sentence t and goes on
// (“described him as an individual, “facing …”), or that begins with the next
// sentence (“Lund stated, ¶ “They came …”); or nil.
func (w *walker) leading(t, next *tree, open bool) *Speaker {
	last := len(t.Tokens) - 1
	if open {
		for i := last; i > 0; i-- {
			if isQuote(t.Tokens[i].Form) {
				return w.quoter(i+1, last)
			}
		}
		return nil
	}
	end := t.Tokens[last].Form
	v := t.root()
	who := t.child(v, "nsubj")
	if next == nil || !startsQuoted(next) || who == None || end != ":" && (end != "," || !complementVerbs[t.lemma(v)].finite.speaks) {
		return nil
	}
	return &Speaker{Phrase: t.phrase(who), Verb: t.lemma(v), Polarity: graph.Affirmed, Saying: None}
}

// teller returns whose view the sentence at hand gives in other words, for a quotation
// behind it, the sentence next, is of the same mouth: “Lund rejected the claims. “They
// are lies.””; or nil.
func (w *walker) teller(next *tree) *Speaker {
	v := w.root()
	who := w.child(v, "nsubj")
	verb := w.lemma(v)
	row := complementVerbs[verb].finite
	told := row.speaks && w.has(v, "ccomp", "xcomp") || (row.denies || characterizing[verb] || charging[verb]) && w.has(v, "obj")
	switch {
	case who == None || w.lower(who) == "it":
		return nil
	case w.upos(who) == "PROPN" && !told && w.isFirstPerson(next.index):
		verb = "say" // “Lund struck another tone. “I called her””
	case !told || w.negated(v):
		return nil
	}
	return &Speaker{Phrase: w.phrase(who), Verb: verb, Polarity: graph.Affirmed, Saying: None}
}

// isFirstPerson reports whether who speaks in the quotation that begins with the
// sentence of that index speaks of himself.
func (w *walker) isFirstPerson(index int) bool {
	for i, t := range w.trees[index:] {
		for j, tok := range t.Tokens {
			if p, ok := pronoun.Of(tok.Form); ok && p.Person == 1 {
				return true
			}
			if isQuote(tok.Form) && i+j > 0 {
				return false
			}
		}
	}
	return false
}

// quoter returns who says the tokens first to last, which stand between quotation
// marks: the subject of the verb on which they depend, if it is one that gives
// somebody's words; or nil.
func (w *walker) quoter(first, last int) *Speaker {
	if first > last {
		return nil
	}
	for v := w.Tokens[w.top(first, last)].Head; v >= 0; v = w.Tokens[v].Head {
		if v >= first && v <= last || w.upos(v) != "VERB" {
			continue
		}
		who := w.child(v, "nsubj")
		if colon := first - 2; colon > v && w.Tokens[colon].Form == ":" && who != None {
			return &Speaker{Phrase: w.phrase(who), Verb: w.lemma(v), Polarity: graph.Affirmed, Saying: None} // “Lund went on: “We will pay””
		}
		if who == None || !complementVerbs[w.lemma(v)].finite.speaks && !characterizing[w.lemma(v)] && !w.goesOn(v) {
			return nil
		}
		return &Speaker{Phrase: w.phrase(who), Verb: w.lemma(v), Polarity: graph.Affirmed, Saying: None}
	}
	return nil
}

// goesOn reports whether the verb may say that somebody speaks on.
func (t *tree) goesOn(v int) bool {
	return t.lemma(v) == "continue" || t.lemma(v) == "go" && t.has(v, "compound:prt") && t.lower(t.child(v, "compound:prt")) == "on"
}

// shortestQuotation is how many words between quotation marks are more than a
// term.
const shortestQuotation = 3

// quoted gives the acts found since before, where they stand between quotation
// marks and nobody in the sentence says them, the one who does: “called it “a
// war that Lund has waged””.
func (w *walker) quoted(before int) {
	first := None
	for i := range w.Tokens {
		switch {
		case !isQuote(w.Tokens[i].Form):
		case first == None:
			first = i + 1
		default:
			if i-first >= shortestQuotation {
				w.ascribe(before, first, i-1)
			}
			first = None
		}
	}
	if first != None && len(w.Tokens)-first >= shortestQuotation {
		w.ascribe(before, first, len(w.Tokens)-1)
	}
}

// ascribe gives the acts between two tokens their speaker.
func (w *walker) ascribe(before, first, last int) {
	speaker := w.quoter(first, last)
	if speaker == nil {
		return
	}
	for i := before; i < len(w.found); i++ {
		p := &w.found[i]
		if p.Predicate.Token < first || p.Predicate.Token > last || p.Subject.Head == speaker.Phrase.Head {
			continue
		}
		if n := len(p.Speakers); n == 0 || p.Speakers[n-1].Phrase.Sentence != w.index {
			p.Speakers = append(slices.Clip(p.Speakers), *speaker)
		}
	}
}

// A label is the speaker of a headline, set off by a colon: “Kremlin: no deal”,
// “Rebels poisoned wells: report”.
type label struct {
	phrase Phrase
	colon  int
}

// longestLabel is how many words a speaker before or after a colon may have.
const longestLabel = 6

// label returns the speaker set off by a colon, or nil.
func (t *tree) label() *label {
	colon := slices.IndexFunc(t.Tokens, func(tok syntax.Token) bool { return tok.Form == ":" })
	last := len(t.Tokens) - 1
	switch {
	case colon <= 0 || colon == last:
		return nil
	case colon <= longestLabel && t.speaksBefore(colon):
		return &label{Phrase{Sentence: t.index, Head: t.top(0, colon-1), First: 0, Last: colon - 1}, colon}
	case last-colon <= 2 && reporters[t.lower(last)] && t.upos(last) != "PUNCT":
		return &label{Phrase{Sentence: t.index, Head: last, First: colon + 1, Last: last}, colon}
	}
	return nil
}

// speaker returns who speaks after the label.
func (l *label) speaker() Speaker {
	return Speaker{Phrase: l.phrase, Verb: "say", Polarity: graph.Affirmed, Saying: None}
}

// isCapitals reports whether the phrase stands in capitals, as speakers do in
// a transcript: “MR. HOLT: …”.
func (t *tree) isCapitals(p Phrase) bool {
	for i := p.First; i <= p.Last; i++ {
		if form := t.Tokens[i].Form; form != strings.ToUpper(form) {
			return false
		}
	}
	return true
}

// isAgency reports whether the phrase names a body, which as a label tells whence
// one sentence comes and does not speak on: “DPA: …”.
func (t *tree) isAgency(p Phrase) bool {
	n := t.names[p.Head]
	return n != None && t.Names[n].Type == syntax.OrganizationName
}

// speaksBefore reports whether the words before a colon name somebody.
func (t *tree) speaksBefore(colon int) bool {
	capitals := t.isCapitals(Phrase{First: 0, Last: colon - 1}) && len(t.Tokens[colon-1].Form) > 1
	if top := t.top(0, colon-1); capitals && t.isPlace(colon-1) || t.isCountry(top) || t.isPlace(top) && t.saysAfter(colon) {
		return false // where it was written, or the topic: “LONDON: …”, “Georgia: thousands protest”
	}
	for i := range colon {
		if t.upos(i) == "VERB" || t.upos(i) == "AUX" || t.upos(i) == "PUNCT" || labels[t.lower(i)] {
			return false
		}
	}
	top := t.top(0, colon-1)
	return capitals || t.isName(top) || reporters[t.lemma(top)]
}

// saysAfter reports whether the clause behind a colon says itself who says so: “Gaza: UN
// warns of famine”.
func (t *tree) saysAfter(colon int) bool {
	for v := colon + 1; v < len(t.Tokens); v++ {
		if t.upos(v) == "VERB" && complementVerbs[t.lemma(v)].finite.speaks && t.has(v, "nsubj") && (t.rel(v) == "root" || t.Tokens[v].Head <= colon) {
			return true
		}
	}
	return false
}

// isCountry reports whether the token is in the name of a country.
func (t *tree) isCountry(i int) bool {
	return slices.ContainsFunc(t.Kinds, func(n syntax.Name) bool { return n.Type == syntax.CountryKind && n.First <= i && i <= n.Last })
}

// top returns the token of the range whose head lies outside it.
func (t *tree) top(first, last int) int {
	for i := first; i <= last; i++ {
		if h := t.Tokens[i].Head; h < first || h > last {
			return i
		}
	}
	return last
}

// labelled walks the clauses on the other side of the colon, said by the label.
func (w *walker) labelled(l *label, speakers []Speaker) {
	c := context{speakers: speakers, modality: graph.Asserted}
	c = c.said(l.speaker())
	root := w.root()
	if l.phrase.First <= root && root <= l.phrase.Last {
		for _, k := range w.kids(root) {
			if (k > l.colon) == (l.phrase.Last < l.colon) && k != l.colon && w.isPredicate(k) {
				w.clause(k, c)
			}
		}
		return
	}
	w.clause(root, c)
}
