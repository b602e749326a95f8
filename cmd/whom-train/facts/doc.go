// Package facts measures which facts of an article are told by its claims.
//
// A fact lists names and words of which any will do, as testdata/README.md
// describes, so that claims of any program can be compared with it. It says nothing
// of what else is told: the measure is recall, by the rules of gold/score.py among the
// shared data. [Committed] and [Shared] are the two sets, the sections facts and
// facts-shared of the score file.
package facts
