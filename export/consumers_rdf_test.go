//go:build consumers

package export_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph/graphtest"
)

// TestRDFLib lets rdflib read N-Quads and JSON-LD, and find the same quads in
// both, as many as there are.
func TestRDFLib(t *testing.T) {
	for name, story := range map[string]*graphtest.Story{"news": graphtest.News(), "nasty": graphtest.Nasty()} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			args := []string{"-X", "utf8", filepath.Join("testdata", "read_rdf.py")}
			lines := 0
			for _, format := range []string{"nquads", "jsonld"} {
				f, _ := export.StoreFormatNamed(format)
				for file, data := range written(t, f, shelved(story)) {
					path := filepath.Join(dir, file)
					if err := os.WriteFile(path, data, 0o666); err != nil {
						t.Fatal(err)
					}
					args = append(args, path)
					if format == "nquads" {
						lines = bytes.Count(data, []byte("\n"))
					}
				}
			}
			out := strings.TrimSpace(string(run(t, nil, python(t), args...)))
			if read, err := strconv.Atoi(out); err != nil || read != lines {
				t.Errorf("rdflib reads %s quads of %d", out, lines)
			}
		})
	}
}
