package data

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
)

// Trees reads a treebank in CoNLL-U.
func Trees(read func(name string) ([]byte, error), name string) ([]syntax.Sentence, error) {
	file, err := read(name)
	if err != nil {
		return nil, err
	}
	sentences, err := syntax.ReadCoNLLU(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("reading treebank %q: %w", name, err)
	}
	return sentences, nil
}

// Treebank returns the name of a shared treebank's file.
func Treebank(name string) string { return "data/treebank/" + name + ".conllu" }

// Text makes the text that the sentences were cut from: forms at their
// offsets, a gap of one byte being a space and a longer one line breaks, as
// [syntax.ReadCoNLLU] counts spaces and paragraphs.
func Text(sentences []syntax.Sentence) string {
	var b strings.Builder
	for i := range sentences {
		for _, t := range sentences[i].Tokens {
			switch gap := t.Start - b.Len(); {
			case gap == 1:
				b.WriteByte(' ')
			case gap > 1:
				b.WriteString(strings.Repeat("\n", gap))
			}
			b.WriteString(t.Form)
		}
	}
	return b.String()
}
