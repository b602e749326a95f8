package trees

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/forest"
	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/extract/english/encoder"
	"github.com/whomgraph/whom/extract/syntax"
)

// scoreNames measures names on the words of a file of Universal NER: exact spans
// and types.
func scoreNames(d *data.Files, model *encoder.Model, name string) ([]score.Result, error) {
	file, err := d.Read("data/names/" + name + ".iob2")
	if err != nil {
		return nil, err
	}
	gold, err := readIOB2(string(file))
	if err != nil {
		return nil, fmt.Errorf("reading names %q: %w", name, err)
	}
	system := forest.Analyze(model, gold)
	var results []score.Result
	for _, kind := range []syntax.NameType{"", "PER", "LOC", "ORG"} {
		var m score.Counts
		for i, s := range gold {
			addNames(&m, ofType(s.Names, kind), ofType(system[i].Names, kind))
		}
		measured := strings.TrimSuffix("names-F1 "+string(kind), " ")
		results = append(results, score.Percent(fmt.Sprintf("int8 %s gold-tokens %s", name, measured), m.F1()))
	}
	return results, nil
}

// addNames counts the names of one sentence.
func addNames(m *score.Counts, gold, system []syntax.Name) {
	m.Gold += len(gold)
	m.System += len(system)
	for _, g := range gold {
		if slices.Contains(system, g) {
			m.Correct++
		}
	}
}

// ofType returns the names of a type, or all for none.
func ofType(names []syntax.Name, kind syntax.NameType) []syntax.Name {
	var out []syntax.Name
	for _, n := range names {
		if kind == "" || n.Type == kind {
			out = append(out, n)
		}
	}
	return out
}

// readIOB2 reads sentences of numbered words with tags (B-, I- or O) in the second
// and third column, parted by empty lines.
func readIOB2(file string) ([]syntax.Sentence, error) {
	var out []syntax.Sentence
	var s syntax.Sentence
	for number, line := range strings.Split(file+"\n", "\n") {
		columns := strings.Split(line, "\t")
		switch {
		case line == "" && len(s.Tokens) > 0:
			out = append(out, s)
			s = syntax.Sentence{}
		case line == "" || line[0] == '#':
		case len(columns) < 3:
			return nil, fmt.Errorf("line %d: want a number, a word and a tag", number+1)
		default:
			addTagged(&s, columns[1], columns[2])
		}
	}
	return out, nil
}

// addTagged adds a word with its tag. An I that follows no name begins one.
func addTagged(s *syntax.Sentence, word, tag string) {
	i := len(s.Tokens)
	s.Tokens = append(s.Tokens, syntax.Token{Form: word})
	kind, typ, _ := strings.Cut(tag, "-")
	last := len(s.Names) - 1
	switch {
	case kind == "I" && last >= 0 && s.Names[last].Last == i-1:
		s.Names[last].Last = i
	case kind != "O":
		s.Names = append(s.Names, syntax.Name{First: i, Last: i, Type: syntax.NameType(typ)})
	}
}
