package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A ploverRecord is one of the PLOVER gold standard records: a sentence with an
// event, and the words in it of who does it and to whom.
type ploverRecord struct {
	ID       string          `json:"id"`
	Date     string          `json:"date"`
	Text     string          `json:"text"`
	Source   []ploverActor   `json:"source"`
	TextInfo json.RawMessage `json:"textInfo"`
	Target   json.RawMessage `json:"target"` // actors, null or a remark
	Event    string          `json:"event"`  // its type

	targets []ploverActor
	marks   map[string][]ploverMark // by label: SRC, TAR, SRC/TAR, EVT
	read    graph.Extraction
}

type ploverActor struct {
	Text string `json:"actorText"`
	Code string `json:"code"` // of a country in ISO 3166-1 alpha-3, or IGO and the like
}

// scorePlover counts the records of which one claim has source and target right:
// its subject and one of its other participants. Where all are sources at once
// targets, the claim must be mutual; where the record names one side only, that
// side must take part in the marked event.
func scorePlover(d *data) ([]result, error) {
	records, err := readPlover(d)
	if err != nil {
		return nil, err
	}
	var both, event measure
	for i := range records {
		r := &records[i]
		both.addIf(true, r.has(r.claimRight))
		event.addIf(true, r.has(func(c *graph.Claim) bool { return r.claimRight(c) && r.isEvent(c) }))
	}
	return []result{
		{"records", float64(both.gold)},
		{"source and target right", 100 * both.recall()},
		{"source, target and event right", 100 * event.recall()},
	}, nil
}

func readPlover(d *data) ([]ploverRecord, error) {
	file, err := d.read("data/events/plover-dev.json")
	if err != nil {
		return nil, err
	}
	var all struct{ Records []ploverRecord }
	if err := json.Unmarshal(file, &all); err != nil {
		return nil, fmt.Errorf("reading PLOVER records: %w", err)
	}
	documents := make([]graph.Document, len(all.Records))
	for i := range all.Records {
		r := &all.Records[i]
		r.prepare()
		documents[i] = graph.Document{ID: r.ID, Text: r.Text, Published: r.Date}
	}
	trees, err := newForest()
	if err != nil {
		return nil, err
	}
	read, err := trees.extract(documents)
	if err != nil {
		return nil, err
	}
	for i := range all.Records {
		all.Records[i].read = read[i]
	}
	return all.Records, nil
}

// prepare reads the fields that are not the same sort of value in all records.
func (r *ploverRecord) prepare() {
	if json.Unmarshal(r.Target, &r.targets) != nil {
		r.targets = nil // a remark such as "diplomatic"
	}
	var info struct{ Markup string }
	if json.Unmarshal(r.TextInfo, &info) != nil {
		json.Unmarshal(r.TextInfo, &info.Markup)
	}
	r.marks = make(map[string][]ploverMark)
	for _, m := range readMarkup(info.Markup, r.Text) {
		r.marks[m.label] = append(r.marks[m.label], m)
	}
}

func (r *ploverRecord) has(right func(*graph.Claim) bool) bool {
	return slices.ContainsFunc(r.read.Claims, func(c graph.Claim) bool { return right(&c) })
}

// claimRight tells whether the claim has the record's two sides.
func (r *ploverRecord) claimRight(c *graph.Claim) bool {
	both := r.marks["SRC/TAR"]
	sources, targets := slices.Concat(r.marks["SRC"], both), slices.Concat(r.marks["TAR"], both)
	switch {
	case len(r.targets) == 0 && len(sources) > 1:
		return c.Symmetric && c.Object != nil && r.sidesDiffer(c, sources)
	case len(targets) == 0:
		return r.isEvent(c) && r.names(&c.Subject, sources, r.Source)
	case len(sources) == 0:
		return r.isEvent(c) && (r.names(&c.Subject, targets, r.targets) || r.namesOther(c, targets))
	default:
		return r.names(&c.Subject, sources, r.Source) && r.namesOther(c, targets) ||
			c.Symmetric && c.Object != nil && r.names(c.Object, sources, r.Source) && r.names(&c.Subject, targets, r.targets)
	}
}

