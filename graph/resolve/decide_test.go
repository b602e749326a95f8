package resolve_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/resolve"
)

// who reads "surface type country document", parted by "|".
func who(line string) *graph.Anchor {
	f := append(strings.Split(line, "|"), "", "", "")
	return &graph.Anchor{Surface: f[0], Type: graph.ActorType(f[1]), Country: f[2], Document: f[3]}
}

func merge(n int, from, into string) graph.Decision {
	return graph.Decision{Number: n, Kind: graph.MergeDecision, Anchor: who(from), Into: who(into)}
}

func split(n int, what string) graph.Decision {
	return graph.Decision{Number: n, Kind: graph.SplitDecision, Anchor: who(what)}
}

func rename(n int, what, name string) graph.Decision {
	return graph.Decision{Number: n, Kind: graph.RenameDecision, Anchor: who(what), Name: name}
}

func alias(n int, name, into, from, until string) graph.Decision {
	return graph.Decision{Number: n, Kind: graph.AliasDecision, Anchor: who(name), Into: who(into), From: from, Until: until}
}

func TestDecisions(t *testing.T) {
	kremlin := []string{"1|Kremlin|organization|RUS", "2|Russia|state|RUS", "3|Kremlin|organization|RUS"}
	bidens := []string{"1|Joe Biden|person", "2|Joe Biden|person", "3|Biden|person", "4|Biden|person", "5|Hunter Biden|person"}
	tests := []struct {
		why       string
		entities  []string
		decisions []graph.Decision
		want      []string
	}{
		{
			"two of different blocks become one, which keeps its name, type and country",
			kremlin, []graph.Decision{merge(1, "Kremlin|organization|RUS", "Russia|state|RUS")},
			[]string{"actor:russia|Russia|state|RUS||3"},
		},
		{
			"a merge takes all that names already join",
			[]string{"1|Antony Blinken|person|USA", "2|Blinken|person", "3|State Department|organization|USA"},
			[]graph.Decision{merge(1, "Antony Blinken|person|USA", "State Department|organization|USA")},
			[]string{"actor:state-department|State Department|organization|USA||3"},
		},
		{
			"a name of several means the one whose type and country are the same",
			[]string{"1|Supreme Court|organization|NPL", "2|Supreme Court|organization|PHL", "3|Supreme Court|organization", "4|Judges|group"},
			[]graph.Decision{merge(1, "Judges|group", "Supreme Court|organization")},
			[]string{
				"actor:supreme-court_organization|Supreme Court|organization|||2",
				"actor:supreme-court_organization-npl|Supreme Court|organization|NPL||1", "actor:supreme-court_organization-phl|Supreme Court|organization|PHL||1",
			},
		},
		{
			"what nobody is called changes nothing",
			kremlin[:2], []graph.Decision{merge(1, "Atlantis|state", "Russia|state|RUS"), split(2, "Russia|state||9"), rename(3, "Nobody", "Somebody")},
			[]string{"actor:kremlin|Kremlin|organization|RUS||1", "actor:russia|Russia|state|RUS||1"},
		},
		{
			"a split leaves the others as they are",
			bidens[:3], []graph.Decision{split(1, "Biden|person||3")},
			[]string{"actor:biden|Biden|person|||1", "actor:joe-biden|Joe Biden|person|||2"},
		},
		{
			"what was split can be joined with another",
			[]string{"1|Joe Biden|person", "2|Joe Biden|person", "3|Biden|person", "4|Hunter Biden|person", "6|Joe Biden|person", "7|Joe Biden|person"},
			[]graph.Decision{split(1, "Biden|person||3"), merge(2, "Biden|person||3", "Hunter Biden|person")},
			[]string{"actor:hunter-biden|Hunter Biden|person|||2", "actor:joe-biden|Joe Biden|person|||4"},
		},
		{
			"of decisions that contradict each other the later one holds: merged, then split",
			kremlin, []graph.Decision{merge(1, "Kremlin|organization|RUS", "Russia|state|RUS"), split(2, "Kremlin|organization|RUS|3")},
			[]string{"actor:kremlin|Kremlin|organization|RUS||1", "actor:russia|Russia|state|RUS||2"},
		},
		{
			"split, then merged again",
			kremlin, []graph.Decision{split(1, "Kremlin|organization|RUS|3"), merge(2, "Kremlin|organization|RUS|3", "Kremlin|organization|RUS|1")},
			[]string{"actor:kremlin|Kremlin|organization|RUS||2", "actor:russia|Russia|state|RUS||1"},
		},
		{
			"a new name, of which the last counts, and which a merge keeps",
			kremlin, []graph.Decision{
				rename(1, "Russia|state|RUS", "The Bear"), rename(3, "Russia|state|RUS", "Russian Federation"), merge(2, "Kremlin|organization|RUS", "Russia|state|RUS"),
			},
			[]string{"actor:russian-federation|Russian Federation|state|RUS||3"},
		},
		{
			"a name that another has",
			kremlin, []graph.Decision{rename(1, "Kremlin|organization|RUS", "Russia")},
			[]string{"actor:russia_organization|Russia|organization|RUS||2", "actor:russia_state|Russia|state|RUS||1"},
		},
		{
			"an alias for a time, in documents with a day",
			[]string{"1|prime minister|role", "5|prime minister|role", "9|prime minister|role", "5|Rishi Sunak|person"},
			[]graph.Decision{alias(1, "prime minister", "Rishi Sunak|person", "2022-01-04", "2022-01-06")},
			[]string{"actor:prime-minister|prime minister|role|||2", "actor:rishi-sunak|Rishi Sunak|person|||2"},
		},
		{
			"aliases of one whom no document names",
			[]string{"1|Kremlin spokesman|role", "2|Putin aide|role"},
			[]graph.Decision{alias(1, "Kremlin spokesman", "Dmitry Peskov|person|RUS", "", ""), alias(2, "Putin aide", "Dmitry Peskov|person|RUS", "", "")},
			[]string{"actor:dmitry-peskov|Dmitry Peskov|person|RUS||2"},
		},
		{
			"a review touches no actor",
			kremlin[1:2], []graph.Decision{{Number: 1, Kind: graph.ReviewDecision, Review: &graph.Review{Claim: "claim:1", Judgement: graph.Wrong}}},
			[]string{"actor:russia|Russia|state|RUS||1"},
		},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			var entities []graph.Entity
			for i, line := range test.entities {
				e := entity(i, line)
				e.Date = "2022-01-0" + e.Document
				entities = append(entities, e)
			}
			var got []string
			for _, a := range resolve.Actors(entities, test.decisions...) {
				got = append(got, show(a))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(test.want, "\n\t"))
			}
		})
	}
}

