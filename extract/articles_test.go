package extract_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract"
	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

const treesDir = "../testdata/trees"

// articles returns the committed articles.
func articles(t testing.TB) []graph.Document {
	t.Helper()
	var docs []graph.Document
	for doc, err := range source.Read(context.Background(), []string{"../testdata/articles"}, source.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	return docs
}

// trees returns the trees of an article, which are kept in testdata/trees so
// that the rules can be tested without the model.
func trees(t testing.TB, doc graph.Document) []syntax.Sentence {
	t.Helper()
	file := filepath.Join(treesDir, strings.ReplaceAll(doc.ID, "/", "-")+".conllu")
	if *updateTrees {
		parser, err := english.New()
		if err != nil {
			t.Fatal(err)
		}
		sentences, err := parser.Parse(doc.Text)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := syntax.WriteCoNLLU(&b, sentences); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatalf("%v: make it with go test ./extract -run TestArticles -update-trees", err)
	}
	defer f.Close()
	sentences, err := syntax.ReadCoNLLU(f)
	if err != nil {
		t.Fatalf("reading trees %q: %v", file, err)
	}
	return sentences
}

// TestArticles compares the claims of the committed articles with a golden
// file, so that every change of a rule shows what it does to real prose.
func TestArticles(t *testing.T) {
	for _, doc := range articles(t) {
		t.Run(doc.ID, func(t *testing.T) {
			got := strings.Join(describe(extract.Read(doc, trees(t, doc))), "\n") + "\n"
			file := filepath.Join(treesDir, strings.ReplaceAll(doc.ID, "/", "-")+".claims")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("claims differ from %s; see what changed with -update and git diff\ngot:\n%s", file, got)
			}
		})
	}
}

// TestSpans checks what a reader relies on: the words shown are the words at
// the span, and all of them lie where the claim says.
func TestSpans(t *testing.T) {
	for _, doc := range articles(t) {
		x := extract.Read(doc, trees(t, doc))
		check := func(what, text string, span graph.Span) {
			t.Helper()
			if text == "" || span.Text(&doc) != text {
				t.Errorf("%s: %s %q stands not at %v but %q", doc.ID, what, text, span, span.Text(&doc))
			}
		}
		for _, e := range x.Entities {
			for _, m := range e.Mentions {
				check("mention", m.Text, m.Span)
			}
		}
		ids := make(map[string]bool)
		for _, c := range x.Claims {
			if ids[c.ID] {
				t.Errorf("%s: claim %s stands twice", doc.ID, c.ID)
			}
			ids[c.ID] = true
			checkClaim(check, c)
			inside(t, c)
		}
		for _, c := range x.Claims {
			for _, id := range refersTo(c) {
				if !ids[id] {
					t.Errorf("%s: claim %s refers to %s, which is not there", doc.ID, c.ID, id)
				}
			}
		}
	}
}

func checkClaim(check func(what, text string, span graph.Span), c graph.Claim) {
	argument := func(what string, a graph.Argument) {
		check(what, a.Text, a.Span)
		if a.Antecedent != nil {
			check(what+"'s antecedent", a.Antecedent.Text, a.Antecedent.Span)
		}
	}
	argument("subject", c.Subject)
	check("predicate", c.Predicate.Text, c.Predicate.Span)
	if c.Object != nil {
		argument("object", *c.Object)
	}
	for _, a := range c.Args {
		argument("argument", a)
	}
	for _, s := range c.Attribution {
		argument("speaker", s.Argument)
	}
	if c.Time != nil {
		check("time", c.Time.Text, c.Time.Span)
	}
	if c.Place != nil {
		argument("place", *c.Place)
	}
}

// inside checks that the participants lie in the evidence.
func inside(t *testing.T, c graph.Claim) {
	t.Helper()
	spans := []graph.Span{c.Subject.Span, c.Predicate.Span}
	if c.Object != nil {
		spans = append(spans, c.Object.Span)
	}
	for _, a := range c.Args {
		spans = append(spans, a.Span)
	}
	for _, s := range spans {
		if !c.Evidence.Contains(s) {
			t.Errorf("%s: %v lies outside the evidence %v", c.ID, s, c.Evidence)
		}
	}
}

func refersTo(c graph.Claim) []string {
	var ids []string
	if c.Object != nil && c.Object.Claim != "" {
		ids = append(ids, c.Object.Claim)
	}
	for _, s := range c.Attribution {
		if s.Claim != "" {
			ids = append(ids, s.Claim)
		}
	}
	return ids
}

// TestSameBytes reads the articles on one and on many goroutines.
func TestSameBytes(t *testing.T) {
	run := func(workers int) string {
		x, err := extract.New(extract.Options{Parser: stored(t), Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		for result, err := range x.All(context.Background(), source.Read(context.Background(), []string{"../testdata/articles"}, source.Options{})) {
			if err != nil {
				t.Fatal(err)
			}
			if err := json.NewEncoder(&b).Encode(result); err != nil {
				t.Fatal(err)
			}
		}
		return b.String()
	}
	if one, many := run(1), run(8); one != many {
		t.Error("the number of goroutines changes the result")
	}
}

// A storedParser gives the kept trees instead of parsing.
type storedParser map[string][]syntax.Sentence

func (p storedParser) Parse(text string) ([]syntax.Sentence, error) { return p[text], nil }

func stored(t *testing.T) storedParser {
	p := make(storedParser)
	for _, doc := range articles(t) {
		p[doc.Text] = trees(t, doc)
	}
	return p
}

// BenchmarkExtract runs the whole way from text to claims.
func BenchmarkExtract(b *testing.B) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		b.Fatal(err)
	}
	docs := articles(b)
	words := 0
	for _, doc := range docs {
		words += len(strings.Fields(doc.Text))
	}
	for b.Loop() {
		for _, doc := range docs {
			if _, err := x.Extract(doc); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkRules runs from trees to claims.
func BenchmarkRules(b *testing.B) {
	benchTrees(b, func(doc graph.Document, trees []syntax.Sentence) { extract.Read(doc, trees) })
}

// BenchmarkClauses runs from trees to propositions, without actors.
func BenchmarkClauses(b *testing.B) {
	benchTrees(b, func(doc graph.Document, trees []syntax.Sentence) { clause.Propositions(doc.Text, trees) })
}

func benchTrees(b *testing.B, read func(graph.Document, []syntax.Sentence)) {
	docs := articles(b)
	parsed := make([][]syntax.Sentence, len(docs))
	words := 0
	for i, doc := range docs {
		parsed[i] = trees(b, doc)
		for _, s := range parsed[i] {
			words += len(s.Tokens)
		}
	}
	for b.Loop() {
		for i, doc := range docs {
			read(doc, parsed[i])
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
