package actor

import (
	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/graph"
)

// Chains returns the mentions of the document, also of what is no actor, and
// which of them take up which.
func (d *Document) Chains() *coref.Text { return d.chains }

// link finds the mentions of the document and links them.
func (d *Document) link() {
	var names []coref.Name
	for _, m := range d.found {
		if m.adjective {
			continue
		}
		e := d.entities[m.entity]
		names = append(names, coref.Name{
			Sentence: m.sentence, First: m.first, Last: m.last, Entity: m.entity, Type: corefTypes[e.kind], Gender: e.gender,
		})
	}
	d.chains = coref.Read(d.sentences, d.trees, names, d.tables.kinds)
	d.chains.Resolve()
}

var corefTypes = map[graph.ActorType]coref.Type{
	graph.Person: coref.Person, graph.State: coref.Place, graph.Place: coref.Place,
	graph.Organization: coref.Organization, graph.Group: coref.Organization,
}
