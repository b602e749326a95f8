package extract

import (
	"testing"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/extract/timex"
	"github.com/whomgraph/whom/graph"
)

func TestDirection(t *testing.T) {
	type word struct{ form, tag string }
	tests := []struct {
		reason   string
		modality graph.Modality
		verb     string
		aux      []word
		want     timex.Direction
	}{
		{"they met", graph.Asserted, "VBD", nil, timex.Back},
		{"they have met", graph.Asserted, "VBN", []word{{"have", "VBP"}}, timex.Back},
		{"they were met", graph.Asserted, "VBN", []word{{"be", "VBD"}}, timex.Back},
		{"the fair opens", graph.Asserted, "VBZ", nil, timex.Nearest},
		{"the fair is opening", graph.Asserted, "VBG", []word{{"be", "VBZ"}}, timex.Nearest},
		{"killing two", graph.Asserted, "VBG", nil, timex.Back},
		{"their talks", graph.Asserted, "NNS", nil, timex.Back},
		{"they will meet", graph.Planned, "VB", []word{{"will", "MD"}}, timex.Ahead},
		{"ahead of talks", graph.Planned, "NNS", nil, timex.Ahead},
		{"they must meet", graph.Demanded, "VB", []word{{"must", "MD"}}, timex.Ahead},
		{"if they met", graph.Conditional, "VBD", nil, timex.Ahead},
		{"if they have met", graph.Conditional, "VBN", []word{{"have", "VBP"}}, timex.Back},
		{"they may meet", graph.Possible, "VB", []word{{"may", "MD"}}, timex.Ahead},
		{"they may have met", graph.Possible, "VBN", []word{{"may", "MD"}, {"have", "VB"}}, timex.Back},
		{"suspected of meeting", graph.Possible, "VBG", nil, timex.Back},
		{"could be met", graph.Possible, "VBN", []word{{"could", "MD"}, {"be", "VB"}}, timex.Ahead},
		{"they allegedly met", graph.Possible, "VBD", nil, timex.Back},
		{"whether they meet", graph.Questioned, "VBP", nil, timex.Nearest},
		{"did they meet?", graph.Questioned, "VB", []word{{"do", "VBD"}}, timex.Back},
		{"will they meet?", graph.Questioned, "VB", []word{{"will", "MD"}}, timex.Ahead},
	}
	for _, tt := range tests {
		tokens := []syntax.Token{{XPOS: tt.verb, Head: syntax.Root}}
		for _, a := range tt.aux {
			tokens = append(tokens, syntax.Token{Lemma: a.form, XPOS: a.tag, Rel: "aux"})
		}
		if got := direction(tt.modality, tokens, 0); got != tt.want {
			t.Errorf("%s: direction %v, want %v", tt.reason, got, tt.want)
		}
	}
}

// The preposition before the words of a time says whether it is an end, and
// some predicates look ahead in the past tense.
func TestTimeValue(t *testing.T) {
	tests := []struct{ lemma, want string }{
		{"rally", "2022-01-31/.."},
		{"be scheduled", "2022-02-07/.."},
	}
	const text = "rallied since Monday"
	tokens := []syntax.Token{
		{Start: 0, End: 7, XPOS: "VBD", Head: syntax.Root},
		{Start: 8, End: 13, Head: 2, Rel: "case"},
		{Start: 14, End: 20, Head: 0, Rel: "obl"},
	}
	r := &reader{doc: &graph.Document{Text: text, Published: "2022-02-03"}, sentences: []syntax.Sentence{{Tokens: tokens}}}
	for _, tt := range tests {
		p := clause.Proposition{Predicate: clause.Predicate{Lemma: tt.lemma}, Time: &clause.Phrase{Head: 2, First: 2, Last: 2}}
		if got := r.timeValue(&p); got != tt.want {
			t.Errorf("value of %q after %q is %q, want %q", text, tt.lemma, got, tt.want)
		}
	}
}