// decisions draws some that contradict each other, and two of one number.
func decisions(t *rapid.T) []graph.Decision {
	anchor := func() *graph.Anchor {
		return who(strings.Join([]string{
			rapid.SampledFrom([]string{"US", "Georgia", "!!", "Ana Georgia", "USF", "Nobody"}).Draw(t, "surface"),
			rapid.SampledFrom([]string{"", "state", "person"}).Draw(t, "type"), rapid.SampledFrom([]string{"", "USA"}).Draw(t, "country"),
			rapid.SampledFrom([]string{"", "1", "2"}).Draw(t, "document"),
		}, "|"))
	}
	out := make([]graph.Decision, rapid.IntRange(0, 5).Draw(t, "decisions"))
	for i := range out {
		d := graph.Decision{Number: rapid.IntRange(1, 4).Draw(t, "number"), Anchor: anchor()}
		d.Kind = rapid.SampledFrom([]graph.DecisionKind{graph.MergeDecision, graph.SplitDecision, graph.RenameDecision, graph.AliasDecision}).Draw(t, "kind")
		switch d.Kind {
		case graph.MergeDecision, graph.AliasDecision:
			d.Into = anchor()
		case graph.RenameDecision:
			d.Name = rapid.SampledFrom([]string{"US", "Georgia", "Somebody"}).Draw(t, "name")
		}
		out[i] = d
	}
	return out
}

func TestOrderOfDocumentsAndDecisionsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, decided := entities(t), decisions(t)
		want := resolve.Actors(in, decided...)
		mixed := rapid.Permutation(in).Draw(t, "order of entities")
		got := resolve.Actors(mixed, rapid.Permutation(decided).Draw(t, "order of decisions")...)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func TestEveryEntityHasOneActorWhateverIsDecided(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := entities(t)
		count, ids := make(map[string]int), make(map[string]bool)
		for _, a := range resolve.Actors(in, decisions(t)...) {
			if ids[a.ID] || len(a.Entities) == 0 {
				t.Fatalf("%s is there twice, or empty", a.ID)
			}
			ids[a.ID] = true
			for _, e := range a.Entities {
				count[e]++
			}
		}
		for _, e := range in {
			if count[e.ID] != 1 {
				t.Fatalf("%s is in %d actors", e.ID, count[e.ID])
			}
		}
	})
}

