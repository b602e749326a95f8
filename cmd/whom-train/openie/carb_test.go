package openie

import (
	"fmt"
	"strings"
	"testing"
)

// readTestTuples reads lines whose columns are parted by bars.
func readTestTuples(t *testing.T, lines string, confidence bool) tuples {
	t.Helper()
	all, err := readTuples([]byte(strings.ReplaceAll(strings.TrimSpace(lines), " | ", "\t")), confidence)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestMatchTuples(t *testing.T) {
	tests := []struct {
		reason       string
		gold, system string // predicate | arguments
		want         string // precision, recall
	}{
		{"the gold tuple itself", "wrote | Ann | a letter", "wrote | Ann | a letter", "1.00 1.00"},
		{"a longer object costs precision", "wrote | Ann | a letter", "wrote | Ann | a long letter", "0.80 1.00"},
		{"a shorter one recall", "wrote | Ann | a long letter", "wrote | Ann | letter", "1.00 0.60"},
		{"no common word in the predicates", "wrote | Ann | a letter", "sent | Ann | a letter", "0.00 0.00"},
		{"be stands for its forms", "is | Ann | a judge", "be | Ann | a judge", "1.00 1.00"},
		{"all arguments after the first are one", "gave | Ann | Bob | a book", "gave | Ann | a book Bob", "1.00 1.00"},
		{"an argument that the system lacks", "wrote | Ann | a letter", "wrote | Ann", "0.00 0.00"},
		{"a word counts as often as both have it", "saw | Ann | the man and the dog", "saw | Ann | the the the", "0.80 0.57"},
		{"case counts", "wrote | Ann | a letter", "Wrote | Ann | a letter", "0.00 0.00"},
		{"what is said may stand first", "said | Ann | it rains", "said | it rains | Ann", "1.00 1.00"},
		{"but not what is done", "saw | Ann | it rains", "saw | it rains | Ann", "0.25 0.25"},
		{"who says so is no argument", "rains | it | C: Ann said", "rains | it", "1.00 1.00"},
	}
	for _, test := range tests {
		gold := readTestTuples(t, "A sentence | "+test.gold, false)["Asentence"][0]
		system := readTestTuples(t, "A sentence | 0.5 | "+test.system, true)["Asentence"][0]
		m := matchTuples(&gold, &system)
		if got := fmt.Sprintf("%.2f %.2f", m.precision, m.recall); got != test.want {
			t.Errorf("%s: got %s, want %s", test.reason, got, test.want)
		}
	}
}

func TestScoreTuples(t *testing.T) {
	gold := readTestTuples(t, `
Ann wrote a letter to Bob . | wrote | Ann | a letter
Ann wrote a letter to Bob . | wrote to | Ann | Bob
It rains -LRB- here -RRB- . | rains | It
Nobody reads this . | reads | Nobody | this`, false)
	tests := []struct {
		reason string
		system string
		want   string // precision recall F1 area
	}{
		{"all of one sentence: the other two are missed", `
Ann wrote a letter to Bob. | 0.9 | wrote | Ann | a letter
Ann wrote a letter to Bob. | 0.9 | wrote to | Ann | Bob`, "1.000 0.500 0.667 0.500"},
		{"a gold tuple is used for precision once", `
It rains ( here ) . | 0.9 | rains | It
It rains ( here ) . | 0.9 | rains | It`, "0.500 0.250 0.333 0.188"},
		{"a wrong tuple below the best threshold lowers the area only", `
Nobody reads this . | 0.8 | reads | Nobody | this
Nobody reads this . | 0.2 | sees | Nobody | this
A sentence of no gold tuple . | 0.1 | is | A`, "1.000 0.250 0.400 0.250"},
		{"nothing found", "", "0.000 0.000 0.000 0.000"},
	}
	for _, test := range tests {
		s := scoreTuples(gold, readTestTuples(t, test.system, true))
		if got := fmt.Sprintf("%.3f %.3f %.3f %.3f", s.precision, s.recall, s.f1, s.auc); got != test.want {
			t.Errorf("%s: got %s, want %s", test.reason, got, test.want)
		}
	}
}

func TestReadTuplesRefuses(t *testing.T) {
	tests := []struct{ reason, lines, want string }{
		{"no predicate", "Ann wrote .", "line 1: want a sentence and a predicate"},
		{"no number", "Ann wrote .\t1\twrote\tAnn\nAnn wrote .\tmuch\twrote\tAnn", `line 2: confidence "much" is no number`},
	}
	for _, test := range tests {
		if _, err := readTuples([]byte(test.lines), true); err == nil || err.Error() != test.want {
			t.Errorf("%s: error %v, want %s", test.reason, err, test.want)
		}
	}
}

func TestAgrees(t *testing.T) {
	stated := curveScore{precision: .590, recall: .461, f1: .518, auc: .304}
	if s := (curveScore{.5896, .4613, .5176, .3036}); !s.agrees(stated) {
		t.Error("figures that round to those stated do not agree")
	}
	for i, s := range []curveScore{{.5894, .461, .518, .304}, {.590, .462, .518, .304}, {.590, .461, .5174, .304}, {.590, .461, .518, .3046}} {
		if s.agrees(stated) {
			t.Errorf("score %d agrees with figures that it does not round to", i)
		}
	}
}
