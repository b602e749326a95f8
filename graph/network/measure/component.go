package measure

import (
	"cmp"
	"slices"
)

// A Partition puts each node into one of Count parts, numbered from 1, the
// largest first, of those alike the one of the first node.
type Partition struct {
	Part  []int
	Count int
}

// newPartition numbers parts anew.
func newPartition(part []int32) Partition {
	type found struct{ part, size, first int }
	index := make(map[int32]int)
	var all []found
	for v, p := range part {
		if _, ok := index[p]; !ok {
			index[p] = len(all)
			all = append(all, found{part: len(all), first: v})
		}
		all[index[p]].size++
	}
	slices.SortFunc(all, func(a, b found) int { return cmp.Or(b.size-a.size, a.first-b.first) })
	number := make([]int, len(all))
	for i, f := range all {
		number[f.part] = i + 1
	}
	p := Partition{Part: make([]int, len(part)), Count: len(all)}
	for v := range part {
		p.Part[v] = number[index[part[v]]]
	}
	return p
}

// Components parts the graph into what hangs together whatever the direction of
// arcs, in time in proportion to nodes and arcs.
func (g *Graph) Components() Partition {
	part := make([]int32, g.Nodes())
	found := int32(0)
	for v := range part {
		if part[v] == 0 {
			found++
			part[v] = found
			flood(int32(v), part, func(_, _ int32) bool { return true }, &g.out, &g.in)
		}
	}
	return newPartition(part)
}

// flood gives the part of v to all nodes without one to which arcs lead that
// count.
func flood(v int32, part []int32, counts func(v, w int32) bool, ways ...*rows) {
	for open := []int32{v}; len(open) > 0; {
		v := open[len(open)-1]
		open = open[:len(open)-1]
		for _, way := range ways {
			for _, w := range way.of(v) {
				if part[w] == 0 && counts(v, w) {
					part[w] = part[v]
					open = append(open, w)
				}
			}
		}
	}
}

// StrongComponents parts the graph into what arcs lead round in: from each node
// of a part a path leads to each other (Tarjan, SIAM Journal on Computing 1,
// 1972). It takes time in proportion to nodes and arcs.
func (g *Graph) StrongComponents() Partition {
	t := &tarjan{g: g, index: make([]int32, g.Nodes()), low: make([]int32, g.Nodes()), part: make([]int32, g.Nodes())}
	for v := range int32(g.Nodes()) {
		if t.index[v] == 0 {
			t.search(v)
		}
	}
	return newPartition(t.part)
}

// tarjan searches in depth, with a stack of its own rather than calls.
type tarjan struct {
	g          *Graph
	index, low []int32 // order in which nodes are met, from 1; the first that a node leads back to
	part       []int32 // 0 while it is not known
	open       []int32 // nodes whose part is not known
	path       []step
	met, parts int32
}

// A step is a node on the path and which of its arcs comes next.
type step struct{ node, arc int32 }

func (t *tarjan) search(v int32) {
	t.enter(v)
	for len(t.path) > 0 {
		top := &t.path[len(t.path)-1]
		ends := t.g.out.of(top.node)
		if int(top.arc) == len(ends) {
			t.leave(top.node)
			continue
		}
		w := ends[top.arc]
		top.arc++
		switch {
		case t.index[w] == 0:
			t.enter(w)
		case t.part[w] == 0:
			t.low[top.node] = min(t.low[top.node], t.index[w])
		}
	}
}

func (t *tarjan) enter(v int32) {
	t.met++
	t.index[v], t.low[v] = t.met, t.met
	t.open = append(t.open, v)
	t.path = append(t.path, step{node: v})
}

func (t *tarjan) leave(v int32) {
	t.path = t.path[:len(t.path)-1]
	if len(t.path) > 0 {
		parent := t.path[len(t.path)-1].node
		t.low[parent] = min(t.low[parent], t.low[v])
	}
	if t.low[v] < t.index[v] {
		return
	}
	t.parts++
	for {
		w := t.open[len(t.open)-1]
		t.open = t.open[:len(t.open)-1]
		t.part[w] = t.parts
		if w == v {
			return
		}
	}
}