// Blocks that decisions link can be resolved without the others: what the store
// relies on.
func TestLinkedBlocksAreIndependent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, decided := entities(t), decisions(t)
		whole := make(map[string]graph.Actor)
		for _, a := range resolve.Actors(in, decided...) {
			whole[a.ID] = a
		}
		for i := range in {
			linked := resolve.Linked([]string{resolve.Block(&in[i])}, decided)
			part := slices.DeleteFunc(slices.Clone(in), func(e graph.Entity) bool { return !slices.Contains(linked, resolve.Block(&e)) })
			for _, a := range resolve.Actors(part, decided...) {
				if !reflect.DeepEqual(a, whole[a.ID]) {
					t.Fatalf("with blocks %v alone %v, else %v", linked, a, whole[a.ID])
				}
			}
		}
	})
}

// An anchor that is found for an actor means it.
func TestAnchorsMeanTheirActors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := resolve.Resolve(entities(t), decisions(t)...)
		for _, a := range r.Actors() {
			if anchor, ok := r.Anchor(a.ID); ok && r.Meant(&anchor) != a.ID {
				t.Fatalf("%v means %s, not %s", anchor, r.Meant(&anchor), a.ID)
			}
		}
	})
}

func TestUses(t *testing.T) {
	in := []graph.Entity{
		entity(0, "1|Antony Blinken|person|USA|Secretary of State"), entity(1, "2|Antony J. Blinken|person|USA"), entity(2, "3|Blinken|person"),
		entity(3, "4|Antony Blínken|person"), entity(4, "5|Blinken|person|USA|Secretary of State"), entity(5, "6|top diplomat|role"),
		entity(6, "7|Antony Blinken|person"),
	}
	in[0].Mentions = append(in[0].Mentions, graph.Mention{Text: "Tony", Kind: graph.NameMention}, graph.Mention{Text: "he", Kind: graph.PronounMention})
	r := resolve.Resolve(in, merge(4, "top diplomat|role", "Antony Blinken|person|USA"))
	var got []string
	for _, u := range r.Uses("actor:antony-blinken") {
		got = append(got, fmt.Sprintf("%d %s: %s in %s", u.Mentions, u.Text, u.Why, u.Document))
	}
	want := []string{
		"2 Antony Blinken: name in 1", "2 Blinken: surname in 3", "1 Antony Blínken: spelling in 4", "1 Antony J. Blinken: name shape in 2",
		"1 Tony: document in 1", "1 top diplomat: decision 4 in 6",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestCandidates(t *testing.T) {
	tests := []struct {
		why      string
		entities []string
		want     []string
	}{
		{"nobody else", []string{"1|Ana Roy|person", "2|NATO|organization"}, nil},
		{"a surname of two persons", []string{"1|Joe Biden|person", "2|Joe Biden|person", "3|Hunter Biden|person", "4|Biden|person"},
			[]string{"0.60 actor:biden actor:joe-biden surname", "0.30 actor:biden actor:hunter-biden surname"}},
		{"a letter apart", []string{"1|Aisha Bandari|person", "2|Aisha Bandali|person"}, []string{"0.82 actor:aisha-bandari actor:aisha-bandali alike"}},
		{"a letter apart, but both in one document", []string{"1|Aisha Bandari|person", "1|Aisha Bandali|person"},
			[]string{"0.41 actor:aisha-bandari actor:aisha-bandali alike, but both in one document"}},
		{"one name of two kinds", []string{"1|Georgia|state", "2|Georgia|state", "3|Georgia|place"},
			[]string{"0.60 actor:georgia_place actor:georgia_state one name, other type"}},
		{"one name of two countries", []string{"1|Supreme Court|organization|NPL", "2|Supreme Court|organization|PHL"},
			[]string{"0.40 actor:supreme-court_organization-phl actor:supreme-court_organization-npl one name, other country"}},
	}
	for _, test := range tests {
		var in []graph.Entity
		for i, line := range test.entities {
			in = append(in, entity(i, line))
		}
		var got []string
		for _, c := range resolve.Resolve(in).Candidates() {
			got = append(got, fmt.Sprintf("%.2f %s %s %s", c.Score, c.A.ID, c.B.ID, c.Reason))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.why, got, test.want)
		}
	}
}
