package chains

import (
	"encoding/json"
	"io"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/score"
)

// Score measures which mentions of a document are one, on the words of GUM
// with our own trees: mentions are compared by their heads, and each figure is
// the mean of MUC, B³ and CEAF.
func Score(d *data.Files) ([]score.Result, error) {
	var results []score.Result
	for _, name := range []string{"gum-dev", "gum-test"} {
		documents, err := readDocuments(d, name)
		if err != nil {
			return nil, err
		}
		for _, s := range scopes {
			t := tallyOf(documents, s)
			prefix := name + " " + s.name
			results = append(results,
				score.Percent(prefix+" MUC", t.muc.f1()), score.Percent(prefix+" B3", t.b3.f1()),
				score.Percent(prefix+" CEAF", t.ceaf.f1()), score.Percent(prefix+" mean", t.conll()))
		}
	}
	return results, nil
}

func tallyOf(documents []document, s scope) *tally {
	var t tally
	for i := range documents {
		doc := &documents[i]
		t.add(keyed(s.of(&doc.gold, doc.gold.chains(), doc.chains())))
	}
	return &t
}

// Write writes which mentions are one in the documents of a file of GUM, a JSON
// object a line: the sentence and the first and last word of each mention, from 0.
func Write(out io.Writer, d *data.Files, treebank string) error {
	documents, err := readDocuments(d, treebank)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(out)
	for i := range documents {
		chains := [][][3]int{}
		for _, c := range documents[i].chains() {
			var spans [][3]int
			for _, m := range c {
				spans = append(spans, [3]int{m.sentence, m.first, m.last})
			}
			chains = append(chains, spans)
		}
		line := struct {
			Doc    string     `json:"doc"`
			Chains [][][3]int `json:"chains"`
		}{documents[i].gold.id, chains}
		if err := encoder.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
