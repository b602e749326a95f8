package main

import (
	"slices"
	"testing"
)

func TestShellWord(t *testing.T) {
	for word, want := range map[string]string{
		"out/whom.db":       "out/whom.db",
		"my out/whom.db":    "'my out/whom.db'",
		"it's/whom.db":      `'it'\''s/whom.db'`,
		"$HOME/whom.db":     "'$HOME/whom.db'",
		"-o":                "'-o'",
		"Nørrebro/whom.db":  "'Nørrebro/whom.db'",
		"":                  "''",
		"a\nb":              "'a\nb'",
		"C:/news,1+2/a@b%c": "C:/news,1+2/a@b%c",
	} {
		if got := shellWord(word); got != want {
			t.Errorf("shellWord(%q) = %s, want %s", word, got, want)
		}
	}
}

func TestShellWords(t *testing.T) {
	tests := []struct {
		why, line string
		want      []string
		fails     bool
	}{
		{"nothing", "  ", nil, false},
		{"words", " path A\tB -n 2", []string{"path", "A", "B", "-n", "2"}, false},
		{"quotation marks of both kinds", `claims 'NATO rejects ?' --says "Maren Holt"`, []string{"claims", "NATO rejects ?", "--says", "Maren Holt"}, false},
		{"one kind within the other", `query 'g.V("x")'`, []string{"query", `g.V("x")`}, false},
		{"nothing between them", `claims ''`, []string{"claims", ""}, false},
		{"in the middle of a word", `--says='Maren Holt'`, []string{"--says=Maren Holt"}, false},
		{"one alone", `claims 'NATO`, nil, true},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			got, err := shellWords(test.line)
			if !slices.Equal(got, test.want) || (err != nil) != test.fails {
				t.Errorf("got %q, error %v, want %q", got, err, test.want)
			}
		})
	}
}
