package clause_test

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/syntax"
)

// The sentence of the package's documentation, as the parser reads it.
const (
	text = "Kremlin spokesman Dmitry Peskov, a lawyer, denied that Russia had sent a letter to the U.S."
	tree = `# text = Kremlin spokesman Dmitry Peskov, a lawyer, denied that Russia had sent a letter to the U.S.
1	Kremlin	Kremlin	PROPN	NNP	_	2	compound	_	NER=B-LOC
2	spokesman	spokesman	NOUN	NN	_	3	nmod:desc	_	_
3	Dmitry	Dmitry	PROPN	NNP	_	9	nsubj	_	NER=B-PER
4	Peskov	Peskov	PROPN	NNP	_	3	flat	_	NER=I-PER|SpaceAfter=No
5	,	,	PUNCT	,	_	7	punct	_	_
6	a	a	DET	DT	_	7	det	_	_
7	lawyer	lawyer	NOUN	NN	_	3	appos	_	SpaceAfter=No
8	,	,	PUNCT	,	_	3	punct	_	_
9	denied	deny	VERB	VBD	_	0	root	_	_
10	that	that	SCONJ	IN	_	13	mark	_	_
11	Russia	Russia	PROPN	NNP	_	13	nsubj	_	NER=B-LOC
12	had	have	AUX	VBD	_	13	aux	_	_
13	sent	send	VERB	VBN	_	9	ccomp	_	_
14	a	a	DET	DT	_	15	det	_	_
15	letter	letter	NOUN	NN	_	13	obj	_	_
16	to	to	ADP	IN	_	18	case	_	_
17	the	the	DET	DT	_	18	det	_	_
18	U.S.	U.S.	PROPN	NNP	_	13	obl	_	NER=B-LOC

`
)

func ExamplePropositions() {
	sentences, err := syntax.ReadCoNLLU(strings.NewReader(tree))
	if err != nil {
		fmt.Println(err)
		return
	}
	words := func(p clause.Phrase) string {
		tokens := sentences[p.Sentence].Tokens
		return text[tokens[p.First].Start:tokens[p.Last].End]
	}
	show := func(kind string, p clause.Proposition) {
		fmt.Printf("%s: %s | %s | %s", kind, words(p.Subject), p.Predicate.Lemma, words(*p.Object))
		for _, a := range p.Args {
			fmt.Printf(" | %s %s", a.Role, words(a.Phrase))
		}
		fmt.Printf(" | %s", p.Polarity)
		for _, s := range p.Speakers {
			fmt.Printf(" | says %s (%s)", words(s.Phrase), s.Verb)
		}
		fmt.Println()
	}
	acts, descriptions := clause.Propositions(text, sentences)
	for _, p := range acts {
		show("act", p)
	}
	for _, p := range descriptions {
		show("description", p)
	}
	// Output:
	// act: Kremlin spokesman Dmitry Peskov | deny | Russia had sent a letter to the U.S. | affirmed
	// act: Russia | send | a letter | to the U.S. | denied | says Kremlin spokesman Dmitry Peskov (deny)
	// description: Kremlin spokesman Dmitry Peskov | be | a lawyer | affirmed
}
