package lemmas

import (
	"sort"

	"github.com/whomgraph/whom/extract/english/lemma"
)

// regularEndings are the endings that suffix rules take off, by tag. Forms
// without them are irregular: exceptions, or their own lemma.
var regularEndings = map[string][]string{"NNS": {"s", "men"}, "NNPS": {"s"}, "VBZ": {"s"}, "VBD": {"ed"}, "VBN": {"ed"},
	"VBG": {"ing"}, "JJR": {"er"}, "RBR": {"er"}, "JJS": {"est"}, "RBS": {"est"}}

// change says how many bytes go from a form's end, and what is put there.
type change struct {
	strip int
	add   string
}

func changeOf(form, lemma string) change {
	same := 0
	for same < min(len(form), len(lemma)) && form[same] == lemma[same] {
		same++
	}
	return change{len(form) - same, lemma[same:]}
}

// suffixStatistics counts, for each ending, the changes that its forms need.
type suffixStatistics map[string]map[change]int

func (s suffixStatistics) add(form, lemma string) {
	c := changeOf(form, lemma)
	for n := 1; n <= min(longestEnding, len(form)-1); n++ {
		ending := form[len(form)-n:]
		if s[ending] == nil {
			s[ending] = map[change]int{}
		}
		s[ending][c]++
	}
}

// longestEnding is how many letters of a form suffix rules look at.
const longestEnding = 6

// best returns the most frequent change of an ending that takes off no more
// than it, the first in order of several.
func (s suffixStatistics) best(ending string) (best change, n int) {
	for c, count := range s[ending] {
		if c.strip > len(ending) {
			continue
		}
		if count > n || count == n && (c.add < best.add || c.add == best.add && c.strip < best.strip) {
			best, n = c, count
		}
	}
	return best, n
}

// rareGain is how many forms more a longer ending must get right than the
// shorter one, to have a rule of its own.
const rareGain = 2

// learnSuffixes adds the rules for one tag: a decision list as in ripple-down
// rules (Plisson, Lavrač & Mladenić 2004), from short endings to long ones,
// each of which corrects the one before.
func (l *learner) learnSuffixes(table *lemma.Table, xpos string, regular []string) {
	statistics := l.suffixStatistics(xpos, regular)
	endings := make([]string, 0, len(statistics))
	for ending := range statistics {
		if hasSuffix(ending, regular...) {
			endings = append(endings, ending)
		}
	}
	sort.Slice(endings, func(i, j int) bool {
		a, b := endings[i], endings[j]
		return len(a) < len(b) || len(a) == len(b) && a < b
	})
	rules := map[string]change{}
	for _, ending := range endings {
		best, n := statistics.best(ending)
		shorter, ok := longestRule(rules, ending)
		if n > 0 && (!ok || best != shorter && n-statistics[ending][shorter] >= rareGain) {
			rules[ending] = best
			table.AddSuffix(ending, xpos, best.strip, best.add)
		}
	}
}

// longestRule returns the rule of the longest proper suffix that has one.
func longestRule(rules map[string]change, ending string) (change, bool) {
	for i := 1; i < len(ending); i++ {
		if c, ok := rules[ending[i:]]; ok {
			return c, true
		}
	}
	return change{}, false
}

// suffixStatistics counts the forms of a tag that end regularly, each once.
func (l *learner) suffixStatistics(xpos string, regular []string) suffixStatistics {
	s := suffixStatistics{}
	for k := range l.forms() {
		if best, _ := l.best(k); k.xpos == xpos && hasSuffix(k.form, regular...) {
			s.add(k.form, best)
		}
	}
	for k, base := range l.likely {
		if k.xpos == xpos && l.counts[k] == nil && l.known[k] == "" {
			s.add(k.form, base)
		}
	}
	return s
}
