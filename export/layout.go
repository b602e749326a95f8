package export

import (
	"math"
	"slices"
)

// A place is where the middle of a node is drawn.
type place struct{ x, y float64 }

// A box is how much room a node takes with its label.
type box struct{ width, height float64 }

// A layout places the nodes of a graph: what hangs together by the stress of
// its distances (Gansner, Koren and North, Graph Drawing 2004), then without
// overlaps; and then these parts close together. The same graph gets the same
// places. It takes time with the cube of the nodes, half a second for 500.
type layout struct {
	boxes  []box
	links  [][]int            // neighbours of each node, sorted
	labels map[[2]int]float64 // least length of a link, by its ends
	places []place
}

// A link joins two nodes, by their positions. It is to be at least so long that
// its label has room.
type link struct {
	a, b   int
	length float64
}

const (
	linkLength = 60 // of a link between nodes of few neighbours
	gap        = 10 // between boxes
	rounds     = 120
	golden     = 2.399963229728653 // angle that fills a disk evenly
)

// arrange returns a place for each box.
func arrange(boxes []box, links []link) []place {
	l := &layout{boxes, make([][]int, len(boxes)), make(map[[2]int]float64), make([]place, len(boxes))}
	for _, k := range links {
		for _, ends := range [][2]int{{k.a, k.b}, {k.b, k.a}} {
			l.links[ends[0]] = append(l.links[ends[0]], ends[1])
			l.labels[ends] = max(l.labels[ends], k.length)
		}
	}
	for i := range l.links {
		slices.Sort(l.links[i])
		l.links[i] = slices.Compact(l.links[i])
	}
	parts := l.parts()
	for _, part := range parts {
		l.spread(part)
		l.separate(part)
	}
	l.pack(parts)
	return l.places
}

// parts lists what hangs together, each part in the order of a search from its
// best linked node, the largest part first.
func (l *layout) parts() [][]int {
	order := make([]int, len(l.boxes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(l.links[b]) - len(l.links[a]) })
	seen := make([]bool, len(l.boxes))
	var parts [][]int
	for _, first := range order {
		if seen[first] {
			continue
		}
		seen[first] = true
		part := []int{first}
		for i := 0; i < len(part); i++ {
			for _, next := range l.links[part[i]] {
				if !seen[next] {
					seen[next] = true
					part = append(part, next)
				}
			}
		}
		parts = append(parts, part)
	}
	slices.SortStableFunc(parts, func(a, b []int) int { return len(b) - len(a) })
	return parts
}

// spread moves the nodes of a part until their distances are near those in the
// graph.
func (l *layout) spread(part []int) {
	want := l.distances(part)
	for i, n := range part { // on a spiral to begin with
		angle, radius := golden*float64(i), linkLength*math.Sqrt(float64(i))
		l.places[n] = place{radius * math.Cos(angle), radius * math.Sin(angle)}
	}
	for range rounds {
		for i, n := range part {
			l.places[n] = l.relaxed(part, i, want[i])
		}
	}
}

// relaxed is where the node of part[i] has the least stress, all others staying.
func (l *layout) relaxed(part []int, i int, want []float64) place {
	at := l.places[part[i]]
	var x, y, sum float64
	for j, other := range part {
		if j == i {
			continue
		}
		p := l.places[other]
		weight := 1 / (want[j] * want[j])
		scale := want[j] / max(math.Hypot(at.x-p.x, at.y-p.y), 1e-6)
		// Conversions keep processors from fusing the product and the sum.
		x += float64(weight * (p.x + float64((at.x-p.x)*scale)))
		y += float64(weight * (p.y + float64((at.y-p.y)*scale)))
		sum += weight
	}
	if sum == 0 {
		return at
	}
	return place{x / sum, y / sum}
}

// distances are those of all pairs of a part along links. A link is as long as
// its label, and the longer the more neighbours its ends have that they do not
// share, which gives hubs room.
func (l *layout) distances(part []int) [][]float64 {
	index := make(map[int]int, len(part))
	for i, n := range part {
		index[n] = i
	}
	d := make([][]float64, len(part))
	for i, n := range part {
		d[i] = slices.Repeat([]float64{math.Inf(1)}, len(part))
		d[i][i] = 0
		for _, to := range l.links[n] {
			d[i][index[to]] = max(l.labels[[2]int{n, to}], linkLength*math.Pow(1+float64(l.unshared(n, to)), 0.4))
		}
	}
	for k := range d { // Floyd and Warshall
		for i := range d {
			for j := range d {
				d[i][j] = min(d[i][j], d[i][k]+d[k][j])
			}
		}
	}
	return d
}

// unshared counts the neighbours that only one of two nodes has, but for
// themselves.
func (l *layout) unshared(a, b int) int {
	n := 0
	for _, pair := range [][2]int{{a, b}, {b, a}} {
		for _, next := range l.links[pair[0]] {
			if _, ok := slices.BinarySearch(l.links[pair[1]], next); !ok && next != pair[1] {
				n++
			}
		}
	}
	return n
}

// separate pushes boxes apart that overlap, each pair along the way that is
// shorter.
func (l *layout) separate(part []int) {
	for moved, round := true, 0; moved && round < 10*rounds; round++ {
		moved = false
		for i, a := range part {
			for _, b := range part[:i] {
				moved = l.push(a, b) || moved
			}
		}
	}
}

func (l *layout) push(a, b int) bool {
	p, q := &l.places[a], &l.places[b]
	x := (l.boxes[a].width+l.boxes[b].width)/2 + gap - math.Abs(p.x-q.x)
	y := (l.boxes[a].height+l.boxes[b].height)/2 + gap - math.Abs(p.y-q.y)
	if x < 0.01 || y < 0.01 {
		return false
	}
	if x < y {
		x = math.Copysign(x/2, p.x-q.x)
		p.x, q.x = p.x+x, q.x-x
	} else {
		y = math.Copysign(y/2, p.y-q.y)
		p.y, q.y = p.y+y, q.y-y
	}
	return true
}
