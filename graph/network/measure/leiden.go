package measure

import (
	"math"
	"math/rand/v2"
)

// A nearby sums the weights that lead from a node to the parts around it.
type nearby struct {
	weight []float64 // by part
	parts  []int32   // with a weight, in the order of arcs
}

func newNearby(parts int) *nearby { return &nearby{weight: make([]float64, parts)} }

func (n *nearby) add(part int32, weight float64) {
	if n.weight[part] == 0 {
		n.parts = append(n.parts, part)
	}
	n.weight[part] += weight
}

func (n *nearby) clear() {
	for _, p := range n.parts {
		n.weight[p] = 0
	}
	n.parts = n.parts[:0]
}

// A mover moves nodes to the parts where they gain most.
type mover struct {
	*cluster
	part     []int32
	strength []float64 // by part
	size     []int32   // by part
	empty    []int32   // parts of no node
	near     *nearby
}

func (c *cluster) newMover(part []int32) *mover {
	m := &mover{cluster: c, part: part, strength: make([]float64, len(part)), size: make([]int32, len(part)), near: newNearby(len(part))}
	for v, p := range part {
		m.strength[p] += c.strength[v]
		m.size[p]++
	}
	for p, size := range m.size {
		if size == 0 {
			m.empty = append(m.empty, int32(p))
		}
	}
	return m
}

// move lets nodes go to other parts until none gains by it. Those around a node
// that has moved get another turn.
func (c *cluster) move(part []int32, random *rand.Rand) {
	m := c.newMover(part)
	n := c.nodes()
	queue, waiting := make([]int32, n), make([]bool, n)
	for i, v := range random.Perm(n) {
		queue[i], waiting[i] = int32(v), true
	}
	for first, length := 0, n; length > 0; length-- {
		if length%1024 == 0 && c.ctx.Err() != nil {
			return
		}
		v := queue[first]
		first = (first + 1) % n
		waiting[v] = false
		to := m.best(v)
		if to == part[v] {
			continue
		}
		m.put(v, to)
		for _, w := range c.of(v) {
			if !waiting[w] && part[w] != to {
				waiting[w] = true
				queue[(first+length-1)%n] = w
				length++
			}
		}
	}
}

// best returns the part to which a node adds the most modularity.
func (m *mover) best(v int32) int32 {
	own := m.part[v]
	m.near.clear()
	for i, w := range m.of(v) {
		m.near.add(m.part[w], m.weights(v)[i])
	}
	share := m.cluster.strength[v] / m.total
	best, most := own, m.near.weight[own]-share*(m.strength[own]-m.cluster.strength[v])
	if most < 0 && m.size[own] > 1 {
		best, most = m.empty[len(m.empty)-1], 0
	}
	for _, p := range m.near.parts {
		if gain := m.near.weight[p] - share*m.strength[p]; p != own && gain > most+1e-12 {
			best, most = p, gain
		}
	}
	return best
}

func (m *mover) put(v, to int32) {
	from := m.part[v]
	m.strength[from] -= m.cluster.strength[v]
	m.strength[to] += m.cluster.strength[v]
	m.size[from]--
	if m.size[to]++; m.size[to] == 1 {
		m.empty = m.empty[:len(m.empty)-1] // best offers the last one only
	}
	if m.size[from] == 0 {
		m.empty = append(m.empty, from)
	}
	m.part[v] = to
}

// A refiner joins nodes, each alone at first, within the parts of a partition.
type refiner struct {
	*cluster
	part     []int32   // within which to join
	whole    []float64 // strength by part
	refined  []int32
	strength []float64 // by refined part
	size     []int32   // by refined part
	cut      []float64 // weight from a refined part to the rest of its part
	near     *nearby
	gains    []float64 // of the parts nearby, −1 where a node may not join
	random   *rand.Rand
}

