// Package clause turns dependency trees into propositions: who did what to
// whom, who says so, and whether they deny it. Trees go in, a list of
// [Proposition] comes out; phrases are tokens of the trees, and whom they mean
// is the business of extract/actor.
//
// # How a sentence becomes propositions
//
// [Propositions] walks each tree from its root. Take
//
//	Kremlin spokesman Dmitry Peskov, a lawyer, denied that Russia had sent a letter to the U.S.
//
// At the verb denied a frame gathers the participants: the subject is Peskov,
// the object a clause. It makes the first proposition, Peskov denies that …
// The lexicon says what deny does to the clause below it: it is attributed to
// the subject, and its polarity turns. With this context the walk goes on at
// sent, whose frame gives the second: Russia sends a letter, to the U.S.,
// denied, says Peskov. The example of the package prints them:
//
//	act: Kremlin spokesman Dmitry Peskov | deny | Russia had sent a letter to the U.S. | affirmed
//	act: Russia | send | a letter | to the U.S. | denied | says Kremlin spokesman Dmitry Peskov (deny)
//	description: Kremlin spokesman Dmitry Peskov | be | a lawyer | affirmed
//
// What somebody or something is comes apart from what is done: the complement
// of a copula (“Kyiv is the capital”, with speakers and polarity like an act)
// and the apposition, whose predicate has no words.
//
// A context holds what a clause inherits: speakers, polarity, modality, and
// who does it where the clause names nobody (“decided to send”, “urged Russia
// to withdraw”, “accused the West of plotting”). A clause that only describes
// a noun (“troops that had massed”) keeps the speakers but not the denial.
//
// Nouns that stand for acts (“a phone call between A and B”, “A's invasion of
// B”) and light verbs (“gave a written response to”) become the act's verb.
// “Denied reports that X” gives X twice: affirmed, as the reports say, and
// denied, as the one says who denies them.
//
// A quotation that runs over several sentences is said by the one to whom its
// tag ascribes it.
//
// # Files
//
// The word lists are in english.go, their notation in lexicon.go. mend.go sets
// arcs right that no grammar allows: mend_speech.go those between a saying and what
// is said, mend_told.go those at the end of that, mend_adjunct.go those of
// circumstances around them, mend_relative.go those of relative clauses,
// mend_clause.go those between other clauses, mend_conj.go those of coordinated ones,
// mend_arc.go those within one.
// walk.go goes through clauses, complement.go and adverbial.go through those below
// a verb, noun.go through nouns, content.go through what a noun holds and event.go
// through nouns of action. mood.go reads negation and modality, context.go hands
// them down. frame.go and share.go gather participants, owner.go possessors;
// emit.go makes acts of them, argument.go their objects and arguments, blame.go
// those of “is behind” and “is responsible for”, describe.go descriptions.
// phrase.go says which words to show, quote.go who says a quotation, rebut.go who
// denies what somebody else said.
//
// # Caveats
//
// A wrong arc in the tree makes a wrong proposition; how likely it is right is
// the business of extract/confidence. Ellipsis (“and Berlin Paris”) is not filled.
package clause
