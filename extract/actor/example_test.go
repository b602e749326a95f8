package actor_test

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom/extract/actor"
	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

const tree = `# text = Norwegian envoy Ada Lund praised her troops.
1	Norwegian	norwegian	ADJ	JJ	_	2	amod	_	_
2	envoy	envoy	NOUN	NN	_	3	nmod:desc	_	_
3	Ada	Ada	PROPN	NNP	_	5	nsubj	_	NER=B-PER
4	Lund	Lund	PROPN	NNP	_	3	flat	_	NER=I-PER
5	praised	praise	VERB	VBD	_	0	root	_	_
6	her	her	PRON	PRP$	_	7	nmod:poss	_	_
7	troops	troop	NOUN	NNS	_	5	obj	_	SpaceAfter=No
8	.	.	PUNCT	.	_	5	punct	_	_

`

func Example() {
	sentences, err := syntax.ReadCoNLLU(strings.NewReader(tree))
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := graph.Document{ID: "003", Text: "Norwegian envoy Ada Lund praised her troops."}
	d := actor.New(&doc, sentences)
	object := d.Refer(clause.Phrase{Head: 6, First: 5, Last: 6}, nil)
	fmt.Printf("%q is the %s of %s\n", object.Text, object.Thing.Lemma, object.Thing.Owner)
	for _, e := range d.Entities() {
		fmt.Println(e.ID, e.Name, e.Type, e.Country)
	}
	// Output:
	// "her troops" is the troop of entity:003/16-24
	// entity:003/0-9 Norway state NOR
	// entity:003/16-24 Ada Lund person NOR
}
