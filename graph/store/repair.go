package store

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
)

// Repair writes the store anew from the records of its log: indexes, counts,
// actors and all quads are made again. Documents whose records are missing or
// contradict themselves are left out; Repair returns a sentence on each.
// Memory holds all that the store does.
func (s *Store) Repair(ctx context.Context) (lost []string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := readContents(ctx, s.db)
	if err != nil {
		return nil, s.wrap(err)
	}
	err = s.db.replace(ctx, func(*reader) (source, []graph.Decision, error) { return c.source, c.decisions, nil })
	return c.faults, s.wrap(err)
}

// isRecord tells a record by what it is, for not all of a quad need be there.
func isRecord(q quad.Quad) bool {
	literal, ok := q.Object.(quad.TypedString)
	return q.Predicate == quads.Record || ok && literal.Type == quads.JSON
}

// take keeps a record with its document.
func (c *contents) take(q quad.Quad) error {
	if q.Subject == nil { // only an actor's can be made again
		of, err := quads.Decode[struct {
			ID string `json:"id"`
		}](q.Object)
		if err == nil && !strings.HasPrefix(of.ID, actorPrefix) {
			err = errMissing
		}
		return err
	}
	id, _ := q.Subject.(quad.IRI)
	prefix, _, _ := strings.Cut(string(id), ":")
	switch prefix + ":" {
	case string(quads.DocumentIRI("")):
		d, err := quads.Decode[graph.Document](q.Object)
		if err == nil {
			c.of(d.ID).Document = d
		}
		return err
	case entityPrefix:
		e, err := quads.Decode[graph.Entity](q.Object)
		if err == nil {
			x := c.of(e.Document)
			x.Entities = append(x.Entities, e)
		}
		return err
	case claimPrefix, descriptionPrefix:
		claim, err := quads.Decode[graph.Claim](q.Object)
		if err == nil && prefix+":" == claimPrefix {
			x := c.of(claim.Document)
			x.Claims = append(x.Claims, claim)
		} else if err == nil {
			x := c.of(claim.Document)
			x.Descriptions = append(x.Descriptions, claim)
		}
		return err
	case "decision:":
		d, err := quads.Decode[graph.Decision](q.Object)
		if err == nil {
			c.decisions = append(c.decisions, d)
		}
		return err
	}
	return nil // an actor's, which is made again
}

func (c *contents) of(document string) *graph.Extraction {
	x := c.byID[document]
	if x == nil {
		x = new(graph.Extraction)
		c.byID[document] = x
	}
	return x
}

// judge leaves out the documents that cannot be kept.
func (c *contents) judge() {
	graph.SortDecisions(c.decisions)
	for _, id := range slices.Sorted(maps.Keys(c.byID)) {
		x := arranged(*c.byID[id])
		c.byID[id] = x
		err := verifyExtraction(id, x)
		if n := len(x.Entities) + len(x.Claims) + len(x.Descriptions); err == nil && n < c.parts[quads.DocumentIRI(id)] {
			err = fmt.Errorf("of its %d entities, claims and descriptions %d are there", c.parts[quads.DocumentIRI(id)], n)
		}
		if err != nil {
			c.faults = append(c.faults, fmt.Sprintf("document %q: %v", id, err))
			continue
		}
		c.ids = append(c.ids, id)
	}
}

// verifyExtraction holds a document and all words said of it against the text.
func verifyExtraction(id string, x *graph.Extraction) error {
	if x.Document.ID != id {
		return fmt.Errorf("it is not there, but %d entities and %d claims of it are", len(x.Entities), len(x.Claims))
	}
	if err := checkDocument(x); err != nil {
		return err
	}
	for i := range x.Entities {
		if err := x.Entities[i].Check(&x.Document); err != nil {
			return fmt.Errorf("%s: %w", x.Entities[i].ID, err)
		}
	}
	for _, claims := range [][]graph.Claim{x.Claims, x.Descriptions} {
		for i := range claims {
			if err := claims[i].Check(&x.Document); err != nil {
				return fmt.Errorf("%s: %w", claims[i].ID, err)
			}
		}
	}
	return nil
}

// source yields the documents that can be kept.
func (c *contents) source() iter.Seq2[*graph.Extraction, error] {
	return func(yield func(*graph.Extraction, error) bool) {
		for _, id := range c.ids {
			if !yield(c.byID[id], nil) {
				return
			}
		}
	}
}
