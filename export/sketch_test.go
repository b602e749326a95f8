package export_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/whomgraph/whom/export"
)

// A sketch has the names of those asked for and no others, in the columns there are.
func TestSketch(t *testing.T) {
	d := crowd(t, 12, 40)
	net := d.Network()
	nodes := net.Top(8, net.Strength())
	var names []string
	for _, i := range nodes {
		names = append(names, net.Nodes[i].Name)
	}
	for _, columns := range []int{120, 60, 10} {
		var out bytes.Buffer
		if err := export.Sketch(&out, d, nodes, columns); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > columns {
				t.Errorf("a line has %d columns of %d: %s", n, columns, line)
			}
		}
		for _, name := range names {
			if columns == 120 && !strings.Contains(out.String(), name) {
				t.Errorf("%q is not in the picture:\n%s", name, &out)
			}
		}
		if columns == 120 && !strings.ContainsFunc(out.String(), func(r rune) bool { return r > 0x2800 && r < 0x2900 }) {
			t.Error("the picture has no line")
		}
	}
	var empty bytes.Buffer
	if err := export.Sketch(&empty, d, nil, 80); err != nil || empty.Len() > 0 {
		t.Errorf("nobody gives %q, %v", &empty, err)
	}
}
