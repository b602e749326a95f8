package english_test

import (
	"fmt"

	"github.com/whomgraph/whom/extract/english"
)

func ExampleSplit() {
	for _, s := range english.Split("Sen. Voss didn't vote. “Why?” she asked.") {
		fmt.Printf("%d-%d:", s.Start, s.End)
		for _, t := range s.Tokens {
			fmt.Printf(" [%s]", t.Form)
		}
		fmt.Println()
	}
	// Output:
	// 0-22: [Sen.] [Voss] [did] [n't] [vote] [.]
	// 23-44: [“] [Why] [?] [”] [she] [asked] [.]
}

func ExampleLemma() {
	fmt.Println(english.Lemma("denied", "VERB", "VBD"), english.Lemma("allies", "NOUN", "NNS"), english.Lemma("n't", "PART", "RB"))
	// Output: deny ally not
}

func ExampleParser_Parse() {
	parser, err := english.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	sentences, err := parser.Parse("Officials in Minsk denied the report.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, t := range sentences[0].Tokens {
		fmt.Println(t.Form, t.Lemma, t.UPOS, t.Head, t.Rel)
	}
	// Output:
	// Officials official NOUN 3 nsubj
	// in in ADP 2 case
	// Minsk Minsk PROPN 0 nmod
	// denied deny VERB -1 root
	// the the DET 5 det
	// report report NOUN 3 obj
	// . . PUNCT 3 punct
}
