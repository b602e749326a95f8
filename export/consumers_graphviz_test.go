//go:build consumers

package export_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestGraphviz lets dot read the file, lay it out and draw it.
func TestGraphviz(t *testing.T) {
	for name, d := range stored {
		t.Run(name, func(t *testing.T) {
			file, err := os.ReadFile(filepath.Join(folder, name, "actors.dot"))
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			for _, e := range d.Network().Edges {
				want = append(want, e.Source+" -> "+e.Target)
			}
			slices.Sort(want)
			if got := arrows(t, run(t, file, "dot", "-Tcanon")); !slices.Equal(got, want) {
				t.Errorf("dot reads the edges %q, want %q", got, want)
			}
			nodes, edges := drawn(t, run(t, file, "dot", "-Tsvg"))
			if nodes != d.Network().Tied() || edges != len(want) {
				t.Errorf("dot draws %d nodes and %d edges, want %d and %d", nodes, edges, d.Network().Tied(), len(want))
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
