// Package chains measures which mentions of a document are taken for one, and
// fits the weights by which they are linked.
//
// [Score] compares our chains with those of GUM by MUC, B³ and CEAF, the section
// coref of the score file; [Write] gives the chains to scorers of other makers.
// [Weights] and [Nouns] make the tables of extract/coref.
package chains
