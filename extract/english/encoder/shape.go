package encoder

import (
	"unicode"
	"unicode/utf8"
)

// A shape is the case class of a word, which the pieces do not show because the
// vocabulary is lower-case. The values are those that the model was trained with.
type shape uint8

const (
	marker       shape = iota // no word: begin and end of a sentence
	allLower                  // talks
	capitalized               // Moscow
	oneCapital                // A, and I
	allCapitals               // NATO
	mixed                     // McDonald
	digits                    // 2022, 21st
	noLetter                  // punctuation
	digitsAndCap              // F16
	caseless                  // letters of scripts without case
	shapes
)

// shapeOf returns the shape of a word.
func shapeOf(word string) shape {
	c := count(word)
	first, size := utf8.DecodeRuneInString(word)
	switch {
	case c.digits > 0 && c.upper == 0:
		return digits
	case c.digits > 0:
		return digitsAndCap
	case c.letters == 0:
		return noLetter
	case c.isLower():
		return allLower
	case c.isUpper() && c.letters == 1:
		return oneCapital
	case c.isUpper():
		return allCapitals
	case unicode.IsUpper(first) && count(word[size:]).isLower():
		return capitalized
	case c.upper > 0:
		return mixed
	}
	return caseless
}

// counts says how many characters of some kinds a word has.
type counts struct{ letters, digits, upper, title, lower int }

func (c counts) isLower() bool { return c.lower > 0 && c.upper+c.title == 0 }
func (c counts) isUpper() bool { return c.upper > 0 && c.lower+c.title == 0 }

func count(word string) (c counts) {
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			c.upper++
		case unicode.IsTitle(r):
			c.title++
		case unicode.IsLower(r):
			c.lower++
		}
		if unicode.IsLetter(r) {
			c.letters++
		}
		if unicode.IsDigit(r) || unicode.Is(raised, r) {
			c.digits++
		}
	}
	return c
}

// raised are superscript, subscript and circled digits.
var raised = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0xb2, Hi: 0xb3, Stride: 1}, {Lo: 0xb9, Hi: 0xb9, Stride: 1}, {Lo: 0x2070, Hi: 0x2070, Stride: 1},
	{Lo: 0x2074, Hi: 0x2079, Stride: 1}, {Lo: 0x2080, Hi: 0x2089, Stride: 1}, {Lo: 0x2460, Hi: 0x2468, Stride: 1},
}, LatinOffset: 2}
