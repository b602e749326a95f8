package trees

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/extract/syntax"
)

// A measure has the counts of a unit; aligned counts words with the same span
// in both.
type measure struct {
	score.Counts
	aligned int
}

// accuracy is that of the words whose spans are right.
func (m measure) accuracy() float64 { return score.Ratio(m.Correct, m.aligned) }

// Scores are the measures of the CoNLL 2018 shared task (Zeman et al. 2018,
// https://universaldependencies.org/conll18/evaluation.html) that our columns
// allow. Tokens are written words (don't), words syntactic ones (do, n't).
type Scores struct {
	tokens, sentences, words, upos, xpos, lemmas, uas, las measure
	relations                                              map[string]score.Counts // each with its subtype
}

// Compare compares a system's analysis of a text with the gold one. Both
// must hold the same characters; space is ignored. A head is right if it is
// the same word, a relation if it is the same up to its subtype, and any lemma
// where the gold file has none.
//
// Words are aligned by their spans. The shared task aligns those inside
// multiword tokens by their longest common subsequence, which is the same
// where the words spell the token, as all of the English treebanks do.
func Compare(gold, system []syntax.Sentence) (Scores, error) {
	a, b := newUnits(gold), newUnits(system)
	if err := sameText(a.text.String(), b.text.String()); err != nil {
		return Scores{}, err
	}
	var s Scores
	s.tokens = compareSpans(a.tokens, b.tokens)
	s.sentences = compareSpans(a.sentences, b.sentences)
	pairs := align(a.words, b.words)
	count := func(right func(g, s int) bool) measure {
		m := measure{score.Counts{Gold: len(a.words), System: len(b.words)}, len(pairs)}
		for _, p := range pairs {
			if right(p[0], p[1]) {
				m.Correct++
			}
		}
		return m
	}
	partner := make(map[int]int, len(pairs)) // gold word of each system word
	for _, p := range pairs {
		partner[p[1]] = p[0]
	}
	partner[syntax.Root] = syntax.Root
	sameHead := func(g, s int) bool {
		head, ok := partner[b.heads[s]]
		return ok && head == a.heads[g]
	}
	s.words = count(func(g, s int) bool { return true })
	s.upos = count(func(g, s int) bool { return a.at(g).UPOS == b.at(s).UPOS })
	s.xpos = count(func(g, s int) bool { return a.at(g).XPOS == b.at(s).XPOS })
	s.lemmas = count(func(g, s int) bool { return a.at(g).Lemma == "" || a.at(g).Lemma == b.at(s).Lemma })
	s.uas = count(sameHead)
	s.las = count(func(g, s int) bool { return sameHead(g, s) && relation(a.at(g)) == relation(b.at(s)) })
	s.relations = byRelation(a, b)
	for _, p := range pairs {
		if rel := a.at(p[0]).Rel; sameHead(p[0], p[1]) && rel == b.at(p[1]).Rel {
			m := s.relations[rel]
			m.Correct++
			s.relations[rel] = m
		}
	}
	return s, nil
}

// byRelation counts the words of each relation.
func byRelation(gold, system *units) map[string]score.Counts {
	out := make(map[string]score.Counts)
	for _, t := range gold.all {
		m := out[t.Rel]
		m.Gold++
		out[t.Rel] = m
	}
	for _, t := range system.all {
		m := out[t.Rel]
		m.System++
		out[t.Rel] = m
	}
	return out
}

// relation is the universal relation, without the language's subtype.
func relation(t *syntax.Token) string {
	universal, _, _ := strings.Cut(t.Rel, ":")
	return universal
}

// span is a stretch of the text without its spaces, in bytes.
type span struct{ start, end int }

// units are the parts of one file that are compared.
type units struct {
	text                     strings.Builder // all forms, without space
	tokens, sentences, words []span
	heads                    []int // of each word: another word or syntax.Root
	all                      []*syntax.Token
}

func (u *units) at(word int) *syntax.Token { return u.all[word] }

func newUnits(sentences []syntax.Sentence) *units {
	u := &units{}
	for i := range sentences {
		start := u.text.Len()
		u.addWords(sentences[i].Tokens)
		u.sentences = append(u.sentences, span{start, u.text.Len()})
	}
	return u
}

func (u *units) addWords(tokens []syntax.Token) {
	first := len(u.words)
	for i := range tokens {
		word := span{start: u.text.Len()}
		u.text.WriteString(withoutSpace(tokens[i].Form))
		word.end = u.text.Len()
		u.words = append(u.words, word)
		if i > 0 && tokens[i-1].Joined {
			u.tokens[len(u.tokens)-1].end = word.end
		} else {
			u.tokens = append(u.tokens, word)
		}
		head := tokens[i].Head
		if head != syntax.Root {
			head += first
		}
		u.heads = append(u.heads, head)
		u.all = append(u.all, &tokens[i])
	}
}

func withoutSpace(form string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, form)
}

func sameText(gold, system string) error {
	n := min(len(gold), len(system))
	for i := range n + 1 {
		if i == n && len(gold) == len(system) {
			return nil
		}
		if i == n || gold[i] != system[i] {
			return fmt.Errorf("the texts differ after %q: gold has %q, system %q",
				gold[max(0, i-20):i], gold[i:min(i+20, len(gold))], system[i:min(i+20, len(system))])
		}
	}
	return nil
}

// compareSpans counts the spans that both lists have. Both are in order.
func compareSpans(gold, system []span) measure {
	n := len(align(gold, system))
	return measure{score.Counts{Gold: len(gold), System: len(system), Correct: n}, n}
}

// align pairs the indexes of equal spans. Both lists are in order.
func align(gold, system []span) [][2]int {
	var pairs [][2]int
	for g, s := 0, 0; g < len(gold) && s < len(system); {
		switch {
		case gold[g] == system[s]:
			pairs = append(pairs, [2]int{g, s})
			g, s = g+1, s+1
		case gold[g].start < system[s].start || gold[g].start == system[s].start && gold[g].end < system[s].end:
			g++
		default:
			s++
		}
	}
	return pairs
}
