// Package openie measures claims as open extractions: tuples of a predicate and
// its arguments.
//
// [ScoreCarb] is the section carb of the score file, by CaRB's own measure, which
// first has to give the figures published for two other programs; [ScoreSaid] is
// the section said, whether tuples have the source that the sentence names.
package openie
