package clause

import (
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// FuzzPropositions reads any well-formed tree, however odd its labels: no
// crash, and phrases within their sentence.
func FuzzPropositions(f *testing.F) {
	f.Add("1\tNATO\tNATO\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=B-ORG\n2\tdenied\tdeny\tVERB\tVBD\t_\t0\troot\t_\t_\n3\treports\treport\tNOUN\tNNS\t_\t2\tobj\t_\t_\n4\tthat\tthat\tSCONJ\tIN\t_\t6\tmark\t_\t_\n5\tit\tit\tPRON\tPRP\t_\t6\tnsubj\t_\t_\n6\tleft\tleave\tVERB\tVBD\t_\t3\tacl\t_\t_\n\n")
	f.Add("1\tA\ta\tNOUN\tNN\t_\t4\tnsubj\t_\t_\n2\tand\tand\tCCONJ\tCC\t_\t3\tcc\t_\t_\n3\tB\tb\tNOUN\tNN\t_\t1\tconj\t_\t_\n4\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n\n")
	f.Fuzz(func(t *testing.T, conllu string) {
		sentences, err := syntax.ReadCoNLLU(strings.NewReader(conllu))
		if err != nil {
			return
		}
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
	})
}

func within(t *testing.T, sentences []syntax.Sentence, p Phrase) {
	t.Helper()
	if p.First < 0 || p.First > p.Last || p.Last >= len(sentences[p.Sentence].Tokens) {
		t.Errorf("phrase %+v lies outside a sentence of %d tokens", p, len(sentences[p.Sentence].Tokens))
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
