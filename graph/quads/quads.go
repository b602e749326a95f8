package quads

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"github.com/cayleygraph/quad"
	jsonv2 "github.com/go-json-experiment/json"

	"github.com/whomgraph/whom/graph"
)

// DocumentIRI names a document in the graph. Entities, actors and claims are
// named by their ids as they are.
func DocumentIRI(id string) quad.IRI { return quad.IRI("document:" + id) }

// Document gives the quads of a document, its text within the record. It fails
// only where the document cannot be JSON.
func Document(d *graph.Document) ([]quad.Quad, error) {
	q := about(DocumentIRI(d.ID))
	q.add(Type, Article)
	q.text(Headline, d.Title)
	q.text(Publisher, d.Outlet)
	q.text(URL, d.URL)
	q.date(d.Published)
	q.text(InLanguage, d.Language)
	return q.record(d, "document", d.ID)
}

// Entity gives the quads of an entity. It is tied to its actor in the view,
// where it has one, and to the block of entities that it is resolved with. Where
// the document says to which body it belongs, it is tied to the actor of that,
// with the office and the day.
func Entity(v *graph.View, e *graph.Entity, block string) ([]quad.Quad, error) {
	q := about(quad.IRI(e.ID))
	q.add(Type, EntityType)
	q.add(DerivedFrom, DocumentIRI(e.Document))
	if a := v.Actor(e.ID); a != nil {
		q.add(ActorOf, quad.IRI(a.ID))
	}
	if body := v.Actor(e.Affiliation); body != nil {
		q.add(Affiliation, quad.IRI(body.ID))
		q.text(JobTitle, e.Role)
		q.date(e.Date)
	}
	q.add(Block, quad.String(block))
	return q.record(e, "entity", e.ID)
}

// classes gives the class of an actor by its type. The unknown have only the
// class of all, Agent.
var classes = map[graph.ActorType]quad.IRI{
	graph.Person:       PersonType,
	graph.State:        CountryType,
	graph.Organization: OrgType,
	graph.Place:        PlaceType,
	graph.Group:        GroupType,
	graph.Role:         OfficeType,
}

// Actor gives the quads of an actor. Its record does without the entities, each
// of which names its actor itself.
func Actor(a *graph.Actor) ([]quad.Quad, error) {
	q := about(quad.IRI(a.ID))
	q.add(Type, Agent)
	if class, ok := classes[a.Type]; ok {
		q.add(Type, class)
	}
	q.text(PrefLabel, a.Name)
	for _, alias := range a.Aliases {
		if alias.Text != a.Name {
			q.text(AltLabel, alias.Text)
		}
	}
	q.text(Country, a.Country)
	q.text(JobTitle, a.Role)
	for _, key := range a.Keys() {
		q.text(Key, key)
	}
	alone := *a
	alone.Entities = nil
	return q.record(alone, "actor", a.ID)
}

// Claim gives the quads of a claim of the document: its main quad, both ways
// where it is symmetric, then those about it.
func Claim(v *graph.View, d *graph.Document, c *graph.Claim) ([]quad.Quad, error) {
	id := quad.IRI(c.ID)
	predicate := quad.IRI(c.PredicateID())
	subject := node(v, c, &c.Subject)
	var object quad.Value
	if c.Object != nil {
		object = node(v, c, c.Object)
	}
	q := about(id)
	q.quads = main(subject, predicate, object, id, c.Symmetric)
	q.add(Type, ClaimType)
	q.add(DerivedFrom, DocumentIRI(d.ID))
	q.text(Publisher, d.Outlet)
	q.date(d.Published)
	q.text(Polarity, string(c.Polarity))
	q.text(Modality, string(c.Modality))
	q.speakers(v, c)
	q.add(Subject, subject)
	q.add(Predicate, predicate)
	if object != nil {
		q.add(Object, object)
	}
	q.arguments(v, c)
	return q.record(c, "claim", c.ID)
}

// Describe gives the quads of a description. All that it says is in its record,
// so that nobody takes it for an act.
func Describe(c *graph.Claim) ([]quad.Quad, error) {
	q := about(quad.IRI(c.ID))
	q.add(Type, Description)
	q.add(DerivedFrom, DocumentIRI(c.Document))
	return q.record(c, "description", c.ID)
}

// node is a participant as the graph shows it: by id, or by plain words.
func node(v *graph.View, c *graph.Claim, a *graph.Argument) quad.Value {
	if id := v.Node(c.Document, a).ID; id != "" {
		return quad.IRI(id)
	}
	return quad.String(a.Text)
}

func main(subject quad.Value, predicate quad.IRI, object quad.Value, label quad.IRI, symmetric bool) []quad.Quad {
	if _, ok := subject.(quad.IRI); !ok || object == nil {
		return nil
	}
	quads := []quad.Quad{{Subject: subject, Predicate: predicate, Object: object, Label: label}}
	if _, ok := object.(quad.IRI); ok && symmetric && subject != object {
		quads = append(quads, quad.Quad{Subject: object, Predicate: predicate, Object: subject, Label: label})
	}
	return quads
}

// Decode reads the object of a record quad back. T is the type that was
// written: graph.Document, graph.Entity, graph.Actor or graph.Claim.
func Decode[T any](record quad.Value) (T, error) {
	var out T
	literal, ok := record.(quad.TypedString)
	if !ok || literal.Type != JSON {
		return out, fmt.Errorf("record %.80s: not a literal of type %s", quad.StringOf(record), JSON)
	}
	if err := jsonv2.Unmarshal([]byte(literal.Value), &out); err != nil {
		return out, fmt.Errorf("record %.80s: %w", literal.Value, err)
	}
	return out, nil
}

// list collects quads of one subject.
type list struct {
	subject quad.IRI
	quads   []quad.Quad
}

func about(subject quad.IRI) *list { return &list{subject: subject} }

func (l *list) add(predicate quad.IRI, object quad.Value) {
	l.quads = append(l.quads, quad.Quad{Subject: l.subject, Predicate: predicate, Object: object})
}

// text adds a literal unless it is empty.
func (l *list) text(predicate quad.IRI, s string) {
	if s != "" {
		l.add(predicate, quad.String(s))
	}
}

// date adds the day of publication. Cayley's own time values lose what is less
// than a second and more, so a date stays the words it is.
func (l *list) date(s string) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		l.text(DatePublished, s)
		return
	}
	l.add(DatePublished, quad.TypedString{Value: quad.String(s), Type: Date})
}

// speakers adds each speaker once, who may stand in the chain twice.
func (l *list) speakers(v *graph.View, c *graph.Claim) {
	seen := make(map[quad.Value]bool)
	for i := range c.Attribution {
		speaker := node(v, c, &c.Attribution[i].Argument)
		if !seen[speaker] {
			seen[speaker] = true
			l.add(AttributedTo, speaker)
		}
	}
}

// arguments adds each actor among the further arguments once.
func (l *list) arguments(v *graph.View, c *graph.Claim) {
	seen := make(map[string]bool)
	for i := range c.Args {
		if n := v.Node(c.Document, &c.Args[i]); n.IsActor() && !seen[n.ID] {
			seen[n.ID] = true
			l.add(Argument, quad.IRI(n.ID))
		}
	}
}

// record adds the JSON of what the list is about and returns all quads.
func (l *list) record(of any, kind, id string) ([]quad.Quad, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(of); err != nil {
		return nil, fmt.Errorf("writing %s %q as JSON: %w", kind, id, err)
	}
	text := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	l.add(Record, quad.TypedString{Value: quad.String(text), Type: JSON})
	return l.quads, nil
}
