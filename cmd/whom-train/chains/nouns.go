package chains

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/data"
)

// gumKinds gives our kinds of things for those of GUM.
var gumKinds = map[string]string{
	"person": "person", "organization": "organization", "place": "place", "abstract": "abstract", "event": "event",
	"time": "time", "object": "thing", "substance": "thing", "plant": "thing", "animal": "thing",
}

// Nouns returns a table of the kind that each noun of the training half of GUM
// most often is of, if it was seen often enough.
func Nouns(d *data.Files) ([]byte, error) {
	documents, err := readDocuments(d, "gum-train")
	if err != nil {
		return nil, err
	}
	counts := kindsOfNouns(documents)
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Written by whom-train coref --nouns: what kind of thing a noun most often means.\n%s", d.Checksums())
	for _, noun := range slices.Sorted(maps.Keys(counts)) {
		kind, all := mostFrequent(counts[noun])
		if all >= 2 && !strings.ContainsAny(noun, "\t\n#") {
			fmt.Fprintf(&b, "%s\t%s\n", noun, kind)
		}
	}
	return b.Bytes(), nil
}

// kindsOfNouns counts how often each noun is of each kind.
func kindsOfNouns(documents []document) map[string]map[string]int {
	counts := make(map[string]map[string]int)
	for i := range documents {
		for _, m := range documents[i].gold.mentions {
			t := documents[i].gold.sentences[m.sentence].Tokens[m.head]
			if t.UPOS != "NOUN" {
				continue
			}
			if counts[t.Base()] == nil {
				counts[t.Base()] = make(map[string]int)
			}
			counts[t.Base()][gumKinds[m.kind]]++
		}
	}
	return counts
}

// mostFrequent returns the kind that is counted most, the first by name of
// several, and the sum of all counts.
func mostFrequent(counts map[string]int) (kind string, all int) {
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		all += counts[k]
		if counts[k] > counts[kind] {
			kind = k
		}
	}
	return kind, all
}