// sidesDiffer tells whether subject and object are two of the marked actors.
func (r *ploverRecord) sidesDiffer(c *graph.Claim, marks []ploverMark) bool {
	for i := range marks {
		for j := range marks {
			if i != j && r.names(&c.Subject, marks[i:i+1], nil) && r.names(c.Object, marks[j:j+1], nil) {
				return true
			}
		}
	}
	return false
}

// namesOther tells whether the object or a further argument is among the
// actors.
func (r *ploverRecord) namesOther(c *graph.Claim, marks []ploverMark) bool {
	return c.Object != nil && r.names(c.Object, marks, r.targets) ||
		slices.ContainsFunc(c.Args, func(a graph.Argument) bool { return r.names(&a, marks, r.targets) }) ||
		c.Place != nil && r.names(c.Place, marks, r.targets)
}

// names tells whether a participant is one of the actors: its words, or any
// other mention of its entity, overlap the marked ones, or its country is that
// of the actor, unless both sides of the record are of that country. A clause is
// no participant.
func (r *ploverRecord) names(a *graph.Argument, marks []ploverMark, actors []ploverActor) bool {
	if a.Entity == "" && a.Thing == nil {
		return false
	}
	for _, m := range marks {
		if m.overlaps(a.Span) || a.Antecedent != nil && m.overlaps(a.Antecedent.Span) {
			return true
		}
	}
	entity := r.entity(a)
	if entity == nil {
		return false
	}
	for _, m := range marks {
		if slices.ContainsFunc(entity.Mentions, func(x graph.Mention) bool { return m.overlaps(x.Span) }) {
			return true
		}
	}
	return entity.Country != "" && !r.sameCountry() &&
		slices.ContainsFunc(actors, func(actor ploverActor) bool { return actor.Code == entity.Country })
}

// entity returns the entity of a participant, of a thing its owner.
func (r *ploverRecord) entity(a *graph.Argument) *graph.Entity {
	id := a.Entity
	if a.Thing != nil {
		id = a.Thing.Owner
	}
	for i := range r.read.Entities {
		if r.read.Entities[i].ID == id {
			return &r.read.Entities[i]
		}
	}
	return nil
}

func (r *ploverRecord) sameCountry() bool {
	return slices.ContainsFunc(r.Source, func(s ploverActor) bool {
		return slices.ContainsFunc(r.targets, func(t ploverActor) bool { return s.Code == t.Code })
	})
}

func (r *ploverRecord) isEvent(c *graph.Claim) bool {
	return slices.ContainsFunc(r.marks["EVT"], func(m ploverMark) bool { return m.overlaps(c.Predicate.Span) })
}

// missesOfPlover prints the records that no claim has right, with all claims.
func missesOfPlover(d *data, w io.Writer) error {
	records, err := readPlover(d)
	if err != nil {
		return err
	}
	for i := range records {
		r := &records[i]
		if r.has(r.claimRight) {
			continue
		}
		fmt.Fprintf(w, "%s: %s\n", r.ID, r.Text)
		for _, label := range []string{"SRC", "TAR", "SRC/TAR", "EVT"} {
			for _, m := range r.marks[label] {
				fmt.Fprintf(w, "  - %s: %s\n", label, m.text(&r.read.Document))
			}
		}
		for j := range r.read.Claims {
			fmt.Fprintf(w, "  + %s\n", describeClaim(&r.read.Claims[j]))
		}
		fmt.Fprintln(w)
	}
	return nil
}

// A ploverMark is a stretch of words with a label, which may stand apart in the
// text.
type ploverMark struct {
	label string
	spans []graph.Span
}

func (m *ploverMark) overlaps(s graph.Span) bool { return slices.ContainsFunc(m.spans, s.Overlaps) }

func (m *ploverMark) text(doc *graph.Document) string {
	var words []string
	for _, s := range m.spans {
		words = append(words, s.Text(doc))
	}
	return strings.Join(words, " ")
}
