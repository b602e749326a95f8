package score

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/whomgraph/whom/cmd/whom-train/data"
)

func gives(results ...Result) func(*data.Files) ([]Result, error) {
	return func(*data.Files) ([]Result, error) { return results, nil }
}

func TestRewrite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "score.txt")
	sections := []Section{
		{Name: "trees", About: "on gold words", Run: gives(Percent("LAS", 0.905))},
		{Name: "claims", Run: gives(Number("claims", 3), Percent("recall", 2.0/3))},
		{Name: "broken", Run: func(*data.Files) ([]Result, error) { return nil, errors.New("no data") }},
	}
	const trees, claims = "## trees\n# on gold words\nLAS 90.50\n\n", "## claims\nclaims 3.00\nrecall 66.67\n\n"
	tests := []struct {
		reason, before string
		names          []string
		want, err      string
	}{
		{"a new file", "", []string{"claims"}, claims, ""},
		{"sections come in order, others are kept", "## claims\nrecall 1.00\n\n", []string{"trees"}, trees + "## claims\nrecall 1.00\n\n", ""},
		{"an unknown section", trees, []string{"words"}, trees, `no section "words" of the score file`},
		{"all, of which one fails", trees, nil, trees, "scoring broken: no data"},
	}
	for _, test := range tests {
		if err := os.WriteFile(file, []byte(test.before), 0o644); err != nil {
			t.Fatal(err)
		}
		err := Rewrite(file, sections, test.names)
		if got := errorText(err); got != test.err {
			t.Errorf("%s: error %q, want %q", test.reason, got, test.err)
		}
		if got, _ := os.ReadFile(file); string(got) != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.reason, got, test.want)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
