package network_test

import (
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

func TestNews(t *testing.T) {
	news := graphtest.News()
	net := network.New(news.View(), news.Claims())
	var b strings.Builder
	between := net.Betweenness()
	for i, a := range net.Actors {
		fmt.Fprintf(&b, "%s %q %s %s mentions %d claims %d documents %d degree %d/%d weight %d/%d betweenness %g\n",
			a.ID, a.Name, a.Type, a.Country, a.Mentions, a.Claims, a.Documents, a.InDegree, a.OutDegree, a.InWeight, a.OutWeight, between[i])
	}
	for _, e := range net.Edges {
		fmt.Fprintf(&b, "%s -> %s %q via %q symmetric %t weight %d claims %d in %v\n",
			e.Source, e.Target, e.Label(), e.Via, e.Symmetric, e.Weight, len(e.Claims), e.Documents)
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
			if got := edges(network.New(story.View(), story.Claims())); !slices.Equal(got, test.want) {
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

func TestTopActors(t *testing.T) {
	news := graphtest.News()
	net := network.New(news.View(), news.Claims())
	var got []string
	for _, a := range net.TopActors(3) {
		got = append(got, fmt.Sprint(a.ID, " ", a.Strength()))
	}
	want := []string{"actor:maren-holt 5", "actor:pavel-sorin 5", "actor:russia 4"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := len(net.TopActors(1000)); n != len(net.Actors) {
		t.Errorf("asked for more actors than there are: %d of %d", n, len(net.Actors))
	}
}

func TestEmpty(t *testing.T) {
	net := network.New(graph.NewView(nil), nil)
	if len(net.Actors)+len(net.Edges)+len(net.Ties())+len(net.Betweenness())+len(net.TopActors(5)) != 0 {
		t.Errorf("no claims give %+v", net)
	}
}

func TestBetweenness(t *testing.T) {
	tests := []struct {
		why   string
		edges []string
		want  []float64 // of A, B, C, D, E
	}{
		{"a chain: B lies between A and C, D, E; C and D alike", []string{"AB", "BC", "CD", "DE"}, []float64{0, 3, 4, 3, 0}},
		{"two shortest ways share", []string{"AB", "AC", "BD", "CD", "DE"}, []float64{0, 1, 1, 3, 0}},
		{"against the arrows leads no path", []string{"BA", "BC", "DC", "DE"}, []float64{0, 0, 0, 0, 0}},
		{"parallel edges are one tie", []string{"AB", "AB", "AC", "BD", "CD", "DE"}, []float64{0, 1, 1, 3, 0}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			story := graphtest.New()
			for _, n := range []string{"A", "B", "C", "D", "E"} {
				story.Actor(n, graph.State, "")
			}
			text := story.Document(graph.Document{ID: "x", Text: "A B C D E sue call"})
			s := text.Sentence(text.Text())
			for i, e := range test.edges {
				verb := []string{"sue", "call"}[i%2]
				s.Claim(graph.Claim{Subject: s.Name(e[:1]), Predicate: s.Verb(verb, verb), Object: new(s.Name(e[1:]))})
			}
			if got := network.New(story.View(), story.Claims()).Betweenness(); !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
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
		for _, e := range network.New(view, claims).Edges {
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
		a, b := network.New(view, claims), network.New(view, shuffled)
		if !reflect.DeepEqual(a.Actors, b.Actors) || !reflect.DeepEqual(a.Edges, b.Edges) {
			t.Errorf("%+v\nbut shuffled %+v", a, b)
		}
		if !slices.Equal(a.Betweenness(), b.Betweenness()) {
			t.Errorf("betweenness is %v, but shuffled %v", a.Betweenness(), b.Betweenness())
		}
		if !reflect.DeepEqual(network.Disputes(view, claims), network.Disputes(view, shuffled)) {
			t.Error("disputes differ")
		}
	})
}

func TestDegreesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		view, claims := claims(t)
		net := network.New(view, claims)
		g := net.Graph()
		for i, a := range net.Actors {
			if in, out := g.To(int64(i)).Len(), g.From(int64(i)).Len(); in != a.InDegree || out != a.OutDegree {
				t.Errorf("%s has degrees %d/%d, its graph %d/%d", a.ID, a.InDegree, a.OutDegree, in, out)
			}
			in, out := 0.0, 0.0
			for j := range net.Actors {
				if w, ok := g.Weight(int64(j), int64(i)); ok {
					in += w
				}
				if w, ok := g.Weight(int64(i), int64(j)); ok {
					out += w
				}
			}
			if int(in) != a.InWeight || int(out) != a.OutWeight {
				t.Errorf("%s has weights %d/%d, its graph %g/%g", a.ID, a.InWeight, a.OutWeight, in, out)
			}
		}
	})
}
