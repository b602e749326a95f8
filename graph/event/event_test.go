package event_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/event"
)

// claim is one of “A” about an actor, or about a thing.
func claim(predicate, thing string) graph.Claim {
	c := graph.Claim{
		Subject: graph.Argument{Entity: "a"}, Predicate: graph.Predicate{Lemma: predicate}, Object: &graph.Argument{Entity: "b"},
		Polarity: graph.Affirmed, Modality: graph.Asserted,
	}
	if thing != "" {
		c.Object = &graph.Argument{Thing: &graph.Thing{Lemma: thing}}
	}
	return c
}

func TestOf(t *testing.T) {
	says := func(entity string) []graph.Speaker {
		return []graph.Speaker{{Argument: graph.Argument{Entity: entity}}}
	}
	tests := []struct {
		why              string
		predicate, thing string
		change           func(*graph.Claim)
		want             event.Event
	}{
		{"a verb", "accuse", "", nil, event.Event{Type: event.Accuse, Mode: "allege"}},
		{"a verb with a particle", "turn down", "offer", nil, event.Event{Type: event.Reject}},
		{"a preposition leaves a verb its meaning", "negotiate with", "", nil, event.Event{Type: event.Consult}},
		{"a particle does not", "pass away", "", nil, event.Event{}},
		{"a verb with its object", "impose", "curfew", nil, event.Event{Type: event.Coerce, Mode: "curfew"}},
		{"its object before the verb alone", "lift", "blockade", nil, event.Event{Type: event.Retreat}},
		{"a light verb says what its object says", "wage", "war", nil, event.Event{Type: event.Assault}},
		{"an object that makes no event of a verb", "meet", "deadline", nil, event.Event{}},
		{"what is said is no event", "say", "", nil, event.Event{}},
		{"a planned visit is an agreement", "visit", "", func(c *graph.Claim) { c.Modality = graph.Planned }, event.Event{Type: event.Agree}},
		{"a planned attack is a threat", "attack", "", func(c *graph.Claim) { c.Modality = graph.Planned }, event.Event{Type: event.Threaten}},
		{"a planned accusation is one", "blame", "", func(c *graph.Claim) { c.Modality = graph.Planned }, event.Event{Type: event.Accuse, Mode: "disapprove"}},
		{"what is denied is none", "attack", "", func(c *graph.Claim) { c.Polarity = graph.Denied }, event.Event{}},
		{"not to be going to help is a rejection", "help", "", func(c *graph.Claim) { c.Polarity, c.Modality = graph.Denied, graph.Planned }, event.Event{Type: event.Reject}},
		{"not to be going to attack is none", "attack", "", func(c *graph.Claim) { c.Polarity, c.Modality = graph.Denied, graph.Planned }, event.Event{}},
		{"what is possible is none", "attack", "", func(c *graph.Claim) { c.Modality = graph.Possible }, event.Event{}},
		{"unless its subject says so itself", "attack", "", func(c *graph.Claim) { c.Modality, c.Attribution = graph.Possible, says("a") }, event.Event{Type: event.Threaten}},
		{"what somebody must do is a request of who says so", "leave", "", func(c *graph.Claim) { c.Modality, c.Attribution = graph.Demanded, says("b") },
			event.Event{Type: event.Request, ToSubject: true}},
		{"nobody says so", "leave", "", func(c *graph.Claim) { c.Modality = graph.Demanded }, event.Event{}},
		{"without object", "resign", "", func(c *graph.Claim) { c.Object = nil }, event.Event{Type: event.Retreat}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			c := claim(test.predicate, test.thing)
			if test.change != nil {
				test.change(&c)
			}
			if got := event.Of(&c); got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

// TestTables holds the tables to their form: known types, each word once, sorted.
func TestTables(t *testing.T) {
	for _, file := range []string{"verbs.tsv", "nouns.tsv"} {
		table, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		seen := make(map[string]bool)
		for line := range strings.Lines(string(table)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if len(fields) != 3 || fields[0] != "-" && event.Type(fields[0]).Quad() == "" {
				t.Fatalf("%s: %q has no type, mode and words", file, line)
			}
			words := strings.Split(fields[2], ", ")
			if !slices.IsSorted(words) {
				t.Errorf("%s: the words of %s %s are not sorted", file, fields[0], fields[1])
			}
			for _, word := range words {
				if seen[word] || word != strings.TrimSpace(strings.ToLower(word)) || word == "" {
					t.Errorf("%s: %q is there twice or no lemma", file, word)
				}
				seen[word] = true
			}
		}
	}
}

// TestScale has each class on its side of the scale.
func TestScale(t *testing.T) {
	for _, e := range []event.Type{event.Agree, event.Aid, event.Accuse, event.Assault} {
		if cooperative := strings.HasSuffix(e.Quad(), "cooperation"); cooperative != (e.Goldstein() > 0) {
			t.Errorf("%s is %s at %g", e, e.Quad(), e.Goldstein())
		}
	}
	if none := event.Type(""); none.Goldstein() != 0 || none.Quad() != "" {
		t.Errorf("no type is %s at %g", none.Quad(), none.Goldstein())
	}
}
