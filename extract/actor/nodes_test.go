package actor_test

import (
	"slices"
	"strings"
	"testing"
)

// Main actors are one node each, however the text calls them.
func TestNodes(t *testing.T) {
	text := `Foreign Minister Vera Lindqvist of Norway met Chilean President Tomas Arrieta in Lima on Monday. ` +
		`Lindqvist said Norway would support the Lake Chad Monitoring Group (LCMG). ` +
		`"We welcome the LCMG," Arrieta said. He thanked Lindqvist. ` +
		`The Foreign Ministry of Peru denied the report. Peru's Foreign Ministry said it had received no letter. ` +
		`The Norwegian government and President Arrieta condemned the attack. Mr. Arrieta later called the LCMG.`
	entities := entitiesOf(t, text)
	var names []string
	for _, e := range entities {
		names = append(names, e.Name)
	}
	for _, want := range []string{"Vera Lindqvist", "Tomas Arrieta", "Norway", "Chile", "Lake Chad Monitoring Group", "Peruvian Foreign Ministry"} {
		if n := count(names, want); n != 1 {
			t.Errorf("%d nodes for %q among %q, want 1", n, want, names)
		}
	}
	for _, name := range names {
		switch word := strings.ToLower(name); word {
		case "he", "it", "we", "she", "they", "official", "lindqvist", "arrieta", "lcmg", "foreign ministry", "norwegian":
			t.Errorf("%q is a node of its own", name)
		}
	}
}

func count(names []string, name string) int {
	n := 0
	for i := slices.Index(names, name); i >= 0; i = slices.Index(names, name) {
		names = names[i+1:]
		n++
	}
	return n
}
