package export

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A Stock is where ReadClaims finds the documents that claims are about.
type Stock interface {
	Extraction(document string) (graph.Extraction, error)
	Actor(entity string) string // id of the actor that an entity is, or ""
}

// ReadClaims reads claims in the interchange format, one a line, and returns the
// documents that they are about as these are with them. name is that of the file
// in errors, "name:line: what is wrong"; after one nothing is returned.
//
// Each line may be one that JSONL wrote or one made by another program, which
// may leave out id, predicate.id, predicate.label, and what is absent by the
// format. Words must stand in the document at their spans. A claim that the
// document has already, by its id, is left as it is. A participant whose id is
// that of an actor is the document's entity of that actor, else a new entity.
func ReadClaims(name string, r io.Reader, stock Stock) ([]graph.Extraction, error) {
	in := newLineReader[record](name, io.NopCloser(r))
	byID := make(map[string]*importer)
	var all []*importer // in the order of the file
	for in.next() {
		im := byID[in.item.Document]
		if im == nil {
			x, err := stock.Extraction(in.item.Document)
			if err != nil {
				return nil, in.wrong(err)
			}
			im = newImporter(x, stock)
			byID[in.item.Document] = im
			all = append(all, im)
		}
		im.lines = append(im.lines, located{in.line, in.item})
	}
	out := make([]graph.Extraction, len(all))
	for i, im := range all {
		if err := im.read(); err != nil && in.err == nil {
			return nil, fmt.Errorf("%s:%w", name, err)
		}
		out[i] = im.x
	}
	return out, in.err
}

// A located record knows its line.
type located struct {
	line int
	record
}

// An importer adds claims to a document.
type importer struct {
	x        graph.Extraction
	lines    []located
	bySpan   map[graph.Span]string // entities by their mentions
	byActor  map[string]string     // entities by their actors
	claims   map[string]bool
	entities map[string]bool
}

func newImporter(x graph.Extraction, stock Stock) *importer {
	im := &importer{
		x: x, bySpan: make(map[graph.Span]string), byActor: make(map[string]string),
		claims: make(map[string]bool), entities: make(map[string]bool),
	}
	for _, e := range x.Entities {
		im.entities[e.ID] = true
		actor := stock.Actor(e.ID)
		im.byActor[actor] = cmp.Or(im.byActor[actor], e.ID)
		for _, m := range e.Mentions {
			im.bySpan[m.Span] = cmp.Or(im.bySpan[m.Span], e.ID)
		}
	}
	for _, c := range x.Claims {
		im.claims[c.ID] = true
	}
	return im
}

// read brings in all lines, those first that an owner or report of another may
// refer to.
func (im *importer) read() error {
	for i := range im.lines {
		if err := im.meet(&im.lines[i].record); err != nil {
			return fmt.Errorf("%d: %w", im.lines[i].line, err)
		}
	}
	var news []graph.Claim
	for i := range im.lines {
		c, err := im.claim(&im.lines[i].record)
		if err != nil {
			return fmt.Errorf("%d: %w", im.lines[i].line, err)
		}
		if !im.claims[c.ID] {
			im.claims[c.ID] = true
			news = append(news, c)
		}
	}
	for i := range im.lines {
		if err := im.refers(&im.lines[i].record); err != nil {
			return fmt.Errorf("%d: %w", im.lines[i].line, err)
		}
	}
	im.x.Claims = append(im.x.Claims, news...)
	return nil
}

// meet makes entities of actors that the document does not have yet.
func (im *importer) meet(r *record) error {
	for _, p := range r.participants() {
		if !p.isActor() || im.byActor[p.ID] != "" {
			continue
		}
		e := graph.Entity{
			ID: graph.EntityID(im.x.Document.ID, p.Span), Document: im.x.Document.ID, Date: im.x.Document.Published,
			Name: cmp.Or(p.Name, p.Text), Type: graph.ActorType(cmp.Or(p.Type, graph.NodeType(graph.Unknown))),
			Mentions: []graph.Mention{{Text: p.Text, Span: p.Span, Head: p.Span, Kind: cmp.Or(p.Mention, graph.NameMention)}},
		}
		if im.entities[e.ID] {
			return fmt.Errorf("%q at [%d,%d] is %s, but another actor of the document stands there", p.Text, p.Span.Start, p.Span.End, p.ID)
		}
		if err := e.Check(&im.x.Document); err != nil {
			return fmt.Errorf("%s: %w", p.ID, err)
		}
		im.entities[e.ID], im.byActor[p.ID] = true, e.ID
		im.x.Entities = append(im.x.Entities, e)
	}
	return nil
}

