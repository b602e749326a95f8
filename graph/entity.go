package graph

// MentionKind says by what sort of words an entity is mentioned.
type MentionKind string

const (
	NameMention    MentionKind = "name"    // “Sergei Lavrov”
	NominalMention MentionKind = "nominal" // “the top Russian diplomat”
	PronounMention MentionKind = "pronoun" // “he”
)

// Reading says whether a name stands for somebody who acts or for a place.
type Reading string

const (
	ActorReading Reading = "actor" // “Moscow said”
	PlaceReading Reading = "place" // “in Moscow”
)

// ActorType is the kind of an entity or actor.
type ActorType string

const (
	Person       ActorType = "person"
	State        ActorType = "state"
	Organization ActorType = "organization"
	Group        ActorType = "group"
	Role         ActorType = "role"
	Place        ActorType = "place"
	Unknown      ActorType = "unknown"
)

// ActorTypes lists them all.
var ActorTypes = []ActorType{Person, State, Organization, Group, Role, Place, Unknown}

// A Mention is one place where a text names an entity.
type Mention struct {
	Text    string      `json:"text"`
	Span    Span        `json:"span"`
	Head    Span        `json:"head"` // the head word, within Span
	Kind    MentionKind `json:"kind"`
	Reading Reading     `json:"reading,omitempty"`
}

// An Entity is one actor within one document: the mentions that the text uses
// for it, in order of their spans. It depends on its document alone.
type Entity struct {
	ID       string `json:"id"`
	Document string `json:"document"`
	// Date is the day of the document, where it is known: what holds at one time
	// need not at another.
	Date string    `json:"date,omitempty"`
	Name string    `json:"name"` // words of the document, normalized in spelling
	Type ActorType `json:"type"`
	// Country is an ISO 3166-1 alpha-3 code: the state itself, or the one to
	// which a person, body or group belongs.
	Country string `json:"country,omitempty"`
	// Role is the office that the text gives (“Foreign Minister”).
	Role string `json:"role,omitempty"`
	// Affiliation is the entity to which this one belongs, by its id.
	Affiliation string    `json:"affiliation,omitempty"`
	Mentions    []Mention `json:"mentions"`
}

// An Actor is a set of entities of many documents that are held to be one. It
// is computed by graph/resolve and never stored as truth.
type Actor struct {
	ID       string    `json:"id"` // "actor:sergey-lavrov"
	Name     string    `json:"name"`
	Type     ActorType `json:"type"`
	Country  string    `json:"country,omitempty"`
	Role     string    `json:"role,omitempty"`
	Aliases  []Alias   `json:"aliases,omitempty"`  // most used first
	Entities []string  `json:"entities,omitempty"` // ids, sorted
}

// An Alias is one form by which documents name an actor.
type Alias struct {
	Text     string `json:"text"`
	Mentions int    `json:"mentions"`
}
