// Package syntax holds the types that pass between the language model and the
// rules: tokens with exact offsets, sentences with a dependency tree, names.
//
// A [Sentence] is a list of [Token] values, each with its part of speech, its
// head and its relation to it, and the [Name] values among them. Tags and
// relations are those of Universal Dependencies 2
// (https://universaldependencies.org); XPOS are Penn Treebank tags. Rules that
// go down the tree ask a [Tree], made by [Sentence.Tree].
//
// Sentences are written as CoNLL-U by [WriteCoNLLU] and read by [ReadCoNLLU],
// which is how tests keep trees and how other programs get them:
//
//	1	Minsk	Minsk	PROPN	NNP	_	2	nsubj	_	NER=B-LOC|TokenRange=0:5
//	2	agreed	agree	VERB	VBD	_	0	root	_	SpaceAfter=No|TokenRange=6:12
//	3	.	.	PUNCT	.	_	2	punct	_	TokenRange=12:13
//
// Numbers in files count from 1, and indexes in Go from 0. Morphological
// features, enhanced dependencies and empty nodes have no field here and are
// lost when a treebank is read.
package syntax
