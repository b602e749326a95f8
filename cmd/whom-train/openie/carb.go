package openie

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/forest"
	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
)

// published are the figures of two programs by the scorer of CaRB itself, which
// ours must give before it is believed. No area is stated for MinIE, all of
// whose confidences are 1.
var published = []struct {
	name, file string
	score      curveScore
}{
	{"OpenIE-4", "carb-dev-openie4.txt", curveScore{precision: .590, recall: .461, f1: .518, auc: .304}},
	{"MinIE", "carb-dev-minie.txt", curveScore{precision: .392, recall: .390, f1: .391}},
}

// ScoreCarb scores tuples made of claims by the development set of
// CaRB.
func ScoreCarb(d *data.Files) ([]score.Result, error) {
	gold, err := readCarb(d, "carb-dev.tsv", false)
	if err != nil {
		return nil, err
	}
	var results []score.Result
	for _, p := range published {
		system, err := readCarb(d, p.file, true)
		if err != nil {
			return nil, err
		}
		s := scoreTuples(gold, system)
		if !s.agrees(p.score) {
			return nil, fmt.Errorf("%s: our score is %.4f, published is %.3f", p.file, s, p.score)
		}
		results = append(results, s.results(p.name)...)
	}
	system, err := carbTuples(d)
	if err != nil {
		return nil, err
	}
	return append(results, scoreTuples(gold, system).results("whom")...), nil
}

func readCarb(d *data.Files, name string, confidence bool) (tuples, error) {
	file, err := d.Read("data/openie/" + name)
	if err != nil {
		return nil, err
	}
	all, err := readTuples(file, confidence)
	if err != nil {
		return nil, fmt.Errorf("reading tuples %q: %w", name, err)
	}
	return all, nil
}

// carbTuples reads the sentences of the development set, each as a document.
func carbTuples(d *data.Files) (tuples, error) {
	file, err := d.Read("data/openie/carb-dev.txt")
	if err != nil {
		return nil, err
	}
	return sentenceTuples(strings.Split(strings.TrimSpace(string(file)), "\n"))
}

// sentenceTuples makes tuples of sentences, as export openie does.
func sentenceTuples(sentences []string) (tuples, error) {
	extractions, err := extractSentences(sentences)
	if err != nil {
		return nil, err
	}
	out := make(tuples)
	for _, x := range extractions {
		key := sentenceKey(x.Document.Text)
		for _, t := range export.Tuples(&x.Document, slices.Concat(x.Claims, x.Descriptions)) {
			out[key] = append(out[key], newTuple(t))
		}
	}
	return out, nil
}

// extractSentences reads each sentence as a document of its own.
func extractSentences(sentences []string) ([]graph.Extraction, error) {
	documents := make([]graph.Document, len(sentences))
	for i, s := range sentences {
		documents[i] = graph.Document{ID: fmt.Sprintf("sentence-%d", i+1), Text: strings.TrimSpace(s)}
	}
	return forest.Extract(documents)
}
