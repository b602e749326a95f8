package measure

// Cores returns for each node the largest k such that it lies in a k-core: a
// part of the graph in which each node has at least k neighbours, whatever the
// direction of arcs (Batagelj and Zaveršnik, arXiv cs/0310049, 2003). It takes
// time in proportion to nodes and arcs.
func (g *Graph) Cores() []int {
	u := g.neighbours()
	n := g.Nodes()
	degree := make([]int, n)
	for v := range degree {
		degree[v] = int(u.start[v+1] - u.start[v])
	}
	order, place, first := byDegree(degree)
	for _, v := range order {
		for _, w := range u.of(v) {
			if degree[w] <= degree[v] {
				continue
			}
			// w loses a neighbour: it changes places with the first of its degree.
			head := order[first[degree[w]]]
			order[place[w]], order[place[head]] = head, w
			place[w], place[head] = place[head], place[w]
			first[degree[w]]++
			degree[w]--
		}
	}
	return degree
}

// byDegree sorts nodes, and says where each stands and where those of each
// degree begin.
func byDegree(degree []int) (order []int32, place, first []int) {
	most := 0
	for _, d := range degree {
		most = max(most, d)
	}
	first = make([]int, most+2)
	for _, d := range degree {
		first[d+1]++
	}
	for d := range most {
		first[d+1] += first[d]
	}
	order, place = make([]int32, len(degree)), make([]int, len(degree))
	next := append([]int(nil), first...)
	for v, d := range degree {
		order[next[d]], place[v] = int32(v), next[d]
		next[d]++
	}
	return order, place, first
}

// neighbours are the ends of arcs either way, each once, without weights.
func (g *Graph) neighbours() rows {
	n := g.Nodes()
	u := rows{start: make([]int32, n+1), end: make([]int32, 0, 2*g.Arcs())}
	for v := range int32(n) {
		u.end = union(u.end, g.out.of(v), g.in.of(v))
		u.start[v+1] = int32(len(u.end))
	}
	return u
}

// union appends what is in either of two sorted lists.
func union(to, a, b []int32) []int32 {
	for len(a) > 0 && len(b) > 0 {
		next := min(a[0], b[0])
		to = append(to, next)
		if a[0] == next {
			a = a[1:]
		}
		if b[0] == next {
			b = b[1:]
		}
	}
	return append(append(to, a...), b...)
}
