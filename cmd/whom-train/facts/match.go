package facts

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/graph"
)

// A matching is what became of the facts of one article.
type matching struct {
	document graph.Document
	facts    []fact
	claims   []toldClaim
	claimOf  []int // of each fact, or -1
}

// match pairs facts and claims one to one: as many as can be, then as many as
// can be with the right polarity, then with the right source.
func (m *matching) match() {
	weights := make([][]int, len(m.facts))
	for i := range m.facts {
		weights[i] = make([]int, len(m.claims))
		for j := range m.claims {
			weights[i][j] = m.facts[i].weight(&m.claims[j])
		}
	}
	m.claimOf = score.Assign(weights)
}

func (f *fact) weight(c *toldClaim) int {
	if !f.toldBy(c) {
		return 0
	}
	w := 1000
	if f.Denied == c.denied {
		w += 10
	}
	if f.saidBy(c) {
		w += 5
	}
	return w
}

// toldBy tells whether the claim has the fact's predicate and participants.
func (f *fact) toldBy(c *toldClaim) bool {
	return isPredicate(c.predicate, f.Predicates) && (f.between(c.subject, c.others(), true) ||
		c.symmetric && len(c.object) > 0 && f.between(c.reversed(), c.subject, true))
}

// saidBy tells whether any source of the fact is among the claim's.
func (f *fact) saidBy(c *toldClaim) bool { return len(found(c.attribution, f.Attribution, false)) > 0 }

// others are the participants besides the subject.
func (c *toldClaim) others() []string { return slices.Concat(c.object, c.args) }

var leadingBy = regexp.MustCompile(`(?i)^by\s+`)

// reversed is the object as the subject of the claim read the other way round.
func (c *toldClaim) reversed() []string {
	return []string{leadingBy.ReplaceAllString(c.object[0], "")}
}

// between tells whether the subjects and objects of the fact are found among
// the names, of which only the head parts are looked at if heads is set.
func (f *fact) between(subjects, objects []string, heads bool) bool {
	left := found(subjects, f.Subjects, heads)
	if len(left) == 0 {
		return false
	}
	if slices.Contains(f.Objects, "*") || !slices.ContainsFunc(f.Objects, func(o string) bool { return o != "" }) {
		return true
	}
	right := found(objects, f.Objects, heads)
	if !overlap(f.Subjects, f.Objects) {
		return len(right) > 0
	}
	// The two sides of what is mutual must differ.
	for a := range left {
		for b := range right {
			if lastWord(a) != lastWord(b) {
				return true
			}
		}
	}
	return false
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

func lastWord(name string) string {
	words := plainWords(name)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// turned tells whether a claim tells the fact in the wrong direction. Facts
// that have a counterpart in the other direction are not judged.
func (m *matching) turned(f *fact) bool {
	if f.Kind != "AA" || overlap(f.Subjects, f.Objects) || m.mirrored(f) {
		return false
	}
	actors := slices.DeleteFunc(slices.Clone(f.Objects), func(o string) bool {
		r, _ := utf8.DecodeRuneInString(o)
		return !unicode.IsUpper(r)
	})
	if len(actors) == 0 {
		return false
	}
	g := *f
	g.Objects = actors
	return slices.ContainsFunc(m.claims, func(c toldClaim) bool {
		return !c.symmetric && len(c.object) > 0 && isPredicate(c.predicate, g.Predicates) &&
			g.between(c.reversed(), c.subject, true) && !g.between(c.subject, c.others(), false)
	})
}

func (m *matching) mirrored(f *fact) bool {
	return slices.ContainsFunc(m.facts, func(h fact) bool {
		return overlap(h.Subjects, f.Objects) && overlap(h.Objects, f.Subjects)
	})
}

// print writes the facts that are not told or told otherwise.
func (m *matching) print(w io.Writer) {
	fmt.Fprintf(w, "%s\n", m.document.ID)
	for i := range m.facts {
		f := &m.facts[i]
		line := fmt.Sprintf("%s | %s | %s", strings.Join(f.Subjects, "/"), strings.Join(f.Predicates, "/"), strings.Join(f.Objects, "/"))
		if f.Denied {
			line += " [denied]"
		}
		if f.Modality != "asserted" {
			line += " [" + f.Modality + "]"
		}
		if len(f.Attribution) > 0 {
			line += " [says " + strings.Join(f.Attribution, "/") + "]"
		}
		if m.turned(f) {
			fmt.Fprintf(w, "  < %s\n", line)
		}
		j := m.claimOf[i]
		if j < 0 {
			fmt.Fprintf(w, "  - %s\n", line)
			continue
		}
		c := &m.claims[j]
		if f.Denied != c.denied || f.Modality != c.modality || len(f.Attribution) > 0 && !f.saidBy(c) {
			fmt.Fprintf(w, "  ~ %s\n    %s\n", line, c.line)
		}
	}
	fmt.Fprintln(w)
}
