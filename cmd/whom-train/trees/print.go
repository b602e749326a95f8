package trees

import (
	"fmt"
	"io"
)

// row is a measure with its name.
type row struct {
	name string
	m    measure
	tags bool // its share among aligned words means something
}

func (s Scores) rows() []row {
	return []row{{"Tokens", s.tokens, false}, {"Sentences", s.sentences, false}, {"Words", s.words, false},
		{"UPOS", s.upos, true}, {"XPOS", s.xpos, true}, {"Lemmas", s.lemmas, true}, {"UAS", s.uas, true}, {"LAS", s.las, true}}
}

// Print writes the measures in percent, one a line.
func (s Scores) Print(w io.Writer) error {
	fmt.Fprintf(w, "%-10s %9s %9s %9s %9s\n", "measure", "precision", "recall", "F1", "aligned")
	for _, r := range s.rows() {
		aligned := ""
		if r.tags {
			aligned = fmt.Sprintf(" %9.2f", 100*r.m.accuracy())
		}
		if _, err := fmt.Fprintf(w, "%-10s %9.2f %9.2f %9.2f%s\n", r.name,
			100*r.m.Precision(), 100*r.m.Recall(), 100*r.m.F1(), aligned); err != nil {
			return err
		}
	}
	return nil
}
