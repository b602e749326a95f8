package network_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/network"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files again")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (write it again with -update):\n%s", path, got)
	}
}

func made(t fataler, view *graph.View, documents []graph.Document, claims []graph.Claim, o network.Options) *network.Network {
	net, err := network.New(context.Background(), view, documents, claims, o)
	if err != nil {
		t.Fatal(err)
	}
	return net
}

type fataler interface{ Fatal(args ...any) }

func TestNews(t *testing.T) {
	news := graphtest.News()
	net := made(t, news.View(), news.Documents(), news.Claims(), network.Everything())
	columns, err := net.Columns(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i, n := range net.Nodes {
		fmt.Fprintf(&b, "%+v\n", n)
		for _, c := range columns {
			fmt.Fprintf(&b, "  %s %g\n", c.Name, c.Values[i])
		}
	}
	for _, e := range net.Edges {
		fmt.Fprintf(&b, "%+v\n", e)
	}
	golden(t, "news.golden", b.String())
}

// TestEdges looks at single claims; the golden shows how they add up.
func TestEdges(t *testing.T) {
	tests := []struct {
		why    string
		change func(s *graphtest.Sentence, c *graph.Claim)
		want   []string
	}{
		{"an act is an edge from who acts to whom", nil, []string{"a>b sues"}},
		{"a symmetric act is an edge each way", func(_ *graphtest.Sentence, c *graph.Claim) { c.Symmetric = true },
			[]string{"a>b sues symmetric", "b>a sues symmetric"}},
		{"what is denied is an edge of its own", func(_ *graphtest.Sentence, c *graph.Claim) { c.Polarity = graph.Denied },
			[]string{"a>b denied: sues"}},
		{"what is demanded is only possible", func(_ *graphtest.Sentence, c *graph.Claim) { c.Modality = graph.Demanded },
			[]string{"a>b possible: sues"}},
		{"nobody is tied to himself", func(s *graphtest.Sentence, c *graph.Claim) { c.Object = new(s.Name("A")) }, nil},
		{"a thing is no actor", func(s *graphtest.Sentence, c *graph.Claim) { c.Object = new(s.Thing("deal", "deal", "")) }, nil},
		{"what a thing does is no tie", func(s *graphtest.Sentence, c *graph.Claim) { c.Subject = s.Thing("deal", "deal", "") }, nil},
		{"an argument is tied by way of the object", func(s *graphtest.Sentence, c *graph.Claim) {
			c.Object = new(s.Thing("deal", "deal", ""))
			c.Args = []graph.Argument{graphtest.As("with", s.Name("C"))}
		}, []string{"a>c sues deal with via deal"}},
		{"the same actor twice gives one claim to one edge", func(s *graphtest.Sentence, c *graph.Claim) {
			c.Object = new(s.Thing("deal", "deal", ""))
			c.Args = []graph.Argument{graphtest.As("with", s.Name("C")), graphtest.As("with", s.Name("C"))}
		}, []string{"a>c sues deal with via deal"}},
		{"an entity without actor stands for itself", func(s *graphtest.Sentence, c *graph.Claim) { c.Object.Entity = "entity:x/90-91" },
			[]string{"a>entity:x/90-91 sues"}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			story := graphtest.New()
			for _, name := range []string{"A", "B", "C"} {
				story.Actor(name, graph.Organization, "")
			}
			text := story.Document(graph.Document{ID: "x", Text: "A sued B over a deal with C."})
			s := text.Sentence(text.Text())
			c := s.Claim(graph.Claim{Subject: s.Name("A"), Predicate: s.Verb("sue", "sued"), Object: new(s.Name("B"))})
			if test.change != nil {
				test.change(s, c)
			}
			if got := edges(made(t, story.View(), story.Documents(), story.Claims(), network.Everything())); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func edges(net *network.Network) []string {
	var out []string
	for _, e := range net.Edges {
		s := fmt.Sprintf("%s>%s %s", strings.TrimPrefix(e.Source, "actor:"), strings.TrimPrefix(e.Target, "actor:"), e.Label())
		if e.Symmetric {
			s += " symmetric"
		}
		if e.Via != "" {
			s += " via " + e.Via
		}
		out = append(out, s)
	}
	return out
}

func TestTop(t *testing.T) {
	news := graphtest.News()
	net := made(t, news.View(), news.Documents(), news.Claims(), network.Everything())
	strength := net.Strength()
	var got []string
	for _, i := range net.Top(3, strength) {
		got = append(got, fmt.Sprint(net.Nodes[i].ID, " ", strength[i]))
	}
	want := []string{"actor:maren-holt 5", "actor:pavel-sorin 5", "actor:russia 4"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := len(net.Top(1000, strength)); n != len(net.Nodes) {
		t.Errorf("asked for more nodes than there are: %d of %d", n, len(net.Nodes))
	}
}

func TestEmpty(t *testing.T) {
	net := made(t, graph.NewView(nil), nil, nil, network.Options{Largest: true, MinWeight: 2})
	columns, err := net.Columns(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range columns {
		if len(c.Values) != 0 {
			t.Errorf("%s has values %v", c.Name, c.Values)
		}
	}
	if len(net.Nodes)+len(net.Edges)+len(net.Ties())+len(net.Top(5, nil)) != 0 {
		t.Errorf("no claims give %+v", net)
	}
}

// claims draws claims between a few actors in a few documents.
func claims(t *rapid.T) (*graph.View, []graph.Claim) {
	names := []string{"A", "B", "C", "D"}
	story := graphtest.New()
	for _, n := range names {
		story.Actor(n, graph.State, "")
	}
	for _, id := range []string{"x", "y", "z"} {
		text := story.Document(graph.Document{ID: id, Text: "A B C D sue call"})
		s := text.Sentence(text.Text())
		for range rapid.IntRange(0, 6).Draw(t, "claims in "+id) {
			verb := rapid.SampledFrom([]string{"sue", "call"}).Draw(t, "verb")
			s.Claim(graph.Claim{
				Subject:   s.Name(rapid.SampledFrom(names).Draw(t, "subject")),
				Predicate: s.Verb(verb, verb),
				Object:    new(s.Name(rapid.SampledFrom(names).Draw(t, "object"))),
				Polarity:  rapid.SampledFrom([]graph.Polarity{graph.Affirmed, graph.Denied}).Draw(t, "polarity"),
				Symmetric: rapid.Bool().Draw(t, "symmetric"),
			})
		}
	}
	seen := make(map[string]bool)
	distinct := slices.DeleteFunc(story.Claims(), func(c graph.Claim) bool {
		again := seen[c.ID]
		seen[c.ID] = true
		return again
	})
	return story.View(), distinct
}

func TestEveryClaimKeepsItsDirection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		view, claims := claims(t)
		want := make(map[string]bool) // "source target claim"
		for _, c := range claims {
			a, b := view.Node(c.Document, &c.Subject).ID, view.Node(c.Document, c.Object).ID
			if a == b {
				continue
			}
			want[a+" "+b+" "+c.ID] = true
			if c.Symmetric {
				want[b+" "+a+" "+c.ID] = true
			}
		}
		got := make(map[string]bool)
		for _, e := range made(t, view, nil, claims, network.Everything()).Edges {
			for _, id := range e.Claims {
				got[e.Source+" "+e.Target+" "+id] = true
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("edges hold %v, claims say %v", got, want)
		}
	})
}

func TestOrderOfClaimsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		view, claims := claims(t)
		shuffled := rapid.Permutation(claims).Draw(t, "order")
		a, b := made(t, view, nil, claims, network.Options{}), made(t, view, nil, shuffled, network.Options{})
		if !reflect.DeepEqual(a.Nodes, b.Nodes) || !reflect.DeepEqual(a.Edges, b.Edges) {
			t.Errorf("%+v\nbut shuffled %+v", a, b)
		}
		if !reflect.DeepEqual(network.Disputes(view, claims), network.Disputes(view, shuffled)) {
			t.Error("disputes differ")
		}
	})
}

// TestGraphHasTheEdges adds up the edges of each pair.
func TestGraphHasTheEdges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		view, claims := claims(t)
		net := made(t, view, nil, claims, network.Everything())
		want := make(map[[2]string]float64)
		for _, e := range net.Edges {
			want[[2]string{e.Source, e.Target}] += float64(e.Weight)
		}
		got := make(map[[2]string]float64)
		for v := range net.Nodes {
			ends, weights := net.Graph().From(v)
			for i, w := range ends {
				got[[2]string{net.Nodes[v].ID, net.Nodes[w].ID}] = weights[i]
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("the graph has %v, the edges %v", got, want)
		}
	})
}
