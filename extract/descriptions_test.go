package extract_test

import (
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract"
	"github.com/whomgraph/whom/graph"
)

func TestDescriptions(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"a copula", "Lima is the capital of Peru.", "Lima be the capital of Peru"},
		{"denied", "Norway is not a member of the bloc.", "Norway be a member of the bloc, denied"},
		{"with its speaker", "Norway said that Peru was a threat.", "Peru be a threat, says Norway"},
		{"possible", "Peru may be a threat.", "Peru be a threat, possible"},
		{"an adjective", "The envoy is aware of the demand.", "The envoy be aware of the demand"},
		{"a preposition", "The envoy was in Lima.", "The envoy be in Lima"},
		{"both subjects", "Norway and Peru are members of the bloc.", "Norway be members of the bloc; Peru be members of the bloc"},
		{"a verb that links", "The envoy seems happy.", "The envoy seem happy"},
		{"an apposition", "Ada Lund, a judge, resigned.", "Ada Lund be a judge"},
		{"the name behind the noun", "The capital, Lima, was quiet.", "The capital be quiet; Lima be The capital"},
		{"a relative clause", "Norway criticized the envoy, who is a judge.", "the envoy be a judge"},
		{"no act is one", "Norway rejected the demand.", ""},
		{"nor is a passive", "The demand was rejected.", ""},
		{"nor that something is there", "There is a demand.", ""},
	}
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		got, err := x.Extract(graph.Document{ID: "a", Text: tt.text})
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for i := range got.Descriptions {
			lines = append(lines, described(&got.Descriptions[i]))
		}
		if s := strings.Join(lines, "; "); s != tt.want {
			t.Errorf("%s: %q gives %q, want %q", tt.reason, tt.text, s, tt.want)
		}
	}
}

// described writes a description in a line, with what is not plain about it.
func described(c *graph.Claim) string {
	line := c.Subject.Text + " " + c.Predicate.Lemma + " " + c.ObjectText()
	for _, a := range c.Args {
		line += " " + a.Role + " " + a.Text
	}
	if c.Polarity == graph.Denied {
		line += ", denied"
	}
	if c.Modality != graph.Asserted {
		line += ", " + string(c.Modality)
	}
	for _, s := range c.Attribution {
		line += ", says " + s.Text
	}
	return line
}
