package encoder

import "math"

// The decoder numbers the nodes of a sentence 0 to n, 0 being the root. scores is
// a matrix of n+1 rows and columns: scores[d][h] tells how well node h is the head
// of node d.

const (
	scoreLimit  = 1e4 // scores are cut to this size
	rootPenalty = 1e8 // more than all scores of a sentence can be together
)

// bestTree returns the head of each node, heads[0] being 0: each node's best head
// where these form a tree with one root, else the best such tree. Row 0 and the
// diagonal of scores are not read. It takes time and memory in the square of n.
func bestTree(scores [][]float32) []int {
	heads := make([]int, len(scores))
	for d := 1; d < len(scores); d++ {
		heads[d] = bestHead(scores[d], d)
	}
	if isTree(heads) {
		return heads
	}
	return newContraction(scores).solve()
}

func bestHead(scores []float32, dependent int) int {
	best, most := 0, scores[0]
	for h, s := range scores {
		if h != dependent && s > most {
			best, most = h, s
		}
	}
	return best
}

// isTree tells whether heads is a tree with exactly one child of node 0.
func isTree(heads []int) bool {
	roots := 0
	for _, h := range heads[1:] {
		if h == 0 {
			roots++
		}
	}
	return roots == 1 && findCycle(heads, nil) == nil
}

// findCycle returns the nodes of a cycle, if there is one, each followed by its
// head. Nodes that are merged are left out.
func findCycle(heads []int, merged []bool) []int {
	seen := make([]int, len(heads)) // the walk that came by first
	for start := 1; start < len(heads); start++ {
		if merged != nil && merged[start] {
			continue
		}
		node := start
		for node != 0 && seen[node] == 0 {
			seen[node] = start
			node = heads[node]
		}
		if node != 0 && seen[node] == start {
			return cycleOf(heads, node)
		}
	}
	return nil
}

func cycleOf(heads []int, node int) []int {
	cycle := []int{node}
	for next := heads[node]; next != node; next = heads[next] {
		cycle = append(cycle, next)
	}
	return cycle
}

// A contraction finds the best tree by Chu and Liu 1965 and Edmonds 1967: while
// the best heads hold a cycle, it is merged into one of its nodes; at the end the
// cycles are opened again, last first.
type contraction struct {
	scores [][]float64
	heads  []int
	merged []bool
	steps  []merge
}

// A merge is a cycle that became its first node.
type merge struct {
	cycle []int
	heads []int // of the cycle's nodes, in their order
	enter []int // by head outside: the node of the cycle that it would take
	leave []int // by dependent outside: the node of the cycle that would take it
}

func newContraction(scores [][]float32) *contraction {
	n := len(scores)
	c := &contraction{scores: make([][]float64, n), heads: make([]int, n), merged: make([]bool, n)}
	cells := make([]float64, n*n)
	for d := range scores {
		c.scores[d] = cells[d*n : (d+1)*n]
		for h, s := range scores[d] {
			c.scores[d][h] = clamp(s)
		}
		c.scores[d][0] -= rootPenalty
	}
	for d := 1; d < n; d++ {
		c.choose(d)
	}
	return c
}

// clamp bounds a score; what is no number becomes the worst.
func clamp(s float32) float64 {
	if !(s > -scoreLimit) {
		return -scoreLimit
	}
	return math.Min(float64(s), scoreLimit)
}

// choose sets the best head of node d.
func (c *contraction) choose(d int) {
	best := 0
	for h, s := range c.scores[d] {
		if h != d && !c.merged[h] && s > c.scores[d][best] {
			best = h
		}
	}
	c.heads[d] = best
}

func (c *contraction) solve() []int {
	for {
		cycle := findCycle(c.heads, c.merged)
		if cycle == nil {
			break
		}
		c.merge(cycle)
	}
	for i := len(c.steps) - 1; i >= 0; i-- {
		c.open(c.steps[i])
	}
	return c.heads
}

func (c *contraction) merge(cycle []int) {
	n := len(c.heads)
	m := merge{cycle: cycle, enter: make([]int, n), leave: make([]int, n)}
	inside := make([]bool, n)
	for _, v := range cycle {
		m.heads = append(m.heads, c.heads[v])
		inside[v], c.merged[v] = true, true
	}
	first := cycle[0]
	c.merged[first] = false
	for x := range n {
		if !inside[x] && !c.merged[x] {
			c.redirect(&m, x)
		}
	}
	for d, h := range c.heads {
		if inside[h] && !inside[d] {
			c.heads[d] = first
		}
	}
	c.choose(first)
	c.steps = append(c.steps, m)
}

// redirect gives the first node of the cycle the best arcs between the cycle and
// the node x outside.
func (c *contraction) redirect(m *merge, x int) {
	in, out := math.Inf(-1), math.Inf(-1)
	for i, v := range m.cycle {
		if s := c.scores[v][x] - c.scores[v][m.heads[i]]; s > in {
			in, m.enter[x] = s, v
		}
		if s := c.scores[x][v]; s > out {
			out, m.leave[x] = s, v
		}
	}
	c.scores[m.cycle[0]][x], c.scores[x][m.cycle[0]] = in, out
}

// open gives the nodes of a cycle their own heads again, but for the one by which
// the tree enters it.
func (c *contraction) open(m merge) {
	first := m.cycle[0]
	outer := c.heads[first]
	for i, v := range m.cycle {
		c.merged[v] = false
		c.heads[v] = m.heads[i]
	}
	c.heads[m.enter[outer]] = outer
	for d, h := range c.heads {
		if h == first && !c.merged[d] && m.isOutside(d) {
			c.heads[d] = m.leave[d]
		}
	}
}

func (m *merge) isOutside(node int) bool {
	for _, v := range m.cycle {
		if v == node {
			return false
		}
	}
	return true
}
