package chains

import (
	"slices"

	"github.com/whomgraph/whom/cmd/whom-train/score"
)

// A shares sums what a score.Counts counts over documents: precision and recall are
// shares, whose numerators and denominators are summed apart.
type shares struct {
	right, found    float64
	recalled, known float64
}

func (t *shares) f1() float64 {
	if t.right+t.recalled == 0 {
		return 0
	}
	return score.F1(t.right/t.found, t.recalled/t.known)
}

// A tally has the three measures of CoNLL 2011 (Pradhan et al. 2011): MUC
// (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), and CEAF with the similarity
// φ4 (Luo 2005).
type tally struct{ muc, b3, ceaf shares }

// conll is the mean of the three, by which systems are compared.
func (t *tally) conll() float64 { return (t.muc.f1() + t.b3.f1() + t.ceaf.f1()) / 3 }

// add counts a document. A mention is its gold mention where it has one.
func (t *tally) add(gold, system [][]mentionKey) {
	inGold, inSystem := chainOf(gold), chainOf(system)
	t.muc.addShare(mucLinks(system, inGold))
	t.muc.addRecall(mucLinks(gold, inSystem))
	t.b3.addShare(b3Share(system, inGold))
	t.b3.addRecall(b3Share(gold, inSystem))
	similarity := ceafSimilarity(gold, inSystem, system)
	t.ceaf.addShare(similarity, float64(len(system)))
	t.ceaf.addRecall(similarity, float64(len(gold)))
}

func (t *shares) addShare(right, found float64)     { t.right += right; t.found += found }
func (t *shares) addRecall(recalled, known float64) { t.recalled += recalled; t.known += known }

func chainOf(chains [][]mentionKey) map[mentionKey]int {
	of := make(map[mentionKey]int)
	for i, c := range chains {
		for _, m := range c {
			of[m] = i
		}
	}
	return of
}

// parts counts the mentions of a chain by the other side's chains, and those
// that it has not.
func parts(chain []mentionKey, other map[mentionKey]int) (counts map[int]int, absent int) {
	counts = make(map[int]int)
	for _, m := range chain {
		if c, ok := other[m]; ok {
			counts[c]++
		} else {
			absent++
		}
	}
	return counts, absent
}

// mucLinks counts the links that hold chains together, and those of them that
// the other side has.
func mucLinks(chains [][]mentionKey, other map[mentionKey]int) (right, all float64) {
	for _, c := range chains {
		counts, absent := parts(c, other)
		right += float64(len(c) - len(counts) - absent)
		all += float64(len(c) - 1)
	}
	return right, all
}

// b3Share sums, over mentions, the share of their chain that the other side has
// in theirs.
func b3Share(chains [][]mentionKey, other map[mentionKey]int) (right, all float64) {
	for _, c := range chains {
		counts, _ := parts(c, other)
		squares := 0
		for _, n := range counts {
			squares += n * n
		}
		right += float64(squares) / float64(len(c))
		all += float64(len(c))
	}
	return right, all
}

// ceafSimilarity is that of the best assignment of chains to chains.
func ceafSimilarity(gold [][]mentionKey, inSystem map[mentionKey]int, system [][]mentionKey) float64 {
	weights := make([][]int, len(gold))
	similar := make([][]float64, len(gold))
	for i, c := range gold {
		weights[i], similar[i] = make([]int, len(system)), make([]float64, len(system))
		counts, _ := parts(c, inSystem)
		for j, n := range counts {
			similar[i][j] = 2 * float64(n) / float64(len(c)+len(system[j]))
			weights[i][j] = int(similar[i][j] * fine)
		}
	}
	sum := 0.0
	for i, j := range score.Assign(weights) {
		if j >= 0 {
			sum += similar[i][j]
		}
	}
	return sum
}

// keyed replaces the system's mentions by their gold ones, so that both sides
// can be compared. A mention without gets a sentence that no gold one has.
func keyed(gold, system [][]mention) (goldKeys, systemKeys [][]mentionKey) {
	aligned := alignMentions(slices.Concat(gold...), slices.Concat(system...))
	for _, c := range gold {
		var keys []mentionKey
		for _, m := range c {
			keys = append(keys, m.key())
		}
		goldKeys = append(goldKeys, keys)
	}
	for _, c := range system {
		var keys []mentionKey
		for _, m := range c {
			if g, ok := aligned[m.key()]; ok {
				keys = append(keys, g.key())
			} else {
				keys = append(keys, mentionKey{-1 - m.sentence, m.first, m.last})
			}
		}
		systemKeys = append(systemKeys, keys)
	}
	return goldKeys, systemKeys
}
