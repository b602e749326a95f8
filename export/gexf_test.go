package export_test

import (
	"bytes"
	"encoding/xml"
	"slices"
	"testing"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph/graphtest"
)

// gexf is a GEXF file as another program reads it.
type gexf struct {
	Version string `xml:"version,attr"`
	Graph   struct {
		Mode       string `xml:"mode,attr"`
		TimeFormat string `xml:"timeformat,attr"`
		Default    string `xml:"defaultedgetype,attr"`
		Attributes []struct {
			Class string `xml:"class,attr"`
			List  []struct {
				ID   string `xml:"id,attr"`
				Type string `xml:"type,attr"`
			} `xml:"attribute"`
		} `xml:"attributes"`
		Nodes []gexfElement `xml:"nodes>node"`
		Edges []gexfElement `xml:"edges>edge"`
	} `xml:"graph"`
}

type gexfElement struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Kind   string `xml:"kind,attr"`
	Values []struct {
		For string `xml:"for,attr"`
	} `xml:"attvalues>attvalue"`
	Spells []struct {
		Start string `xml:"start,attr"`
		End   string `xml:"end,attr"`
	} `xml:"spells>spell"`
}

// TestWhatGexfReadersNeed holds what keeps Gephi's timeline and parallel edges
// whole.
func TestWhatGexfReadersNeed(t *testing.T) {
	for name, story := range map[string]*graphtest.Story{"news": graphtest.News(), "nasty": graphtest.Nasty()} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := export.ActorsGEXF(&b, data(t, story)); err != nil {
				t.Fatal(err)
			}
			var g gexf
			if err := xml.Unmarshal(b.Bytes(), &g); err != nil {
				t.Fatal(err)
			}
			if g.Version != "1.3" || g.Graph.Mode != "dynamic" || g.Graph.TimeFormat != "date" || g.Graph.Default != "directed" {
				t.Errorf("version %q, mode %q, timeformat %q, edges %q", g.Version, g.Graph.Mode, g.Graph.TimeFormat, g.Graph.Default)
			}
			declared := make(map[string][]string)
			for _, a := range g.Graph.Attributes {
				for _, x := range a.List {
					declared[a.Class] = append(declared[a.Class], x.ID)
				}
			}
			checkGexf(t, g.Graph.Nodes, declared["node"])
			checkGexf(t, g.Graph.Edges, declared["edge"])
		})
	}
}

func checkGexf(t *testing.T, elements []gexfElement, declared []string) {
	if len(elements) == 0 {
		t.Fatal("nothing is in the file")
	}
	ids, kinds := make(map[string]bool), make(map[[3]string]bool)
	for _, e := range elements {
		kind := [3]string{e.Source, e.Target, e.Kind}
		if ids[e.ID] || e.Source != "" && (e.Kind == "" || kinds[kind]) {
			t.Errorf("%q: its id or kind %q is another's: Gephi merges the two", e.ID, e.Kind)
		}
		ids[e.ID], kinds[kind] = true, true
		for _, v := range e.Values {
			if !slices.Contains(declared, v.For) {
				t.Errorf("%q has the attribute %q, which is not declared", e.ID, v.For)
			}
		}
		last := ""
		for _, s := range e.Spells {
			if s.Start <= last || s.End < s.Start {
				t.Errorf("%q: the spell from %s to %s overlaps another or ends early: Gephi loses it", e.ID, s.Start, s.End)
			}
			last = s.End
		}
		if last == "" {
			t.Errorf("%q has no spell: its documents have dates", e.ID)
		}
	}
}

func TestGexfWithoutDates(t *testing.T) {
	story := graphtest.News()
	documents := story.Documents()
	for i := range documents {
		documents[i].Published = ""
	}
	d, err := export.New(story.View(), documents, story.Claims())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := export.ActorsGEXF(&b, d); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(b.Bytes(), []byte(`mode="static"`)) || bytes.Contains(b.Bytes(), []byte("<spell")) {
		t.Error("a graph without dates is dynamic")
	}
}
