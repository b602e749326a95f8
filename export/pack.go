package export

import (
	"math"
)

const (
	cellSize = 10  // of the grid on which parts are packed
	aspect   = 1.6 // width of a picture by its height
)

// A cell is a square of the grid.
type cell struct{ x, y int }

// pack puts the parts, the largest first, as near to the middle as there is room
// beside those before, and all of it into the first quadrant (after Freivalds,
// Dogrusoz and Kikusts, Graph Drawing 2001).
func (l *layout) pack(parts [][]int) {
	taken := make(map[cell]bool)
	var all []int
	for _, part := range parts {
		l.move(part, l.middle(part))
		cells := l.cells(part)
		at := freeCell(cells, taken)
		for _, c := range cells {
			taken[cell{c.x + at.x, c.y + at.y}] = true
		}
		l.move(part, place{-float64(at.x * cellSize), -float64(at.y * cellSize)})
		all = append(all, part...)
	}
	l.stretch(all)
	from, _ := l.bounds(all)
	l.move(all, from)
}

// stretch gives a picture that is narrow or low the room that it does not use, up to
// a half more.
func (l *layout) stretch(all []int) {
	from, to := l.bounds(all)
	shape := (to.x - from.x) / (to.y - from.y) / aspect
	for _, n := range all {
		l.places[n].x *= min(max(1/shape, 1), 1.5)
		l.places[n].y *= min(max(shape, 1), 1.5)
	}
}

// move makes a place the origin of a part.
func (l *layout) move(part []int, origin place) {
	for _, n := range part {
		l.places[n].x -= origin.x
		l.places[n].y -= origin.y
	}
}

func (l *layout) middle(part []int) place {
	from, to := l.bounds(part)
	return place{(from.x + to.x) / 2, (from.y + to.y) / 2}
}

// bounds are the corners of a part; of none they are the origin.
func (l *layout) bounds(part []int) (from, to place) {
	for i, n := range part {
		p, b := l.places[n], l.boxes[n]
		low := place{p.x - b.width/2, p.y - b.height/2}
		high := place{p.x + b.width/2, p.y + b.height/2}
		if i == 0 {
			from, to = low, high
		}
		from = place{min(from.x, low.x), min(from.y, low.y)}
		to = place{max(to.x, high.x), max(to.y, high.y)}
	}
	return from, to
}

// cells are those under the boxes and links of a part, with a gap around boxes.
func (l *layout) cells(part []int) []cell {
	seen := make(map[cell]bool)
	var cells []cell
	take := func(x, y float64) {
		c := cell{int(math.Floor(x / cellSize)), int(math.Floor(y / cellSize))}
		if !seen[c] {
			seen[c] = true
			cells = append(cells, c)
		}
	}
	for _, n := range part {
		p, b := l.places[n], l.boxes[n]
		for x := -b.width/2 - gap; x < b.width/2+gap+cellSize; x += cellSize {
			for y := -b.height/2 - gap; y < b.height/2+gap+cellSize; y += cellSize {
				take(p.x+x, p.y+y)
			}
		}
		for _, to := range l.links[n] {
			q := l.places[to]
			steps := math.Ceil(math.Hypot(q.x-p.x, q.y-p.y) / cellSize)
			for i := range int(steps) {
				part := float64(i) / steps
				take(p.x+float64((q.x-p.x)*part), p.y+float64((q.y-p.y)*part))
			}
		}
	}
	return cells
}

// freeCell returns the first cell, from the middle outward, at which none of the
// cells of a part is taken.
func freeCell(cells []cell, taken map[cell]bool) cell {
	for ring := 0; ; ring++ {
		wide, inner := int(aspect*float64(ring)), int(aspect*float64(ring-1))
		for y := -ring; y <= ring; y++ {
			for x := -wide; x <= wide; x++ {
				if (y == -ring || y == ring || x < -inner || x > inner) && isFree(cells, taken, cell{x, y}) {
					return cell{x, y}
				}
			}
		}
	}
}

func isFree(cells []cell, taken map[cell]bool, at cell) bool {
	for _, c := range cells {
		if taken[cell{c.x + at.x, c.y + at.y}] {
			return false
		}
	}
	return true
}
