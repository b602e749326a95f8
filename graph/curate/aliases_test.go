package curate_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/curate"
)

const head = "alias,actor,type,country,from,to\n"

func anchorOf(id string) (graph.Anchor, error) {
	if id == "actor:russia" {
		return graph.Anchor{Surface: "Russia", Type: graph.State, Country: "RUS"}, nil
	}
	return graph.Anchor{}, errors.New("no such actor: " + id)
}

func TestReadAliases(t *testing.T) {
	in := "\ufeffCountry,alias,actor,type,from,to,note\nRUS, the Kremlin ,Russia,state,,,seat\n,PM,Rishi Sunak,person,2022-10-25,2024-07-05,\n,PM,Keir Starmer,,2024-07-06,,\n,Moscow,actor:russia,,,,\n"
	got, err := curate.ReadAliases("a.csv", strings.NewReader(in), nil, anchorOf)
	if err != nil || len(got) != 4 {
		t.Fatalf("%v, %v", got, err)
	}
	if d := got[0]; d.Kind != graph.AliasDecision || d.Number != 0 || d.Anchor.Surface != "the Kremlin" || *d.Into != (graph.Anchor{Surface: "Russia", Type: graph.State, Country: "RUS"}) {
		t.Errorf("the first row is %+v", d)
	}
	if d := got[1]; d.From != "2022-10-25" || d.Until != "2024-07-05" {
		t.Errorf("the second row is %+v", d)
	}
	if d := got[3]; *d.Into != (graph.Anchor{Surface: "Russia", Type: graph.State, Country: "RUS"}) {
		t.Errorf("an id is %+v", d)
	}
	for i := range got {
		got[i].Number = i + 7
	}
	again, err := curate.ReadAliases("a.csv", strings.NewReader(in), got, anchorOf)
	if err != nil || len(again) != 0 {
		t.Errorf("once more: %v, %v", again, err)
	}
}

func TestReadAliasesRefuses(t *testing.T) {
	kept := []graph.Decision{{Number: 7, Kind: graph.AliasDecision, Anchor: &graph.Anchor{Surface: "Kiev"}, Into: &graph.Anchor{Surface: "Ukraine"}}}
	tests := []struct{ why, in, want string }{
		{"nothing", "", "a.csv:1: it is empty"},
		{"a missing column", "alias,actor,type,from,to\n", `a.csv:1: the column "country" is missing`},
		{"a column twice", "alias,alias,actor,type,country,from,to\n", `a.csv:1: the column "alias" is there twice`},
		{"a short row", head + "a,b,,,,\nc,d\n", "a.csv:3: it has more or fewer columns"},
		{"a quotation mark", head + "a\"b,c,,,,\n", "a.csv:2: "},
		{"no actor", head + "a,,,,,\n", "a.csv:2: the actor is missing"},
		{"an unknown id", head + "a,b,,,,\nc,actor:nobody,,,,\n", "a.csv:3: no such actor: actor:nobody"},
		{"itself", head + "The Kremlin,kremlin,,,,\n", `a.csv:2: "The Kremlin" would be an alias of itself`},
		{"itself by id", head + "russia,actor:russia,,,,\n", `a.csv:2: "russia" would be an alias of itself`},
		{"a duplicate", head + "a,b,,,,\nx,y,,,,\nA,b,,,,\n", `a.csv:4: "A" is an alias already, of "b" by line 2`},
		{"two on one day", head + "a,b,,,,2022-01-31\na,c,,,2022-01-31,\n", `a.csv:3: "a" is an alias already, of "b" by line 2`},
		{"a cycle", head + "a,b,,,,\nb,a,,,,\n", `a.csv:3: "b" and "a" would be aliases of each other, by line 2`},
		{"an alias of an alias", head + "b,c,,,,\na,b,,,,\n", `a.csv:3: "b" is itself an alias, of "c" by line 2: name that one`},
		{"a longer cycle", head + "a,b,,,,\nb,c,,,,\nc,a,,,,\n", `a.csv:3: "b" has an alias itself, "a" by line 2`},
		{"against what is kept", head + "kiev,Kyiv,,,,\n", `a.csv:2: "kiev" is an alias already, of "Ukraine" by decision 7`},
		{"no type", head + "a,b,man,,,\n", `a.csv:2: "man" is no type`},
		{"no country", head + "a,b,,Russia,,\n", `a.csv:2: "Russia" is no country`},
		{"no day", head + "a,b,,,yesterday,\n", `a.csv:2: "yesterday" is no day`},
		{"an end before the beginning", head + "a,b,,,2022-02-01,2022-01-31\n", "a.csv:2: it ends on 2022-01-31, before"},
		{"5,000 characters", head + strings.Repeat("a", 5000) + ",b,,,,\n", "a.csv:2: the name \"aaaa"},
		{"a control character", head + "a\a,b,,,,\n", "a.csv:2: the name"},
		{"from right to left", head + "a,b\u202e,,,,\n", "right to left"},
		{"malformed bytes", head + "a,\xff,,,,\n", "a.csv:2: actor \"\\xff\" is not valid UTF-8"},
	}
	for _, test := range tests {
		got, err := curate.ReadAliases("a.csv", strings.NewReader(test.in), kept, anchorOf)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "a.csv:") || got != nil {
			t.Errorf("%s: got %v, %v, want %q", test.why, got, err, test.want)
		}
	}
}

func FuzzReadAliases(f *testing.F) {
	f.Add(head + "the Kremlin,Russia,state,RUS,2022-01-31,\n")
	f.Add("alias,actor\n\"a,b\n")
	f.Fuzz(func(t *testing.T, in string) {
		got, err := curate.ReadAliases("a.csv", strings.NewReader(in), nil, anchorOf)
		if err != nil && got != nil {
			t.Errorf("%v and %v", got, err)
		}
		for _, d := range got {
			d.Number = 1
			if err := d.Check(); err != nil {
				t.Error(err)
			}
		}
	})
}
