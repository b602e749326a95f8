package resolve

import "fmt"

// ReasonKind is why an entity is held to be of an actor.
type ReasonKind string

const (
	ByName              ReasonKind = "name"                    // the same words
	BySpelling          ReasonKind = "spelling"                // the same words, spelled otherwise
	InDocument          ReasonKind = "document"                // one document uses both
	ByShape             ReasonKind = "name shape"              // “Antony J. Blinken”, “A. Blinken”
	BySurnameInDocument ReasonKind = "surname in one document" // its document names the person in full
	BySurnameAndRole    ReasonKind = "surname and role"        // both hold one office
	BySurname           ReasonKind = "surname"                 // of the only person, or of the one named most by far
	ByCountry           ReasonKind = "country"                 // a body of a name that every country has
	ByAcronym           ReasonKind = "acronym"                 // of the only name of these initials
	ByDecision          ReasonKind = "decision"                // the user's
)

// A Reason is why an entity is held to be of an actor.
type Reason struct {
	Kind     ReasonKind
	Decision int // its number, for ByDecision
}

func (r Reason) String() string {
	if r.Kind == ByDecision {
		return fmt.Sprintf("decision %d", r.Decision)
	}
	return string(r.Kind)
}
