package measure

import (
	"context"
	"math"
)

const (
	// rounds ends what converges too slowly or never.
	rounds = 1000
	// converged is how much all values together may still change.
	converged = 1e-13
)

// RankOptions say how PageRank spreads.
type RankOptions struct {
	Damping float64 // share that follows the arcs: 0 is 0.85
	// Personal says where what does not follow the arcs begins anew, by
	// weights of nodes; nil is everywhere alike.
	Personal   []float64
	Unweighted bool
}

// PageRank returns the share of time that a walker spends at each node who
// follows arcs by their weights and now and then begins anew, as he does where
// no arc leads on (Brin and Page, Computer Networks 30, 1998). The values sum to
// 1. A round takes time in proportion to arcs; some hundred suffice.
func (g *Graph) PageRank(ctx context.Context, o RankOptions) ([]float64, error) {
	n := g.Nodes()
	if o.Damping == 0 {
		o.Damping = 0.85
	}
	start := shares(n, o.Personal)
	share := g.outShares(o.Unweighted)
	rank, given := append([]float64(nil), start...), make([]float64, n)
	return iterate(ctx, rank, func(rank, next []float64) {
		lost := sum(n, func(v int) float64 {
			given[v] = rank[v] * share[v]
			if share[v] == 0 {
				return rank[v]
			}
			return 0
		})
		anew := 1 - o.Damping + o.Damping*lost
		g.in.multiply(given, o.Unweighted, func(v int, x float64) { next[v] = anew*start[v] + o.Damping*x })
	})
}

// shares scales weights of nodes to a sum of 1.
func shares(n int, weights []float64) []float64 {
	out := make([]float64, n)
	if weights == nil {
		for v := range out {
			out[v] = 1 / float64(n)
		}
		return out
	}
	total := sum(n, func(v int) float64 { return weights[v] })
	for v := range out {
		out[v] = weights[v] / total
	}
	return out
}

// outShares returns what an arc of weight 1 takes of its node, 0 where there is
// none.
func (g *Graph) outShares(unweighted bool) []float64 {
	out := g.OutStrength()
	if unweighted {
		out = g.OutDegree()
	}
	for v, x := range out {
		if x > 0 {
			out[v] = 1 / x
		}
	}
	return out
}

// Eigenvector returns how central each node is by how central those are from
// which arcs lead to it: the eigenvector of the largest eigenvalue, of length 1
// (Bonacich, American Journal of Sociology 92, 1987). All values are 0 where no
// arcs lead round in a circle, since there the eigenvalue is 0. A round takes
// time in proportion to arcs; where several parts of the graph have the same
// eigenvalue, a thousand rounds may be too few, and the values are then those
// of the last.
func (g *Graph) Eigenvector(ctx context.Context, weighted bool) ([]float64, error) {
	n := g.Nodes()
	strong := g.StrongComponents()
	if strong.Count == n {
		return make([]float64, n), nil
	}
	x := make([]float64, n)
	for v := range x {
		x[v] = 1 / math.Sqrt(float64(n))
	}
	return iterate(ctx, x, func(x, next []float64) {
		// Adding the node itself keeps the values from swinging in a graph
		// whose circles all are of even length.
		g.in.multiply(x, !weighted, func(v int, y float64) { next[v] = x[v] + y })
		scale(next, 1/norm(next))
	})
}

// HITS returns Kleinberg's hubs, from which arcs lead to authorities, and these,
// to which arcs lead from hubs (Journal of the ACM 46, 1999), by the weights of
// arcs. Each sums to 1, or is 0 in a graph without arcs.
func (g *Graph) HITS(ctx context.Context) (hubs, authorities []float64, err error) {
	n := g.Nodes()
	authorities = make([]float64, n)
	if g.Arcs() == 0 {
		return make([]float64, n), authorities, nil
	}
	for v := range authorities {
		authorities[v] = 1 / float64(n)
	}
	hubs = make([]float64, n)
	follow := func(from, next []float64) {
		g.out.multiply(from, false, func(v int, x float64) { hubs[v] = x })
		g.in.multiply(hubs, false, func(v int, x float64) { next[v] = x })
		scale(next, 1/total(next))
	}
	if authorities, err = iterate(ctx, authorities, follow); err != nil {
		return nil, nil, err
	}
	scale(hubs, 1/total(hubs))
	return hubs, authorities, nil
}

// multiply calls set with each node and the sum of x over the ends of its arcs,
// by their weights, on all cores.
func (r *rows) multiply(x []float64, unweighted bool, set func(v int, sum float64)) {
	inBlocks(len(r.start)-1, func(_, _, from, to int) {
		for v := from; v < to; v++ {
			y := 0.0
			if unweighted {
				for _, w := range r.of(int32(v)) {
					y += x[w]
				}
			} else {
				weights := r.weights(int32(v))
				for i, w := range r.of(int32(v)) {
					y += weights[i] * x[w]
				}
			}
			set(v, y)
		}
	})
}

// iterate applies a step until nothing changes any more.
func iterate(ctx context.Context, x []float64, step func(x, next []float64)) ([]float64, error) {
	next := make([]float64, len(x))
	for range rounds {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step(x, next)
		x, next = next, x
		if sum(len(x), func(v int) float64 { return math.Abs(x[v] - next[v]) }) < converged {
			break
		}
	}
	return x, nil
}

func total(x []float64) float64 { return sum(len(x), func(v int) float64 { return x[v] }) }

func norm(x []float64) float64 {
	return math.Sqrt(sum(len(x), func(v int) float64 { return x[v] * x[v] }))
}

func scale(x []float64, by float64) {
	for v := range x {
		x[v] *= by
	}
}
