package encoder

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/whomgraph/whom/extract/english/encoder/kernel"
	"github.com/whomgraph/whom/extract/syntax"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "rewrite golden files")

// drawSentence draws words that the tiny vocabulary has, and others.
var drawSentence = rapid.SliceOfN(rapid.SampledFrom([]string{"a", "ab", "abba", "Ab", "ABC", "b.", ".", "x", "", "12", "\xff", "aaaaaaaaaaaaaaaa"}), 0, 60)

func checkAnalysis(t interface{ Fatalf(string, ...any) }, words []string, a Analysis) {
	if len(a.Words) != len(words) {
		t.Fatalf("%d words have %d analyses", len(words), len(a.Words))
	}
	heads := make([]int, len(words)+1)
	for i, w := range a.Words {
		heads[i+1] = w.Head + 1
		if (w.Rel == rootLabel) != (w.Head == syntax.Root) {
			t.Fatalf("word %d: relation %s, head %d", i, w.Rel, w.Head)
		}
		if !(w.Confidence >= 0 && w.Confidence <= 1.0001) {
			t.Fatalf("word %d: confidence %g", i, w.Confidence)
		}
	}
	if len(words) > 0 && !isTree(heads) {
		t.Fatalf("heads %v are no tree", heads)
	}
	for _, names := range [][]syntax.Name{a.Names, a.Kinds} {
		next := 0
		for _, n := range names {
			if n.First < next || n.Last < n.First || n.Last >= len(words) {
				t.Fatalf("%d words have names %v", len(words), names)
			}
			next = n.Last + 1
		}
	}
}

func TestAnalyzeDependsOnSentenceAlone(t *testing.T) {
	m := tiny(t)
	rapid.Check(t, func(t *rapid.T) {
		sentences := rapid.SliceOfN(drawSentence, 0, 8).Draw(t, "sentences")
		together := m.Analyze(sentences)
		if len(together) != len(sentences) {
			t.Fatalf("%d sentences have %d analyses", len(sentences), len(together))
		}
		for i, s := range sentences {
			checkAnalysis(t, s, together[i])
			if alone := m.Analyze([][]string{s})[0]; !reflect.DeepEqual(alone, together[i]) {
				t.Fatalf("sentence %d: alone %v, with others %v", i, alone, together[i])
			}
		}
	})
}

func TestAnalyzeConcurrently(t *testing.T) {
	m := tiny(t)
	sentence := strings.Fields("a ab abba Ab ABC b. x aaaa b ab")
	want := m.Analyze([][]string{sentence})
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			others := make([][]string, i)
			for j := range others {
				others[j] = sentence[j:]
			}
			if got := m.Analyze(append(others, sentence)); !reflect.DeepEqual(got[i], want[0]) {
				t.Errorf("goroutine %d: %v, want %v", i, got[i], want[0])
			}
		})
	}
	group.Wait()
}

func TestOverlongSentences(t *testing.T) {
	m := tiny(t)
	for _, c := range []struct {
		words  []string
		reason string
	}{
		{repeat("a", tinyConfig.Positions-2), "fits exactly"},
		{repeat("a", tinyConfig.Positions-1), "one piece too many"},
		{repeat("abababab", 500), "words of several pieces"},
		{repeat("............", 100), "words of the most pieces"},
		{repeat(strings.Repeat("b", 10_000), 100), "words of many letters"},
		{repeat("a", 20_000), "a very long sentence"},
	} {
		a := m.Analyze([][]string{{"ab"}, c.words, {"ab"}})
		checkAnalysis(t, c.words, a[1])
		if !reflect.DeepEqual(a[0], a[2]) {
			t.Errorf("%s: the sentences beside it differ", c.reason)
		}
	}
}

func repeat(word string, n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = word
	}
	return words
}

func TestPartsCoverSentence(t *testing.T) {
	m := tiny(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "abab", ".........."}), 1, 200).Draw(t, "words")
		rows := 0
		m.parts(words, func(p part) {
			rows += len(p.rows) - 1
			if len(p.ids) > m.config.Positions || len(p.ids) != len(p.shapes) || len(p.rows) != len(p.words) {
				t.Fatalf("part of %d pieces, %d rows", len(p.ids), len(p.rows))
			}
		})
		if rows != len(words) {
			t.Fatalf("%d words have %d rows", len(words), rows)
		}
	})
}

