package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/whomgraph/whom/graph/network"
)

// dotStyles draws what is planned, denied and only possible unlike what is said
// to be done.
var dotStyles = map[string][]string{
	"verb":     nil,
	"planned":  {"style", "dashed"},
	"denied":   {"style", "dashed", "color", "red", "fontcolor", "red"},
	"possible": {"style", "dotted", "color", "gray40", "fontcolor", "gray40"},
}

// ActorsDOT writes the network of actors in the language of Graphviz
// (https://graphviz.org/doc/info/lang.html), parallel edges included. Denied
// edges are dashed and red, possible ones dotted and gray, planned ones dashed; a
// pen is the wider the more documents there are. A community of several nodes is
// a cluster, which dot draws in a box; an actor without edges is left out, for dot
// would draw all of these in one row. Everything is quoted; a line break in a name
// becomes a space. Clusters come behind all edges and name nodes alone, and
// attributes of the graph, which has its ranks from left to right, come last:
// Gephi reads them as the end of the file.
func ActorsDOT(w io.Writer, d *Data) error {
	clusters, err := d.clusters()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w) // keeps the first error until Flush
	out.WriteString("digraph \"actors\" {\n")
	strength := d.Network().Strength()
	for i, a := range d.Network().Nodes {
		if strength[i] == 0 {
			continue
		}
		out.WriteString("\t" + quote(a.ID))
		writeAttributes(out, "label", a.Name, "type", string(a.Type), "country", a.Country, "shape", "box")
	}
	for e := range whileWritten(out, pointers(d.Network().Edges)) {
		writeDOTEdge(out, e)
	}
	for i, nodes := range clusters {
		writeCluster(out, i+1, nodes)
	}
	out.WriteString("\tgraph")
	writeAttributes(out, "rankdir", "LR", "ranksep", "1", "nodesep", "0.3")
	out.WriteString("}\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing DOT: %w", err)
	}
	return nil
}

// clusters lists the communities of two nodes or more, the largest first.
func (d *Data) clusters() ([][]string, error) {
	column, err := d.Network().Column(context.Background(), "community")
	if err != nil {
		return nil, err
	}
	members := make(map[int][]string)
	for n, community := range column.Values {
		members[int(community)] = append(members[int(community)], d.Network().Nodes[n].ID)
	}
	var clusters [][]string
	for _, community := range slices.Sorted(maps.Keys(members)) {
		if nodes := members[community]; len(nodes) > 1 {
			clusters = append(clusters, nodes)
		}
	}
	return clusters, nil
}

func writeCluster(out *bufio.Writer, number int, nodes []string) {
	out.WriteString("\tsubgraph " + quote("cluster_"+integer(number)) + " {")
	for _, id := range nodes {
		out.WriteString(" " + quote(id) + ";")
	}
	out.WriteString(" }\n")
}

func writeDOTEdge(out *bufio.Writer, e *network.Edge) {
	out.WriteString("\t" + quote(e.Source) + " -> " + quote(e.Target))
	width := strconv.FormatFloat(1+math.Log2(float64(e.Weight)), 'f', 2, 64)
	writeAttributes(out, append([]string{"label", e.Label(), "weight", integer(e.Weight), "penwidth", width}, dotStyles[e.Kind()]...)...)
}

// writeAttributes takes names and values in turn and leaves out empty values.
func writeAttributes(out *bufio.Writer, attributes ...string) {
	var list []string
	for i := 0; i < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			list = append(list, quote(attributes[i])+"="+quote(attributes[i+1]))
		}
	}
	out.WriteString(" [" + strings.Join(list, ", ") + "];\n")
}

var dotEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

func quote(s string) string { return `"` + dotEscapes.Replace(clean(s)) + `"` }
