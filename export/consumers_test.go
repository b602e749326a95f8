//go:build consumers

package export_test

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph/graphtest"
)

// These tests need networkx under the Python that WHOM_PYTHON names, else under
// .cache/venv, and Graphviz's dot in the path.

func stories() map[string]*graphtest.Story {
	return map[string]*graphtest.Story{"news": graphtest.News(), "nasty": graphtest.Nasty()}
}

// python returns the path of the interpreter that has networkx.
func python(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs(cmp.Or(os.Getenv("WHOM_PYTHON"), filepath.Join("..", ".cache", "venv", "bin", "python")))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// run returns what a program prints. Any word on its standard error fails the
// test: a warning is a fault of the file.
func run(t *testing.T, input []byte, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	var out, diagnostics bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(input), &out, &diagnostics
	if err := cmd.Run(); err != nil || diagnostics.Len() > 0 {
		t.Fatalf("%s %q: %v\n%s", name, args, err, diagnostics.Bytes())
	}
	return out.Bytes()
}

func TestNetworkx(t *testing.T) {
	for name, story := range stories() {
		for _, format := range []string{"graphml", "graphml-claims"} {
			t.Run(format+" of "+name, func(t *testing.T) {
				f, err := export.FormatNamed(format)
				if err != nil {
					t.Fatal(err)
				}
				path := filepath.Join(t.TempDir(), f.File)
				if err := os.WriteFile(path, exported(t, f.Files()[0], data(t, story)), 0o644); err != nil {
					t.Fatal(err)
				}
				script := filepath.Join("testdata", "read_graphml.py")
				golden(t, name+"-"+f.File+".networkx.golden", run(t, nil, python(t), "-X", "utf8", script, path))
			})
		}
	}
}

// TestGraphviz lets dot read the file, lay it out and draw it.
func TestGraphviz(t *testing.T) {
	for name, story := range stories() {
		t.Run(name, func(t *testing.T) {
			d := data(t, story)
			f, err := export.FormatNamed("dot")
			if err != nil {
				t.Fatal(err)
			}
			file := exported(t, f.Files()[0], d)
			var want []string
			for _, e := range d.Network.Edges {
				want = append(want, e.Source+" -> "+e.Target)
			}
			slices.Sort(want)
			if got := arrows(t, run(t, file, "dot", "-Tcanon")); !slices.Equal(got, want) {
				t.Errorf("dot reads the edges %q, want %q", got, want)
			}
			nodes, edges := drawn(t, run(t, file, "dot", "-Tsvg"))
			if nodes != len(d.Network.Nodes) || edges != len(want) {
				t.Errorf("dot draws %d nodes and %d edges, want %d and %d", nodes, edges, len(d.Network.Nodes), len(want))
			}
		})
	}
}

// arrows lists the edges of a file in dot's canonical form, sorted.
func arrows(t *testing.T, canon []byte) []string {
	t.Helper()
	var out []string
	for line := range strings.Lines(string(canon)) {
		source, rest, ok := strings.Cut(strings.TrimSpace(line), " -> ")
		if !ok {
			continue
		}
		target, _, _ := strings.Cut(rest, "\t")
		out = append(out, strings.Trim(source, `"`)+" -> "+strings.Trim(target, `"`))
	}
	slices.Sort(out)
	return out
}

// drawn counts the nodes and edges of a picture.
func drawn(t *testing.T, svg []byte) (nodes, edges int) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nodes, edges
		}
		if err != nil {
			t.Fatal(fmt.Errorf("reading dot's picture: %w", err))
		}
		if start, ok := token.(xml.StartElement); ok {
			for _, a := range start.Attr {
				switch a.Name.Local + "=" + a.Value {
				case "class=node":
					nodes++
				case "class=edge":
					edges++
				}
			}
		}
	}
}
