// Package english turns English text into sentences with words, tags, lemmas,
// trees and names, in Go alone and without anything to download.
//
// [Split] cuts text into sentences and words with exact offsets. A [Parser],
// made by [New], does that and adds what its neural encoder (package encoder)
// says: parts of speech, a dependency tree, names of persons, places and
// organizations. [Lemma] gives the dictionary form of a tagged word.
//
//	parser, err := english.New()
//	sentences, err := parser.Parse("Officials in Minsk denied the report.")
//	for _, t := range sentences[0].Tokens {
//		fmt.Println(t.Form, t.Lemma, t.UPOS, t.Head, t.Rel)
//	}
//
// Words, tags, lemmas and trees follow the treebanks EWT and GUM of Universal
// Dependencies, on which everything here was learnt and measured.
//
// # Sentences and words
//
// They are found by rules: split.go is the way in, word.go and its neighbours
// cut words, boundary.go ends sentences, abbreviation.go has the lists. Scores
// in F1 by the measures of the CoNLL 2018 shared task, on raw text:
//
//	                tokens   words   sentences
//	EWT dev          99.7    99.4       88.8
//	EWT test         99.5    99.3       87.0
//	GUM dev          99.8    99.8       96.0
//	GUM test         99.5    99.5       95.9
//	news (testdata)                     99.5
//
// What is missed in EWT is mostly text without stops: lists, headings and
// letters run together. The news was written for the test; 95.0 were right
// before the rules were made to fit it. Lemmas are right for 98.9 % of the words
// of EWT test with the treebank's tags. One core splits more than a million words a second.
//
// # Caveats
//
// Its (for it's) and other apostrophes that were lost are put back only where
// nothing else is meant: dont, cant, youre. A stop before a small letter ends a
// sentence unless the word before it is a known abbreviation, or has no vowel.
// After U.S., Inc. and the like a sentence ends only before a word such as The
// or He; “in the U.S. Poland agreed” stays one sentence. A spoken sentence inside
// quotes ends with its full stop, so that quotes may open in one sentence and
// close in another.
package english
