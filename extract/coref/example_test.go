package coref_test

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/extract/syntax"
)

const trees = `1	Peru	Peru	PROPN	NNP	_	2	nsubj	_	_
2	withdrew	withdraw	VERB	VBD	_	0	root	_	_
3	its	its	PRON	PRP$	_	4	nmod:poss	_	_
4	envoy	envoy	NOUN	NN	_	2	obj	_	_

`

func Example() {
	sentences, err := syntax.ReadCoNLLU(strings.NewReader(trees))
	if err != nil {
		fmt.Println(err)
		return
	}
	peru := coref.Name{Sentence: 0, First: 0, Last: 0, Entity: 7, Type: coref.Place}
	text := coref.Read(sentences, []*syntax.Tree{sentences[0].Tree()}, []coref.Name{peru}, nil)
	text.Resolve()
	its := text.At(0, 2)
	fmt.Println("takes up mention", text.Antecedent[its], "of entity", text.Entity(its))
	// Output: takes up mention 0 of entity 7
}
