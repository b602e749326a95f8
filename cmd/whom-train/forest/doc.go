// Package forest reads documents as whom does, and keeps their trees between
// runs, as parsing takes minutes and the rules that are measured take none.
//
// [Extract] reads documents into entities and claims. [Open] gives the [Forest]
// itself, for the trees of a text or of a treebank's words; [Analyze] tags and
// parses words with any model.
//
// Trees are kept below .cache in the root of the repository, one CoNLL-U file a
// text, in a folder named by a hash of the parser.
package forest
