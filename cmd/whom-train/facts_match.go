package main

import (
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whomgraph/whom/graph"
)

// A factMatching is what became of the facts of one article.
type factMatching struct {
	document graph.Document
	facts    []fact
	claims   []toldClaim
	claimOf  []int // of each fact, or -1
}

// match pairs facts and claims one to one: as many as can be, then as many as
// can be with the right polarity, then with the right source.
func (m *factMatching) match() {
	weights := make([][]int, len(m.facts))
	for i := range m.facts {
		weights[i] = make([]int, len(m.claims))
		for j := range m.claims {
			weights[i][j] = m.facts[i].weight(&m.claims[j])
		}
	}
	m.claimOf = assign(weights)
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
func (m *factMatching) turned(f *fact) bool {
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

func (m *factMatching) mirrored(f *fact) bool {
	return slices.ContainsFunc(m.facts, func(h fact) bool {
		return overlap(h.Subjects, f.Objects) && overlap(h.Objects, f.Subjects)
	})
}

// A factTally counts over articles. Its keys are the names in the score file.
type factTally struct {
	claims, words, turned        int
	kind                         map[string]*measure
	polarity, denied, modality   measure // of matched facts, but denied of all
	source, sourceOfMatchedFacts measure
}

func (t *factTally) add(m *factMatching) {
	t.claims += len(m.claims)
	t.words += len(strings.Fields(m.document.Text))
	for i := range m.facts {
		f := &m.facts[i]
		if m.turned(f) {
			t.turned++
		}
		var c *toldClaim
		if j := m.claimOf[i]; j >= 0 {
			c = &m.claims[j]
		}
		t.count(f, c)
	}
}

func (t *factTally) count(f *fact, c *toldClaim) {
	if t.kind == nil {
		t.kind = map[string]*measure{"AA": {}, "AT": {}, "all": {}}
	}
	matched := c != nil
	t.kind[f.Kind].addIf(true, matched)
	t.kind["all"].addIf(true, matched)
	t.polarity.addIf(matched, matched && f.Denied == c.denied)
	t.denied.addIf(f.Denied, matched && c.denied)
	t.modality.addIf(matched, matched && f.Modality == c.modality)
	t.source.addIf(len(f.Attribution) > 0, matched && f.saidBy(c))
	t.sourceOfMatchedFacts.addIf(len(f.Attribution) > 0 && matched, matched && f.saidBy(c))
}

// addIf counts a case that counts, and whether it is right.
func (m *measure) addIf(counts, right bool) {
	if !counts {
		return
	}
	m.gold++
	if right {
		m.correct++
	}
}

func (t *factTally) results() []result {
	var out []result
	for _, kind := range slices.Sorted(maps.Keys(t.kind)) {
		out = append(out, result{"recall " + kind, 100 * t.kind[kind].recall()})
	}
	return append(out,
		result{"matched polarity", 100 * t.polarity.recall()},
		result{"denials right", 100 * t.denied.recall()},
		result{"source right", 100 * t.source.recall()},
		result{"matched source right", 100 * t.sourceOfMatchedFacts.recall()},
		result{"matched modality", 100 * t.modality.recall()},
		result{"direction errors", float64(t.turned)},
		result{"claims", float64(t.claims)},
		result{"claims per 100 words", 100 * ratio(t.claims, t.words)},
	)
}

// print writes the facts that are not told or told otherwise.
func (m *factMatching) print(w io.Writer) {
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
