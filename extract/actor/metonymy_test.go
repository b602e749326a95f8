package actor_test

import (
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract/actor"
	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// entitiesOf returns the entities of a text, by the embedded model.
func entitiesOf(t *testing.T, text string) []graph.Entity {
	t.Helper()
	return actor.New(&graph.Document{ID: "d", Text: text}, parsed(t, text)).Entities()
}

func parsed(t *testing.T, text string) []syntax.Sentence {
	t.Helper()
	parser, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	sentences, err := parser.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

// A name of a place stands for an actor where it acts or is acted upon, and for
// the place where something is or goes there.
func TestMetonymy(t *testing.T) {
	for _, tt := range []struct{ reason, text, name, want string }{
		{"a capital that speaks", "Moscow said the talks had failed.", "Moscow", "Russia actor"},
		{"where something is", "The envoys met in Moscow on Monday.", "Moscow", "Moscow place"},
		{"where somebody goes", "Lavrov flew to Washington on Monday.", "Washington", "Washington place"},
		{"what somebody leaves", "The minister left Moscow on Monday.", "Moscow", "Moscow place"},
		{"the first of two that agree", "Washington and Beijing agreed to talk.", "Washington", "United States actor"},
		{"the second of two that agree", "Washington and Beijing agreed to talk.", "Beijing", "China actor"},
		{"both where something is", "Rallies were held in Moscow and Minsk.", "Minsk", "Minsk place"},
		{"whom somebody accuses", "Kyiv accused Moscow of a breach.", "Moscow", "Russia actor"},
		{"with whom somebody talks", "Poland broke off its talks with Minsk.", "Minsk", "Belarus actor"},
		{"the owner of a force", "Moscow's forces withdrew on Monday.", "Moscow", "Russia actor"},
		{"a state of the same name", "Officials in Washington state closed the bridge.", "Washington", "Washington state place"},
		{"the seat of a union", "Brussels imposed new sanctions on Monday.", "Brussels", "European Union actor"},
		{"the same seat as a place", "Ministers gathered in Brussels on Monday.", "Brussels", "Brussels place"},
		{"the seat of a government", "Downing Street denied the report.", "Downing Street", "Downing Street actor"},
		{"a city with its country", "The report ranks Hanoi, Vietnam, first.", "Hanoi", "Hanoi place"},
		{"a part of a city", "Israel struck southern Beirut on Monday.", "Beirut", "Beirut place"},
		{"what is called a capital", "The road links the capital Khartoum and Kosti.", "Khartoum", "Khartoum place"},
		{"who plays", "Peru beat Chile 2–0 in a World Cup qualifier.", "Chile", "Chile actor"},
		{"the country", "Georgia accused Russia of an attack.", "Georgia", "Georgia actor"},
		{"the state beside its city", "Police in Atlanta, Georgia, arrested two men.", "Georgia", "Georgia place"},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			if got := readings(entitiesOf(t, tt.text), tt.name); got != tt.want {
				t.Errorf("%q in %q is %q, want %q", tt.name, tt.text, got, tt.want)
			}
		})
	}
}

// readings returns what the mentions with a text mean: name and reading.
func readings(entities []graph.Entity, text string) string {
	var out []string
	for _, e := range entities {
		for _, m := range e.Mentions {
			if m.Text == text || strings.HasPrefix(m.Text, text+" ") {
				out = append(out, e.Name+" "+string(m.Reading))
			}
		}
	}
	return strings.Join(out, ", ")
}
