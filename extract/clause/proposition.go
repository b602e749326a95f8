package clause

import "github.com/whomgraph/whom/graph"

// None stands for an absent token or proposition.
const None = -1

// A Phrase is a participant in terms of tokens: its head word, and the
// contiguous tokens First to Last of the sentence that a reader would
// underline.
type Phrase struct {
	Sentence    int // index into the document's sentences
	Head        int
	First, Last int // inclusive
}

// A Predicate is the word that says what is done, First to Last with its
// particle where that is adjacent, and its lemma with particle or preposition.
type Predicate struct {
	Token       int
	First, Last int
	Lemma       string
}

// An Argument is a further participant under a role: a preposition, or
// “recipient”, “amount”, “purpose”.
type Argument struct {
	Role   string
	Phrase Phrase
}

// A Speaker is one link in the chain of those who say a proposition.
type Speaker struct {
	Phrase   Phrase
	Verb     string
	Polarity graph.Polarity
	// Saying is the index of the proposition that this speaker says so, or
	// None.
	Saying int
}

// A Proposition is one thing that a sentence says: who did what to whom.
type Proposition struct {
	Sentence  int
	Subject   Phrase
	Predicate Predicate
	// Object is nil for an intransitive predicate. Where it is a clause or
	// quotation, Said is the index of the proposition said, or None where the
	// words form no proposition.
	Object      *Phrase
	Clausal     bool
	Said        int
	Args        []Argument
	Symmetric   bool
	Polarity    graph.Polarity
	Modality    graph.Modality
	Speakers    []Speaker // outermost first
	Time, Place *Phrase
}
