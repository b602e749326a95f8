package export_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"pgregory.net/rapid"
)

// file is a GraphML file as another program reads it.
type file struct {
	Keys []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	} `xml:"key"`
	Graphs []struct {
		Default string    `xml:"edgedefault,attr"`
		Nodes   []element `xml:"node"`
		Edges   []element `xml:"edge"`
	} `xml:"graph"`
}

type element struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Label  string `xml:"label,attr"`
	Data   []struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	} `xml:"data"`
}

func (e *element) value(key string) string {
	for _, d := range e.Data {
		if d.Key == key {
			return d.Value
		}
	}
	return ""
}

type fataler interface{ Fatal(args ...any) }

func parse(t fataler, f func(w *bytes.Buffer) error) file {
	var b bytes.Buffer
	if err := f(&b); err != nil {
		t.Fatal(err)
	}
	var out file
	if err := xml.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

var graphMLFiles = map[string]func(*bytes.Buffer, *export.Data) error{
	"actors": func(w *bytes.Buffer, d *export.Data) error { return export.ActorsGraphML(w, d) },
	"claims": func(w *bytes.Buffer, d *export.Data) error { return export.ClaimsGraphML(w, d) },
}

// TestWhatReadersNeed holds every rule that makes Gephi, networkx, igraph and
// graph-tool read a file without a warning or a loss.
func TestWhatReadersNeed(t *testing.T) {
	for story, data := range map[string]*export.Data{"news": data(t, graphtest.News()), "nasty": data(t, graphtest.Nasty())} {
		for name, write := range graphMLFiles {
			t.Run(name+" of "+story, func(t *testing.T) {
				f := parse(t, func(w *bytes.Buffer) error { return write(w, data) })
				types := checkKeys(t, f)
				if len(f.Graphs) != 1 || f.Graphs[0].Default != "directed" {
					t.Fatalf("want one directed graph, got %+v", f.Graphs)
				}
				checkElements(t, types, f.Graphs[0].Nodes, "node.")
				checkElements(t, types, f.Graphs[0].Edges, "edge.")
				checkEnds(t, f.Graphs[0].Nodes, f.Graphs[0].Edges)
			})
		}
	}
}

// checkKeys returns the type of each key.
func checkKeys(t *testing.T, f file) map[string]string {
	types := make(map[string]string)
	names := make(map[string]bool)
	for _, k := range f.Keys {
		if k.For != "node" && k.For != "edge" {
			t.Errorf("key %q is for %q: Gephi and igraph ignore it", k.ID, k.For)
		}
		if !slices.Contains([]string{"boolean", "int", "long", "float", "double", "string"}, k.Type) {
			t.Errorf("key %q has type %q: some readers refuse the file", k.ID, k.Type)
		}
		if k.Name == "id" || k.Name == "timeset" || k.Name != strings.ToLower(k.Name) {
			t.Errorf("attr.name %q: Gephi warns or keeps it from its properties", k.Name)
		}
		if names[k.For+k.Name] || types[k.ID] != "" {
			t.Errorf("key %q %q is there twice: igraph refuses the file", k.For, k.Name)
		}
		names[k.For+k.Name], types[k.ID] = true, k.Type
	}
	for _, must := range []string{"nodelabel", "edgelabel"} {
		if !names[must] {
			t.Errorf("there is no attribute %s", must)
		}
	}
	return types
}

func checkElements(t *testing.T, types map[string]string, all []element, prefix string) {
	ids := make(map[string]bool)
	for _, e := range all {
		if ids[e.ID] {
			t.Errorf("id %q is there twice: Gephi loses the second", e.ID)
		}
		ids[e.ID] = true
		for _, d := range e.Data {
			if !strings.HasPrefix(d.Key, prefix) || !fits(types[d.Key], d.Value) {
				t.Errorf("%q is no value of %s %q", d.Value, types[d.Key], d.Key)
			}
		}
	}
}

func fits(kind, value string) bool {
	var err error
	switch kind {
	case "boolean":
		return value == "true" || value == "false"
	case "int":
		_, err = strconv.ParseInt(value, 10, 32)
	case "double":
		_, err = strconv.ParseFloat(value, 64)
	case "string":
		return value != ""
	default:
		return false
	}
	return err == nil
}

func checkEnds(t *testing.T, nodes, edges []element) {
	known := make(map[string]bool)
	for _, n := range nodes {
		known[n.ID] = true
	}
	types := make(map[[3]string]bool)
	for _, e := range edges {
		if !known[e.Source] || !known[e.Target] {
			t.Errorf("edge %q lacks a node", e.ID)
		}
		if e.Label == "" || types[[3]string{e.Source, e.Target, e.Label}] {
			t.Errorf("edge %q has the ends and type %q of another: Gephi merges them", e.ID, e.Label)
		}
		types[[3]string{e.Source, e.Target, e.Label}] = true
	}
}

// world draws actors of any names and claims between them.
func world(t *rapid.T) (*graph.View, []graph.Claim) {
	names := rapid.SliceOfN(rapid.String(), 2, 6).Draw(t, "names")
	actors := make([]graph.Actor, len(names))
	for i, name := range names {
		id := strconv.Itoa(i)
		actors[i] = graph.Actor{ID: "actor:" + id, Name: name, Type: graph.Unknown, Entities: []string{"entity:" + id}}
	}
	claims := make([]graph.Claim, rapid.IntRange(0, 12).Draw(t, "claims"))
	for i := range claims {
		end := rapid.IntRange(0, len(names)-1)
		claims[i] = graph.Claim{
			ID: fmt.Sprintf("claim:%02d", i), Document: "x",
			Subject:   graph.Argument{Entity: fmt.Sprintf("entity:%d", end.Draw(t, "subject"))},
			Predicate: graph.Predicate{Lemma: rapid.SampledFrom([]string{"sue", "call"}).Draw(t, "verb")},
			Object:    &graph.Argument{Entity: fmt.Sprintf("entity:%d", end.Draw(t, "object"))},
			Polarity:  rapid.SampledFrom([]graph.Polarity{graph.Affirmed, graph.Denied}).Draw(t, "polarity"),
			Modality:  graph.Asserted,
		}
	}
	return graph.NewView(actors), claims
}

func draw(t *rapid.T) *export.Data {
	view, claims := world(t)
	d, err := export.New(view, []graph.Document{{ID: "x"}}, claims)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestClaimsKeepTheirDirection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		f := parse(t, func(w *bytes.Buffer) error { return export.ClaimsGraphML(w, d) })
		got := make(map[string]string)
		for _, e := range f.Graphs[0].Edges {
			got[e.ID] = e.Source + " " + e.value("edge.kind") + " " + e.Target
		}
		if len(got) != len(d.Claims) {
			t.Errorf("%d claims, %d edges", len(d.Claims), len(got))
		}
		for _, c := range d.Claims {
			want := d.View.Node("x", &c.Subject).ID + " " + c.Prefix() + " " + d.View.Node("x", c.Object).ID
			if got[c.ID] != want {
				t.Errorf("%s says %q, its edge %q", c.ID, want, got[c.ID])
			}
		}
	})
}

