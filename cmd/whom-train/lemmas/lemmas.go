package lemmas

import (
	"maps"
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/english/lemma"
	"github.com/whomgraph/whom/extract/syntax"
)

// tagged is a form with its tags.
type tagged struct{ form, upos, xpos string }

// learner gathers what forms have which lemmas.
type learner struct {
	counts    map[tagged]map[string]int // in the treebanks
	known     map[tagged]string         // from the vocabulary, and regular forms made from lemmas
	likely    map[tagged]string         // forms of verbs that are made from nouns: profile, time
	irregular map[tagged]bool           // forms that the vocabulary lists as irregular
}

// Learn makes a table that gives the most frequent lemma of every form seen more
// than once, and rules for the rest.
//
// Suffix rules are learnt from the forms in the treebanks, and from the regular
// forms of each verb and noun in them and in the vocabulary: forms are easily
// made from lemmas, which is how subscribed gives subscribe where only
// subscribes was seen.
func Learn(sentences []syntax.Sentence) (*lemma.Table, error) {
	v, err := readVocabulary(vocabularyText)
	if err != nil {
		return nil, err
	}
	return learn(sentences, v), nil
}

func learn(sentences []syntax.Sentence, v *vocabulary) *lemma.Table {
	l := &learner{counts: map[tagged]map[string]int{}, known: map[tagged]string{}, likely: map[tagged]string{}, irregular: map[tagged]bool{}}
	for i := range sentences {
		for _, t := range sentences[i].Tokens {
			l.count(t)
		}
	}
	l.inflectKnown(v)
	l.addVocabulary(v)
	table := lemma.NewTable()
	for xpos, endings := range regularEndings {
		l.learnSuffixes(table, xpos, endings)
	}
	l.addExceptions(table)
	return table
}

// count notes one token, unless its tags say that its lemma is of no use to
// others: parts of words, addresses, list numbers.
func (l *learner) count(t syntax.Token) {
	if t.Lemma == "" || t.UPOS == "X" || strings.Contains(" GW AFX ADD LS ", " "+t.XPOS+" ") {
		return
	}
	form := t.Form
	if !isName(t.UPOS, t.XPOS) {
		form = strings.ToLower(form)
	}
	k := tagged{strings.ReplaceAll(form, "’", "'"), t.UPOS, t.XPOS}
	if l.counts[k] == nil {
		l.counts[k] = map[string]int{}
	}
	l.counts[k][t.Lemma]++
}

func isName(upos, xpos string) bool { return upos == "PROPN" || xpos == "NNP" || xpos == "NNPS" }

// inflectKnown makes the regular forms of all verbs and nouns that are known
// by their lemmas.
func (l *learner) inflectKnown(v *vocabulary) {
	lemmas := map[string]map[string]bool{"VERB": {}, "NOUN": {}}
	for _, verb := range v.verbs {
		lemmas["VERB"][verb] = true
	}
	for k, byLemma := range l.counts {
		for base := range byLemma {
			if lemmas[k.upos] != nil && smallLetters(base) {
				lemmas[k.upos][base] = true
			}
		}
	}
	for _, base := range slices.Sorted(maps.Keys(lemmas["VERB"])) {
		for xpos, form := range v.inflect(base) {
			l.known[tagged{form, "VERB", xpos}] = base
		}
	}
	for _, base := range slices.Sorted(maps.Keys(lemmas["NOUN"])) {
		l.known[tagged{withS(base), "NOUN", "NNS"}] = base
		for xpos, form := range v.inflect(base) {
			l.likely[tagged{form, "VERB", xpos}] = base
		}
	}
}

// smallLetters tells whether s is lower-case letters, two or more.
func smallLetters(s string) bool {
	return len(s) > 1 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

// addVocabulary adds the irregular forms.
func (l *learner) addVocabulary(v *vocabulary) {
	for _, verb := range v.irregular {
		base := verb[0][0]
		for i, xpos := range []string{1: "VBD", 2: "VBN"} {
			for _, form := range verb[i] {
				if xpos != "" {
					l.known[tagged{form, "VERB", xpos}] = base
					l.irregular[tagged{form, "VERB", xpos}] = true
				}
			}
		}
	}
	for _, base := range slices.Sorted(maps.Keys(v.plurals)) { // axes is of axe and axis
		for _, form := range v.plurals[base] {
			l.known[tagged{form, "NOUN", "NNS"}] = base
		}
	}
	for _, d := range v.demonyms {
		l.known[tagged{strings.ToLower(d), "ADJ", "JJ"}] = d
	}
}

// best returns the lemma of a form and how often it was seen: the most
// frequent one, the first in byte order of several. What is known is believed
// above a single token, which may be misspelt, and an irregular form above a
// treebank that never has its lemma.
func (l *learner) best(k tagged) (lemma string, n int) {
	for candidate, count := range l.counts[k] {
		if count > n || count == n && candidate < lemma {
			lemma, n = candidate, count
		}
	}
	if known, ok := l.known[k]; ok && (n < 2 || l.irregular[k] && l.counts[k][known] == 0) {
		return known, 2
	}
	return lemma, n
}

// forms returns all forms that were seen or are known, in no order.
func (l *learner) forms() map[tagged]bool {
	all := make(map[tagged]bool, len(l.counts)+len(l.known))
	for k := range l.counts {
		all[k] = true
	}
	for k := range l.known {
		all[k] = true
	}
	return all
}

// addExceptions adds the forms whose lemma the suffix rules miss. A form seen
// once is trusted only if it may have an ending, and a name only if its lemma is
// the same name in other letters or at full length (Sept., September).
func (l *learner) addExceptions(table *lemma.Table) {
	for k := range l.forms() {
		best, n := l.best(k)
		if n < 2 && regularEndings[k.xpos] == nil || k.xpos == "NNP" && k.upos == "PROPN" && !sameName(k.form, best) {
			continue
		}
		if table.Regular(k.form, k.upos, k.xpos) != best {
			table.AddException(k.form, k.upos, k.xpos, best)
		}
	}
}

func sameName(form, lemma string) bool {
	return strings.EqualFold(form, lemma) || len(form) > 2 && strings.HasPrefix(lemma, strings.TrimSuffix(form, "."))
}
