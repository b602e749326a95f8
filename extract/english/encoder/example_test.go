package encoder_test

import (
	"fmt"

	"github.com/whomgraph/whom/extract/english/encoder"
)

func Example() {
	model, err := encoder.English()
	if err != nil {
		fmt.Println(err)
		return
	}
	words := []string{"NATO", "rejected", "Russia", "'s", "demand", "."}
	analysis := model.Analyze([][]string{words})[0]
	for i, w := range analysis.Words {
		fmt.Println(words[i], w.UPOS, w.Head, w.Rel)
	}
	fmt.Println(analysis.Names)
	// Output:
	// NATO PROPN 1 nsubj
	// rejected VERB -1 root
	// Russia PROPN 4 nmod:poss
	// 's PART 2 case
	// demand NOUN 1 obj
	// . PUNCT 1 punct
	// [{0 0 ORG} {2 2 LOC}]
}
