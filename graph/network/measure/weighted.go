package measure

import "math"

// dijkstra follows paths by their lengths.
type dijkstra struct {
	g      *Graph
	length []float64 // from the source; +Inf before it is reached
	paths  []float64 // as visit.paths
	done   []bool
	order  []int32 // nodes by their distance
	heap   distances
}

func newDijkstra(g *Graph) *dijkstra {
	d := &dijkstra{g: g, length: make([]float64, g.Nodes()), paths: make([]float64, g.Nodes()), done: make([]bool, g.Nodes())}
	for v := range d.length {
		d.length[v] = math.Inf(1)
	}
	return d
}

func (d *dijkstra) from(source int32, t *tally) {
	d.forth(source)
	d.back(t)
	for _, v := range d.order {
		d.length[v], d.paths[v], d.done[v] = math.Inf(1), 0, false
	}
}

func (d *dijkstra) forth(source int32) {
	d.length[source], d.paths[source], d.order = 0, 1, d.order[:0]
	d.heap.push(distance{0, source})
	for len(d.heap) > 0 {
		v := d.heap.pop().node
		if d.done[v] {
			continue
		}
		d.done[v] = true
		d.order = append(d.order, v)
		for i, w := range d.g.out.of(v) {
			d.reach(v, w, d.length[v]+1/d.g.out.weights(v)[i])
		}
	}
}

// reach goes on from v to w, which is then as far as length.
func (d *dijkstra) reach(v, w int32, length float64) {
	switch {
	case same(length, d.length[w]):
		d.paths[w] += d.paths[v]
	case length < d.length[w]:
		d.length[w], d.paths[w] = length, d.paths[v]
		d.heap.push(distance{length, w})
	}
}

// same tells lengths that differ only in rounding from those that differ.
func same(a, b float64) bool { return math.Abs(a-b) <= 1e-10*min(a, b) }

func (d *dijkstra) back(t *tally) {
	for i := len(d.order) - 1; i > 0; i-- {
		v := d.order[i]
		depends := 0.0
		for j, w := range d.g.out.of(v) {
			if same(d.length[v]+1/d.g.out.weights(v)[j], d.length[w]) {
				depends += d.paths[w]
			}
		}
		depends *= d.paths[v]
		d.paths[v] = (1 + depends) / d.paths[v]
		t.between[v] += depends
		t.distance[v] += d.length[v]
		t.reached[v]++
		t.inverse[v] += 1 / d.length[v]
	}
}

// A distance is a node in the heap of those to go on from.
type distance struct {
	length float64
	node   int32
}

// distances are a binary heap with the nearest node on top, of those alike the
// first. It is container/heap without its interfaces, which take twice the time.
type distances []distance

func (h distances) less(i, j int) bool {
	return h[i].length < h[j].length || h[i].length == h[j].length && h[i].node < h[j].node
}

func (h *distances) push(d distance) {
	*h = append(*h, d)
	for i := len(*h) - 1; i > 0; {
		parent := (i - 1) / 2
		if !h.less(i, parent) {
			return
		}
		(*h)[i], (*h)[parent] = (*h)[parent], (*h)[i]
		i = parent
	}
}

func (h *distances) pop() distance {
	top, last := (*h)[0], len(*h)-1
	(*h)[0] = (*h)[last]
	*h = (*h)[:last]
	for i := 0; ; {
		next := i
		for _, child := range [2]int{2*i + 1, 2*i + 2} {
			if child < last && h.less(child, next) {
				next = child
			}
		}
		if next == i {
			return top
		}
		(*h)[i], (*h)[next] = (*h)[next], (*h)[i]
		i = next
	}
}
