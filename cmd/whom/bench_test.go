package main

import (
	"encoding/json"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkBuild does the main job on the articles of testdata: read, extract,
// store, export.
func BenchmarkBuild(b *testing.B) {
	articles := filepath.Join("..", "..", "testdata", "articles")
	words := 0
	for b.Loop() {
		out := b.TempDir()
		call(b, io.Discard, "build", articles, "-o", out)
		if words == 0 {
			b.StopTimer()
			words = countWords(b, filepath.Join(out, storeName))
			b.StartTimer()
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkStart runs the command to do nothing.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		if err := exec.Command("whom", "version").Run(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/start")
}

func call(b testing.TB, out io.Writer, args ...string) {
	b.Helper()
	root := newRoot(storeName)
	root.SetArgs(args)
	root.SetOut(out)
	if err := root.ExecuteContext(b.Context()); err != nil {
		b.Fatal(err)
	}
}

// countWords counts the words of the documents of a store.
func countWords(b *testing.B, db string) (words int) {
	b.Helper()
	var docs strings.Builder
	call(b, &docs, "docs", "--format", "jsonl", "--db", db)
	for line := range strings.Lines(docs.String()) {
		var d documentRow
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			b.Fatal(err)
		}
		var text strings.Builder
		call(b, &text, "show", "document:"+d.ID, "--text", "--db", db)
		words += len(strings.Fields(text.String()))
	}
	return words
}
