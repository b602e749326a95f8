package export

import (
	"bufio"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
)

// page is the page without what goes into it: the library that draws, the data and
// the script, in the places of three comments.
//
//go:embed page.html
var page string

//go:embed page.js
var script string

// library draws the graph: https://js.cytoscape.org.
//
//go:embed cytoscape.min.js
var library string

// ActorsHTML writes a page that shows the network, its 500 strongest nodes that
// have edges, and behind each edge the sentences that say so. It is one file
// that opens from disk; it loads nothing, and forbids the browser to.
func ActorsHTML(w io.Writer, d *Data) error {
	head, rest, _ := strings.Cut(page, "/* library */")
	middle, rest, _ := strings.Cut(rest, "/* data */")
	end, tail, _ := strings.Cut(rest, "/* script */")
	out := bufio.NewWriter(w) // keeps the first error until Flush
	out.WriteString(head + library + middle)
	if err := d.newPageWriter(out).write(); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	out.WriteString(end + script + tail)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	return nil
}

// A pageWriter writes what the page's script reads.
type pageWriter struct {
	*Data
	*picture
	out       *bufio.Writer
	claims    map[string]*graph.Claim
	documents map[string]int // by id, the position in the page
}

type pageActor struct {
	ID        string             `json:"id"`
	Name      string             `json:"name"`
	Type      graph.NodeType     `json:"type"`
	Country   string             `json:"country,omitempty"`
	Role      string             `json:"role,omitempty"`
	Aliases   []string           `json:"aliases,omitempty"`
	Documents int                `json:"documents"`
	Measures  map[string]float64 `json:"measures"`
	X         float64            `json:"x"`
	Y         float64            `json:"y"`
	Radius    float64            `json:"radius"`
}

type pageDocument struct {
	ID     string `json:"id"`
	CopyOf string `json:"copy,omitempty"` // another document, whose text it has
	Title  string `json:"title,omitempty"`
	Outlet string `json:"outlet,omitempty"`
	Date   string `json:"date,omitempty"`
}

type pageEdge struct {
	Source    string      `json:"source"`
	Target    string      `json:"target"`
	Label     string      `json:"label"`
	Class     string      `json:"class"`
	Kind      string      `json:"kind"` // verb, planned, denied, possible
	Symmetric bool        `json:"symmetric,omitempty"`
	Weight    int         `json:"weight"`
	Claims    []pageClaim `json:"claims"`
}

type pageClaim struct {
	ID       string         `json:"id"`
	Document int            `json:"document"` // its position
	Modality graph.Modality `json:"modality"`
	Says     string         `json:"says,omitempty"`
	Words    [][2]string    `json:"words"` // of the sentence, each with its part in the claim
}

// pageMeasures are those that the page shows of an actor.
var pageMeasures = []string{"indegree", "outdegree", "strength", "betweenness", "pagerank", "community"}

func (d *Data) newPageWriter(out *bufio.Writer) *pageWriter {
	p := &pageWriter{d, d.picture(), out, make(map[string]*graph.Claim), make(map[string]int)}
	for i := range d.Claims {
		p.claims[d.Claims[i].ID] = &d.Claims[i]
	}
	for _, e := range p.shown {
		for _, id := range e.Documents {
			p.documents[id] = 0
		}
	}
	for i, id := range slices.Sorted(maps.Keys(p.documents)) {
		p.documents[id] = i
	}
	return p
}

// write writes actors, documents and edges as JSON, in which “<” is escaped, so
// that no word can end the element around it.
func (p *pageWriter) write() error {
	actors, err := p.actors()
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, `{"nodes":%d,"tied":%d,`, len(p.Network().Nodes), p.tied)
	if err := writePageList(p, "actors", actors); err != nil {
		return err
	}
	p.out.WriteByte(',')
	if err := writePageList(p, "documents", p.listDocuments()); err != nil {
		return err
	}
	p.out.WriteByte(',')
	if err := writePageList(p, "edges", p.listEdges); err != nil {
		return err
	}
	p.out.WriteByte('}')
	return nil
}

