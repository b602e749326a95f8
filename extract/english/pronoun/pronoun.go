package pronoun

import (
	"maps"
	"slices"
	"strings"
)

// A Pronoun is what a form says of whom it means.
type Pronoun struct {
	Person int  // 1, 2 or 3
	Plural bool // “they”; also where it may mean one
	Gender byte // 'm', 'f', 'n' of “it”, or 0
	Use    Use
}

// A Use is how a form stands in a sentence.
type Use uint8

const (
	Plain      Use = iota // he, him
	Possessive            // his; also “her”, which is both
	Reflexive             // himself
)

// Of returns what a form says, and whether it is that of a personal pronoun.
func Of(form string) (Pronoun, bool) {
	p, ok := forms[strings.ToLower(form)]
	return p, ok
}

// Forms returns all forms, sorted.
func Forms() []string { return slices.Sorted(maps.Keys(forms)) }

// IsThey reports whether a form is one of “they”, “them”, “their”.
func IsThey(form string) bool {
	p, ok := Of(form)
	return ok && p.Person == 3 && p.Plural
}

var forms = map[string]Pronoun{
	"i": {1, false, 0, Plain}, "me": {1, false, 0, Plain}, "my": {1, false, 0, Possessive}, "mine": {1, false, 0, Possessive}, "myself": {1, false, 0, Reflexive},
	"we": {1, true, 0, Plain}, "us": {1, true, 0, Plain}, "our": {1, true, 0, Possessive}, "ours": {1, true, 0, Possessive}, "ourselves": {1, true, 0, Reflexive},
	"you": {2, true, 0, Plain}, "ya": {2, true, 0, Plain}, "your": {2, true, 0, Possessive}, "yours": {2, true, 0, Possessive},
	"yourself": {2, false, 0, Reflexive}, "yourselves": {2, true, 0, Reflexive},
	"he": {3, false, 'm', Plain}, "him": {3, false, 'm', Plain}, "his": {3, false, 'm', Possessive}, "himself": {3, false, 'm', Reflexive},
	"she": {3, false, 'f', Plain}, "her": {3, false, 'f', Possessive}, "hers": {3, false, 'f', Possessive}, "herself": {3, false, 'f', Reflexive},
	"it": {3, false, 'n', Plain}, "its": {3, false, 'n', Possessive}, "itself": {3, false, 'n', Reflexive},
	"they": {3, true, 0, Plain}, "them": {3, true, 0, Plain}, "'em": {3, true, 0, Plain}, "em": {3, true, 0, Plain},
	"their": {3, true, 0, Possessive}, "theirs": {3, true, 0, Possessive}, "themselves": {3, true, 0, Reflexive},
}
