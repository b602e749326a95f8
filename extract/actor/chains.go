package actor

import (
	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph"
)

// Chains returns the mentions of the document, also of what is no actor, and
// which of them take up which.
func (d *Document) Chains() *coref.Text { return d.chains }

// link finds the mentions of the document and links them.
func (d *Document) link() {
	var names []coref.Name
	forms := make(map[string]int)
	for _, m := range d.found {
		if !m.adjective {
			names = append(names, d.corefName(m))
			forms[d.text(m.sentence, m.first, m.last)] = m.entity
		}
	}
	for _, m := range d.found {
		names = append(names, d.nested(m, forms)...)
	}
	d.chains = coref.Read(d.sentences, d.trees, names, d.tables.kinds)
	d.chains.Resolve()
}

func (d *Document) corefName(m mention) coref.Name {
	e := d.entities[m.entity]
	return coref.Name{
		Sentence: m.sentence, First: m.first, Last: m.last, Entity: m.entity, Type: corefTypes[e.kind], Gender: e.gender,
		Medium: source.IsOutlet(e.name) || source.IsOutlet(d.text(m.sentence, m.first, m.last)),
	}
}

// nested returns the names within a name that the document has for themselves too:
// “Lima” in “Lima Court of Appeal”. They are mentions to be taken up, but the
// longer name is who acts.
func (d *Document) nested(m mention, forms map[string]int) []coref.Name {
	var out []coref.Name
	head := d.head(m)
	for first := m.first; first <= m.last; first++ {
		for last := m.last; last >= first; last-- {
			if first <= head && head <= last {
				continue
			}
			e, ok := forms[d.text(m.sentence, first, last)]
			if ok && e != m.entity && d.entities[e].kind != graph.Group && d.token(m.sentence, last).UPOS == "PROPN" {
				out = append(out, d.corefName(mention{sentence: m.sentence, first: first, last: last, entity: e}))
				first = last
				break
			}
		}
	}
	return out
}

var corefTypes = map[graph.ActorType]coref.Type{
	graph.Person: coref.Person, graph.State: coref.Place, graph.Place: coref.Place,
	graph.Organization: coref.Organization, graph.Group: coref.Organization,
}
