// Package trees measures what the language model and the rules before it make
// of text: words, sentences, tags, lemmas, trees and names.
//
// [Compare] takes the measures of the CoNLL 2018 shared task of one analysis of
// a text against another:
//
//	gold, err := data.Trees(os.ReadFile, "ewt-dev.conllu")
//	system, err := trees.Parse(gold)
//	scores, err := trees.Compare(gold, system)
//	err = scores.Print(os.Stdout)
//
// [ScoreEncoder] and [ScoreWords] are the sections encoder and words of the
// score file.
package trees
