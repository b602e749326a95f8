//go:build consumers

package export_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph/graphtest"
)

// TestRDFLib lets rdflib read N-Quads and JSON-LD, and find the same quads in
// both, as many as there are.
func TestRDFLib(t *testing.T) {
	for name, story := range stories() {
		t.Run(name, func(t *testing.T) {
			nquads, jsonld, lines := writeRDF(t, story)
			out := strings.TrimSpace(string(run(t, nil, python(t), "-X", "utf8", filepath.Join("testdata", "read_rdf.py"), nquads, jsonld)))
			if read, err := strconv.Atoi(out); err != nil || read != len(lines) {
				t.Errorf("rdflib reads %s quads of %d", out, len(lines))
			}
		})
	}
}

// TestRiot lets Jena's riot read N-Quads and JSON-LD, without a warning, and
// write the same lines of N-Quads.
func TestRiot(t *testing.T) {
	for name, story := range stories() {
		t.Run(name, func(t *testing.T) {
			nquads, jsonld, want := writeRDF(t, story)
			for _, path := range []string{nquads, jsonld} {
				got := sortedLines(run(t, nil, "java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8",
					"-cp", filepath.Join(cache, "jena", "*"), "riotcmd.riot", "--strict", "--check", "--output=nquads", path))
				if !slices.Equal(got, want) {
					t.Errorf("riot reads other quads in %s: %d of %d", filepath.Base(path), len(got), len(want))
				}
			}
		})
	}
}

func stories() map[string]*graphtest.Story {
	return map[string]*graphtest.Story{"news": graphtest.News(), "nasty": graphtest.Nasty()}
}

// writeRDF writes a story as N-Quads, whose lines it gives, and as JSON-LD.
func writeRDF(t *testing.T, story *graphtest.Story) (nquads, jsonld string, lines []string) {
	t.Helper()
	dir := t.TempDir()
	write := func(format string) (string, []byte) {
		f, _ := export.StoreFormatNamed(format)
		path, data := filepath.Join(dir, f.File), written(t, f, shelved(story))[f.File]
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
		return path, data
	}
	nquads, data := write("nquads")
	jsonld, _ = write("jsonld")
	return nquads, jsonld, sortedLines(data)
}

// sortedLines gives lines of N-Quads with those characters as they are that one
// program escapes and another does not.
func sortedLines(text []byte) []string {
	plain := strings.NewReplacer(`\uFFFD`, "\uFFFD", `\uFFFE`, "\uFFFE").Replace(string(text))
	return slices.Sorted(strings.Lines(plain))
}
