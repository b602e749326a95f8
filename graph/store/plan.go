package store

import (
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
	"github.com/whomgraph/whom/graph/resolve"
)

// The quads of a store are a function of its documents, entities, claims and
// decisions alone. plan computes that function for the part that changes touch,
// as it was and as it will be: the difference makes the store equal to one built
// afresh.
//
// What is touched: the documents that change; the actors of every block with an
// entity of theirs, or with a name of a decision that comes or goes, and of all
// blocks that decisions link to these; and the documents of other entities of
// those blocks that come to another actor, for their claims name it.
func plan(r *reader, changes []change, decided, decide []graph.Decision) (add, remove []quad.Quad, err error) {
	old := side(changes, func(c change) *graph.Extraction { return c.old })
	new := side(changes, func(c change) *graph.Extraction { return c.new })
	gone, come := notIn(decided, decide), notIn(decide, decided)
	blocks := touched(slices.Concat(old, new), slices.Concat(gone, come))
	others, err := neighbours(r, resolve.Linked(blocks, slices.Concat(decided, come)), slices.Concat(old, new))
	if err != nil {
		return nil, nil, err
	}
	before := resolve.Actors(slices.Concat(others, entitiesOf(old)), decided...)
	after := resolve.Actors(slices.Concat(others, entitiesOf(new)), decide...)
	moved, stubs, err := movedDocuments(r, others, before, after)
	if err != nil {
		return nil, nil, err
	}
	was, err := allQuads(before, stubs, append(old, moved...), gone)
	if err != nil {
		return nil, nil, err
	}
	is, err := allQuads(after, stubs, append(new, moved...), come)
	if err != nil {
		return nil, nil, err
	}
	return minus(is, was), minus(was, is), nil
}

func side(changes []change, of func(change) *graph.Extraction) []*graph.Extraction {
	var out []*graph.Extraction
	for _, c := range changes {
		if x := of(c); x != nil {
			out = append(out, x)
		}
	}
	return out
}

func entitiesOf(extractions []*graph.Extraction) []graph.Entity {
	var out []graph.Entity
	for _, x := range extractions {
		out = append(out, x.Entities...)
	}
	return out
}

// touched returns the blocks of what changes.
func touched(extractions []*graph.Extraction, decisions []graph.Decision) []string {
	blocks := make(map[string]bool)
	for _, x := range extractions {
		for i := range x.Entities {
			blocks[resolve.Block(&x.Entities[i])] = true
		}
	}
	for i := range decisions {
		for _, block := range resolve.DecisionBlocks(&decisions[i]) {
			blocks[block] = true
		}
	}
	return slices.Collect(maps.Keys(blocks))
}

// neighbours reads the entities of blocks that are not of a changed document.
func neighbours(r *reader, blocks []string, extractions []*graph.Extraction) ([]graph.Entity, error) {
	changed := make(map[string]bool)
	for _, x := range extractions {
		changed[x.Document.ID] = true
	}
	values := make([]quad.Value, len(blocks))
	for i, block := range blocks {
		values[i] = quad.String(block)
	}
	nodes, err := r.subjects(quads.Block, values...)
	if err != nil {
		return nil, err
	}
	entities, err := records[graph.Entity](r, nodes...)
	return slices.DeleteFunc(entities, func(e graph.Entity) bool { return changed[e.Document] }), err
}

// movedDocuments reads the unchanged documents with an entity that comes to
// another actor. Entities of theirs that are not resolved now keep the actor
// that the store has; stubs are these actors, with no more than their ids.
func movedDocuments(r *reader, others []graph.Entity, before, after []graph.Actor) (moved []*graph.Extraction, stubs []graph.Actor, err error) {
	was, is := graph.NewView(before), graph.NewView(after)
	ids := make(map[string]bool)
	for _, e := range others {
		if was.Actor(e.ID).ID != is.Actor(e.ID).ID {
			ids[e.Document] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		x, err := r.extraction(id)
		if err != nil {
			return nil, nil, err
		}
		moved = append(moved, x)
		for _, e := range x.Entities {
			if is.Actor(e.ID) != nil {
				continue
			}
			stub, err := storedActor(r, e.ID)
			if err != nil {
				return nil, nil, err
			}
			stubs = append(stubs, stub)
		}
	}
	return moved, stubs, nil
}

func storedActor(r *reader, entity string) (graph.Actor, error) {
	node, err := r.ref(quad.IRI(entity))
	if err != nil {
		return graph.Actor{}, err
	}
	refs, err := r.objects(quads.ActorOf, node)
	if err != nil {
		return graph.Actor{}, err
	}
	values, err := r.values(refs[0])
	if err != nil {
		return graph.Actor{}, err
	}
	a := graph.Actor{Entities: []string{entity}}
	for _, v := range values {
		a.ID = string(v.(quad.IRI))
	}
	return a, nil
}

// allQuads gives the quads of actors and decisions, and those of documents whose
// entities are resolved to the actors and stubs.
func allQuads(actors, stubs []graph.Actor, extractions []*graph.Extraction, decisions []graph.Decision) ([]quad.Quad, error) {
	out, err := decisionQuads(decisions)
	if err != nil {
		return nil, err
	}
	for i := range actors {
		of, err := quads.Actor(&actors[i])
		if err != nil {
			return nil, err
		}
		out = append(out, of...)
	}
	view := graph.NewView(slices.Concat(actors, stubs))
	for _, x := range extractions {
		of, err := extractionQuads(view, x)
		if err != nil {
			return nil, err
		}
		out = append(out, of...)
	}
	return out, nil
}

func extractionQuads(view *graph.View, x *graph.Extraction) ([]quad.Quad, error) {
	out, err := quads.Document(&x.Document)
	if err != nil {
		return nil, err
	}
	for i := range x.Entities {
		e := &x.Entities[i]
		of, err := quads.Entity(view, e, resolve.Block(e))
		if err != nil {
			return nil, err
		}
		out = append(out, of...)
	}
	for i := range x.Claims {
		of, err := quads.Claim(view, &x.Document, &x.Claims[i])
		if err != nil {
			return nil, err
		}
		out = append(out, of...)
	}
	for i := range x.Descriptions {
		of, err := quads.Describe(&x.Descriptions[i])
		if err != nil {
			return nil, err
		}
		out = append(out, of...)
	}
	return out, nil
}

// minus returns each quad of a once that is not in b, in the order of a.
func minus(a, b []quad.Quad) []quad.Quad {
	seen := make(map[quad.Quad]bool, len(a)+len(b))
	for _, q := range b {
		seen[q] = true
	}
	var out []quad.Quad
	for _, q := range a {
		if !seen[q] {
			seen[q] = true
			out = append(out, q)
		}
	}
	return out
}
