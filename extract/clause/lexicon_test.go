package clause

import (
	"strings"
	"testing"
)

// A word in two rows of one table would take the later row in silence.
func TestNoWordTwice(t *testing.T) {
	for name, check := range map[string]struct {
		words int
		rows  int
	}{
		"complementVerbs":      {countWords(complementVerbsTable), len(complementVerbs)},
		"passiveVerbs":         {countWords(passiveVerbsTable), len(passiveVerbs)},
		"complementAdjectives": {countWords(complementAdjectivesTable), len(complementAdjectives)},
		"prepositionVerbs":     {countWords(prepositionVerbsTable), len(prepositionVerbs)},
		"complementNouns":      {countWords(complementNounsTable), len(complementNouns)},
		"nominalEvents":        {len(strings.Fields(nominalEventsTable)), len(nominalEvents)},
	} {
		if check.words != check.rows {
			t.Errorf("%s: %d words make %d rows", name, check.words, check.rows)
		}
	}
}

func countWords(table string) int {
	n := 0
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		words, _, _ := strings.Cut(line, "|")
		n += len(strings.Fields(words))
	}
	return n
}
