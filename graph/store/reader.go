package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
)

// A reader reads records by the indexes of a graph.
type reader struct {
	ctx   context.Context
	graph lookup
}

// ref returns the reference of a value, or nil where the graph does not have it.
func (r *reader) ref(v quad.Value) (cayley.Ref, error) {
	refs, err := r.graph.refs(r.ctx, []quad.Value{v})
	if err != nil {
		return nil, err
	}
	return refs[0], nil
}

func (r *reader) values(refs []cayley.Ref) ([]quad.Value, error) {
	values, err := r.graph.values(r.ctx, refs)
	if err != nil {
		return nil, err
	}
	if slices.Contains(values, nil) {
		return nil, errMissing
	}
	return values, nil
}

// objects returns what each subject has by the predicate.
func (r *reader) objects(predicate quad.IRI, subjects ...cayley.Ref) ([][]cayley.Ref, error) {
	return r.graph.follow(r.ctx, subjects, predicate, quad.Object)
}

// subjects returns what has any of the objects by the predicate.
func (r *reader) subjects(predicate quad.IRI, objects ...quad.Value) ([]cayley.Ref, error) {
	nodes, err := r.graph.refs(r.ctx, objects)
	if err != nil {
		return nil, err
	}
	lists, err := r.graph.follow(r.ctx, nodes, predicate, quad.Subject)
	return slices.Concat(lists...), err
}

// records reads the records of nodes, in their order. Nodes without one, as nil
// is, are passed over.
func records[T any](r *reader, nodes ...cayley.Ref) ([]T, error) {
	lists, err := r.objects(quads.Record, nodes...)
	if err != nil {
		return nil, err
	}
	literals := slices.Concat(lists...)
	if len(literals) == 0 {
		return nil, nil
	}
	values, err := r.values(literals)
	if err != nil {
		return nil, err
	}
	out := make([]T, len(values))
	for i, v := range values {
		if err := r.ctx.Err(); err != nil {
			return nil, err
		}
		if out[i], err = quads.Decode[T](v); err != nil {
			return nil, damaged(err)
		}
	}
	return out, nil
}

// record reads the record of an id, or fails with ErrNotFound.
func record[T any](r *reader, id quad.IRI) (T, error) {
	var none T
	node, err := r.ref(id)
	if err != nil {
		return none, err
	}
	found, err := records[T](r, node)
	if err != nil {
		return none, err
	}
	if len(found) == 0 {
		return none, fmt.Errorf("%s: %w", id, ErrNotFound)
	}
	return found[0], nil
}

// documents returns the ids of all documents, sorted.
func (r *reader) documents() ([]string, error) {
	nodes, err := r.subjects(quads.Type, quads.Article)
	if err != nil {
		return nil, err
	}
	values, err := r.values(nodes)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(values))
	for i, v := range values {
		ids[i] = documentID(v)
	}
	slices.Sort(ids)
	return ids, nil
}

// documentID is the id of a document by its name in the graph.
func documentID(v quad.Value) string {
	return strings.TrimPrefix(string(v.(quad.IRI)), string(quads.DocumentIRI("")))
}

func (r *reader) claim(id string) (graph.Claim, error) {
	if !strings.HasPrefix(id, claimPrefix) {
		return graph.Claim{}, fmt.Errorf("%s: %w", id, ErrNotFound)
	}
	return record[graph.Claim](r, quad.IRI(id))
}

func (r *reader) document(id string) (graph.Document, error) {
	d, err := record[graph.Document](r, quads.DocumentIRI(id))
	if errors.Is(err, ErrNotFound) {
		err = fmt.Errorf("document %q: %w", id, ErrNotFound)
	}
	return d, err
}

// What is derived from a document is told apart by its id.
const (
	entityPrefix      = "entity:"
	claimPrefix       = "claim:"
	descriptionPrefix = "description:"
)

// parts returns the nodes of a document's entities, claims or descriptions.
func (r *reader) parts(document, prefix string) ([]cayley.Ref, error) {
	nodes, err := r.subjects(quads.DerivedFrom, quads.DocumentIRI(document))
	if err != nil {
		return nil, err
	}
	values, err := r.values(nodes)
	if err != nil {
		return nil, err
	}
	var out []cayley.Ref
	for i, v := range values {
		if strings.HasPrefix(string(v.(quad.IRI)), prefix) {
			out = append(out, nodes[i])
		}
	}
	return out, nil
}

// entities reads the entities of a document, sorted by id.
func (r *reader) entities(document string) ([]graph.Entity, error) {
	nodes, err := r.parts(document, entityPrefix)
	if err != nil {
		return nil, err
	}
	out, err := records[graph.Entity](r, nodes...)
	slices.SortFunc(out, byID)
	return out, err
}

// claims reads the claims of a document, in order of the text.
func (r *reader) claims(document string) ([]graph.Claim, error) {
	return r.claimsWith(document, claimPrefix)
}

// descriptions reads the descriptions of a document, in order of the text.
func (r *reader) descriptions(document string) ([]graph.Claim, error) {
	return r.claimsWith(document, descriptionPrefix)
}

func (r *reader) claimsWith(document, prefix string) ([]graph.Claim, error) {
	nodes, err := r.parts(document, prefix)
	if err != nil {
		return nil, err
	}
	out, err := records[graph.Claim](r, nodes...)
	slices.SortFunc(out, byPosition)
	return out, err
}

// extraction reads a document with all that it gives.
func (r *reader) extraction(document string) (*graph.Extraction, error) {
	var x graph.Extraction
	var err error
	if x.Document, err = r.document(document); err != nil {
		return nil, err
	}
	if x.Entities, err = r.entities(document); err != nil {
		return nil, err
	}
	if x.Claims, err = r.claims(document); err != nil {
		return nil, err
	}
	x.Descriptions, err = r.descriptions(document)
	return &x, err
}

func byID(a, b graph.Entity) int { return strings.Compare(a.ID, b.ID) }

// byPosition orders claims as the text has them, by what is done; accounts at
// one place by polarity and id.
func byPosition(a, b graph.Claim) int {
	return cmp.Or(
		cmp.Compare(a.Predicate.Span.Start, b.Predicate.Span.Start),
		cmp.Compare(a.Predicate.Span.End, b.Predicate.Span.End),
		cmp.Compare(a.Subject.Span.Start, b.Subject.Span.Start),
		cmp.Compare(a.Polarity, b.Polarity),
		strings.Compare(a.ID, b.ID),
	)
}
