package store

import (
	"cmp"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// A Mark is what one quad about a claim says, as that its rdf:subject is
// actor:nato. Package quads lists the predicates.
type Mark struct {
	Predicate quad.IRI
	Object    quad.Value
}

// A Condition is lists of marks, one list at least: a claim fits if it has a
// mark of each.
type Condition [][]Mark

// fitting returns the nodes that fit any of the conditions, each once.
func (r *reader) fitting(any []Condition) ([]cayley.Ref, error) {
	var out []cayley.Ref
	seen := make(map[cayley.Ref]bool)
	for _, c := range any {
		nodes, err := r.marked(c)
		if err != nil {
			return nil, err
		}
		for _, n := range nodes {
			if !seen[n] {
				seen[n] = true
				out = append(out, n)
			}
		}
	}
	return out, nil
}

// perLookup is how many entries of an index are read in the time of a look-up.
const perLookup = 10

// marked returns the nodes that have a mark of each list. It begins with the list
// that is shortest, and goes through a long one only for the nodes that are left.
func (r *reader) marked(lists Condition) (nodes []cayley.Ref, err error) {
	lengths, order := make([]int, len(lists)), make([]int, len(lists))
	for i, marks := range lists {
		order[i] = i
		if lengths[i], err = r.most(marks); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(lengths[i], lengths[j]) })
	for at, i := range order {
		switch {
		case at == 0:
			nodes, err = r.listed(lists[i])
		case lengths[i] > perLookup*len(nodes):
			nodes, err = r.having(nodes, lists[i])
		default:
			var others []cayley.Ref
			others, err = r.listed(lists[i])
			nodes = inBoth(nodes, others)
		}
		if err != nil || len(nodes) == 0 {
			return nil, err
		}
	}
	return nodes, nil
}

// most is how many nodes can have one of the marks.
func (r *reader) most(marks []Mark) (n int, err error) {
	objects := make([]quad.Value, len(marks))
	for i, m := range marks {
		objects[i] = m.Object
	}
	uses, err := r.graph.uses(r.ctx, objects)
	for _, of := range uses {
		n += of
	}
	return n, err
}

// listed returns the nodes that have one of the marks, each once.
func (r *reader) listed(marks []Mark) (out []cayley.Ref, err error) {
	seen := make(map[cayley.Ref]bool)
	for _, m := range marks {
		nodes, err := r.subjects(m.Predicate, m.Object)
		if err != nil {
			return nil, err
		}
		for _, n := range nodes {
			if !seen[n] {
				seen[n] = true
				out = append(out, n)
			}
		}
	}
	return out, nil
}

// having returns those of the nodes that have one of the marks.
func (r *reader) having(nodes []cayley.Ref, marks []Mark) (out []cayley.Ref, err error) {
	objects := make(map[quad.IRI]map[cayley.Ref]bool) // by predicate
	for _, m := range marks {
		object, err := r.ref(m.Object)
		if err != nil {
			return nil, err
		}
		if objects[m.Predicate] == nil {
			objects[m.Predicate] = make(map[cayley.Ref]bool)
		}
		objects[m.Predicate][object] = true
	}
	has := make([]bool, len(nodes))
	for predicate, any := range objects {
		ends, err := parallel(nodes, func(part []cayley.Ref) ([][]cayley.Ref, error) { return r.objects(predicate, part...) })
		if err != nil {
			return nil, err
		}
		for i, of := range ends {
			has[i] = has[i] || slices.ContainsFunc(of, func(end cayley.Ref) bool { return any[end] })
		}
	}
	for i, n := range nodes {
		if has[i] {
			out = append(out, n)
		}
	}
	return out, nil
}

func inBoth(a, b []cayley.Ref) []cayley.Ref {
	in := make(map[cayley.Ref]bool, len(b))
	for _, n := range b {
		in[n] = true
	}
	return slices.DeleteFunc(a, func(n cayley.Ref) bool { return !in[n] })
}
