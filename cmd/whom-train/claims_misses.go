package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
)

func missesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "misses [" + strings.Join(missNames(), "|") + "]",
		Short: "Print what the rules get wrong on development data",
		Long: `Misses prints, for each sentence of the development half of a data set (by
default the hand-annotated claims), the gold claims without a match (-), the
system's without one (+), and the pairs that differ in polarity, modality or
speaker (~). It never shows what is kept for testing.`,
		Example:   "  whom-train misses claims",
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs),
		ValidArgs: missNames(),
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen := 0
			if len(args) > 0 {
				chosen = slices.Index(missNames(), args[0])
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			if err := missPrinters[chosen].print(newData(), out); err != nil {
				return fmt.Errorf("misses of %s: %w", missPrinters[chosen].name, err)
			}
			return out.Flush()
		},
	}
}

// missPrinters print what is wrong in the data sets that may be looked at, the
// default first.
var missPrinters = []struct {
	name  string
	print func(*data, io.Writer) error
}{
	{"claims", missesOfClaims},
	{"facts", committedFacts.misses},
	{"facts-shared", sharedFacts.misses},
	{"said", missesOfSaid},
	{"plover", missesOfPlover},
	{"events", missesOfEvents},
}

func missNames() []string {
	var names []string
	for _, p := range missPrinters {
		names = append(names, p.name)
	}
	return names
}

func missesOfClaims(d *data, w io.Writer) error {
	matchings, err := matchGold(d)
	if err != nil {
		return err
	}
	for i := range matchings {
		if m := &matchings[i]; m.sentence.Split == "dev" {
			m.print(w)
		}
	}
	return nil
}

// print writes what is wrong in one sentence, and nothing where all is right.
func (m *matching) print(w io.Writer) {
	s := m.sentence
	var lines []string
	for _, g := range m.missed {
		lines = append(lines, "  - "+s.describe(g))
	}
	for _, c := range m.extra {
		lines = append(lines, "  + "+describeClaim(c))
	}
	for _, p := range m.pairs {
		if p.gold.Polarity != p.system.Polarity || p.gold.Modality != p.system.Modality || !s.chainRight(p) {
			lines = append(lines, "  ~ "+s.describe(p.gold), "    "+describeClaim(p.system))
		}
	}
	if len(lines) > 0 {
		fmt.Fprintf(w, "%s: %s\n%s\n\n", s.document.ID, s.Sentence.Text(&s.document), strings.Join(lines, "\n"))
	}
}

// describe shows a gold claim on a line.
func (s *goldSentence) describe(g *goldClaim) string {
	words := func(at *graph.Span) string {
		if at == nil {
			return "–"
		}
		return at.Text(&s.document)
	}
	line := fmt.Sprintf("%s | %s (%s) | %s", words(g.Subject), words(&g.Predicate), g.Lemma, words(g.Object))
	var speakers []string
	for _, at := range g.Speakers {
		speakers = append(speakers, words(&at))
	}
	return line + mood(g.Symmetric, g.Polarity, g.Modality, speakers)
}

// describeClaim shows a claim in the same way.
func describeClaim(c *graph.Claim) string {
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
	return line + mood(c.Symmetric, c.Polarity, c.Modality, speakers)
}

// words shows a participant, and whom it stands for.
func words(a *graph.Argument) string {
	if a.Antecedent != nil {
		return a.Text + " (= " + a.Antecedent.Text + ")"
	}
	return a.Text
}

// mood says how a claim differs from one that is affirmed and asserted by the
// outlet.
func mood(symmetric bool, p graph.Polarity, m graph.Modality, speakers []string) string {
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
