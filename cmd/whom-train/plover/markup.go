package plover

import (
	"regexp"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A mark is a stretch of words with a label, which may stand apart in the
// text.
type mark struct {
	label string
	spans []graph.Span
}

func (m *mark) overlaps(s graph.Span) bool { return slices.ContainsFunc(m.spans, s.Overlaps) }

func (m *mark) text(doc *graph.Document) string {
	var words []string
	for _, s := range m.spans {
		words = append(words, s.Text(doc))
	}
	return strings.Join(words, " ")
}

// markToken is the beginning of a marked stretch, a bracket or a word.
var markToken = regexp.MustCompile(`\((SRC/TAR|SRC|TAR|EVT|LOC): ?|[()}]|[\pL\pN]+`)

// readMarkup finds the stretches that markup such as “(SRC: Finland) (EVT: will
// give) …” labels, in the text that it was made from. The two differ by typing
// errors, so their words are aligned.
func readMarkup(markup, text string) []mark {
	type stretch struct {
		label string
		words []int
	}
	var words []string
	var open, all []*stretch
	for _, m := range markToken.FindAllStringSubmatch(markup, -1) {
		switch token := m[0]; {
		case m[1] != "":
			s := &stretch{label: m[1]}
			open, all = append(open, s), append(all, s)
		case token == "(":
			open = append(open, &stretch{}) // a bracket of the text itself
		case token == ")" || token == "}":
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		default:
			for _, s := range open {
				s.words = append(s.words, len(words))
			}
			words = append(words, token)
		}
	}
	places := alignWords(words, text)
	var marks []mark
	for _, s := range all {
		m := mark{label: s.label}
		for _, w := range s.words {
			if at, ok := places[w]; ok {
				m.spans = append(m.spans, at)
			}
		}
		if len(m.spans) > 0 {
			marks = append(marks, m)
		}
	}
	return marks
}

var textWord = regexp.MustCompile(`[\pL\pN]+`)

// alignWords returns the place in the text of each word that is in the longest
// common subsequence of both.
func alignWords(words []string, text string) map[int]graph.Span {
	found := textWord.FindAllStringIndex(text, -1)
	equal := func(i, j int) bool {
		return strings.EqualFold(words[i], text[found[j][0]:found[j][1]])
	}
	longest := make([][]int, len(words)+1) // from words i and j on
	for i := range longest {
		longest[i] = make([]int, len(found)+1)
	}
	for i := len(words) - 1; i >= 0; i-- {
		for j := len(found) - 1; j >= 0; j-- {
			if equal(i, j) {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	out := make(map[int]graph.Span)
	for i, j := 0, 0; i < len(words) && j < len(found); {
		switch {
		case equal(i, j):
			out[i] = graph.Span{Start: found[j][0], End: found[j][1]}
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
