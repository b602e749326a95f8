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
