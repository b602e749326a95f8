package network_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/network"
)

func TestOptions(t *testing.T) {
	tests := []struct {
		why  string
		o    network.Options
		want []string // of the edges from Russia, Ukraine, NATO and the United States
	}{
		{"what is affirmed and asserted or planned", network.Options{},
			[]string{"russia>ukraine planned: attacks", "united-states>russia accuses"}},
		{"what is denied is an edge of its own", network.Options{Denied: network.IncludeDenied},
			[]string{"russia>ukraine planned: attacks", "russia>ukraine denied: attacks", "united-states>russia accuses"}},
		{"only what is denied", network.Options{Denied: network.OnlyDenied}, []string{"russia>ukraine denied: attacks"}},
		{"a modality alone", network.Options{Modalities: []graph.Modality{graph.Possible}},
			[]string{"united-states>russia possible: imposes sanction on via sanction"}},
		{"a class", network.Options{Classes: []string{"accuse"}}, []string{"united-states>russia accuses"}},
		{"a lemma stands for its classes", network.Options{Classes: []string{"impose"}, Modalities: []graph.Modality{graph.Possible}},
			[]string{"united-states>russia possible: imposes sanction on via sanction"}},
		{"a class with its preposition", network.Options{Classes: []string{"impose on"}, Modalities: []graph.Modality{graph.Possible}},
			[]string{"united-states>russia possible: imposes sanction on via sanction"}},
		{"around somebody", network.Options{Ego: "actor:ukraine"}, []string{"russia>ukraine planned: attacks"}},
		{"two edges around", network.Options{Ego: "actor:ukraine", Radius: 2}, []string{"russia>ukraine planned: attacks", "united-states>russia accuses"}},
		{"the largest component", network.Options{Largest: true}, []string{"russia>ukraine planned: attacks", "united-states>russia accuses"}},
		{"heavy edges", network.Options{MinWeight: 2}, nil},
	}
	news := graphtest.News()
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			net := made(t, news.View(), news.Documents(), news.Claims(), test.o)
			got := slices.DeleteFunc(edges(net), func(s string) bool { return strings.Contains(s, "holt") })
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			for _, e := range net.Edges {
				if net.Index(e.Source) < 0 || net.Index(e.Target) < 0 {
					t.Errorf("an end of %+v is no node", e)
				}
			}
		})
	}
	if _, err := network.New(t.Context(), news.View(), nil, news.Claims(), network.Options{Ego: "actor:nobody"}); err == nil || !strings.Contains(err.Error(), "actor:nobody") {
		t.Errorf("an ego that is not there: %v", err)
	}
}

func TestThingsAndEvents(t *testing.T) {
	news := graphtest.News()
	net := made(t, news.View(), news.Documents(), news.Claims(), network.Options{Things: true, Events: true})
	if i := net.Index("thing:alpha/001/response"); i < 0 || net.Nodes[i].Type != graph.ThingNode {
		var ids []string
		for _, n := range net.Nodes {
			ids = append(ids, n.ID)
		}
		t.Errorf("the response is no node: %q", ids)
	}
	seen := make(map[string]bool)
	for _, e := range net.Edges {
		if len(e.Claims) != 1 || seen[e.ID()] {
			t.Errorf("an edge is a claim, with an id of its own: %+v", e)
		}
		seen[e.ID()] = true
	}
}

// report is long enough to be compared.
const report = `Kenya accused Ethiopia on Monday of attacking a border post near the lake, a
charge that its neighbour rejected within hours. The mediator of the union, a former judge, is set to meet both
presidents before the week is out. Officers at the post said that soldiers had crossed the river before dawn, burned two
vehicles and seized a boat that belongs to the fishing cooperative. Nobody has yet claimed to have seen who fired first.`

func TestCopies(t *testing.T) {
	own := strings.Repeat("Another paper has found something else to say of what went on at the border that day. ", 3) +
		"Its reporter walked from village to village and wrote down what the herders told about boats, cattle and rain. " +
		"None of them had seen a soldier, though some had heard of shots in the night. Kenya accused Ethiopia on Monday."
	tests := []struct {
		why, other string
		weight     int
	}{
		{"the same text", report, 1},
		{"the same with another head and end", "LAKE POST ATTACKED\n\n" + report + " Additional reporting by our own staff in the capital.", 1},
		{"its first half", report[:len(report)/2] + " Kenya accused Ethiopia.", 1},
		{"a text of its own", own, 2},
		{"a text too short to tell", "Kenya accused Ethiopia on Monday.", 2},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			story := graphtest.New()
			story.Actor("Kenya", graph.State, "")
			story.Actor("Ethiopia", graph.State, "")
			for id, text := range map[string]string{"a": report, "b": test.other} {
				s := story.Document(graph.Document{ID: id, Text: text, Outlet: "Outlet " + id}).Sentence("Kenya accused Ethiopia")
				s.Claim(graph.Claim{Subject: s.Name("Kenya"), Predicate: s.Verb("accuse", "accused"), Object: new(s.Name("Ethiopia"))})
			}
			net := made(t, story.View(), story.Documents(), story.Claims(), network.Options{})
			e := net.Edges[0]
			if e.Weight != test.weight || e.Copies != 2 || len(e.Outlets) != 2 {
				t.Errorf("weight %d of %d copies, want %d of 2", e.Weight, e.Copies, test.weight)
			}
			if tie := net.Ties()[0]; tie.Weight != test.weight {
				t.Errorf("the tie has weight %d, want %d", tie.Weight, test.weight)
			}
			if same := net.Original("a") == net.Original("b"); same != (test.weight == 1) {
				t.Errorf("the originals are %q and %q", net.Original("a"), net.Original("b"))
			}
		})
	}
}

func TestMeasureRefuses(t *testing.T) {
	news := graphtest.News()
	net := made(t, news.View(), news.Documents(), news.Claims(), network.Options{})
	if _, err := net.Measure(t.Context(), network.MeasureOptions{}, "fame"); err == nil || !strings.Contains(err.Error(), "indegree, outdegree") {
		t.Errorf("a measure that is not there: %v", err)
	}
	if _, err := net.Measure(t.Context(), network.MeasureOptions{Personal: []string{"actor:nobody"}}, "pagerank"); err == nil {
		t.Error("a walk begins at nobody")
	}
}

// TestColumns computes each measure alone and all together.
func TestColumns(t *testing.T) {
	news := graphtest.News()
	net := made(t, news.View(), news.Documents(), news.Claims(), network.Everything())
	together, err := net.Columns(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	i := 0
	for _, m := range network.Measures() {
		alone := column(t, net, m.Name)
		if len(alone.Values) != len(net.Nodes) {
			t.Errorf("%s has %d values", m.Name, len(alone.Values))
		}
		if m.Extra {
			continue
		}
		if c := together[i]; c.Name != m.Name || !slices.Equal(c.Values, alone.Values) {
			t.Errorf("%s %v, alone %v", c.Name, c.Values, alone.Values)
		}
		i++
	}
}
