package main

import (
	"slices"
	"testing"
)

func TestCompleter(t *testing.T) {
	complete := completer([]string{"show", "claims", "Pavel Sorin", "Pavel Petrov", "Müller", "calls"})
	tests := []struct {
		why, line, head string
		want            []string
	}{
		{"a command", "sh", "", []string{"show"}},
		{"a name after it", "show pav", "show ", []string{"Pavel Petrov", "Pavel Sorin"}},
		{"a name of two words, begun", "show 'Pavel S", "show '", []string{"Pavel Sorin"}},
		{"the verb after a name", "claims 'Pavel Sorin ca", "claims 'Pavel Sorin ", []string{"calls"}},
		{"letters beyond ASCII", "show Mü", "show ", []string{"Müller"}},
		{"nothing known", "show xy", "show xy", nil},
		{"what is complete", "show", "show", nil},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			head, got, tail := complete(test.line, len([]rune(test.line)))
			if head != test.head || !slices.Equal(got, test.want) || tail != "" {
				t.Errorf("%q: got %q %q %q, want %q %q", test.line, head, got, tail, test.head, test.want)
			}
		})
	}
}
