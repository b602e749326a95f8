package chains

import (
	"slices"

	"github.com/whomgraph/whom/cmd/whom-train/score"
)

// mentionKey names one mention of a system: its span.
type mentionKey struct{ sentence, first, last int }

func (m mention) key() mentionKey { return mentionKey{m.sentence, m.first, m.last} }

// An alignment gives the gold mention of each of the system's that has one.
type alignment map[mentionKey]mention

// alignMentions pairs mentions with the same head one to one: those of equal
// span first, then those that overlap most.
func alignMentions(gold, system []mention) alignment {
	out := make(alignment)
	spans := make(map[mentionKey]bool, len(gold))
	for _, m := range gold {
		spans[m.key()] = true
	}
	type place struct{ sentence, head int }
	type sides struct{ gold, system []mention }
	var order []place
	rest := make(map[place]*sides)
	at := func(m mention) *sides {
		p := place{m.sentence, m.head}
		if rest[p] == nil {
			rest[p] = &sides{}
			order = append(order, p)
		}
		return rest[p]
	}
	for _, m := range system {
		if spans[m.key()] {
			i := slices.IndexFunc(gold, m.sameSpan)
			out[m.key()] = gold[i]
		} else {
			at(m).system = append(at(m).system, m)
		}
	}
	for _, m := range gold {
		if _, taken := out[m.key()]; !taken {
			at(m).gold = append(at(m).gold, m)
		}
	}
	for _, p := range order {
		alignByOverlap(out, rest[p].gold, rest[p].system)
	}
	return out
}

// fine is the unit in which shares are given to [score.Assign], which takes integers.
const fine = 1 << 40

func alignByOverlap(out alignment, gold, system []mention) {
	weights := make([][]int, len(gold))
	for i, g := range gold {
		for _, m := range system {
			shared := min(g.last, m.last) - max(g.first, m.first) + 1
			weights[i] = append(weights[i], shared*2*fine/(g.last-g.first+m.last-m.first+2))
		}
	}
	for i, j := range score.Assign(weights) {
		if j >= 0 {
			out[system[j].key()] = gold[i]
		}
	}
}