func (im *importer) claim(r *record) (graph.Claim, error) {
	c := graph.Claim{
		ID: r.ID, Document: r.Document, Sentence: r.Sentence, Symmetric: r.Symmetric, Polarity: r.Polarity,
		Modality: r.Modality, Time: r.Time, Evidence: r.Evidence.Span, Confidence: r.Confidence,
		Predicate: graph.Predicate{Lemma: r.Predicate.Lemma, Text: r.Predicate.Text, Span: r.Predicate.Span},
	}
	var err error
	argument := func(p *participant) graph.Argument {
		a, wrong := im.argument(p)
		err = errors.Join(err, wrong)
		return a
	}
	c.Subject = argument(&r.Subject)
	if r.Object != nil {
		c.Object = new(argument(r.Object))
	}
	for i := range r.Args {
		c.Args = append(c.Args, argument(&r.Args[i]))
	}
	for i := range r.Attribution {
		s := &r.Attribution[i]
		c.Attribution = append(c.Attribution, graph.Speaker{
			Argument: argument(s.participant()), Verb: s.Verb, Polarity: s.Polarity, Claim: s.Claim,
		})
	}
	if r.Place != nil {
		c.Place = &graph.Argument{Text: r.Place.Text, Span: r.Place.Span, Head: r.Place.Span, Entity: im.bySpan[r.Place.Span]}
	}
	if err != nil {
		return c, err
	}
	return c, im.check(r, &c)
}

// check holds a claim, and what its line says besides, against the document.
func (im *importer) check(r *record, c *graph.Claim) error {
	c.ID = cmp.Or(c.ID, graph.ClaimID(c))
	if err := c.Check(&im.x.Document); err != nil {
		return err
	}
	switch {
	case r.Evidence.Text != c.Evidence.Text(&im.x.Document):
		return fmt.Errorf("evidence: text %.60q is not what document %q has at [%d,%d]", r.Evidence.Text, c.Document, c.Evidence.Start, c.Evidence.End)
	case r.Predicate.ID != "" && r.Predicate.ID != c.PredicateID():
		return fmt.Errorf("predicate: id %q: lemma, polarity and modality make %s", r.Predicate.ID, c.PredicateID())
	}
	return nil
}

func (im *importer) argument(p *participant) (graph.Argument, error) {
	a := graph.Argument{Role: p.Role, Text: p.Text, Span: p.Span, Head: p.Span, Mention: p.Mention, Antecedent: p.Antecedent}
	switch {
	case p.ID == "":
	case p.isClaim():
		a.Claim = p.ID
	case p.isThing():
		a.Thing = &graph.Thing{Lemma: cmp.Or(p.Name, p.Text)}
		if p.Of != "" {
			if a.Thing.Owner = im.byActor[p.Of]; a.Thing.Owner == "" {
				return a, fmt.Errorf("%q: of %q is no actor of document %q", p.Text, p.Of, im.x.Document.ID)
			}
		}
	case p.isActor():
		a.Entity = im.byActor[p.ID]
	default:
		return a, fmt.Errorf("%q: id %q: want actor:, thing: or claim: in front", p.Text, p.ID)
	}
	return a, nil
}

// refers checks that the claims that a line names are there.
func (im *importer) refers(r *record) error {
	for _, p := range r.participants() {
		if p.isClaim() && !im.claims[p.ID] {
			return fmt.Errorf("%.60q: there is no %s in document %q", p.Text, p.ID, r.Document)
		}
	}
	for _, s := range r.Attribution {
		if s.Claim != "" && !im.claims[s.Claim] {
			return fmt.Errorf("attribution: there is no %s in document %q", s.Claim, r.Document)
		}
	}
	return nil
}

// participants lists all that a claim names.
func (r *record) participants() []*participant {
	all := []*participant{&r.Subject}
	if r.Object != nil {
		all = append(all, r.Object)
	}
	for i := range r.Args {
		all = append(all, &r.Args[i])
	}
	for i := range r.Attribution {
		all = append(all, r.Attribution[i].participant())
	}
	return all
}

func (s *speaker) participant() *participant {
	return &participant{ID: s.ID, Name: s.Name, Mention: s.Mention, Text: s.Text, Span: s.Span, Of: s.Of, Antecedent: s.Antecedent}
}

func (p *participant) isActor() bool { return strings.HasPrefix(p.ID, "actor:") }
func (p *participant) isThing() bool { return strings.HasPrefix(p.ID, "thing:") }
func (p *participant) isClaim() bool { return strings.HasPrefix(p.ID, "claim:") }
