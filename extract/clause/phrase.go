package clause

import (
	"slices"
	"strings"
)

// longest is the number of words after which an of-phrase is left out of a
// phrase: what follows is description, not the thing that a reader underlines.
const longest = 8

// phrase returns the words to show for the noun at head: determiner,
// modifiers and compounds before it, its name, and short of-phrases after it;
// no relative clauses, appositions or coordinated nouns.
func (t *tree) phrase(head int) Phrase {
	if a := t.child(head, "appos"); a != None && t.counts(head) && t.isName(a) && t.upos(a) == "PROPN" && t.has(head, "nmod") {
		head = a // “one of the prisoners, Kasim Hilas”
	}
	keep := map[int]bool{head: true}
	for _, k := range t.kids(head) {
		if t.inPhrase(head, k) {
			t.collect(k, keep)
		}
	}
	first, last := head, head
	for keep[first-1] {
		first--
	}
	for keep[last+1] {
		last++
	}
	for _, k := range t.children(head, "nmod") {
		last = max(last, t.ofPhrase(head, k, first, last))
	}
	if n := t.names[head]; n != None {
		first, last = min(first, t.Names[n].First), max(last, t.Names[n].Last)
	}
	if k := t.titled(head); k != None {
		last = max(last, t.nameEnd(k))
	}
	if core := t.core(head); first <= core && core <= last {
		head = core
	}
	return t.trim(Phrase{Sentence: t.index, Head: head, First: first, Last: last})
}

// ofPhrase returns the last token of the words first to last of a noun together
// with its of-phrase at k, or last where k is none or too long to show.
func (t *tree) ofPhrase(head, k, first, last int) int {
	start, end := t.extent(k)
	if t.marker(k) != "of" || k <= head || start != last+1 {
		return last
	}
	if end-first < longest && (t.xpos(k) == "WP" || t.plain(k) || t.plural(head) && t.isPair(k)) {
		return end
	}
	if of := t.phrase(k); of.First <= last+2 && (of.Last-first < longest || t.counts(head)) {
		return of.Last
	}
	return last
}

// plural reports whether the noun stands for several.
func (t *tree) plural(n int) bool { return t.xpos(n) == "NNS" || t.xpos(n) == "NNPS" }

// isPair reports whether k is a name with others beside it and nothing else:
// “the governments of Chad and Niger”.
func (t *tree) isPair(k int) bool {
	others := t.children(k, "conj")
	return len(others) > 0 && t.isName(k) && !slices.ContainsFunc(others, func(o int) bool { return !t.isName(o) || !t.plain(o) })
}

// titled returns the name that follows a title without a comma: “Ambassador to
// the UN Linda Ashe”, “the daily Vestnik”.
func (t *tree) titled(head int) int {
	for _, k := range t.children(head, "flat", "appos", "nmod:desc", "nmod") {
		if k > head && t.isName(k) && t.marker(k) == "" && !t.commaBetween(head, k) {
			return k
		}
	}
	return None
}

// nameEnd returns the last token of the name or proper noun at k.
func (t *tree) nameEnd(k int) int {
	if n := t.names[k]; n != None {
		return t.Names[n].Last
	}
	for k+1 < len(t.Tokens) && t.upos(k+1) == "PROPN" && t.rel(k+1) == "flat" {
		k++
	}
	return k
}

func (t *tree) commaBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if t.Tokens[i].Form == "," {
			return true
		}
	}
	return false
}

// counts reports whether the noun only tells how many of something.
func (t *tree) counts(i int) bool {
	return quantities[t.lemma(i)] || t.upos(i) == "NUM" || t.upos(i) == "DET"
}

// core returns the noun that a quantity counts, which is what the phrase is
// about: troops in “tens of thousands of troops”.
func (t *tree) core(head int) int {
	if a := t.child(head, "appos"); !t.counts(head) || a != None && t.isName(a) {
		return head
	}
	for _, k := range t.children(head, "nmod") {
		if t.marker(k) == "of" && t.upos(k) != "PRON" {
			return t.core(k)
		}
	}
	return head
}

// inPhrase says whether the child k of a noun belongs to its minimal phrase.
func (t *tree) inPhrase(head, k int) bool {
	switch t.rel(k) {
	case "amod":
		return k < head || !t.has(k, "obl", "xcomp", "advcl") // not “officials familiar with it”
	case "det", "det:predet", "compound", "nummod", "nmod:poss", "flat", "goeswith", "fixed", "nmod:desc":
		return true
	case "case":
		return k > head && strings.HasSuffix(t.lower(k), "s") && t.xpos(k) == "POS"
	case "punct":
		return t.lower(k) == "-" || t.lower(k) == "–" || isQuote(t.Tokens[k].Form)
	case "advmod":
		return k < head && (!negations[t.lower(k)] || t.isUniversal(head)) && !focusing[t.lower(k)]
	}
	return false
}

// plain reports whether a noun's subtree holds neither clause nor coordination
// nor apposition.
func (t *tree) plain(i int) bool {
	for _, k := range t.kids(i) {
		switch rel, _, _ := strings.Cut(t.rel(k), ":"); rel {
		case "acl", "conj", "appos", "parataxis", "advcl", "ccomp", "dep":
			return false
		}
		if !t.plain(k) {
			return false
		}
	}
	return true
}

func (t *tree) collect(i int, keep map[int]bool) {
	keep[i] = true
	for _, k := range t.kids(i) {
		t.collect(k, keep)
	}
}

