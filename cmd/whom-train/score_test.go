package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/whomgraph/whom/cmd/whom-train/score"
)

// TestScoreFile computes again the section that needs committed data alone: a
// change of the rules or the model has to show in the score file.
func TestScoreFile(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	file, err := os.ReadFile(filepath.FromSlash("testdata/score.txt"))
	if err != nil {
		t.Fatal(err)
	}
	facts := sections[slices.IndexFunc(sections, func(s score.Section) bool { return s.Name == "facts" })]
	want := score.Split(file)[facts.Name]
	got, err := facts.Text()
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("testdata/score.txt is not that of this tree; make score rewrites it. It would say:\n%s", got)
	}
}
