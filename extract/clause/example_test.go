package clause_test

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/syntax"
)

const tree = `# text = NATO denied that it rejected the demands.
1	NATO	NATO	PROPN	NNP	_	2	nsubj	_	_
2	denied	deny	VERB	VBD	_	0	root	_	_
3	that	that	SCONJ	IN	_	5	mark	_	_
4	it	it	PRON	PRP	_	5	nsubj	_	_
5	rejected	reject	VERB	VBD	_	2	ccomp	_	_
6	the	the	DET	DT	_	7	det	_	_
7	demands	demand	NOUN	NNS	_	5	obj	_	SpaceAfter=No
8	.	.	PUNCT	.	_	2	punct	_	_

`

func ExamplePropositions() {
	sentences, err := syntax.ReadCoNLLU(strings.NewReader(tree))
	if err != nil {
		fmt.Println(err)
		return
	}
	words := func(p clause.Phrase) string {
		var forms []string
		for _, t := range sentences[p.Sentence].Tokens[p.First : p.Last+1] {
			forms = append(forms, t.Form)
		}
		return strings.Join(forms, " ")
	}
	acts, _ := clause.Propositions("NATO denied that it rejected the demands.", sentences)
	for _, p := range acts {
		fmt.Printf("%s | %s | %s | %s", words(p.Subject), p.Predicate.Lemma, words(*p.Object), p.Polarity)
		for _, s := range p.Speakers {
			fmt.Printf(" | %s %s", words(s.Phrase), s.Verb)
		}
		fmt.Println()
	}
	// Output:
	// NATO | deny | it rejected the demands | affirmed
	// it | reject | the demands | denied | NATO deny
}