// TestEnglish compares the embedded model with its output of earlier, by every
// kernel that this machine has.
func TestEnglish(t *testing.T) {
	const golden = "testdata/sentences.golden"
	for _, set := range kernel.Available() {
		got := describe(t, set)
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
			t.Errorf("%s: the analyses changed; see what -update makes of %s", set.Name, golden)
		}
	}
}

// TestArticles compares the embedded model with the committed trees of the test
// articles.
func TestArticles(t *testing.T) {
	m, err := English()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../../testdata/trees/*.conllu")
	if err != nil || len(files) == 0 {
		t.Fatalf("no trees (error %v)", err)
	}
	for _, file := range files {
		for i, want := range readTrees(t, file) {
			if got := analyzed(m, want); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: sentence %d changed: %v, want %v", file, i+1, got, want)
			}
		}
	}
}

func readTrees(t *testing.T, file string) []syntax.Sentence {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sentences, err := syntax.ReadCoNLLU(f)
	if err != nil {
		t.Fatalf("reading trees %q: %v", file, err)
	}
	return sentences
}

// analyzed returns a sentence with what the model says about it.
func analyzed(m *Model, s syntax.Sentence) syntax.Sentence {
	words := make([]string, len(s.Tokens))
	for i, t := range s.Tokens {
		words[i] = t.Form
	}
	a := m.Analyze([][]string{words})[0]
	s.Tokens = slices.Clone(s.Tokens)
	for i, w := range a.Words {
		t := &s.Tokens[i]
		t.UPOS, t.XPOS, t.Head, t.Rel, t.Confidence = w.UPOS, w.XPOS, w.Head, w.Rel, w.Confidence
	}
	s.Names = a.Names
	return s
}

// describe analyzes the test sentences and writes the result as text.
func describe(t *testing.T, set *kernel.Set) string {
	m, err := Load(englishBytes())
	if err != nil {
		t.Fatal(err)
	}
	m.kernels = set
	sentences, _ := testSentences(t)
	var out strings.Builder
	for k, a := range m.Analyze(sentences) {
		checkAnalysis(t, sentences[k], a)
		for i, w := range a.Words {
			fmt.Fprintf(&out, "%d\t%s\t%s\t%s\t%d\t%s\t%x\n", i+1, sentences[k][i], w.UPOS, w.XPOS, w.Head+1, w.Rel, w.Confidence)
		}
		fmt.Fprintf(&out, "%v %v\n\n", a.Names, a.Kinds)
	}
	return out.String()
}

// testSentences returns sentences as words, and the number of these.
func testSentences(t testing.TB) (sentences [][]string, words int) {
	t.Helper()
	input, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(input)) {
		sentences = append(sentences, strings.Fields(line))
		words += len(sentences[len(sentences)-1])
	}
	return sentences, words
}

func BenchmarkAnalyze(b *testing.B) {
	for _, set := range kernel.Available() {
		b.Run(set.Name, func(b *testing.B) {
			m, err := Load(englishBytes())
			if err != nil {
				b.Fatal(err)
			}
			m.kernels = set
			sentences, words := testSentences(b)
			for b.Loop() {
				m.Analyze(sentences)
			}
			b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(englishBytes()); err != nil {
			b.Fatal(err)
		}
	}
}

// TestVectors checks that the vectors are those of which the analysis is made.
func TestVectors(t *testing.T) {
	m := tiny(t)
	rapid.Check(t, func(t *rapid.T) {
		words := drawSentence.Draw(t, "words")
		vectors := m.Vectors(words)
		if len(vectors) != len(words) {
			t.Fatalf("%d words have %d vectors", len(words), len(vectors))
		}
		var parts []part
		m.parts(words, func(p part) { parts = append(parts, p) })
		if len(parts) != 1 {
			return
		}
		r := m.newRun()
		all := slices.Clone(m.encode(r, parts)[:m.config.words()]) // the root's
		for _, v := range vectors {
			all = append(all, v...)
		}
		if got, want := m.decode(r, all, len(words)), m.Analyze([][]string{words})[0]; !reflect.DeepEqual(got, want) {
			t.Fatalf("from the vectors %v, want %v", got, want)
		}
	})
}
