package data

import (
	"fmt"
	"testing"
)

func TestLines(t *testing.T) {
	type row struct{ At Stretch }
	tests := []struct{ reason, file, want string }{
		{"a stretch", `{"at":[3,7,"Kyiv"]}`, "[{{{3 7} Kyiv}}]"},
		{"empty lines are passed over", "\n{}\n\n{}", "[{{{0 0} }} {{{0 0} }}]"},
		{"no lines", "", "[]"},
		{"and counted in errors", "\n{}\n{\n", `reading "rows": line 3: unexpected end of JSON input`},
		{"a stretch without a label", `{"at":[3,7]}`, `reading "rows": line 1: [3,7] is not [begin, end, label]`},
		{"a stretch without numbers", `{"at":["3","7",""]}`, `reading "rows": line 1: ["3","7",""] is not [begin, end, label]`},
	}
	for _, test := range tests {
		rows, err := Lines[row](func(string) ([]byte, error) { return []byte(test.file), nil }, "rows")
		got := fmt.Sprint(rows)
		if err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.reason, got, test.want)
		}
	}
}
