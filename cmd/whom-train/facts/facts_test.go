package facts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/graph"
)

func TestFound(t *testing.T) {
	tests := []struct {
		reason, text, name string
		heads, want        bool
	}{
		{"a person by the last name", "Mr. Lavrov", "Sergei Lavrov", true, true},
		{"but not by the first", "Sergei", "Sergei Lavrov", true, false},
		{"a double name by its last part", "Ms. Greenfield", "Linda Thomas-Greenfield", true, true},
		{"a body by all of its words", "the Foreign Ministry", "Foreign Ministry", true, true},
		{"a body is no person", "the ministry", "Foreign Ministry", true, false},
		{"the country of a body may be absent", "the embassy", "Russian Embassy", false, true},
		{"a capital or demonym for the country", "the Kremlin", "Russia", true, true},
		{"the White House for the United States", "the White House", "United States", true, true},
		{"abbreviations", "U.S. officials", "United States", true, true},
		{"and those of bodies", "the U.N. Security Council", "UN Security Council", true, true},
		{"a plural", "tough sanctions", "sanction", true, true},
		{"a verb form", "expanding", "expand", true, true},
		{"doubled consonants", "slapped", "slap", true, true},
		{"an irregular form", "met", "meet", true, true},
		{"a word after the head", "a letter to Washington", "United States", true, false},
		{"unless all words are asked for", "a letter to Washington", "United States", false, true},
		{"a preposition at the very beginning is no end", "on tough sanctions", "sanction", true, true},
		{"the star is no name", "anything", "*", true, false},
	}
	for _, test := range tests {
		if got := found([]string{test.text}, []string{test.name}, test.heads)[test.name]; got != test.want {
			t.Errorf("%s: %q in %q: got %v", test.reason, test.name, test.text, got)
		}
	}
}

func TestIsPredicate(t *testing.T) {
	tests := []struct {
		reason, text string
		lemmas       []string
		want         bool
	}{
		{"any of the lemmas", "call calls phone call", []string{"speak", "call"}, true},
		{"none of them", "call calls", []string{"speak"}, false},
		{"all words of one", "shoot back shot back", []string{"shoot back"}, true},
		{"not some of them", "shoot", []string{"shoot back"}, false},
		{"a lemma cut short", "mobilized", []string{"mobiliz"}, true},
		{"which must be long", "waltzers", []string{"waltz"}, false},
		{"the parts of a hyphenated verb", "re-deploy", []string{"deploy"}, true},
	}
	for _, test := range tests {
		if got := isPredicate(test.text, test.lemmas); got != test.want {
			t.Errorf("%s: %q in %q: got %v", test.reason, test.lemmas, test.text, got)
		}
	}
}

// told makes a claim of “subject | predicate | object | argument”.
func told(line string) toldClaim {
	parts := strings.Split(line, " | ")
	c := toldClaim{subject: parts[:1], predicate: parts[1], modality: "asserted"}
	if len(parts) > 2 {
		c.object = parts[2:3]
	}
	if len(parts) > 3 {
		c.args = parts[3:]
	}
	return c
}

func mutual(c toldClaim) toldClaim {
	c.symmetric = true
	return c
}

