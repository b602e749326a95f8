package network_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/network"
)

// sues makes a network of edges as AB, from A to B; a digit after it is the
// number of documents, a star makes it symmetric.
func sues(t *testing.T, edges ...string) *network.Network {
	t.Helper()
	story := graphtest.New()
	for _, name := range "ABCDEF" {
		story.Actor(string(name), graph.State, "")
	}
	for _, number := range "123" {
		text := story.Document(graph.Document{ID: string(number), Text: "In " + string(number) + " A B C D E F sue."})
		s := text.Sentence(text.Text())
		for _, e := range edges {
			if weight := strings.TrimPrefix(e[2:], "*"); number > '1' && number > rune((weight + "1")[0]) {
				continue
			}
			s.Claim(graph.Claim{
				Subject: s.Name(e[:1]), Predicate: s.Verb("sue", "sue"), Object: new(s.Name(e[1:2])), Symmetric: strings.Contains(e, "*"),
			})
		}
	}
	net, err := network.New(t.Context(), story.View(), nil, story.Claims(), network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return net
}

// chain writes a path as A>B<C.
func chain(from string, steps []network.Step) string {
	at, out := "actor:"+strings.ToLower(from), from
	for _, s := range steps {
		arrow, next := ">", s.Target
		if s.Against {
			arrow, next = "<", s.Source
		}
		if s.Source != at && s.Target != at {
			return out + "!"
		}
		at = next
		out += arrow + strings.ToUpper(strings.TrimPrefix(next, "actor:"))
	}
	return out
}

func TestPaths(t *testing.T) {
	tests := []struct {
		why      string
		edges    []string
		k        int
		directed bool
		want     []string // from A to D
	}{
		{"one step", []string{"AD"}, 3, true, []string{"A>D"}},
		{"against an arrow", []string{"DA"}, 1, false, []string{"A<D"}},
		{"not where only arrows count", []string{"DA"}, 1, true, nil},
		{"fewest steps first", []string{"AB", "BC", "CD", "AE", "ED"}, 3, true, []string{"A>E>D", "A>B>C>D"}},
		{"no more than asked for", []string{"AB", "BC", "CD", "AE", "ED"}, 1, true, []string{"A>E>D"}},
		{"of the same length the heavier", []string{"AB", "BD", "AC", "CD3"}, 2, true, []string{"A>C>D", "A>B>D"}},
		{"else in order of ids", []string{"AC", "CD", "AB", "BD"}, 2, true, []string{"A>B>D", "A>C>D"}},
		{"a long chain of heavy edges is long", []string{"AB3", "BC3", "CD3", "AE", "ED"}, 1, true, []string{"A>E>D"}},
		{"through a symmetric edge", []string{"BA*", "BD"}, 1, true, []string{"A>B>D"}},
		{"each way along its arrow", []string{"AB", "BA", "BD"}, 1, false, []string{"A>B>D"}},
		{"the heavier way against it", []string{"AB", "BA3", "BD"}, 1, false, []string{"A<B>D"}},
		{"no node twice", []string{"AB", "BA", "BC", "CB", "CD"}, 9, false, []string{"A>B>C>D"}},
		{"no way", []string{"AB", "CD"}, 3, false, nil},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			var got []string
			for _, p := range sues(t, test.edges...).Paths("actor:a", "actor:d", test.k, test.directed) {
				got = append(got, chain("A", p))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestNoPaths(t *testing.T) {
	net := sues(t, "AB")
	for _, ends := range [][2]string{{"actor:a", "actor:a"}, {"actor:a", "actor:x"}, {"actor:x", "actor:a"}} {
		if got := net.Paths(ends[0], ends[1], 3, false); got != nil {
			t.Errorf("from %s to %s: %v", ends[0], ends[1], got)
		}
	}
}

// TestPathsAreAll compares with a search that tries every way.
func TestPathsAreAll(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		pairs := rapid.SliceOfDistinct(rapid.SampledFrom([]string{
			"AB", "AC", "AD", "BA", "BC", "BD", "CA", "CB", "CD", "CE", "DA", "DE", "EA", "ED", "EB",
		}), rapid.ID[string]).Draw(rt, "edges")
		directed := rapid.Bool().Draw(rt, "directed")
		net := sues(t, pairs...)
		paths := net.Paths("actor:a", "actor:d", 1000, directed)
		var got []string
		for i, p := range paths {
			if i > 0 && len(p) < len(paths[i-1]) {
				rt.Errorf("a chain of %d steps after one of %d", len(p), len(paths[i-1]))
			}
			got = append(got, strings.NewReplacer(">", "", "<", "").Replace(chain("A", p)))
		}
		want := every(pairs, directed, "A")
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			rt.Errorf("%v, directed %t: got %q, want %q", pairs, directed, got, want)
		}
		if again := net.Paths("actor:a", "actor:d", 1000, directed); !reflect.DeepEqual(again, paths) {
			rt.Error("the same question has another answer")
		}
	})
}

// every lists all ways from the last letter to D.
func every(pairs []string, directed bool, way string) []string {
	if strings.HasSuffix(way, "D") {
		return []string{way}
	}
	var out []string
	for _, next := range "ABCDE" {
		last := way[len(way)-1:]
		there := slices.Contains(pairs, last+string(next)) || !directed && slices.Contains(pairs, string(next)+last)
		if there && !strings.ContainsRune(way, next) {
			out = append(out, every(pairs, directed, way+string(next))...)
		}
	}
	return out
}