func TestTiesKeepTheirDirection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		f := parse(t, func(w *bytes.Buffer) error { return export.ActorsGraphML(w, d) })
		edges := f.Graphs[0].Edges
		if len(edges) != len(d.Network().Edges) {
			t.Fatalf("%d edges, in the file %d", len(d.Network().Edges), len(edges))
		}
		for i, e := range d.Network().Edges {
			got := edges[i]
			if got.Source != e.Source || got.Target != e.Target || got.Label != e.Label() || got.value("edge.weight") != strconv.Itoa(e.Weight) {
				t.Errorf("edge %+v is in the file as %+v", e, got)
			}
		}
	})
}

func TestNamesSurvive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		f := parse(t, func(w *bytes.Buffer) error { return export.ActorsGraphML(w, d) })
		for i, a := range d.Network().Nodes {
			if got := f.Graphs[0].Nodes[i].value("node.label"); got != printable(a.Name) {
				t.Errorf("%q is in the file as %q", a.Name, got)
			}
		}
	})
}

// printable is the part of a name that XML can hold.
func printable(name string) string {
	var b strings.Builder
	for _, r := range name {
		if unicode.IsControl(r) && !strings.ContainsRune("\t\n\r", r) || r == '\uFFFE' || r == '\uFFFF' {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func FuzzEscaping(f *testing.F) {
	for _, seed := range []string{"NATO", `<&"'>`, "]]>", "a\r\nb\tc", "\x00\x1b\x85\uFFFE", "\xff\xfe", "🦊 العربية", `\`, "&#0;"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		view := graph.NewView([]graph.Actor{
			{ID: "actor:a", Name: name, Entities: []string{"entity:a"}}, {ID: "actor:b", Name: name, Entities: []string{"entity:b"}},
		})
		claims := []graph.Claim{{
			ID: "claim:1", Subject: graph.Argument{Entity: "entity:a"}, Object: &graph.Argument{Entity: "entity:b"},
			Predicate: graph.Predicate{Lemma: "call x" + name}, Polarity: graph.Affirmed, Modality: graph.Asserted,
		}}
		d, err := export.New(view, []graph.Document{{Outlet: name}}, claims)
		if err != nil {
			t.Fatal(err)
		}
		for _, write := range graphMLFiles {
			g := parse(t, func(w *bytes.Buffer) error { return write(w, d) }).Graphs[0]
			if got := g.Nodes[0].value("node.label"); got != printable(name) {
				t.Errorf("%q is in the file as %q", name, got)
			}
			if got, want := g.Edges[0].Label, "calls x"+printable(name); got != want {
				t.Errorf("%q is in the file as %q", want, got)
			}
		}
	})
}
