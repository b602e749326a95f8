// Package confidence tells how likely a claim is to be right, by a logistic
// regression over what the parser and the rules know of it.
//
// [Of] gives the probability that a reader takes the same claim from the
// sentence: the same predicate between the same participants. [Features] are
// what it looks at: how sure the parser is of the arcs between the verb and its
// participants, how many these are, whether the predicate is a finite verb, a
// participle or a noun, whether the participants are names, pronouns or
// things, how long the sentence is. The weights are in weights.tsv, one a line,
// and can be read: above zero speaks for the claim.
//
// whom-train confidence fits them on the development half of testdata/gold and
// writes the file; run it again when rules or features change. The score file
// tells the calibration error and the area under the curve.
//
// # Caveats
//
// The model was fitted on news. It does not judge polarity, modality or
// speakers, and does not know whether what is claimed is true.
package confidence
