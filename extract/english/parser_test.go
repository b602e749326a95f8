package english

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract/syntax"
	"pgregory.net/rapid"
)

func newParser(t testing.TB, options ...Option) *Parser {
	t.Helper()
	p, err := New(options...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func parse(t testing.TB, p *Parser, text string) []syntax.Sentence {
	t.Helper()
	sentences, err := p.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

// article is real prose of a few chunks.
func article(t testing.TB) string {
	t.Helper()
	var all strings.Builder
	for _, name := range []string{"decree", "trawler"} {
		data, err := os.ReadFile(filepath.Join("../../testdata/articles/meridian", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
		all.WriteString("\n\n")
	}
	return all.String()
}

func TestParseIsSameForAnyWorkers(t *testing.T) {
	text := article(t)
	want := parse(t, newParser(t, Workers(1)), text)
	if n := len(chunk(want)); n < 3 {
		t.Fatalf("only %d chunks", n)
	}
	for _, n := range []int{2, 7} {
		if got := parse(t, newParser(t, Workers(n)), text); !reflect.DeepEqual(got, want) {
			t.Errorf("%d workers: another result than one", n)
		}
	}
}

func TestParseKeepsSplit(t *testing.T) {
	text := article(t)[:1500]
	want := Split(text)
	got := parse(t, newParser(t), text)
	if len(got) != len(want) {
		t.Fatalf("%d sentences, want %d", len(got), len(want))
	}
	for i := range got {
		for j, token := range got[i].Tokens {
			w := want[i].Tokens[j]
			if token.Start != w.Start || token.End != w.End || token.Form != w.Form || token.Joined != w.Joined {
				t.Errorf("token %v became %v", w, token)
			}
			if token.Lemma == "" || token.UPOS == "" || token.XPOS == "" || token.Rel == "" {
				t.Errorf("token %v lacks a part", token)
			}
		}
	}
}

// checkTrees checks that each sentence is a tree with one root.
func checkTrees(t interface{ Fatalf(string, ...any) }, sentences []syntax.Sentence) {
	for _, s := range sentences {
		roots := 0
		for i, token := range s.Tokens {
			steps := 0
			for h := i; h != syntax.Root; h = s.Tokens[h].Head {
				if steps++; steps > len(s.Tokens) {
					t.Fatalf("token %d of %v lies on a cycle", i, s.Tokens)
				}
			}
			if token.Head == syntax.Root {
				roots++
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %v", roots, s.Tokens)
		}
	}
}

func TestParseAnyBytes(t *testing.T) {
	p := newParser(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 40), func(b []byte) string { return string(b) })).Draw(t, "text")
		sentences, err := p.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		checkTrees(t, sentences)
	})
}

func TestParseHardText(t *testing.T) {
	p := newParser(t)
	for _, c := range []struct{ text, reason string }{
		{"", "empty"},
		{" \n\n ", "only space"},
		{strings.Repeat("a", 10_000), "a word of 10,000 letters"},
		{strings.Repeat("war ", 600), "a sentence of more words than the model has positions"},
		{strings.Repeat(". ", 300), "only stops"},
		{"\x00\xff\xfe", "no text"},
	} {
		t.Run(c.reason, func(t *testing.T) { checkTrees(t, parse(t, p, c.text)) })
	}
}

func BenchmarkParse(b *testing.B) {
	p, text := newParser(b, Workers(1)), article(b)
	words := 0
	for _, s := range Split(text) {
		words += len(s.Tokens)
	}
	for b.Loop() {
		parse(b, p, text)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
