// Package claims measures the claims of sentences that people annotated by hand
// (testdata/gold, whose README tells how), and fits the weights of their
// confidence.
//
// [Score] is the section claims of the score file, [Misses] prints what is wrong
// in the half for development, and [Weights] makes the table of
// extract/confidence. [Describe] shows a claim on a line, also for lists of what
// other measures find wrong.
package claims
