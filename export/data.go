package export

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
)

// Data is what the writers write. It is safe for concurrent use.
type Data struct {
	View   *graph.View
	Claims []graph.Claim // by document, then in order of the text

	documents map[string]*graph.Document
	network   func() *network.Network
}

// New sorts claims. It fails where the document of a claim is not given.
func New(view *graph.View, documents []graph.Document, claims []graph.Claim) (*Data, error) {
	d := &Data{View: view, documents: make(map[string]*graph.Document, len(documents))}
	for i := range documents {
		d.documents[documents[i].ID] = &documents[i]
	}
	for i := range claims {
		if d.documents[claims[i].Document] == nil {
			return nil, fmt.Errorf("claim %q: its document %q is not given", claims[i].ID, claims[i].Document)
		}
	}
	d.Claims = slices.SortedFunc(slices.Values(claims), compareClaims)
	d.network = sync.OnceValue(func() *network.Network {
		// It fails only for an ego that is not there, and there is none.
		net, _ := network.New(context.Background(), view, documents, d.Claims, network.Options{})
		return net
	})
	return d, nil
}

// Network returns what the formats of the network write: that of the zero options,
// made on the first call, where Show has set no other.
func (d *Data) Network() *network.Network { return d.network() }

// Show returns the same data with another network.
func (d *Data) Show(net *network.Network) *Data {
	other := *d
	other.network = func() *network.Network { return net }
	return &other
}

func compareClaims(a, b graph.Claim) int {
	return cmp.Or(
		strings.Compare(a.Document, b.Document),
		a.Sentence-b.Sentence,
		a.Predicate.Span.Start-b.Predicate.Span.Start,
		a.Subject.Span.Start-b.Subject.Span.Start,
		strings.Compare(a.ID, b.ID),
	)
}

// words returns the words of a claim's document at a span.
func (d *Data) words(c *graph.Claim, s graph.Span) string { return s.Text(d.documents[c.Document]) }

// speakers names who says a claim, from the outermost to the innermost.
func (d *Data) speakers(c *graph.Claim) []string {
	var names []string
	for i := range c.Attribution {
		names = append(names, d.View.Node(c.Document, &c.Attribution[i].Argument).Name)
	}
	return names
}

// A Format is one way to write Data: as one file or as a folder of several.
type Format struct {
	Name  string                       // as the user asks for it
	File  string                       // usual name of the file or folder
	About string                       // one line
	Write func(io.Writer, *Data) error // of one file, else nil
	Parts []Part                       // of a folder, else nil
	// Network is true for formats that show Data.Network, with its Columns.
	Network bool
}

// A Part is a file of a format.
type Part struct {
	File  string
	Write func(io.Writer, *Data) error
}

// IsFolder reports whether the format is a folder of files.
func (f Format) IsFolder() bool { return f.Write == nil }

// Files returns what is to be written: the parts of a folder, else the one file.
func (f Format) Files() []Part {
	if f.IsFolder() {
		return f.Parts
	}
	return []Part{{f.File, f.Write}}
}

// Formats lists all formats, sorted by name.
func Formats() []Format {
	return []Format{
		{Name: "csv", File: "actors-csv", Network: true, About: "tables of nodes and edges for Gephi, pandas, spreadsheets", Parts: []Part{
			{"nodes.csv", NodesCSV}, {"edges.csv", EdgesCSV},
		}},
		{Name: "cytoscape", File: "actors.cyjs", About: "network of actors for Cytoscape and Cytoscape.js", Write: Cytoscape, Network: true},
		{Name: "dot", File: "actors.dot", About: "network of actors for Graphviz", Write: ActorsDOT, Network: true},
		{Name: "gexf", File: "actors.gexf", About: "network of actors for Gephi, with its timeline", Write: ActorsGEXF, Network: true},
		{Name: "graphml", File: "actors.graphml", About: "network of actors for Gephi, networkx, igraph", Write: ActorsGraphML, Network: true},
		{Name: "graphml-claims", File: "claims.graphml", About: "actors and things, an edge a claim", Write: ClaimsGraphML},
		{Name: "html", File: "actors.html", About: "page of the network of actors, with the sentences behind each tie", Write: ActorsHTML, Network: true},
		{Name: "json", File: "actors.json", About: "network of actors as node-link JSON for networkx, D3", Write: NodeLink, Network: true},
		{Name: "jsonl", File: "claims.jsonl", About: "one claim a line, with all its spans", Write: JSONL},
		{Name: "parquet", File: "claims-parquet", About: "tables of claims and actors for pandas, DuckDB, R", Parts: []Part{
			{"claims.parquet", ClaimsParquet}, {"actors.parquet", ActorsParquet},
		}},
		{Name: "plover", File: "events.csv", About: "table of political events by PLOVER, with type, mode and Goldstein's scale", Write: PLOVER},
		{Name: "svg", File: "actors.svg", About: "picture of the network of actors", Write: ActorsSVG, Network: true},
	}
}

// FormatNamed finds a format by its name. The error lists the names there are.
func FormatNamed(name string) (Format, error) {
	var names []string
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("format %q: want one of %s", name, strings.Join(names, ", "))
}
