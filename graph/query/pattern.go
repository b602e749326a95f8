package query

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// Wildcard stands for any subject, predicate or object.
const Wildcard = "?"

// maxWords bounds a pattern: its readings grow with the square of its words.
const maxWords = 24

// A Pattern asks for a subject, a predicate and an object. The zero Pattern
// fits every claim.
type Pattern struct {
	readings []reading
}

// A reading is one way to part a pattern's words.
type reading struct{ subject, predicate, object part }

// A part is a wildcard where its words are empty.
type part struct {
	words string // lower case, single spaces
	slug  string // without leading article
	id    string // as written, where it looks like an id
}

// Parse reads a pattern such as "NATO rejects ?". It fails where the words
// cannot be parted into subject, predicate and object.
func Parse(pattern string) (Pattern, error) {
	words := strings.Fields(pattern)
	if len(words) > maxWords {
		return Pattern{}, fmt.Errorf("pattern of %d words: at most %d can be read", len(words), maxWords)
	}
	var p Pattern
	for i := 1; i < len(words); i++ {
		for j := i + 1; j < len(words); j++ {
			if r, ok := newReading(words[:i], words[i:j], words[j:]); ok {
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

func newReading(subject, predicate, object []string) (r reading, ok bool) {
	var s, p, o bool
	r.subject, s = newPart(subject)
	r.predicate, p = newPart(predicate)
	r.object, o = newPart(object)
	return r, s && p && o
}

// newPart refuses a wildcard among other words, and words without a letter or
// digit.
func newPart(words []string) (part, bool) {
	if len(words) == 1 && words[0] == Wildcard {
		return part{}, true
	}
	for _, w := range words {
		if w == Wildcard {
			return part{}, false
		}
	}
	text := strings.Join(words, " ")
	p := part{words: strings.ToLower(text), slug: graph.NameKey(text)}
	if len(words) == 1 && strings.Contains(text, ":") {
		p.id = text
	}
	return p, p.slug != ""
}

func (p part) any() bool { return p.words == "" }
