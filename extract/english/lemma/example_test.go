package lemma_test

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom/extract/english/lemma"
)

func Example() {
	table, err := lemma.Read(strings.NewReader("\tied\tVBD\t3y\nwent\tVERB\tVBD\tgo\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(table.Lemma("denied", "VERB", "VBD"), table.Lemma("went", "VERB", "VBD"))
	// Output: deny go
}
