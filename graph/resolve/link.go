package resolve

import (
	"maps"
	"slices"

	"github.com/whomgraph/whom/graph"
)

// DecisionBlocks names the blocks that a decision brings together: those of the
// names that it speaks of. A review has none.
func DecisionBlocks(d *graph.Decision) []string {
	var blocks []string
	for _, a := range []*graph.Anchor{d.Anchor, d.Into} {
		if a != nil {
			blocks = append(blocks, blockOf(a.Surface))
		}
	}
	if d.Kind == graph.RenameDecision {
		blocks = append(blocks, blockOf(d.Name))
	}
	return blocks
}

// Linked returns, sorted, the blocks that have to be resolved together with the
// given ones: these, and all that decisions link to them.
func Linked(blocks []string, decisions []graph.Decision) []string {
	links := link(decisions)
	roots := make(map[string]bool)
	all := make(map[string]bool)
	for _, block := range blocks {
		roots[links.root(block)] = true
		all[block] = true
	}
	for block := range links {
		if roots[links.root(block)] {
			all[block] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// A linkage is a forest of blocks: each leads to another of those that it is
// linked with, and the last of them to itself.
type linkage map[string]string

func link(decisions []graph.Decision) linkage {
	links := make(linkage)
	for i := range decisions {
		blocks := DecisionBlocks(&decisions[i])
		for _, block := range blocks {
			links.join(blocks[0], block)
		}
	}
	return links
}

func (l linkage) join(a, b string) {
	a, b = l.root(a), l.root(b)
	// The first in byte order leads, whatever the order of the decisions.
	l[max(a, b)], l[min(a, b)] = min(a, b), min(a, b)
}

func (l linkage) root(block string) string {
	for {
		next, ok := l[block]
		if !ok || next == block {
			return block
		}
		block = next
	}
}

// decisions parts decisions, in the order in which they hold, by the root of
// their blocks.
func (l linkage) decisions(decisions []graph.Decision) map[string][]graph.Decision {
	sorted := slices.Clone(decisions)
	graph.SortDecisions(sorted)
	out := make(map[string][]graph.Decision)
	for _, d := range sorted {
		if blocks := DecisionBlocks(&d); len(blocks) > 0 {
			root := l.root(blocks[0])
			out[root] = append(out[root], d)
		}
	}
	return out
}