func writePageList[T any](p *pageWriter, name string, elements iter.Seq[T]) error {
	enc := json.NewEncoder(p.out)
	fmt.Fprintf(p.out, "%q:[", name)
	list := lines{out: p.out}
	for e := range elements {
		list.next()
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	p.out.WriteByte(']')
	return nil
}

func (p *pageWriter) actors() (iter.Seq[pageActor], error) {
	columns, err := p.Network().Columns(context.Background(), nil)
	if err != nil {
		return nil, err
	}
	return func(yield func(pageActor) bool) {
		for i := range p.nodes {
			if !yield(newPageActor(&p.nodes[i], columns)) {
				return
			}
		}
	}, nil
}

func newPageActor(n *drawn, columns []network.Column) pageActor {
	a := pageActor{
		ID: n.ID, Name: clean(n.Name), Type: n.Type, Country: n.Country, Role: clean(n.Role),
		Documents: n.Documents, Measures: make(map[string]float64),
		X: n.center.x, Y: n.center.y, Radius: tenth(n.radius),
	}
	for _, alias := range n.Aliases {
		a.Aliases = append(a.Aliases, clean(alias))
	}
	for _, c := range columns {
		if slices.Contains(pageMeasures, c.Name) {
			a.Measures[c.Name] = c.Values[n.index]
		}
	}
	return a
}

// listDocuments lists those of the edges, sorted.
func (p *pageWriter) listDocuments() iter.Seq[pageDocument] {
	return func(yield func(pageDocument) bool) {
		for _, id := range slices.Sorted(maps.Keys(p.documents)) {
			d := p.Data.documents[id]
			row := pageDocument{ID: clean(id), Title: clean(d.Title), Outlet: clean(d.Outlet), Date: d.Published}
			if original := p.Network().Original(id); original != id {
				row.CopyOf = clean(original)
			}
			if !yield(row) {
				return
			}
		}
	}
}

func (p *pageWriter) listEdges(yield func(pageEdge) bool) {
	for _, e := range p.shown {
		edge := pageEdge{
			Source: e.Source, Target: e.Target, Label: clean(e.Label()), Class: clean(e.Class), Kind: e.Kind(),
			Symmetric: e.Symmetric, Weight: e.Weight,
		}
		for _, id := range e.Claims {
			edge.Claims = append(edge.Claims, p.claim(p.claims[id]))
		}
		if !yield(edge) {
			return
		}
	}
}

func (p *pageWriter) claim(c *graph.Claim) pageClaim {
	return pageClaim{
		ID: c.ID, Document: p.documents[c.Document], Modality: c.Modality,
		Says: clean(strings.Join(p.speakers(c), " › ")), Words: p.marked(c),
	}
}

// marked parts the sentence of a claim: “subject”, “predicate” and “object” are
// its words, "" the others.
func (d *Data) marked(c *graph.Claim) [][2]string {
	part := make([]string, c.Evidence.End-c.Evidence.Start)
	mark := func(s graph.Span, name string) {
		for i := max(s.Start, c.Evidence.Start); i < min(s.End, c.Evidence.End); i++ {
			part[i-c.Evidence.Start] = name
		}
	}
	if c.Object != nil {
		mark(c.Object.Span, "object")
	}
	for i := range c.Args {
		mark(c.Args[i].Span, "object")
	}
	mark(c.Subject.Span, "subject")
	mark(c.Predicate.Span, "predicate")
	sentence := d.words(c, c.Evidence)
	var words [][2]string
	for start := 0; start < len(sentence); {
		end := start + 1
		for end < len(sentence) && part[end] == part[start] {
			end++
		}
		words = append(words, [2]string{clean(sentence[start:end]), part[start]})
		start = end
	}
	return words
}
