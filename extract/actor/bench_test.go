package actor_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/whomgraph/whom/extract/actor"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// BenchmarkNew finds the entities of the committed articles in their trees.
func BenchmarkNew(b *testing.B) {
	files, err := filepath.Glob("../../testdata/trees/*.conllu")
	if err != nil || len(files) == 0 {
		b.Fatalf("no trees: %v", err)
	}
	var docs []graph.Document
	var trees [][]syntax.Sentence
	words := 0
	for _, file := range files {
		sentences := readTrees(b, file)
		docs = append(docs, graph.Document{ID: file, Text: textOf(sentences)})
		trees = append(trees, sentences)
		for i := range sentences {
			words += len(sentences[i].Tokens)
		}
	}
	for b.Loop() {
		for i := range docs {
			actor.New(&docs[i], trees[i]).Entities()
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

func readTrees(b *testing.B, name string) []syntax.Sentence {
	b.Helper()
	f, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	sentences, err := syntax.ReadCoNLLU(f)
	if err != nil {
		b.Fatalf("reading trees %q: %v", name, err)
	}
	return sentences
}

// textOf puts the words of a document where they stand in its text.
func textOf(sentences []syntax.Sentence) string {
	var text []byte
	for i := range sentences {
		for _, t := range sentences[i].Tokens {
			for len(text) < t.End {
				text = append(text, ' ')
			}
			copy(text[t.Start:t.End], t.Form)
		}
	}
	return string(text)
}
