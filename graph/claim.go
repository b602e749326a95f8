package graph

import "strings"

// Polarity says whether the innermost speaker of a claim affirms or denies it.
type Polarity string

const (
	Affirmed Polarity = "affirmed"
	Denied   Polarity = "denied"
)

// Modality says how a claim relates to what is.
type Modality string

const (
	Asserted    Modality = "asserted"
	Planned     Modality = "planned"     // will, plans to, ahead of
	Possible    Modality = "possible"    // may, could, fears that
	Demanded    Modality = "demanded"    // urges to, must
	Conditional Modality = "conditional" // if, unless
	Questioned  Modality = "questioned"  // whether, ?
)

// A Claim is one thing that a document says at one place: who did what to
// whom. It never changes, and names the entities of its own document only.
type Claim struct {
	ID        string    `json:"id"`
	Document  string    `json:"document"`
	Sentence  int       `json:"sentence"` // counted from 0
	Subject   Argument  `json:"subject"`
	Predicate Predicate `json:"predicate"`
	// Object is absent for an intransitive predicate.
	Object *Argument `json:"object,omitempty"`
	// Symmetric is true where both sides do the same: meet, talk, a call
	// between A and B.
	Symmetric bool       `json:"symmetric"`
	Args      []Argument `json:"args,omitempty"` // in order of their spans
	Polarity  Polarity   `json:"polarity"`
	Modality  Modality   `json:"modality"`
	// Attribution names the speakers from the outermost to the innermost.
	// Empty means the outlet's own voice.
	Attribution []Speaker `json:"attribution,omitempty"`
	Time        *Time     `json:"time,omitempty"`
	Place       *Argument `json:"place,omitempty"`
	// Evidence is the sentence. Subject, predicate, object and arguments lie
	// in it; speakers and antecedents may stand elsewhere.
	Evidence   Span    `json:"evidence"`
	Confidence float64 `json:"confidence"` // 0 to 1, two decimals
}

// A Predicate is what is done.
type Predicate struct {
	Lemma string `json:"lemma"` // with its particle or preposition: “sign up for”
	Text  string `json:"text"`
	Span  Span   `json:"span"`
}

// An Argument is a participant of a claim. At most one of Entity, Thing and
// Claim is set; with none it is plain words (an amount, a quotation, a time).
type Argument struct {
	// Role of a further argument: a preposition (“with”) or “amount”,
	// “purpose”, “recipient”. Empty for subject and object.
	Role    string      `json:"role,omitempty"`
	Entity  string      `json:"entity,omitempty"` // id of an entity of the document
	Thing   *Thing      `json:"thing,omitempty"`
	Claim   string      `json:"claim,omitempty"` // id of the claim said
	Text    string      `json:"text"`
	Span    Span        `json:"span"`
	Head    Span        `json:"head"`
	Mention MentionKind `json:"mention,omitempty"`
	// Antecedent says whom a pronoun or nominal stands for.
	Antecedent *Antecedent `json:"antecedent,omitempty"`
}

// An Antecedent is the name that a pronoun or nominal stands for, and where it
// is in the document.
type Antecedent struct {
	Text string `json:"text"`
	Span Span   `json:"span"`
}

// A Thing is a participant that is no actor: an army, a response, a decree.
type Thing struct {
	Lemma string `json:"lemma"` // of the head word
	// Owner is the entity whose thing it is, by its id, or empty.
	Owner string `json:"owner,omitempty"`
}

// A Speaker is one link in the chain of those who say a claim.
type Speaker struct {
	Argument
	Verb     string   `json:"verb"` // lemma: say, deny, according to
	Polarity Polarity `json:"polarity"`
	// Claim is the id of the claim that this speaker says so, where the text
	// has one.
	Claim string `json:"claim,omitempty"`
}

// A Time is when something is said to happen.
type Time struct {
	Text  string `json:"text"`
	Span  Span   `json:"span"`
	Value string `json:"value,omitempty"` // ISO 8601 date, week, month, year or interval; 2014/.. is open
}

// Prefix returns the namespace of the claim's predicate in the graph: "verb"
// for what is affirmed as asserted or planned, "denied" for what is denied,
// "possible" for the rest, so that a naive query never takes a denial for a
// fact.
func (c *Claim) Prefix() string {
	switch {
	case c.Polarity == Denied:
		return "denied"
	case c.Modality == Asserted || c.Modality == Planned:
		return "verb"
	default:
		return "possible"
	}
}

// PredicateID names the claim's predicate in the graph: "verb:sign-up-for",
// "denied:reject".
func (c *Claim) PredicateID() string { return c.Prefix() + ":" + Slug(c.Predicate.Lemma) }

// ObjectText returns the words of the object, "" where there is none.
func (c *Claim) ObjectText() string {
	if c.Object == nil {
		return ""
	}
	return c.Object.Text
}

// Label returns the predicate in the third person: “signs up for”.
func (p Predicate) Label() string { return ThirdPerson(p.Lemma) }

// ThirdPerson inflects the first word of a verb's lemma for the third person
// singular of the present: call to calls, carry out to carries out.
func ThirdPerson(lemma string) string {
	verb, rest, _ := strings.Cut(lemma, " ")
	if rest != "" {
		rest = " " + rest
	}
	return inflect(verb) + rest
}

func inflect(verb string) string {
	switch verb {
	case "":
		return ""
	case "be":
		return "is"
	case "have":
		return "has"
	}
	for _, end := range []string{"s", "x", "z", "ch", "sh", "o"} {
		if strings.HasSuffix(verb, end) {
			return verb + "es"
		}
	}
	if stem, ok := strings.CutSuffix(verb, "y"); ok && stem != "" && !strings.ContainsAny(stem[len(stem)-1:], "aeiou") {
		return stem + "ies"
	}
	return verb + "s"
}
