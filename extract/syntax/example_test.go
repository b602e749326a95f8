package syntax_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
)

const minsk = `# text = Minsk agreed.
1	Minsk	Minsk	PROPN	NNP	_	2	nsubj	_	NER=B-LOC
2	agreed	agree	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_
`

func Example() {
	sentences, err := syntax.ReadCoNLLU(strings.NewReader(minsk))
	if err != nil {
		fmt.Println(err)
		return
	}
	s := &sentences[0]
	tree := s.Tree()
	verb := tree.Root()
	subject := s.Tokens[tree.Child(verb, "nsubj")]
	fmt.Printf("%s [%d,%d] %s\n", subject.Form, subject.Start, subject.End, s.Tokens[verb].Lemma)
	// Output: Minsk [0,5] agree
}

func ExampleWriteCoNLLU() {
	sentences, err := syntax.ReadCoNLLU(strings.NewReader(minsk))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := syntax.WriteCoNLLU(os.Stdout, sentences); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # sent_id = 1
	// # sent_range = 0:13
	// # text = Minsk agreed.
	// 1	Minsk	Minsk	PROPN	NNP	_	2	nsubj	_	NER=B-LOC|TokenRange=0:5
	// 2	agreed	agree	VERB	VBD	_	0	root	_	SpaceAfter=No|TokenRange=6:12
	// 3	.	.	PUNCT	.	_	2	punct	_	TokenRange=12:13
}