// refine returns a finer partition, each part of which hangs together well.
func (c *cluster) refine(part []int32, random *rand.Rand) []int32 {
	n := c.nodes()
	r := &refiner{
		cluster: c, part: part, whole: make([]float64, n), refined: singletons(n),
		strength: append([]float64(nil), c.strength...), size: make([]int32, n), cut: make([]float64, n),
		near: newNearby(n), random: random,
	}
	for v := range int32(n) {
		r.whole[part[v]] += c.strength[v]
		r.size[v] = 1
		for i, w := range c.of(v) {
			if part[w] == part[v] {
				r.cut[v] += c.weights(v)[i]
			}
		}
	}
	for _, v := range random.Perm(n) {
		if r.size[r.refined[v]] == 1 && r.connected(int32(v), part[v]) {
			r.join(int32(v))
		}
	}
	return r.refined
}

// connected reports whether a refined part is tied to the rest of its part at
// least as much as by chance.
func (r *refiner) connected(refined, part int32) bool {
	return r.cut[refined] >= r.strength[refined]*(r.whole[part]-r.strength[refined])/r.total
}

// join puts a node that is alone to a refined part, drawn by what it gains.
func (r *refiner) join(v int32) {
	r.near.clear()
	for i, w := range r.of(v) {
		if r.part[w] == r.part[v] {
			r.near.add(r.refined[w], r.weights(v)[i])
		}
	}
	to := r.draw(v)
	if to == r.refined[v] {
		return
	}
	from := r.refined[v]
	r.cut[to] += r.cut[from] - 2*r.near.weight[to]
	r.strength[to] += r.strength[from]
	r.size[to]++
	r.strength[from], r.size[from], r.cut[from] = 0, 0, 0
	r.refined[v] = to
}

// draw chooses among the parts around a node and none, those of greater gain
// with greater probability.
func (r *refiner) draw(v int32) int32 {
	gains, most := r.gains[:0], 0.0
	for _, p := range r.near.parts {
		gain := -1.0
		if r.connected(p, r.part[v]) {
			gain = r.near.weight[p] - r.cluster.strength[v]*r.strength[p]/r.total
			most = max(most, gain)
		}
		gains = append(gains, gain)
	}
	r.gains = gains
	odds := func(gain float64) float64 {
		if gain < most-30*randomness {
			return 0 // less than one in 10¹³
		}
		return math.Exp((gain - most) / randomness)
	}
	all := odds(0)
	for _, gain := range gains {
		if gain >= 0 {
			all += odds(gain)
		}
	}
	left := r.random.Float64()*all - odds(0)
	for i, p := range r.near.parts {
		if left < 0 {
			break
		}
		if gains[i] >= 0 {
			if left -= odds(gains[i]); left < 0 {
				return p
			}
		}
	}
	return r.refined[v]
}

// aggregate makes a node of each part.
func (c *cluster) aggregate(part []int32, count int) *cluster {
	out := &cluster{ctx: c.ctx, strength: make([]float64, count), total: c.total}
	out.start = make([]int32, 1, count+1)
	out.end, out.weight = make([]int32, 0, len(c.end)), make([]float64, 0, len(c.end))
	near := newNearby(count)
	for p, members := range membersOf(part, count) {
		near.clear()
		for _, v := range members {
			out.strength[p] += c.strength[v]
			for i, w := range c.of(v) {
				if part[w] != int32(p) {
					near.add(part[w], c.weights(v)[i])
				}
			}
		}
		for _, q := range near.parts {
			out.end, out.weight = append(out.end, q), append(out.weight, near.weight[q])
		}
		out.start = append(out.start, int32(len(out.end)))
	}
	return out
}

// membersOf lists the nodes of each part.
func membersOf(part []int32, count int) [][]int32 {
	first := make([]int32, count+1)
	for _, p := range part {
		first[p+1]++
	}
	for p := range count {
		first[p+1] += first[p]
	}
	all, next := make([]int32, len(part)), append([]int32(nil), first...)
	for v, p := range part {
		all[next[p]] = int32(v)
		next[p]++
	}
	out := make([][]int32, count)
	for p := range out {
		out[p] = all[first[p]:first[p+1]]
	}
	return out
}
