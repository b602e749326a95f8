package curate

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// Reviews returns the judgements that count: of several by one coder about one
// claim the last. Decisions are in the order in which they hold.
func Reviews(decisions []graph.Decision) []graph.Review {
	type key struct{ claim, coder string }
	last := make(map[key]graph.Review)
	for _, d := range decisions {
		if d.Kind == graph.ReviewDecision {
			last[key{d.Review.Claim, d.Review.Coder}] = *d.Review
		}
	}
	return slices.SortedFunc(maps.Values(last), func(a, b graph.Review) int {
		return cmp.Or(strings.Compare(a.Claim, b.Claim), strings.Compare(a.Coder, b.Coder))
	})
}

// A Precision is the share of claims that are right as they stand.
type Precision struct {
	Coder                   string // "" for one who gave no name
	All                     bool   // the figures of all coders together
	Claims                  int
	Right, Wrong, Corrected int
	Precision               float64
	// Low and High bound it with 95 % confidence, as Wilson (1927) has it, which
	// holds for few claims and for shares near 0 and 1 too.
	Low, High float64
}

// Measure computes the precision by each coder, and, where there are several, of
// all together, in which each claim counts once: as most of its coders judge it,
// and as wrong where they are equally divided.
func Measure(reviews []graph.Review) []Precision {
	byCoder := make(map[string][]graph.Judgement)
	byClaim := make(map[string][]graph.Judgement)
	for _, r := range reviews {
		byCoder[r.Coder] = append(byCoder[r.Coder], r.Judgement)
		byClaim[r.Claim] = append(byClaim[r.Claim], r.Judgement)
	}
	var out []Precision
	for _, coder := range slices.Sorted(maps.Keys(byCoder)) {
		out = append(out, precision(Precision{Coder: coder}, byCoder[coder]))
	}
	if len(byCoder) < 2 {
		return out
	}
	var all []graph.Judgement
	for _, claim := range slices.Sorted(maps.Keys(byClaim)) {
		all = append(all, majority(byClaim[claim]))
	}
	return append(out, precision(Precision{All: true}, all))
}

func majority(judgements []graph.Judgement) graph.Judgement {
	count := make(map[graph.Judgement]int)
	for _, j := range judgements {
		count[j]++
	}
	for _, j := range graph.Judgements {
		if 2*count[j] > len(judgements) {
			return j
		}
	}
	return graph.Wrong
}

func precision(p Precision, judgements []graph.Judgement) Precision {
	for _, j := range judgements {
		switch j {
		case graph.Right:
			p.Right++
		case graph.Corrected:
			p.Corrected++
		default:
			p.Wrong++
		}
	}
	p.Claims = len(judgements)
	p.Precision = float64(p.Right) / float64(max(p.Claims, 1))
	p.Low, p.High = Wilson(p.Right, p.Claims)
	return p
}

// Wilson bounds the share of which k of n is a sample, with 95 % confidence
// (E. B. Wilson, Probable inference, the law of succession, and statistical
// inference, 1927). Of no sample nothing is known: 0 to 1.
func Wilson(k, n int) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	const z = 1.959963984540054 // the 97.5th percentile of the normal distribution
	share, size := float64(k)/float64(n), float64(n)
	middle := share + z*z/(2*size)
	margin := z * math.Sqrt(share*(1-share)/size+z*z/(4*size*size))
	whole := 1 + z*z/size
	return max(0, (middle-margin)/whole), min(1, (middle+margin)/whole)
}

// An Agreement tells how far two coders judge alike.
type Agreement struct {
	A, B   string
	Claims int     // that both judged
	Agreed float64 // share
	// Kappa is what they agree on beyond chance (J. Cohen, A coefficient of
	// agreement for nominal scales, 1960): 1 is always, 0 as chance has it. It is
	// not a number where both only ever give one judgement.
	Kappa float64
}

// Agree compares each two coders who judged the same claims, by name.
func Agree(reviews []graph.Review) []Agreement {
	by := make(map[string]map[string]graph.Judgement) // by coder, then by claim
	for _, r := range reviews {
		if by[r.Coder] == nil {
			by[r.Coder] = make(map[string]graph.Judgement)
		}
		by[r.Coder][r.Claim] = r.Judgement
	}
	coders := slices.Sorted(maps.Keys(by))
	var out []Agreement
	for i, b := range coders {
		for _, a := range coders[:i] {
			if g := agree(by[a], by[b]); g.Claims > 0 {
				g.A, g.B = a, b
				out = append(out, g)
			}
		}
	}
	slices.SortFunc(out, func(x, y Agreement) int { return cmp.Or(strings.Compare(x.A, y.A), strings.Compare(x.B, y.B)) })
	return out
}

func agree(a, b map[string]graph.Judgement) Agreement {
	var g Agreement
	same := 0
	first, second := make(map[graph.Judgement]int), make(map[graph.Judgement]int)
	for claim, x := range a {
		y, both := b[claim]
		if !both {
			continue
		}
		g.Claims++
		first[x]++
		second[y]++
		if x == y {
			same++
		}
	}
	n := float64(max(g.Claims, 1))
	chance := 0.0
	for _, j := range graph.Judgements {
		chance += float64(first[j]) * float64(second[j]) / (n * n)
	}
	g.Agreed = float64(same) / n
	g.Kappa = (g.Agreed - chance) / (1 - chance) // 0/0 where chance leaves nothing
	return g
}
