package graph

// An Extraction is what one document gives: itself, its entities and the
// claims that it makes.
type Extraction struct {
	Document Document
	Entities []Entity // sorted by id
	Claims   []Claim  // what is done, in order of the text
	// Descriptions are claims of what somebody or something is: “Kyiv is the
	// capital”, “Holt, a judge”. They stay out of the network of actors. The
	// predicate of an apposition has no words and an empty span.
	Descriptions []Claim // in order of the text
	// Skipped are the paragraphs of which no claims are made. They are not kept.
	Skipped []Skip `json:"-"`
}

// A Skip is a paragraph in another language than the document's.
type Skip struct {
	Span     Span
	Language string // as people say it: “German”, “Cyrillic script”
}

// A View shows claims with their entities resolved to actors. It is safe for
// concurrent reading.
type View struct {
	actors   []Actor
	byEntity map[string]*Actor
}

// NewView indexes actors by the entities they consist of. The actors must not
// be changed afterwards.
func NewView(actors []Actor) *View {
	v := &View{actors: actors, byEntity: make(map[string]*Actor)}
	for i := range actors {
		for _, e := range actors[i].Entities {
			v.byEntity[e] = &actors[i]
		}
	}
	return v
}

// Actors returns all actors in the order given to NewView.
func (v *View) Actors() []Actor { return v.actors }

// Actor returns the actor to which an entity belongs, or nil.
func (v *View) Actor(entity string) *Actor { return v.byEntity[entity] }

// NodeType is an ActorType or one of the types below.
type NodeType string

const (
	ThingNode NodeType = "thing"
	ClaimNode NodeType = "claim"
	WordsNode NodeType = "words"
)

// A Node is a participant of a claim as a graph shows it.
type Node struct {
	ID      string // "actor:antony-blinken", "thing:ukraine/army", "claim:…"; "" for plain words
	Name    string
	Type    NodeType
	Country string
	Owner   string // id of the actor that owns a thing, or ""
}

// Node resolves an argument of a claim of the document. A thing stands under
// its owner, else under its document, so that not every army is one node.
func (v *View) Node(document string, a *Argument) Node {
	switch {
	case a.Entity != "":
		if actor := v.byEntity[a.Entity]; actor != nil {
			return Node{ID: actor.ID, Name: actor.Name, Type: NodeType(actor.Type), Country: actor.Country}
		}
		return Node{ID: a.Entity, Name: a.Text, Type: NodeType(Unknown)}
	case a.Thing != nil:
		n := Node{Name: a.Thing.Lemma, Type: ThingNode}
		home := document
		if owner := v.byEntity[a.Thing.Owner]; owner != nil {
			n.Owner, n.Country = owner.ID, owner.Country
			home = owner.ID[len("actor:"):]
		}
		n.ID = "thing:" + home + "/" + Slug(a.Thing.Lemma)
		return n
	case a.Claim != "":
		return Node{ID: a.Claim, Name: a.Text, Type: ClaimNode}
	default:
		return Node{Name: a.Text, Type: WordsNode}
	}
}

// IsActor reports whether the node is an actor rather than a thing, a claim or
// plain words.
func (n Node) IsActor() bool {
	return n.ID != "" && n.Type != ThingNode && n.Type != ClaimNode && n.Type != WordsNode
}
