package clause

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// FuzzPropositions reads any tree, as a parser gives one, however odd its labels: no
// crash, and phrases within their sentence.
func FuzzPropositions(f *testing.F) {
	f.Add("1\tNATO\tNATO\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=B-ORG\n2\tdenied\tdeny\tVERB\tVBD\t_\t0\troot\t_\t_\n3\treports\treport\tNOUN\tNNS\t_\t2\tobj\t_\t_\n4\tthat\tthat\tSCONJ\tIN\t_\t6\tmark\t_\t_\n5\tit\tit\tPRON\tPRP\t_\t6\tnsubj\t_\t_\n6\tleft\tleave\tVERB\tVBD\t_\t3\tacl\t_\t_\n\n")
	f.Add("1\tA\ta\tNOUN\tNN\t_\t4\tnsubj\t_\t_\n2\tand\tand\tCCONJ\tCC\t_\t3\tcc\t_\t_\n3\tB\tb\tNOUN\tNN\t_\t1\tconj\t_\t_\n4\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n\n")
	f.Add("1\tships\tship\tNOUN\tNNS\t_\t0\troot\t_\t_\n2\tU.S.\tU.S.\tPROPN\tNNP\t_\t1\tamod\t_\tSpaceAfter=No\n3\t-\t-\tPUNCT\tHYPH\t_\t2\tpunct\t_\tSpaceAfter=No\n4\tbacked\tback\tVERB\tVBN\t_\t1\tamod\t_\t_\n\n")
	f.Fuzz(func(t *testing.T, conllu string) {
		sentences, err := syntax.ReadCoNLLU(strings.NewReader(conllu))
		if err != nil || slices.ContainsFunc(sentences, func(s syntax.Sentence) bool { return !isTree(s.Tokens) }) {
			return
		}
		wellFormed(t, sentences)
	})
}

// TestOddTrees reads sentences of the tables with arcs and relations shuffled,
// as a parser may err in ways that nobody has seen yet.
func TestOddTrees(t *testing.T) {
	var known []syntax.Sentence
	files, err := filepath.Glob("../../testdata/claims/*.conllu")
	if err != nil || len(files) == 0 {
		t.Fatal("no stored trees", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sentences, err := syntax.ReadCoNLLU(bytes.NewReader(data))
		if err != nil {
			t.Fatal(name, err)
		}
		known = append(known, sentences...)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := known[rapid.IntRange(0, len(known)-1).Draw(t, "sentence")]
		s.Tokens = slices.Clone(s.Tokens)
		token := rapid.IntRange(0, len(s.Tokens)-1)
		for range rapid.IntRange(0, 6).Draw(t, "changes") {
			i := token.Draw(t, "token")
			before := s.Tokens[i]
			if s.Tokens[i].Head != syntax.Root {
				s.Tokens[i].Rel = s.Tokens[token.Draw(t, "relation of")].Rel
				s.Tokens[i].Head = token.Draw(t, "head")
			}
			if !isTree(s.Tokens) {
				s.Tokens[i] = before
			}
		}
		wellFormed(t, []syntax.Sentence{s})
	})
}

// wellFormed checks the propositions of sentences for what holds of any.
func wellFormed(t rapid.TB, sentences []syntax.Sentence) {
	t.Helper()
	acts, descriptions := Propositions("", sentences)
	for _, p := range append(acts, descriptions...) {
		within(t, sentences, p.Subject)
		if p.Object != nil {
			within(t, sentences, *p.Object)
		}
		for _, a := range p.Args {
			within(t, sentences, a.Phrase)
		}
		for _, s := range p.Speakers {
			within(t, sentences, s.Phrase)
		}
		if p.Polarity == "" || p.Modality == "" || p.Predicate.Lemma == "" {
			t.Errorf("a proposition lacks polarity, modality or lemma: %+v", p)
		}
	}
}

func within(t rapid.TB, sentences []syntax.Sentence, p Phrase) {
	t.Helper()
	if p.First < 0 || p.First > p.Head || p.Head > p.Last || p.Last >= len(sentences[p.Sentence].Tokens) {
		t.Errorf("phrase %+v lies outside a sentence of %d tokens, or its head outside it", p, len(sentences[p.Sentence].Tokens))
	}
}

func TestCombine(t *testing.T) {
	for _, tt := range []struct {
		above, here, want graph.Modality
		reason            string
	}{
		{graph.Asserted, graph.Planned, graph.Planned, "said that it will"},
		{graph.Possible, graph.Planned, graph.Possible, "fears that it will"},
		{graph.Demanded, graph.Asserted, graph.Demanded, "urged it to leave"},
		{graph.Planned, graph.Possible, graph.Possible, "expects that it may"},
		{graph.Planned, graph.Asserted, graph.Planned, "plans to leave"},
		{graph.Questioned, graph.Possible, graph.Questioned, "whether it may"},
	} {
		if got := combine(tt.above, tt.here); got != tt.want {
			t.Errorf("%s: %s above %s gives %s, want %s", tt.reason, tt.above, tt.here, got, tt.want)
		}
	}
}
