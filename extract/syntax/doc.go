// Package syntax holds the types that pass between the language model and the
// rules: tokens with exact offsets, sentences with a dependency tree, names.
//
// Tags, features and relations are those of Universal Dependencies 2
// (https://universaldependencies.org); XPOS are Penn Treebank tags. Sentences
// can be written as and read from CoNLL-U, which is how tests keep trees.
package syntax
