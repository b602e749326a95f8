//go:build consumers

package export_test

import (
	"os"
	"os/exec"
	"path/filepath"
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
