// Package lemmas learns the table of lemmas that extract/english embeds: [Learn]
// takes it from treebanks and from vocabulary.txt, which has the irregular forms
// and other words that treebanks may not show.
package lemmas
