// Package score has what all measures share: counts with their precision and
// recall, the best assignment of one side to the other, and the score file.
//
// A [Section] of that file is a group of measures, each a [Result] that mostly
// comes from [Counts]:
//
//	var claims score.Counts
//	claims.AddIf(true, found)
//	return []score.Result{score.Percent("recall", claims.Recall())}, nil
//
// [Rewrite] computes sections again and leaves the others as they are. Each
// begins with the SHA-256 of every data file that it was computed from.
package score
