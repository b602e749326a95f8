package event

import (
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A Type is a type of event of PLOVER, "" where there is none.
type Type string

// The types, from cooperation in words to conflict in deeds.
const (
	Agree     Type = "AGREE"
	Consult   Type = "CONSULT"
	Support   Type = "SUPPORT"
	Concede   Type = "CONCEDE"
	Cooperate Type = "COOPERATE"
	Aid       Type = "AID"
	Retreat   Type = "RETREAT"
	Request   Type = "REQUEST"
	Accuse    Type = "ACCUSE"
	Reject    Type = "REJECT"
	Threaten  Type = "THREATEN"
	Protest   Type = "PROTEST"
	Sanction  Type = "SANCTION"
	Mobilize  Type = "MOBILIZE"
	Coerce    Type = "COERCE"
	Assault   Type = "ASSAULT"
)

// The quad classes of types.
const (
	VerbalCooperation   = "verbal cooperation"
	MaterialCooperation = "material cooperation"
	VerbalConflict      = "verbal conflict"
	MaterialConflict    = "material conflict"
)

// kinds tell of each type its class and its place on the scale of Goldstein
// (Journal of Conflict Resolution 36, 1992) as CAMEO gives it to the code at the
// root of the type.
var kinds = map[Type]struct {
	quad      string
	goldstein float64
}{
	Agree:     {VerbalCooperation, 4},   // 03
	Consult:   {VerbalCooperation, 1},   // 04
	Support:   {VerbalCooperation, 3.5}, // 05
	Concede:   {VerbalCooperation, 5},   // 08
	Cooperate: {MaterialCooperation, 6}, // 06
	Aid:       {MaterialCooperation, 7}, // 07
	Retreat:   {MaterialCooperation, 7}, // 084
	Request:   {VerbalConflict, -5},     // 10
	Accuse:    {VerbalConflict, -2},     // 11
	Reject:    {VerbalConflict, -4},     // 12
	Threaten:  {VerbalConflict, -6},     // 13
	Protest:   {MaterialConflict, -6.5}, // 14
	Sanction:  {MaterialConflict, -4},   // 16
	Mobilize:  {MaterialConflict, -7.2}, // 15
	Coerce:    {MaterialConflict, -7},   // 17
	Assault:   {MaterialConflict, -9},   // 18
}

// Goldstein is how much events of the type bring two sides together, from -10 to
// 10, and 0 for no type.
func (t Type) Goldstein() float64 { return kinds[t].goldstein }

// Quad is the class of the type: verbal or material, cooperation or conflict.
func (t Type) Quad() string { return kinds[t].quad }

func (t Type) isCooperative() bool { return t.Goldstein() > 0 }

// An Event is what a claim reports.
type Event struct {
	Type Type
	Mode string // of the type, "" where it has none or none is known: "arrest"
	// ToSubject is true for what the innermost speaker does to the subject of the
	// claim by saying it: that Sudan must leave is a request to Sudan.
	ToSubject bool
}

// Of returns the event that a claim reports, the zero Event where it is none. It
// looks at the predicate, the noun of the object, polarity, modality and speakers
// alone.
func Of(c *graph.Claim) Event {
	e := ofWords(c)
	switch {
	case e.Type == "" && c.Modality != graph.Demanded:
		return Event{}
	case c.Polarity == graph.Denied:
		return denied(c, e)
	case c.Modality == graph.Asserted:
		return e
	case c.Modality == graph.Demanded:
		return demanded(c)
	case c.Modality == graph.Planned || isOwnWord(c):
		return intended(e)
	default:
		return Event{}
	}
}

// intended is the event of saying that one will do something.
func intended(e Event) Event {
	switch {
	case e.Type == Request || e.Type == Threaten || e.Type == Reject || e.Type == Accuse:
		return e
	case e.Type.isCooperative():
		return Event{Type: Agree}
	default:
		return Event{Type: Threaten}
	}
}

// denied is the event of saying that one will not do something.
func denied(c *graph.Claim, e Event) Event {
	if e.Type.isCooperative() && (c.Modality == graph.Planned || isOwnWord(c)) {
		return Event{Type: Reject}
	}
	return Event{}
}

// demanded is the event of saying that somebody must do something, or must not.
func demanded(c *graph.Claim) Event {
	if len(c.Attribution) == 0 || isOwnWord(c) {
		return Event{}
	}
	return Event{Type: Request, ToSubject: true}
}

// isOwnWord reports whether the innermost speaker tells of himself.
func isOwnWord(c *graph.Claim) bool {
	n := len(c.Attribution)
	return n > 0 && c.Subject.Entity != "" && c.Attribution[n-1].Entity == c.Subject.Entity
}

// ofWords is the event that predicate and object name, as if it were done.
func ofWords(c *graph.Claim) Event {
	predicate, object := c.Predicate.Lemma, ""
	verb, rest, _ := strings.Cut(predicate, " ")
	if c.Object != nil && c.Object.Thing != nil {
		object = c.Object.Thing.Lemma
		for _, key := range []string{predicate + " " + object, verb + " " + object} {
			if e, ok := verbs[key]; ok {
				return e
			}
		}
	}
	if e, ok := nouns[object]; ok && lightVerbs[verb] {
		return e
	}
	if e, ok := verbs[predicate]; ok || !prepositions[rest] {
		return e
	}
	return verbs[verb]
}
