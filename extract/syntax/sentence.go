package syntax

import (
	"fmt"
	"strings"
)

// A Token is one syntactic word. Start and End are byte offsets into the
// document's clean text; the text there is Form.
type Token struct {
	Start, End int
	Form       string
	Lemma      string
	UPOS       string // universal part of speech: VERB, PROPN
	XPOS       string // Penn Treebank tag: VBD, NNP
	Head       int    // index of the head in Sentence.Tokens; Root for the root
	Rel        string // dependency relation: nsubj, nmod:poss
	// Confidence is the probability that the parser gives to head and
	// relation together, 0 to 1.
	Confidence float32
	// Joined tells that this word and the next are one written word, a
	// multiword token of Universal Dependencies: do and n't.
	Joined bool
}

// Base returns the lemma in lower case, or the form where the token has none.
func (t *Token) Base() string {
	if t.Lemma != "" && t.Lemma != "_" {
		return strings.ToLower(t.Lemma)
	}
	return strings.ToLower(t.Form)
}

// Root is the Head of a sentence's root.
const Root = -1

// NameType is the kind of thing that a name names.
type NameType string

// The types of Universal NER, which [Sentence] has in Names.
const (
	PersonName       NameType = "PER"
	PlaceName        NameType = "LOC"
	OrganizationName NameType = "ORG"
)

// The finer types, which [Sentence] has in Kinds: a country is no other place,
// a nationality may be a religion or an ideology, a work may be a law.
const (
	PersonKind       NameType = "person"
	CountryKind      NameType = "country"
	PlaceKind        NameType = "place"
	OrganizationKind NameType = "organization"
	NationalityKind  NameType = "nationality"
	TitleKind        NameType = "title"
	EventKind        NameType = "event"
	WorkKind         NameType = "work"
)

// A Name is the tokens First to Last, inclusive, and what they name.
type Name struct {
	First, Last int
	Type        NameType
}

// A Sentence is a tokenized sentence with its tree. Tokens stand in the order
// of the text and form a tree with exactly one root.
type Sentence struct {
	Start, End int // byte offsets into the document's clean text
	Tokens     []Token
	Names      []Name // persons, places and organizations; in order, not nested
	Kinds      []Name // by the finer types, with what is no name: titles, nationalities; in order, not nested
}

// String shows form and offsets, for messages: agreed@6-12.
func (t *Token) String() string { return fmt.Sprintf("%s@%d-%d", t.Form, t.Start, t.End) }
