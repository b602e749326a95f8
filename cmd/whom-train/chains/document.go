package chains

import (
	"fmt"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/forest"
	"github.com/whomgraph/whom/extract/actor"
	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/graph"
)

// A document is one of GUM and what we find in it.
type document struct {
	gold goldDocument
	text *coref.Text
}

// readDocuments reads a file of GUM and finds the mentions of its documents in
// our trees of its words.
func readDocuments(d *data.Files, name string) ([]document, error) {
	file, err := d.Read(data.Treebank(name))
	if err != nil {
		return nil, err
	}
	sentences, err := data.Trees(d.Read, data.Treebank(name))
	if err != nil {
		return nil, err
	}
	gold, err := readGold(string(file), sentences)
	if err != nil {
		return nil, fmt.Errorf("reading coreference of %q: %w", name, err)
	}
	kept, err := forest.Open()
	if err != nil {
		return nil, err
	}
	trees, err := kept.OfWords(name, sentences)
	if err != nil {
		return nil, err
	}
	text := data.Text(sentences)
	documents := make([]document, len(gold))
	for i, g := range gold {
		doc := graph.Document{ID: g.id, Text: text}
		own := trees[:len(g.sentences)]
		trees = trees[len(g.sentences):]
		documents[i] = document{g, actor.New(&doc, own).Chains()}
	}
	return documents, nil
}

// mentions returns what we find, by the heads that the gold tree gives.
func (d *document) mentions() []mention {
	out := make([]mention, len(d.text.Mentions))
	for i, m := range d.text.Mentions {
		head := headOf(&d.gold.sentences[m.Sentence], m.First, m.Last)
		out[i] = mention{sentence: m.Sentence, first: m.First, last: m.Last, head: head}
	}
	return out
}

// chains returns our chains of more than one mention, in the order of their
// first ones.
func (d *document) chains() [][]mention {
	var chains [][]mention
	of := make([]int, len(d.text.Mentions))
	for i, m := range d.mentions() {
		if a := d.text.Antecedent[i]; a != coref.None {
			of[i] = of[a]
		} else {
			of[i] = len(chains)
			chains = append(chains, nil)
		}
		chains[of[i]] = append(chains[of[i]], m)
	}
	return keepChains(chains, func(c []mention) bool { return len(c) > 1 })
}
