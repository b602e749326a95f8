// Package language finds the paragraphs of a text that are not English, so that
// no claims are made of words that the English model cannot read.
//
// [Foreign] returns them, each with its place and the name of its language or
// script. A paragraph is taken out only on evidence: most of its letters are of
// another script, or it has the articles, pronouns and prepositions of another
// language in such number as prose does, and hardly any of English. Headlines,
// lists of names and quotations within an English sentence stay. [Blank] puts
// spaces in the place of what is taken out, so that offsets remain.
//
// # Caveats
//
// A language in Latin script that is not in the table stays, as does a sentence
// of another language within an English paragraph. Whether a paragraph is
// Spanish or Portuguese is told by a few words and may be told wrong.
package language
