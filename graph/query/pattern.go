package query

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// Wildcard stands for any subject, predicate or object.
const Wildcard = "?"

// maxWords bounds a pattern: its readings grow with the square of its words.
const maxWords = 24

// A Lemmatizer lists the lemmas of which a word may be a form: send for sent.
// nil knows the third person of the present alone, which every pattern may have.
type Lemmatizer func(word string) []string

// A Pattern asks for a subject, a predicate and an object. The zero Pattern
// fits every claim.
type Pattern struct {
	text     string
	readings []reading
}

// A reading is one way to part a pattern's words.
type reading struct {
	subject   part
	predicate predicate
	object    part
}

// A part is a wildcard where its words are empty.
type part struct {
	words string
	slug  string // the graph.NameKey of the words
	id    string // as written, where it looks like an id
}

// A predicate is a part with the lemmas that its words may stand for.
type predicate struct {
	part
	lemmas []string
}

// Parse reads a pattern such as "NATO rejects ?". It fails where the words
// cannot be parted into subject, predicate and object.
func Parse(pattern string, lemmas Lemmatizer) (Pattern, error) {
	words := strings.Fields(pattern)
	if len(words) > maxWords {
		return Pattern{}, fmt.Errorf("pattern of %d words: at most %d can be read", len(words), maxWords)
	}
	p := Pattern{text: strings.Join(words, " ")}
	for i := 1; i < len(words); i++ {
		for j := i + 1; j < len(words); j++ {
			if r, ok := newReading(words[:i], words[i:j], words[j:], lemmas); ok {
				p.readings = append(p.readings, r)
			}
		}
	}
	if len(p.readings) == 0 {
		return Pattern{}, fmt.Errorf("pattern %q: want SUBJECT PREDICATE OBJECT, each of them words or %s for anything, "+
			"as in 'NATO rejects ?', '? denies ?' or 'Sergey Lavrov calls Antony Blinken'", pattern, Wildcard)
	}
	return p, nil
}

func newReading(subject, verb, object []string, lemmas Lemmatizer) (r reading, ok bool) {
	var s, p, o bool
	r.subject, s = newPart(subject)
	r.predicate.part, p = newPart(verb)
	r.object, o = newPart(object)
	if !r.predicate.any() {
		r.predicate.lemmas = lemmasOf(strings.ToLower(r.predicate.words), lemmas)
	}
	return r, s && p && o
}

// newPart refuses a wildcard among other words, and words without a letter or
// digit.
func newPart(words []string) (part, bool) {
	if len(words) == 1 && words[0] == Wildcard {
		return part{}, true
	}
	if slices.Contains(words, Wildcard) {
		return part{}, false
	}
	text := strings.Join(words, " ")
	p := part{words: text, slug: graph.NameKey(text)}
	if len(words) == 1 && strings.Contains(text, ":") {
		p.id = text
	}
	return p, p.slug != ""
}

func (p part) any() bool { return p.words == "" }

// lemmasOf lists what a predicate may stand for, by the forms of its first word,
// which alone is inflected.
func lemmasOf(words string, lemmas Lemmatizer) []string {
	verb, rest, _ := strings.Cut(words, " ")
	forms := []string{verb}
	for _, lemma := range baseForms(verb) {
		if graph.ThirdPerson(lemma) == verb {
			forms = append(forms, lemma)
		}
	}
	if lemmas != nil {
		forms = append(forms, lemmas(verb)...)
	}
	slices.Sort(forms)
	forms = slices.Compact(forms)
	for i := range forms {
		forms[i] = strings.TrimSpace(forms[i] + " " + rest)
	}
	return forms
}

// baseForms lists the lemmas whose third person a word may be.
func baseForms(word string) []string {
	stem := strings.TrimSuffix(word, "s")
	return []string{stem, strings.TrimSuffix(stem, "e"), strings.TrimSuffix(stem, "ie") + "y", "be", "have"}
}
