package claims

import (
	"fmt"
	"io"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/graph"
)

// Misses prints, of each sentence for development, what is wrong: gold claims
// without a match (-), claims of the system's without one (+), and pairs that
// differ in polarity, modality or speaker (~).
func Misses(d *data.Files, w io.Writer) error {
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
		lines = append(lines, "  + "+Describe(c))
	}
	for _, p := range m.pairs {
		if p.gold.Polarity != p.system.Polarity || p.gold.Modality != p.system.Modality || !s.chainRight(p) {
			lines = append(lines, "  ~ "+s.describe(p.gold), "    "+Describe(p.system))
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
	return line + Mood(g.Symmetric, g.Polarity, g.Modality, speakers)
}
