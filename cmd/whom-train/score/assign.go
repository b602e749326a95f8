package score

import "math"

// Assign returns the one-to-one assignment of rows to columns with the greatest
// sum of weights: the column of each row, or -1 where it has none or one of
// weight 0. Weights are not negative.
//
// It is the shortest augmenting path method for rectangular matrices (D. F.
// Crouse, On implementing 2D rectangular assignment algorithms, IEEE TAES 52,
// 2016), in O(n³). Among equal sums it takes the one that SciPy's
// linear_sum_assignment takes, which scores that agree with ours are made with.
func Assign(weights [][]int) []int {
	rows := len(weights)
	if rows == 0 || len(weights[0]) == 0 {
		return unassigned(rows)
	}
	columns := len(weights[0])
	weight := func(i, j int) int { return weights[i][j] }
	if columns >= rows {
		return dropZero(assignRows(rows, columns, weight), weight)
	}
	out := unassigned(rows)
	for j, i := range assignRows(columns, rows, func(j, i int) int { return weight(i, j) }) {
		out[i] = j
	}
	return dropZero(out, weight)
}

func unassigned(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

func dropZero(columnOf []int, weight func(i, j int) int) []int {
	for i, j := range columnOf {
		if j >= 0 && weight(i, j) == 0 {
			columnOf[i] = -1
		}
	}
	return columnOf
}

// assignRows gives every row a column; there are at least as many columns.
func assignRows(rows, columns int, weight func(i, j int) int) []int {
	a := &assignment{
		cost:     func(i, j int) int { return -weight(i, j) },
		columnOf: unassigned(rows), rowOf: unassigned(columns),
		u: make([]int, rows), v: make([]int, columns),
	}
	for i := range rows {
		a.augment(i)
	}
	return a.columnOf
}

// An assignment grows by a row at a time. u and v are the dual prices of rows
// and columns.
type assignment struct {
	cost            func(i, j int) int
	columnOf, rowOf []int
	u, v            []int
}

// augment assigns one more row, along the shortest path of exchanges that
// begins there and ends in a free column.
func (a *assignment) augment(start int) {
	p := newPaths(len(a.rowOf))
	row, distance, column := start, 0, -1
	for {
		column, distance = p.nearest(a, row, distance)
		if a.rowOf[column] < 0 {
			break
		}
		row = a.rowOf[column]
	}
	a.u[start] += distance
	for _, j := range p.done {
		if i := a.rowOf[j]; i >= 0 {
			a.u[i] += distance - p.length[j]
		}
		a.v[j] -= distance - p.length[j]
	}
	for {
		i := p.from[column]
		a.rowOf[column] = i
		a.columnOf[i], column = column, a.columnOf[i]
		if i == start {
			return
		}
	}
}

// paths are the shortest ones from one row to each column.
type paths struct {
	length []int
	from   []int // row before the column
	left   []int // columns to which the shortest path is not known yet
	done   []int
}

func newPaths(columns int) *paths {
	p := &paths{length: make([]int, columns), from: unassigned(columns)}
	for j := columns - 1; j >= 0; j-- {
		p.length[j] = math.MaxInt
		p.left = append(p.left, j)
	}
	return p
}

// nearest lengthens the paths by the arcs of a row, which is at the distance,
// and takes the nearest column out of those left, a free one before others.
func (p *paths) nearest(a *assignment, row, distance int) (column, length int) {
	best := -1
	for k, j := range p.left {
		if d := distance + a.cost(row, j) - a.u[row] - a.v[j]; d < p.length[j] {
			p.length[j], p.from[j] = d, row
		}
		if best < 0 || p.length[j] < p.length[p.left[best]] ||
			p.length[j] == p.length[p.left[best]] && a.rowOf[j] < 0 {
			best = k
		}
	}
	column = p.left[best]
	last := len(p.left) - 1
	p.left[best] = p.left[last]
	p.left = p.left[:last]
	p.done = append(p.done, column)
	return column, p.length[column]
}
