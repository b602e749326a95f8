package chains

import (
	"fmt"
	"testing"
)

// TestCorefMeasures holds the measures to the example of Luo (2005), figure 1.
func TestCorefMeasures(t *testing.T) {
	chains := func(all ...string) (out [][]mentionKey) {
		for _, c := range all {
			var keys []mentionKey
			for _, m := range c {
				keys = append(keys, mentionKey{first: int(m)})
			}
			out = append(out, keys)
		}
		return out
	}
	truth := chains("12345", "67", "89ABC")
	for _, test := range []struct {
		reason string
		system [][]mentionKey
		want   string // MUC, B³, CEAF
	}{
		{"the truth", truth, "100.0 100.0 100.0"},
		{"the small chain goes to a large one", chains("12345", "6789ABC"), "94.7 86.5 73.3"},
		{"the large ones are one", chains("1234589ABC", "67"), "94.7 73.7 66.7"},
		{"all are one", chains("123456789ABC"), "90.0 54.5 29.4"},
		{"none is linked", chains(), "0.0 0.0 0.0"},
	} {
		var tally tally
		tally.add(truth, test.system)
		got := fmt.Sprintf("%.1f %.1f %.1f", 100*tally.muc.f1(), 100*tally.b3.f1(), 100*tally.ceaf.f1())
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.reason, got, test.want)
		}
	}
}
