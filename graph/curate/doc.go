// Package curate reads and writes the files in which users say what they decide,
// and computes the figures of their judgements.
//
// [ReadAliases] makes decisions of a table of aliases; [Sample] draws claims and
// [WriteSheet] writes them as a sheet to judge, which [ReadSheet] reads back;
// [Measure] gives precision with its interval, and [Agree] the agreement of two
// coders:
//
//	reviews, err := curate.ReadSheet("review.csv", file, claims)
//	…
//	for _, p := range curate.Measure(curate.Reviews(decisions)) {
//		fmt.Printf("%s: %.2f (%.2f–%.2f) of %d claims\n", p.Coder, p.Precision, p.Low, p.High, p.Claims)
//	}
//
// Files are comma-separated values with the names of the columns in their first
// line, in any order. An error names the file and the line, and then nothing of
// the file is returned.
//
// A sample is of claims, not of documents: the interval does not widen for claims
// of one article that are wrong together.
package curate
