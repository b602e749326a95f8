// Package data reads the files that models are fitted to and measured on, and
// keeps their checksums.
//
// [Files] finds what is shared in $WHOM_SHARED and what is committed in the
// repository, in the root of which the commands run. [Lines] reads JSON Lines,
// [Trees] CoNLL-U, [CurrentEvents] the items of news that several measures use:
//
//	d := data.New()
//	gold, err := data.Trees(d.Read, "data/treebank/ewt-dev.conllu")
//	fmt.Print(d.Checksums()) // # data/treebank/ewt-dev.conllu sha256:…
package data
