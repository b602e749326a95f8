package english

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

// readNews reads testdata/sentences.txt: invented news, written for this test,
// one sentence a line, a blank line between paragraphs. A line that begins with
// a + has no space before it. It returns the text, in which the sentences of a
// paragraph are parted by a space, and the spans of the sentences.
func readNews(t testing.TB) (text string, gold [][2]int) {
	t.Helper()
	file, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	gap := ""
	for _, sentence := range strings.Split(strings.TrimSpace(string(file)), "\n") {
		if sentence == "" {
			gap = "\n\n"
			continue
		}
		if glued, ok := strings.CutPrefix(sentence, "+"); ok {
			sentence, gap = glued, ""
		}
		b.WriteString(gap)
		gold = append(gold, [2]int{b.Len(), b.Len() + len(sentence)})
		b.WriteString(sentence)
		gap = " "
	}
	return b.String(), gold
}

// TestNews compares the sentences of the news with a golden file that lists
// their F1 and all that are wrong.
func TestNews(t *testing.T) {
	text, gold := readNews(t)
	isGold := map[[2]int]bool{}
	for _, s := range gold {
		isGold[s] = true
	}
	var wrong strings.Builder
	right, sentences := 0, Split(text)
	for _, s := range sentences {
		if isGold[[2]int{s.Start, s.End}] {
			right++
		} else {
			fmt.Fprintf(&wrong, "%s\n", strings.ReplaceAll(text[s.Start:s.End], "\n", " "))
		}
	}
	got := fmt.Sprintf("sentences %d, found %d, right %d, F1 %.1f; these are wrong:\n%s",
		len(gold), len(sentences), right, 200*float64(right)/float64(len(gold)+len(sentences)), &wrong)
	const golden = "testdata/sentences.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func BenchmarkSplit(b *testing.B) {
	text, _ := readNews(b)
	words := 0
	for b.Loop() {
		words = 0
		for _, s := range Split(text) {
			words += len(s.Tokens)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLemma(b *testing.B) {
	words := [][3]string{{"The", "DET", "DT"}, {"ministers", "NOUN", "NNS"}, {"denied", "VERB", "VBD"}, {"escalating", "VERB", "VBG"}, {"Russia", "PROPN", "NNP"}}
	for b.Loop() {
		for _, w := range words {
			Lemma(w[0], w[1], w[2])
		}
	}
	b.ReportMetric(float64(len(words))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
