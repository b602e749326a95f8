package english

import (
	"bytes"
	_ "embed"
	"fmt"
	"sync"

	"github.com/whomgraph/whom/extract/english/lemma"
)

//go:embed lemmas.tsv
var lemmas []byte

var lemmaTable = sync.OnceValue(func() *lemma.Table {
	t, err := lemma.Read(bytes.NewReader(lemmas))
	if err != nil {
		panic(fmt.Sprintf("the embedded lemmas.tsv is damaged: %v", err)) // a fault of the build
	}
	return t
})

// Lemma returns the dictionary form of a word from its form, universal tag and
// Penn Treebank tag: denied, VERB, VBD gives deny. See package lemma for the
// conventions.
func Lemma(form, upos, xpos string) string { return lemmaTable().Lemma(form, upos, xpos) }
