// Package actors measures whether one actor of many documents is one node, by
// the links of Wikipedia's current events: [Score] is the section actors of the
// score file.
package actors