// trim drops quotation marks and punctuation from the ends of a phrase, the
// possessive marker of a possessor, and leading coordinators.
func (t *tree) trim(p Phrase) Phrase {
	paired := t.quotesIn(p)%2 == 0 && isQuote(t.Tokens[p.First].Form) != isQuote(t.Tokens[p.Last].Form)
	edge := func(i int) bool {
		if paired && isQuote(t.Tokens[i].Form) {
			return false // its other mark stands inside
		}
		return t.upos(i) == "PUNCT" || t.xpos(i) == "POS" || t.rel(i) == "cc:preconj" || t.upos(i) == "CCONJ"
	}
	for i := p.Last; i > p.Head; i-- {
		if open := t.Tokens[i].Form; open == ")" {
			break
		} else if open == "(" { // its other mark stands outside
			p.Last = i - 1
		}
	}
	for p.First < p.Head && (edge(p.First) || t.rel(p.First) == "case" && leading[t.lower(p.First)]) {
		p.First++ // also “by” of the whole phrase, hung on a title in it
	}
	for p.Last > p.Head && edge(p.Last) {
		p.Last--
	}
	return t.balanced(p) // “the ‘village of peace’”
}

// positive returns the phrase without the “no” that is its act's polarity.
func (t *tree) positive(p Phrase) Phrase {
	if t.lower(p.First) == "no" && p.First < p.Head && t.rel(p.First) == "det" && t.lower(p.Head) != "one" {
		p.First++
	}
	return p
}

func (t *tree) quotesIn(p Phrase) int {
	n := 0
	for i := p.First; i <= p.Last; i++ {
		if isQuote(t.Tokens[i].Form) {
			n++
		}
	}
	return n
}

// clausePhrase returns the words of the clause headed by i, without
// punctuation at its ends and without the clause that it is said in, where
// the tag stands inside (outer, or None).
func (t *tree) clausePhrase(i, outer int) Phrase {
	first, last := t.extent(i)
	if outer != None && first <= outer && outer <= last {
		if tagFirst, tagLast := t.tagExtent(outer); i < tagFirst {
			last = tagFirst - 1
		} else if tagLast < i {
			first = tagLast + 1
		}
	}
	for first < i && (t.upos(first) == "PUNCT" || t.rel(first) == "case" && t.Tokens[first].Head == i || t.rel(first) == "cc" || t.rel(first) == "mark" && (t.lower(first) == "that" || t.lower(first) == "for" || t.lower(first) == "of" && outer != None && t.Tokens[i].Head != outer)) {
		first++
	}
	for last > i && (t.upos(last) == "PUNCT" || outer != None && (t.upos(last) == "CCONJ" || t.upos(last) == "SCONJ" || t.xpos(last) == "WDT")) {
		last-- // also the “but” or “which” of what follows
	}
	if first > 0 && t.xpos(first-1) == "WRB" && t.told(first-1) == i {
		first-- // “explained how it failed”
	}
	return t.balanced(Phrase{Sentence: t.index, Head: i, First: first, Last: last})
}

// balanced returns the phrase with both of two quotation marks where it has one.
func (t *tree) balanced(p Phrase) Phrase {
	next := p.Last + 1
	switch {
	case t.quotesIn(p)%2 == 0:
	case next < len(t.Tokens) && isQuote(t.Tokens[next].Form):
		p.Last = next
	case next+1 < len(t.Tokens) && t.upos(next) == "PUNCT" && isQuote(t.Tokens[next+1].Form):
		p.Last = next + 1 // “… to talks.”
	}
	for p.First < p.Head && t.quotesIn(p)%2 == 1 && t.upos(p.First) == "PUNCT" {
		p.First++
	}
	return p
}

// tagExtent returns the tokens of a verb of saying with its subject and
// auxiliaries.
func (t *tree) tagExtent(v int) (first, last int) {
	first, last = v, v
	for _, k := range t.children(v, "nsubj", "aux", "iobj") {
		f, l := t.extent(k)
		first, last = min(first, f), max(last, l)
	}
	return first, last
}

// predicate returns the words and lemma of the verb at v.
func (t *tree) predicate(v int) Predicate {
	p := Predicate{Token: v, First: v, Last: v, Lemma: t.lemma(v)}
	if dash := v - 1; dash > 0 && t.upos(v) == "VERB" && (t.xpos(v) != "VBN" || t.has(v, "aux", "aux:pass")) && t.Tokens[dash].Form == "-" && t.Tokens[dash-1].End == t.Tokens[dash].Start && t.Tokens[dash].End == t.Tokens[v].Start {
		p.First, p.Lemma = v-2, t.lower(v-2)+"-"+p.Lemma // “strong-armed”
	}
	for _, k := range t.children(v, "compound:prt") {
		p.Lemma += " " + t.lower(k)
		if k == p.Last+1 {
			p.Last = k
		}
	}
	if x := t.turned(v); x != None {
		p.Lemma, p.Last = p.Lemma+" "+t.lower(x), x // “fell vacant”
	}
	if next := v + 1; p.Last == v && next < len(t.Tokens) && (particles[t.lower(next)] || t.lower(next) == "in" && t.xpos(next) == "RB") && (next+1 >= len(t.Tokens) || t.lower(next+1) != "of") && t.rel(next) == "advmod" && t.Tokens[next].Head == v {
		p.Lemma += " " + t.lower(next)
		p.Last = next
	}
	return p
}

// turned returns the adjective behind a verb that says little without it, or None.
func (t *tree) turned(v int) int {
	if x := t.child(v, "xcomp"); x == v+1 && t.upos(x) == "ADJ" && turning[t.lemma(v)] {
		return x
	}
	return None
}

func isQuote(s string) bool { return slices.Contains([]string{`"`, "“", "”", "``", "''"}, s) }
