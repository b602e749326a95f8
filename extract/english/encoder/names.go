package encoder

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
)

// A nameTagger turns scores of BIO tags (Ramshaw and Marcus 1995) into names.
type nameTagger struct {
	types []syntax.NameType // by tag; empty for O
	inner []bool            // by tag: I, which must follow a tag of its type
}

func newNameTagger(tags []string) (nameTagger, error) {
	t := nameTagger{make([]syntax.NameType, len(tags)), make([]bool, len(tags))}
	for i, tag := range tags {
		kind, typ, _ := strings.Cut(tag, "-")
		if tag != "O" && (kind != "B" && kind != "I" || typ == "") {
			return t, fmt.Errorf("name tag %q: want O, B-type or I-type", tag)
		}
		t.types[i], t.inner[i] = syntax.NameType(typ), kind == "I"
	}
	return t, nil
}

// names returns the names of the best valid row of tags, given the scores by word
// and tag.
func (t nameTagger) names(scores [][]float32) []syntax.Name {
	var names []syntax.Name
	for i, tag := range t.best(scores) {
		switch {
		case t.types[tag] == "":
		case t.inner[tag]:
			names[len(names)-1].Last = i
		default:
			names = append(names, syntax.Name{First: i, Last: i, Type: t.types[tag]})
		}
	}
	return names
}

// best is the algorithm of Viterbi 1967 for tags whose sequence is only allowed
// or forbidden.
func (t nameTagger) best(scores [][]float32) []int {
	tags := len(t.types)
	total := make([]float64, tags)
	from := make([]int, len(scores)*tags)
	for i, row := range scores {
		before := append([]float64(nil), total...)
		for tag := range tags {
			best := t.bestBefore(before, tag, i == 0)
			from[i*tags+tag] = best
			total[tag] = float64(row[tag])
			if best >= 0 {
				total[tag] += before[best]
			} else if t.inner[tag] {
				total[tag] = -forbidden
			}
		}
	}
	return t.trace(total, from, len(scores))
}

// forbidden is more than all scores of a sentence.
const forbidden = 1e12

// bestBefore returns the best tag that may stand before tag, or -1 if tag is that
// of the first word.
func (t nameTagger) bestBefore(total []float64, tag int, first bool) int {
	if first {
		return -1
	}
	best := -1
	for b := range total {
		if t.mayFollow(b, tag) && (best < 0 || total[b] > total[best]) {
			best = b
		}
	}
	return best
}

func (t nameTagger) mayFollow(before, tag int) bool {
	return !t.inner[tag] || t.types[before] == t.types[tag]
}

func (t nameTagger) trace(total []float64, from []int, n int) []int {
	if n == 0 {
		return nil
	}
	out := make([]int, n)
	for tag := range total {
		if total[tag] > total[out[n-1]] {
			out[n-1] = tag
		}
	}
	for i := n - 1; i > 0; i-- {
		out[i-1] = from[i*len(total)+out[i]]
	}
	return out
}
