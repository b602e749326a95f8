package measure

import (
	"math"
	"slices"
)

// Reciprocity returns the share of arcs that have one back, 0 in a graph
// without arcs.
func (g *Graph) Reciprocity() float64 {
	if g.Arcs() == 0 {
		return 0
	}
	both := 0
	for v := range int32(g.Nodes()) {
		for _, w := range g.out.of(v) {
			if _, back := slices.BinarySearch(g.out.of(w), v); back {
				both++
			}
		}
	}
	return float64(both) / float64(g.Arcs())
}

// Assortativity returns the correlation, over all arcs, of x where they begin
// and y where they end: of OutDegree and InDegree it tells whether who is busy acts on
// who is much acted on (Newman, Physical Review E 67, 2003). It is NaN where
// either is the same on all arcs.
func (g *Graph) Assortativity(x, y []float64) float64 {
	var sx, sy, sxx, syy, sxy float64
	for v := range int32(g.Nodes()) {
		for _, w := range g.out.of(v) {
			sx, sy = sx+x[v], sy+y[w]
			sxx, syy, sxy = sxx+x[v]*x[v], syy+y[w]*y[w], sxy+x[v]*y[w]
		}
	}
	m := float64(g.Arcs())
	return (m*sxy - sx*sy) / (math.Sqrt(m*sxx-sx*sx) * math.Sqrt(m*syy-sy*sy))
}

// Mixing tells whether arcs lead to nodes of the same label: 1 where all do, 0
// where as many do as by chance (Newman's coefficient for labels, as above). It
// is NaN where all arcs are among one label. Arcs of nodes without label do not
// count.
func (g *Graph) Mixing(label []string) float64 {
	from, to := make(map[string]int), make(map[string]int)
	alike, arcs := 0, 0
	for v := range int32(g.Nodes()) {
		for _, w := range g.out.of(v) {
			if label[v] == "" || label[w] == "" {
				continue
			}
			arcs++
			from[label[v]]++
			to[label[w]]++
			if label[v] == label[w] {
				alike++
			}
		}
	}
	chance := 0
	for l, n := range from {
		chance += n * to[l]
	}
	m := float64(arcs)
	return (float64(alike)/m - float64(chance)/m/m) / (1 - float64(chance)/m/m)
}

// Triads count triangles by how many of their ties are hostile.
type Triads [4]int

// Balance returns the share of triangles that are balanced: the friend of a
// friend is a friend, and so is the enemy of an enemy. It is NaN without
// triangles.
func (t Triads) Balance() float64 {
	return float64(t[0]+t[2]) / float64(t[0]+t[1]+t[2]+t[3])
}

// Balance counts the triangles of ties that are friendly or hostile, whatever
// their direction: what is more by weight, and no tie where both are alike
// (Cartwright and Harary, Psychological Review 63, 1956). It takes time in
// proportion to arcs times the square root of arcs. Both graphs have the same
// nodes.
func Balance(friendly, hostile *Graph) Triads {
	s := newSigned(friendly.Undirected(), hostile.Undirected())
	var triads Triads
	sign := make([]int, friendly.Nodes()) // of the tie to v: 1 friendly, 2 hostile
	for v := range s {
		for _, t := range s[v] {
			sign[t.end] = t.sign
		}
		for _, t := range s[v] {
			for _, u := range s[t.end] {
				if sign[u.end] != 0 {
					triads[t.sign+u.sign+sign[u.end]-3]++
				}
			}
		}
		for _, t := range s[v] {
			sign[t.end] = 0
		}
	}
	return triads
}

type signedTie struct{ end, sign int }

// newSigned lists the ties of each node to those that have more, or as many and
// come later, so that each triangle is found once.
func newSigned(friendly, hostile *Graph) [][]signedTie {
	all := make([][]signedTie, friendly.Nodes())
	for v := range all {
		weight := make(map[int]float64)
		for i, w := range friendly.out.of(int32(v)) {
			weight[int(w)] += friendly.out.weights(int32(v))[i]
		}
		for i, w := range hostile.out.of(int32(v)) {
			weight[int(w)] -= hostile.out.weights(int32(v))[i]
		}
		for w, x := range weight {
			switch {
			case x > 0:
				all[v] = append(all[v], signedTie{w, 1})
			case x < 0:
				all[v] = append(all[v], signedTie{w, 2})
			}
		}
	}
	out := make([][]signedTie, len(all))
	for v, ties := range all {
		for _, t := range ties {
			if more := len(all[t.end]) - len(ties); more > 0 || more == 0 && t.end > v {
				out[v] = append(out[v], t)
			}
		}
	}
	return out
}
