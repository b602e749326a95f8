package confidence_test

import (
	"fmt"

	"github.com/whomgraph/whom/extract/confidence"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

func Example() {
	s := &syntax.Sentence{Tokens: []syntax.Token{
		{Start: 0, End: 4, Form: "NATO", UPOS: "PROPN", XPOS: "NNP", Head: 1, Rel: "nsubj", Confidence: 0.99},
		{Start: 5, End: 13, Form: "rejected", UPOS: "VERB", XPOS: "VBD", Head: syntax.Root, Rel: "root", Confidence: 0.99},
		{Start: 14, End: 18, Form: "them", UPOS: "PRON", XPOS: "PRP", Head: 1, Rel: "obj", Confidence: 0.99},
	}}
	c := &graph.Claim{
		Subject:   graph.Argument{Text: "NATO", Head: graph.Span{Start: 0, End: 4}, Mention: graph.NameMention},
		Predicate: graph.Predicate{Lemma: "reject", Span: graph.Span{Start: 5, End: 13}},
		Object:    &graph.Argument{Text: "them", Head: graph.Span{Start: 14, End: 18}},
		Modality:  graph.Asserted,
	}
	fmt.Println(confidence.Of(s, c) > 0.9)
	// Output: true
}
