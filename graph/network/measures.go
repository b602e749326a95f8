package network

import (
	"context"
	"fmt"
	"math"
	"strings"
	"sync"

	"github.com/whomgraph/whom/graph/network/measure"
)

// A Measure is a number that each node has.
type Measure struct {
	Name    string // of a column: "betweenness"
	About   string // what it says of a node, in a few words
	Integer bool
	// Part is true where it numbers parts of the network, which have no order.
	Part bool
	// Extra measures are no columns of exports.
	Extra bool

	of func(*job) ([]float64, error)
}

// Measures lists all, in the order of columns.
func Measures() []Measure {
	return []Measure{
		{Name: "indegree", About: "how many act on it", Integer: true, of: (*job).inDegree},
		{Name: "outdegree", About: "on how many it acts", Integer: true, of: (*job).outDegree},
		{Name: "degree", About: "indegree and outdegree", Integer: true, of: (*job).degree},
		{Name: "strength", About: "weights of its edges", Integer: true, of: (*job).strength},
		{Name: "betweenness", About: "shortest paths of others that lead through it", of: (*job).betweenness},
		{Name: "closeness", About: "how few steps lead to it from all others", of: (*job).closeness},
		{Name: "harmonic", About: "1 over the steps from each other to it", of: (*job).harmonic},
		{Name: "pagerank", About: "how often a walk along edges comes by", of: (*job).pageRank},
		{Name: "eigenvector", About: "how central those are that act on it", of: (*job).eigenvector},
		{Name: "hub", About: "how much it acts on authorities", of: (*job).hub},
		{Name: "authority", About: "how much hubs act on it", of: (*job).authority},
		{Name: "core", About: "largest k such that it lies among nodes with k neighbours each", Integer: true, of: (*job).core},
		{Name: "community", About: "number of its community, 1 the largest", Integer: true, Part: true, of: (*job).community},
		{Name: "component", About: "number of what hangs together, 1 the largest", Integer: true, Part: true, of: (*job).component},
		{Name: "strong", About: "number of what edges lead round in, 1 the largest", Integer: true, Part: true, Extra: true, of: (*job).strongComponent},
		{Name: "weighted-betweenness", About: "betweenness where a heavy edge is short", Extra: true, of: (*job).weightedBetweenness},
		{Name: "weighted-closeness", About: "closeness where a heavy edge is short", Extra: true, of: (*job).weightedCloseness},
		{Name: "weighted-harmonic", About: "harmonic where a heavy edge is short", Extra: true, of: (*job).weightedHarmonic},
	}
}

// MeasureOptions say how to compute.
type MeasureOptions struct {
	// Sample is from how many nodes to follow paths. 0 is from all where that
	// takes about a minute at most, and else from as many as do; -1 is from all.
	Sample int
	// Personal are the ids of nodes at which PageRank begins anew. None are all.
	Personal []string
	Progress measure.Progress
}

// A Column holds a measure of all nodes of a network.
type Column struct {
	Measure
	Values []float64 // by the positions of Nodes
	// Sample is from how many nodes paths were followed, 0 where it is all; Error
	// then bounds how far any betweenness is off, with a probability of 95%.
	Sample int
	Error  float64
}

// Columns computes all measures but the extra ones, in their order, as exports
// write them. It does so once; what is interrupted is begun anew by the next
// call.
func (n *Network) Columns(ctx context.Context, p measure.Progress) ([]Column, error) {
	return n.columns(ctx, p)
}

// Column returns one of Columns by its name.
func (n *Network) Column(ctx context.Context, name string) (Column, error) {
	columns, err := n.Columns(ctx, nil)
	if err != nil {
		return Column{}, err
	}
	for _, c := range columns {
		if c.Name == name {
			return c, nil
		}
	}
	return Column{}, fmt.Errorf("measure %q is none of the columns", name)
}

func (n *Network) rememberColumns() func(context.Context, measure.Progress) ([]Column, error) {
	var mutex sync.Mutex
	var columns []Column
	return func(ctx context.Context, p measure.Progress) ([]Column, error) {
		mutex.Lock()
		defer mutex.Unlock()
		if columns != nil {
			return columns, nil
		}
		var wanted []string
		for _, m := range Measures() {
			if !m.Extra {
				wanted = append(wanted, m.Name)
			}
		}
		out, err := n.Measure(ctx, MeasureOptions{Progress: p}, wanted...)
		if err == nil {
			columns = out
		}
		return out, err
	}
}

// Measure computes the measures of these names; what several of them need is
// computed once. It fails for a name that there is not, a context that is over,
// and a node of Personal that is not in the network.
func (n *Network) Measure(ctx context.Context, o MeasureOptions, names ...string) ([]Column, error) {
	j := &job{ctx: ctx, net: n, MeasureOptions: o, paths: make(map[bool]*measure.Paths)}
	var columns []Column
	for _, name := range names {
		m, err := measureNamed(name)
		if err != nil {
			return nil, err
		}
		j.sampled, j.bound = 0, 0
		values, err := m.of(j)
		if err != nil {
			return nil, fmt.Errorf("computing %s: %w", name, err)
		}
		columns = append(columns, Column{Measure: m, Values: rounded(values), Sample: j.sampled, Error: j.bound})
	}
	return columns, nil
}

func measureNamed(name string) (Measure, error) {
	var names []string
	for _, m := range Measures() {
		if m.Name == name {
			return m, nil
		}
		names = append(names, m.Name)
	}
	return Measure{}, fmt.Errorf("measure %q: want one of %s", name, strings.Join(names, ", "))
}

// rounded keeps twelve decimals of small values and twelve digits of others, so that
// processors that fuse multiply and add give the same.
func rounded(values []float64) []float64 {
	out := make([]float64, len(values))
	for i, x := range values {
		unit := 1e12
		for y := math.Abs(x); y >= 1; y /= 10 {
			unit /= 10
		}
		out[i] = math.Round(x*unit) / unit
	}
	return out
}
