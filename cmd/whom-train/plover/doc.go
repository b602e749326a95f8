// Package plover measures claims as political events, by the gold records of
// PLOVER.
//
// [Score] is the section plover of the score file: who does something to whom.
// [ScoreTypes] is the section events: which type of event it is.
package plover
