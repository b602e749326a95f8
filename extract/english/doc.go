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
// # Model card
//
// What: MiniLM-L6 (six layers of 384, 22 million parameters, uncased, without
// letters of other scripts) with heads for UPOS, XPOS, biaffine trees, names and
// finer kinds of names; 8-bit weights, 23.6 MB. For edited English prose, above all
// news. Package encoder says how it computes.
//
// Data: Universal Dependencies English EWT and the freely licensed part of GUM;
// names of Universal NER; trees and names by programs on 9,268 sentences of news
// summaries (Wikipedia's Current Events 2025–2026), where they are sure or agree.
// Licences and sources are in NOTICE; the weights are under CC BY-SA 4.0.
//
// Scores on test files, gold words, 8-bit weights: EWT LAS 90.5, UAS 92.5, UPOS
// 97.3; GUM LAS 90.1; from raw text EWT LAS 88.3; names of Universal NER F1 80.7
// (persons 91.7, places 83.7, organizations 61.7); finer kinds of names have no gold.
// “whom-train score encoder words” prints these and more into testdata/score.txt.
//
// Weak spots: appositions and parataxis (two of five wrong), attachment of long
// prepositional chains, names of organizations in informal text, capitals alone
// (headlines in one case lose a few points), trees of lists and tables, sentences
// beyond some 400 words, which are parsed in parts. Confidence ranks well but is
// too sure of itself.
//
// Another domain or label set: put trees as CoNLL-U beside the treebanks of
// cmd/whom-train/python/data.py and run make model FROM=DIR with the trained
// weights; whom parse --model FILE and [WithModel] use the result.
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
