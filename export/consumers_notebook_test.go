//go:build consumers

package export_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// TestNotebook runs doc/actors.ipynb on the exports of the articles, without a
// screen. Its cells check themselves that figures agree.
func TestNotebook(t *testing.T) {
	cmd := exec.Command(python(t), filepath.Join("testdata", "notebook.py"), filepath.Join("..", "doc", "actors.ipynb"))
	cmd.Env = append(os.Environ(), "WHOM_OUT="+filepath.Join(folder, "articles"), "MPLBACKEND=agg")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// snippet matches a block of Python in the README, and the export that it begins with
// where it names one.
var snippet = regexp.MustCompile("(?s)```python\n# [^:\n]*(?:: whom ([^\n]*))?\n(.*?)```")

// TestSnippets runs the Python of the README one after the other on the articles.
func TestSnippets(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	snippets := snippet.FindAllSubmatch(readme, -1)
	if len(snippets) == 0 {
		t.Fatal("the README has no Python")
	}
	dir, db := t.TempDir(), filepath.Join(folder, "build", "whom.db")
	whom := filepath.Join(dir, "whom")
	if out, err := exec.Command("go", "build", "-o", whom, "../cmd/whom").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, s := range snippets {
		if len(s[1]) > 0 {
			runIn(t, dir, "sh", "-c", "./whom "+string(s[1])+" --db "+db)
		}
		runIn(t, dir, python(t), "-c", string(s[2]))
	}
}

func runIn(t *testing.T, dir, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%q: %v\n%s", args[1], err, out)
	}
}
