package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestScoreFile computes again the section that needs committed data alone: a
// change of the rules or the model has to show in the score file.
func TestScoreFile(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	file, err := os.ReadFile(filepath.FromSlash("testdata/score.txt"))
	if err != nil {
		t.Fatal(err)
	}
	all := sections()
	facts := all[slices.IndexFunc(all, func(s section) bool { return s.name == "facts" })]
	want := splitSections(file)[facts.name]
	got, err := facts.text()
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("testdata/score.txt is not that of this tree; make score rewrites it. It would say:\n%s", got)
	}
}
