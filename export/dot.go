package export

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/whomgraph/whom/graph/network"
)

// dotStyles draws what is denied and what is only possible unlike what is said
// to be.
var dotStyles = map[string][]string{
	"verb":     nil,
	"denied":   {"style", "dashed", "color", "red", "fontcolor", "red"},
	"possible": {"style", "dotted", "color", "gray40", "fontcolor", "gray40"},
}

// ActorsDOT writes the network of actors in the language of Graphviz
// (https://graphviz.org/doc/info/lang.html), parallel edges included. Denied
// edges are dashed and red, possible ones dotted and gray; a pen is the wider
// the more documents there are. Everything is quoted; a line break in a name
// becomes a space. There are no statements for the graph or for all nodes, which
// Gephi reads as the end of the file or as nodes.
func ActorsDOT(w io.Writer, d *Data) error {
	out := bufio.NewWriter(w) // keeps the first error until Flush
	out.WriteString("digraph \"actors\" {\n")
	for _, a := range d.Network.Nodes {
		out.WriteString("\t" + quote(a.ID))
		writeAttributes(out, "label", a.Name, "type", string(a.Type), "country", a.Country, "shape", "box")
	}
	for i := range d.Network.Edges {
		writeDOTEdge(out, &d.Network.Edges[i])
	}
	out.WriteString("}\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing DOT: %w", err)
	}
	return nil
}

func writeDOTEdge(out *bufio.Writer, e *network.Edge) {
	out.WriteString("\t" + quote(e.Source) + " -> " + quote(e.Target))
	width := strconv.FormatFloat(1+math.Log2(float64(e.Weight)), 'f', 2, 64)
	writeAttributes(out, append([]string{"label", e.Label(), "weight", integer(e.Weight), "penwidth", width}, dotStyles[e.Prefix]...)...)
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
