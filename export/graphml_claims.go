package export

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
)

// claimNode is an actor or thing with the number of its claims in the file.
type claimNode struct {
	graph.Node
	claims int
}

// claimEdge is a claim whose subject and object are nodes.
type claimEdge struct {
	*graph.Claim
	data           *Data
	source, target graph.Node
	kind           string // the label, numbered where the pair has it already
}

func (e *claimEdge) label() string { return network.Label(e.Claim) }

var claimsFile = graphML[claimNode, claimEdge]{
	nodeID: func(n *claimNode) string { return n.ID },
	nodeColumns: []column[claimNode]{
		{"label", "string", func(n *claimNode) string { return n.Name }},
		{"type", "string", func(n *claimNode) string { return string(n.Type) }},
		{"country", "string", func(n *claimNode) string { return n.Country }},
		{"of", "string", func(n *claimNode) string { return n.Owner }},
		{"claims", "int", func(n *claimNode) string { return integer(n.claims) }},
	},
	edge: func(e *claimEdge) edgeML { return edgeML{e.ID, e.source.ID, e.target.ID, e.kind} },
	edgeColumns: []column[claimEdge]{
		{"label", "string", (*claimEdge).label},
		{"claim", "string", func(e *claimEdge) string { return e.ID }},
		{"document", "string", func(e *claimEdge) string { return e.Document }},
		{"outlet", "string", func(e *claimEdge) string { return e.data.documents[e.Document].Outlet }},
		{"date", "string", func(e *claimEdge) string { return e.data.documents[e.Document].Published }},
		{"predicate", "string", func(e *claimEdge) string { return e.Predicate.Lemma }},
		{"kind", "string", func(e *claimEdge) string { return e.Prefix() }},
		{"polarity", "string", func(e *claimEdge) string { return string(e.Polarity) }},
		{"modality", "string", func(e *claimEdge) string { return string(e.Modality) }},
		{"speakers", "string", func(e *claimEdge) string { return join(e.data.speakers(e.Claim)) }},
		{"args", "string", (*claimEdge).args},
		{"symmetric", "boolean", func(e *claimEdge) string { return strconv.FormatBool(e.Symmetric) }},
		{"confidence", "double", func(e *claimEdge) string { return number(e.Confidence) }},
		{"evidence", "string", func(e *claimEdge) string { return e.data.words(e.Claim, e.Evidence) }},
	},
}

func (e *claimEdge) args() string {
	var args []string
	for i := range e.Args {
		args = append(args, e.Args[i].Role+" "+e.data.View.Node(e.Document, &e.Args[i]).Name)
	}
	return strings.Join(args, ", ")
}

// ClaimsGraphML writes actors and things, and every claim between them as an
// edge of its own. A claim without object has no edge, nor has one about plain
// words or about a claim: what is said is an edge itself and names its
// speakers.
func ClaimsGraphML(w io.Writer, d *Data) error {
	edges := d.claimEdges()
	return claimsFile.write(w, pointers(claimNodes(edges)), pointers(edges))
}

// claimEdges are sorted by source and target, then as the claims are.
func (d *Data) claimEdges() []claimEdge {
	var edges []claimEdge
	for i := range d.Claims {
		c := &d.Claims[i]
		if c.Object == nil {
			continue
		}
		source, target := d.View.Node(c.Document, &c.Subject), d.View.Node(c.Document, c.Object)
		if isNode(source) && isNode(target) {
			edges = append(edges, claimEdge{c, d, source, target, ""})
		}
	}
	slices.SortStableFunc(edges, func(a, b claimEdge) int {
		return cmp.Or(strings.Compare(a.source.ID, b.source.ID), strings.Compare(a.target.ID, b.target.ID))
	})
	var n numbering
	for i := range edges {
		e := &edges[i]
		e.kind = n.kind(e.source.ID, e.target.ID, e.label())
	}
	return edges
}

func isNode(n graph.Node) bool { return n.IsActor() || n.Type == graph.ThingNode }

func claimNodes(edges []claimEdge) []claimNode {
	nodes := make(map[string]claimNode)
	count := func(n graph.Node) { nodes[n.ID] = claimNode{n, nodes[n.ID].claims + 1} }
	for _, e := range edges {
		count(e.source)
		if e.target.ID != e.source.ID {
			count(e.target)
		}
	}
	return slices.SortedFunc(maps.Values(nodes), func(a, b claimNode) int { return strings.Compare(a.ID, b.ID) })
}
