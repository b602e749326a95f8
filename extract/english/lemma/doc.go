// Package lemma finds the dictionary form of a word from its form and tags, with
// a table of exceptions and suffix rules.
//
// A [Table] answers [Table.Lemma]: the exceptions are looked up first (went, VERB,
// VBD: go); then the longest suffix that has a rule for the tag is exchanged
// (-ies, NNS: -y); what neither knows stays, in lower case unless it is a name.
// Lemmas follow the treebanks EWT and GUM of Universal Dependencies: him is he,
// n't is not, 40,000 is 40000, Democrats is Democrat, American stays.
//
//	table, err := lemma.Read(file)
//	table.Lemma("denied", "VERB", "VBD") // deny
//
// Most users want the table that package english embeds, by its function Lemma.
// Tables are learnt from treebanks by the command whom-train lemmas; the file
// format is told at [Table.Write].
//
// With the treebank's own tags, the embedded table is right for 98.8 % of the
// words of EWT dev, 98.9 % of EWT test, 99.4 % of GUM dev and 99.3 % of GUM test;
// most misses are spelling mistakes, which the treebanks put right.
//
// The tags must be right for the lemma to be: saw is see as VBD and saw as NN.
// Without a Penn Treebank tag, inflected words are left as they are.
package lemma
