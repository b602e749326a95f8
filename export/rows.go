package export

import (
	"slices"
	"strconv"
	"strings"

	"github.com/whomgraph/whom/graph/network"
)

// A node is a node of the network as the files show it.
type node struct {
	*network.Node
	index int // in Network.Nodes
}

// An edge is an edge of the network as the files show it.
type edge struct {
	*network.Edge
	// kind is the label, numbered where the pair has it already: Gephi merges
	// parallel edges of one kind.
	kind  string
	label string
	data  *Data
}

// spells are the time from a node's first document to its last.
func (n *node) spells() []spell {
	if n.First == "" {
		return nil
	}
	return []spell{{n.First, n.Last}}
}

// spells are the days of an edge's documents.
func (e *edge) spells() []spell {
	var days []spell
	for _, date := range e.data.dates(e.Documents) {
		days = append(days, spell{date, date})
	}
	return days
}

// A spell is the first and the last day of a time.
type spell [2]string

// nodeColumns are what nodes have beside label and measures.
var nodeColumns = []column[node]{
	{"type", "string", func(n *node) string { return string(n.Type) }},
	{"country", "string", func(n *node) string { return n.Country }},
	{"role", "string", func(n *node) string { return n.Role }},
	{"aliases", "string", func(n *node) string { return join(n.Aliases) }},
	{"mentions", "int", func(n *node) string { return integer(n.Mentions) }},
	{"claims", "int", func(n *node) string { return integer(n.Claims) }},
	{"documents", "int", func(n *node) string { return integer(n.Documents) }},
	{"first", "string", func(n *node) string { return n.First }},
	{"last", "string", func(n *node) string { return n.Last }},
}

// edgeColumns are what edges have beside label and weight.
var edgeColumns = []column[edge]{
	{"predicate", "string", func(e *edge) string { return e.Predicate }},
	{"class", "string", func(e *edge) string { return e.Class }},
	{"event", "string", func(e *edge) string { return string(e.Event) }},
	{"goldstein", "double", func(e *edge) string { return number(e.Event.Goldstein()) }}, // 0 without event, as graph-tool has no other
	{"via", "string", func(e *edge) string { return e.Via }},
	{"symmetric", "boolean", func(e *edge) string { return strconv.FormatBool(e.Symmetric) }},
	{"count", "int", func(e *edge) string { return integer(len(e.Claims)) }},
	{"copies", "int", func(e *edge) string { return integer(e.Copies) }},
	{"polarity", "string", func(e *edge) string { return string(e.Polarity) }},
	{"modality", "string", func(e *edge) string { return join(e.Modalities) }},
	{"own_voice", "boolean", func(e *edge) string { return strconv.FormatBool(e.OwnVoice) }},
	{"attributed_to", "string", func(e *edge) string { return join(e.Speakers) }},
	{"outlets", "string", func(e *edge) string { return join(e.Outlets) }},
	{"first", "string", func(e *edge) string { return e.First }},
	{"last", "string", func(e *edge) string { return e.Last }},
	{"confidence", "double", func(e *edge) string { return number(e.Confidence) }},
	{"sentence", "string", func(e *edge) string { return e.Example }},
	{"documents", "string", func(e *edge) string { return join(e.Documents) }},
	{"claims", "string", func(e *edge) string { return join(e.Claims) }},
}

// Some formats have a place of their own for labels and weights; the others
// take these columns.
var (
	nodeLabel  = column[node]{"label", "string", func(n *node) string { return n.Name }}
	edgeLabel  = column[edge]{"label", "string", func(e *edge) string { return e.label }}
	edgeWeight = column[edge]{"weight", "double", func(e *edge) string { return integer(e.Weight) }}
)

func join[S ~string](list []S) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return strings.Join(words, ", ")
}

// edges yields the edges of the network in their order; each is good until the
// next.
func (d *Data) edges(yield func(*edge) bool) {
	var n numbering
	var row edge
	labels := make(map[[2]string]string) // of a kind and predicate, of which there are few
	for i := range d.Network().Edges {
		e := &d.Network().Edges[i]
		what := [2]string{e.Kind(), e.Predicate}
		label, ok := labels[what]
		if !ok {
			label = e.Label()
			labels[what] = label
		}
		row = edge{e, n.kind(e.Source, e.Target, label), label, d}
		if !yield(&row) {
			return
		}
	}
}

// dates are the days on which documents were published, sorted, each once.
func (d *Data) dates(documents []string) []string {
	var dates []string
	for _, id := range documents {
		if date := d.documents[id].Published; date != "" {
			dates = append(dates, date)
		}
	}
	slices.Sort(dates)
	return slices.Compact(dates)
}

// A numbering tells parallel edges of one label apart. The edges of a pair of
// nodes come one after the other.
type numbering struct {
	source, target string
	labels         map[string]int // of this pair
}

// kind returns the label, with its number where the pair has it already:
// “calls”, “calls (2)”.
func (n *numbering) kind(source, target, label string) string {
	if n.labels == nil {
		n.labels = make(map[string]int)
	}
	if source != n.source || target != n.target {
		n.source, n.target = source, target
		clear(n.labels)
	}
	label = clean(label)
	number := n.labels[label] + 1
	n.labels[label] = number
	if number == 1 {
		return label
	}
	return label + " (" + integer(number) + ")"
}
