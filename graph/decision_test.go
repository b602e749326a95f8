package graph_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
)

func TestCheckName(t *testing.T) {
	tests := []struct{ why, name, wrong string }{
		{"a name", "Sergey Lavrov", ""},
		{"accents and other scripts from left to right", "Zoë Сорин 王", ""},
		{"the most that can be kept", strings.Repeat("é", 200), ""},
		{"one more", strings.Repeat("é", 201), "has 201 characters"},
		{"five thousand", strings.Repeat("a", 5000), "has 5000 characters"},
		{"a line break", "Sergey\nLavrov", "control character, U+000A"},
		{"a line break of Unicode", "Sergey\u2028Lavrov", "control character, U+2028"},
		{"a bell", "Lavrov\a.", "control character, U+0007"},
		{"a letter from right to left", "Lavrov לברוב", "right to left"},
		{"an Arabic letter", "لافروف", "right to left"},
		{"what turns the direction of the rest", "Lavrov\u202e", "U+202E"},
		{"an isolate", "\u2067Lavrov", "U+2067"},
		{"a mark without width", "\u200fLavrov", "U+200F"},
		{"malformed bytes", "Lav\xffrov", "not valid UTF-8"},
		{"nothing", "", "neither letter nor digit"},
		{"nothing to read", "—!", "neither letter nor digit"},
		{"a space that nobody sees", "Lavrov ", "begins or ends with a space"},
	}
	for _, test := range tests {
		err := graph.CheckName(test.name)
		if (err == nil) != (test.wrong == "") || err != nil && !strings.Contains(err.Error(), test.wrong) {
			t.Errorf("%s: got %v, want %q", test.why, err, test.wrong)
		}
	}
}

func TestDecisionCheck(t *testing.T) {
	sorin, holt := &graph.Anchor{Surface: "Sorin", Type: graph.Person}, &graph.Anchor{Surface: "Holt", Country: "USA"}
	here := &graph.Anchor{Surface: "Sorin", Document: "a"}
	tests := []struct {
		why      string
		decision graph.Decision
		wrong    string
	}{
		{"two become one", graph.Decision{Number: 1, Kind: graph.MergeDecision, Anchor: sorin, Into: holt}, ""},
		{"with itself", graph.Decision{Number: 1, Kind: graph.MergeDecision, Anchor: sorin, Into: sorin}, `decision 1, merge: "Sorin" would be joined with itself`},
		{"with nobody", graph.Decision{Number: 1, Kind: graph.MergeDecision, Anchor: sorin}, "which actor"},
		{"of nobody", graph.Decision{Number: 1, Kind: graph.RenameDecision, Name: "Holt"}, "which actor"},
		{"of no name", graph.Decision{Number: 1, Kind: graph.RenameDecision, Anchor: &graph.Anchor{}, Name: "Holt"}, `"" is no name`},
		{"a name of a document may be what a user may not give", graph.Decision{Number: 1, Kind: graph.RenameDecision, Anchor: &graph.Anchor{Surface: "לברוב"}, Name: "Holt"}, ""},
		{"of no type", graph.Decision{Number: 1, Kind: graph.RenameDecision, Anchor: &graph.Anchor{Surface: "a", Type: "man"}, Name: "Holt"}, `"man" is no type`},
		{"of no country", graph.Decision{Number: 1, Kind: graph.RenameDecision, Anchor: &graph.Anchor{Surface: "a", Country: "Fr"}, Name: "Holt"}, `"Fr" is no country`},
		{"to no name", graph.Decision{Number: 1, Kind: graph.RenameDecision, Anchor: sorin, Name: "\t"}, "neither letter nor digit"},
		{"a document's own", graph.Decision{Number: 1, Kind: graph.SplitDecision, Anchor: here}, ""},
		{"from where", graph.Decision{Number: 1, Kind: graph.SplitDecision, Anchor: sorin}, "no document"},
		{"for a time", graph.Decision{Number: 1, Kind: graph.AliasDecision, Anchor: sorin, Into: holt, From: "2022-01-31"}, ""},
		{"for no time", graph.Decision{Number: 1, Kind: graph.AliasDecision, Anchor: sorin, Into: holt, From: "2022-02-01", Until: "2022-01-31"}, "before it begins"},
		{"for what is no day", graph.Decision{Number: 1, Kind: graph.AliasDecision, Anchor: sorin, Into: holt, Until: "2022-02-30"}, "want YYYY-MM-DD"},
		{"a judgement", graph.Decision{Number: 1, Kind: graph.ReviewDecision, Review: &graph.Review{Claim: "claim:1", Judgement: graph.Right}}, ""},
		{"no judgement", graph.Decision{Number: 1, Kind: graph.ReviewDecision, Review: &graph.Review{Claim: "claim:1", Judgement: "so-so"}}, "want right, wrong or corrected"},
		{"of no claim", graph.Decision{Number: 1, Kind: graph.ReviewDecision}, "which claim"},
		{"corrected to nothing", graph.Decision{Number: 1, Kind: graph.ReviewDecision, Review: &graph.Review{Claim: "claim:1", Judgement: graph.Corrected}}, "does not say how"},
		{"no kind", graph.Decision{Number: 1, Kind: "guess", Anchor: sorin}, "no kind"},
		{"no number", graph.Decision{Kind: graph.MergeDecision, Anchor: sorin, Into: holt}, "number"},
	}
	for _, test := range tests {
		err := test.decision.Check()
		if (err == nil) != (test.wrong == "") || err != nil && !strings.Contains(err.Error(), test.wrong) {
			t.Errorf("%s: got %v, want %q", test.why, err, test.wrong)
		}
	}
}

func TestDecisionsKeepTheirOrder(t *testing.T) {
	list := []graph.Decision{
		{Number: 2, Kind: graph.RenameDecision, Anchor: &graph.Anchor{Surface: "a"}, Name: "b"},
		{Number: 1, Kind: graph.RenameDecision, Anchor: &graph.Anchor{Surface: "a"}, Name: "c"},
		{Number: 2, Kind: graph.RenameDecision, Anchor: &graph.Anchor{Surface: "a"}, Name: "d"},
	}
	other := []graph.Decision{list[2], list[0], list[1]}
	graph.SortDecisions(list)
	graph.SortDecisions(other)
	if list[0].Name != "c" || !reflect.DeepEqual(list, other) {
		t.Errorf("%v and %v", list, other)
	}
}

func TestDecisionJSON(t *testing.T) {
	d := graph.Decision{
		Number: 3, Kind: graph.AliasDecision, From: "2022-01-31",
		Anchor: &graph.Anchor{Surface: "the Kremlin", Type: graph.Organization, Country: "RUS"}, Into: &graph.Anchor{Surface: "Russia", Type: graph.State},
	}
	const want = `{"number":3,"kind":"alias","anchor":{"surface":"the Kremlin","type":"organization","country":"RUS"},"into":{"surface":"Russia","type":"state"},"from":"2022-01-31"}`
	text, err := json.Marshal(d)
	if err != nil || string(text) != want {
		t.Fatalf("%s, %v", text, err)
	}
	var back graph.Decision
	if err := json.Unmarshal(text, &back); err != nil || back.ID() != d.ID() || !reflect.DeepEqual(back, d) {
		t.Errorf("back as %+v, %v", back, err)
	}
}
