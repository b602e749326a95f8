package measure

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

const (
	// seed makes communities come out the same every time.
	seed = 42
	// worthwhile is how much modularity a run must gain for another to follow.
	worthwhile = 1e-5
	// randomness of joining communities in refinement, θ of the paper.
	randomness = 0.01
)

// Communities parts an undirected graph, in which arcs lead each way with one
// weight, into communities of high modularity: the Leiden algorithm of Traag,
// Waltman and van Eck (Scientific Reports 9, 5233, 2019), run until a run gains
// less than 0.00001. Every community hangs together. The seed is fixed, so that
// the same graph gives the same communities. A run takes time about in
// proportion to arcs, and there are some tens of them in large graphs.
func (g *Graph) Communities(ctx context.Context) (Partition, error) {
	random := rand.New(rand.NewPCG(seed, seed))
	base := newCluster(ctx, g)
	part := singletons(base.nodes())
	for quality := math.Inf(-1); ; {
		next := base.leiden(slices.Clone(part), random)
		if err := ctx.Err(); err != nil {
			return Partition{}, err
		}
		better := base.modularity(next)
		if better > quality {
			part = next
		}
		if better < quality+worthwhile {
			return newPartition(base.apart(part)), nil
		}
		quality = better
	}
}

// apart parts what does not hang together, as where a node has left that tied
// the others.
func (c *cluster) apart(part []int32) []int32 {
	out := make([]int32, len(part))
	found := int32(0)
	for v := range part {
		if out[v] == 0 {
			found++
			out[v] = found
			flood(int32(v), out, func(v, w int32) bool { return part[v] == part[w] }, &c.rows)
		}
	}
	return out
}

// Modularity returns how much more weight an undirected graph has within parts
// than it would by chance (Newman and Girvan, Physical Review E 69, 2004), from
// −0.5 to 1.
func (g *Graph) Modularity(p Partition) float64 {
	part := make([]int32, len(p.Part))
	for v, x := range p.Part {
		part[v] = int32(x - 1)
	}
	return newCluster(context.Background(), g).modularity(part)
}

// A cluster is an undirected graph whose nodes stand for sets of nodes.
type cluster struct {
	rows
	ctx      context.Context // once it is over, what is done does not matter
	strength []float64       // of each node, what is within it counted twice
	total    float64         // of all strengths
}

func newCluster(ctx context.Context, g *Graph) *cluster {
	c := &cluster{rows: g.out, ctx: ctx, strength: g.OutStrength()}
	for _, s := range c.strength {
		c.total += s
	}
	return c
}

func (c *cluster) nodes() int { return len(c.strength) }

func singletons(n int) []int32 {
	part := make([]int32, n)
	for v := range part {
		part[v] = int32(v)
	}
	return part
}

func (c *cluster) modularity(part []int32) float64 {
	if c.total == 0 {
		return 0
	}
	strength := make([]float64, len(part)+1)
	inside := 0.0
	for v := range int32(c.nodes()) {
		strength[part[v]] += c.strength[v]
		for i, w := range c.of(v) {
			if part[w] == part[v] {
				inside += c.weights(v)[i]
			}
		}
	}
	q := inside / c.total
	for _, s := range strength {
		q -= s / c.total * s / c.total
	}
	return q
}

// leiden improves a partition: nodes move, communities are refined, and what is
// refined into one becomes a node of the next level.
func (c *cluster) leiden(part []int32, random *rand.Rand) []int32 {
	c.move(part, random)
	count := compact(part)
	if count == c.nodes() || c.ctx.Err() != nil {
		return part
	}
	refined := c.refine(part, random)
	small := compact(refined)
	if small == c.nodes() { // nothing joined: the communities themselves are the nodes
		refined, small = slices.Clone(part), count
	}
	upper := make([]int32, small)
	for v, r := range refined {
		upper[r] = part[v]
	}
	upper = c.aggregate(refined, small).leiden(upper, random)
	for v, r := range refined {
		part[v] = upper[r]
	}
	return part
}

// compact numbers the parts from 0 without gaps and returns how many they are.
func compact(part []int32) int {
	number := make([]int32, len(part)+1)
	count := int32(0)
	for v, p := range part {
		if number[p] == 0 {
			count++
			number[p] = count
		}
		part[v] = number[p] - 1
	}
	return int(count)
}
