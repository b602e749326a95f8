// Package coref finds which mentions of a document are of one thing: names,
// nouns and pronouns that take each other up.
//
// [Read] gathers the mentions of a document from its trees and from the names
// that are known already, and [Text.Resolve] links each to an earlier one, or to
// none:
//
//	text := coref.Read(sentences, trees, names, kinds)
//	text.Resolve()
//	text.Mentions[text.Antecedent[i]] // what mention i takes up
//
// # Method
//
// It is a mention-ranking model (Denis and Baldridge 2008; Durrett and Klein
// 2013). Mentions are read from left to right. Each has the choice of the
// mentions before it within reach, and of being new. What speaks for a choice are
// features of features.go: distance, functions, agreement in number, gender and
// type, equal words, apposition, predicates, clauses above, quotations, and what
// is known of the chain that it would join. Their weights are summed, apart for
// each form of the mention (“it”, “the …”, “his …”), and the greatest sum wins.
// Names of one entity are always one chain, and names of two never. What grammar
// or sense forbids is no choice (grammar.go, idle.go), and where one is left, as “he” in “Lund's
// office said he …”, there is no other (govern.go).
//
// whom-train coref fits the weights on the training half of UD English GUM and
// writes weights.tsv, which can be read, and nouns.tsv, which says what kind of
// thing a noun most often means there. The score file tells how well it does.
//
// # Caveats
//
// Chains hold nouns of every kind, also of what nobody would call an actor.
// Relative pronouns are no mentions. “They” may be linked to a coordination,
// which is a mention of its own. Who says “I” is not decided here: see
// extract/actor.
package coref
