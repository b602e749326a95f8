package encoder

import (
	"slices"
	"strings"
	"unicode"
)

// prune leaves out the pieces that no English text needs, 8 % of the vocabulary:
// those without use and letters of other scripts, which become the unknown piece.
// It sets kept to the rows of the trained table that stay.
func (q *quantizer) prune() {
	old := []int{q.config.CLS, q.config.SEP, q.config.Unknown}
	var vocab strings.Builder
	for piece := range strings.Lines(q.vocab) {
		if slices.Contains(old, q.pieces) || isEnglish(strings.TrimSpace(piece)) {
			q.kept = append(q.kept, q.pieces)
			vocab.WriteString(piece)
		}
		q.pieces++
	}
	q.vocab = vocab.String()
	for i, id := range []*int{&q.config.CLS, &q.config.SEP, &q.config.Unknown} {
		*id = slices.Index(q.kept, old[i])
	}
}

func isEnglish(piece string) bool {
	return !strings.HasPrefix(piece, "[unused") && !strings.ContainsFunc(piece, func(r rune) bool {
		return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r)
	})
}