func TestFacts(t *testing.T) {
	calls := fact{Subjects: []string{"Antony Blinken"}, Predicates: []string{"call"}, Objects: []string{"Sergei Lavrov"}, Kind: "AA", Modality: "asserted"}
	both := calls
	both.Subjects = []string{"Antony Blinken", "Sergei Lavrov"}
	both.Objects = both.Subjects
	anything := fact{Subjects: []string{"Antony Blinken"}, Predicates: []string{"say"}, Objects: []string{"*"}, Kind: "AT", Modality: "asserted"}
	tests := []struct {
		reason     string
		fact       fact
		claim      toldClaim
		want, turn bool
	}{
		{"as it is", calls, told("Blinken | called | Lavrov"), true, false},
		{"the other one as an argument", calls, told("Blinken | called | a number | Lavrov"), true, false},
		{"the wrong way round", calls, told("Lavrov | called | Blinken"), false, true},
		{"which is right where it is mutual", calls, mutual(told("Lavrov | called | Blinken")), true, false},
		{"another predicate", calls, told("Blinken | met | Lavrov"), false, false},
		{"a mutual fact either way", both, told("Lavrov | called | Blinken"), true, false},
		{"whose sides must differ", both, told("Lavrov | called | Sergei Lavrov"), false, false},
		{"anything as object", anything, told("Blinken | said"), true, false},
		{"but somebody as subject", anything, told("Lavrov | said"), false, false},
	}
	for _, test := range tests {
		m := matching{facts: []fact{test.fact}, claims: []toldClaim{test.claim}}
		m.match()
		if got := m.claimOf[0] == 0; got != test.want || m.turned(&m.facts[0]) != test.turn {
			t.Errorf("%s: told %v, turned %v", test.reason, got, m.turned(&m.facts[0]))
		}
	}
}

// TestMirroredFact has both directions among the facts, so that neither claim
// is in the wrong one.
func TestMirroredFact(t *testing.T) {
	there := fact{Subjects: []string{"Russia"}, Predicates: []string{"accuse"}, Objects: []string{"Ukraine"}, Kind: "AA"}
	back := fact{Subjects: []string{"Ukraine"}, Predicates: []string{"accuse"}, Objects: []string{"Russia"}, Kind: "AA"}
	m := matching{facts: []fact{there, back}, claims: []toldClaim{told("Ukraine | accused | Russia")}}
	if m.match(); m.claimOf[0] != -1 || m.claimOf[1] != 0 || m.turned(&there) {
		t.Errorf("claims %v, turned %v", m.claimOf, m.turned(&there))
	}
}

func TestTally(t *testing.T) {
	denial := fact{Subjects: []string{"Russia"}, Predicates: []string{"invade"}, Objects: []string{"Ukraine"}, Denied: true, Attribution: []string{"Dmitry Peskov"}, Modality: "future", Kind: "AA"}
	missed := fact{Subjects: []string{"Russia"}, Predicates: []string{"send"}, Objects: []string{"letter"}, Denied: true, Attribution: []string{"Dmitry Peskov"}, Modality: "asserted", Kind: "AT"}
	claim := told("Russia | invaded | Ukraine")
	claim.denied, claim.attribution = true, []string{"Mr. Peskov"}
	m := matching{
		document: graph.Document{Text: strings.Repeat("word ", 50)},
		facts:    []fact{denial, missed}, claims: []toldClaim{told("Russia | invaded | Ukraine"), claim},
	}
	m.match()
	var all tally
	all.add(&m)
	var got []string
	for _, r := range all.results() {
		got = append(got, fmt.Sprintf("%s %.0f", r.Name, r.Value))
	}
	want := []string{
		"recall AA 100", "recall AT 0", "recall all 50", "matched polarity 100", "denials right 50", "source right 50",
		"matched source right 100", "matched modality 0", "direction errors 0", "claims 2", "claims per 100 words 4",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestTold(t *testing.T) {
	const line = `{"document":"a","subject":{"id":"actor:nato","text":"it"},` +
		`"predicate":{"lemma":"reject","label":"rejects","text":"rejected"},` +
		`"object":{"id":"thing:russia/demand","name":"demand","text":"the demand","of":"actor:russia"},` +
		`"symmetric":false,"polarity":"denied","modality":"demanded",` +
		`"attribution":[{"id":"actor:ann-lee","name":"Ann Lee","text":"she"}],"place":{"text":"Kyiv"}}`
	rows, err := data.Decode[exportedClaim]([]byte(line))
	if err != nil {
		t.Fatal(err)
	}
	c := rows[0].told()
	got := fmt.Sprintf("%v %v %v %v %s %v %s", c.subject, c.object, c.args, c.attribution, c.predicate, c.denied, c.modality)
	want := "[it nato] [demand the demand russia] [Kyiv] [Ann Lee she] reject rejects rejected true future"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
