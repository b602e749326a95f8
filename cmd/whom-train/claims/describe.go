package claims

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// Describe shows a claim on a line: subject, predicate, object, arguments, mood.
func Describe(c *graph.Claim) string {
	object := "–"
	if c.Object != nil {
		object = words(c.Object)
	}
	line := fmt.Sprintf("%s | %s (%s) | %s", words(&c.Subject), c.Predicate.Text, c.Predicate.Lemma, object)
	for i := range c.Args {
		line += fmt.Sprintf(" | %s: %s", c.Args[i].Role, words(&c.Args[i]))
	}
	var speakers []string
	for i := range c.Attribution {
		speakers = append(speakers, words(&c.Attribution[i].Argument))
	}
	return line + Mood(c.Symmetric, c.Polarity, c.Modality, speakers)
}

// words shows a participant, and whom it stands for.
func words(a *graph.Argument) string {
	if a.Antecedent != nil {
		return a.Text + " (= " + a.Antecedent.Text + ")"
	}
	return a.Text
}

// Mood says how a claim differs from one that is affirmed and asserted by the
// outlet.
func Mood(symmetric bool, p graph.Polarity, m graph.Modality, speakers []string) string {
	var b strings.Builder
	if symmetric {
		b.WriteString(" [symmetric]")
	}
	if p != graph.Affirmed {
		fmt.Fprintf(&b, " [%s]", p)
	}
	if m != graph.Asserted {
		fmt.Fprintf(&b, " [%s]", m)
	}
	if len(speakers) > 0 {
		fmt.Fprintf(&b, " [says %s]", strings.Join(speakers, " > "))
	}
	return b.String()
}
