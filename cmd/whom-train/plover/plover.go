package plover

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/whomgraph/whom/cmd/whom-train/claims"
	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/forest"
	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/graph"
)

// A record is one of the PLOVER gold standard records: a sentence with an
// event, and the words in it of who does it and to whom.
type record struct {
	ID       string          `json:"id"`
	Date     string          `json:"date"`
	Text     string          `json:"text"`
	Source   []codedActor    `json:"source"`
	TextInfo json.RawMessage `json:"textInfo"`
	Target   json.RawMessage `json:"target"` // actors, null or a remark
	Event    string          `json:"event"`  // its type

	targets []codedActor
	marks   map[string][]mark // by label: SRC, TAR, SRC/TAR, EVT
	read    graph.Extraction
}

type codedActor struct {
	Text string `json:"actorText"`
	Code string `json:"code"` // of a country in ISO 3166-1 alpha-3, or IGO and the like
}

// Score counts the records of which one claim has source and target right:
// its subject and one of its other participants. Where all are sources at once
// targets, the claim must be mutual; where the record names one side only, that
// side must take part in the marked event.
func Score(d *data.Files) ([]score.Result, error) {
	records, err := readRecords(d)
	if err != nil {
		return nil, err
	}
	var both, event score.Counts
	for i := range records {
		r := &records[i]
		both.AddIf(true, r.has(r.claimRight))
		event.AddIf(true, r.has(func(c *graph.Claim) bool { return r.claimRight(c) && r.isEvent(c) }))
	}
	return []score.Result{
		score.Number("records", both.Gold),
		score.Percent("source and target right", both.Recall()),
		score.Percent("source, target and event right", event.Recall()),
	}, nil
}

func readRecords(d *data.Files) ([]record, error) {
	file, err := d.Read("data/events/plover-dev.json")
	if err != nil {
		return nil, err
	}
	var all struct{ Records []record }
	if err := json.Unmarshal(file, &all); err != nil {
		return nil, fmt.Errorf("reading PLOVER records: %w", err)
	}
	documents := make([]graph.Document, len(all.Records))
	for i := range all.Records {
		r := &all.Records[i]
		r.prepare()
		documents[i] = graph.Document{ID: r.ID, Text: r.Text, Published: r.Date}
	}
	read, err := forest.Extract(documents)
	if err != nil {
		return nil, err
	}
	for i := range all.Records {
		all.Records[i].read = read[i]
	}
	return all.Records, nil
}

// prepare reads the fields that are not the same sort of value in all records.
func (r *record) prepare() {
	if json.Unmarshal(r.Target, &r.targets) != nil {
		r.targets = nil // a remark such as "diplomatic"
	}
	var info struct{ Markup string }
	if json.Unmarshal(r.TextInfo, &info) != nil {
		json.Unmarshal(r.TextInfo, &info.Markup)
	}
	r.marks = make(map[string][]mark)
	for _, m := range readMarkup(info.Markup, r.Text) {
		r.marks[m.label] = append(r.marks[m.label], m)
	}
}

func (r *record) has(right func(*graph.Claim) bool) bool {
	return slices.ContainsFunc(r.read.Claims, func(c graph.Claim) bool { return right(&c) })
}

// claimRight tells whether the claim has the record's two sides.
func (r *record) claimRight(c *graph.Claim) bool {
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
func (r *record) sidesDiffer(c *graph.Claim, marks []mark) bool {
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
func (r *record) namesOther(c *graph.Claim, marks []mark) bool {
	return c.Object != nil && r.names(c.Object, marks, r.targets) ||
		slices.ContainsFunc(c.Args, func(a graph.Argument) bool { return r.names(&a, marks, r.targets) }) ||
		c.Place != nil && r.names(c.Place, marks, r.targets)
}

// names tells whether a participant is one of the actors: its words, or any
// other mention of its entity, overlap the marked ones, or its country is that
// of the actor, unless both sides of the record are of that country. A clause is
// no participant.
func (r *record) names(a *graph.Argument, marks []mark, actors []codedActor) bool {
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
		slices.ContainsFunc(actors, func(actor codedActor) bool { return actor.Code == entity.Country })
}

// entity returns the entity of a participant, of a thing its owner.
func (r *record) entity(a *graph.Argument) *graph.Entity {
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

func (r *record) sameCountry() bool {
	return slices.ContainsFunc(r.Source, func(s codedActor) bool {
		return slices.ContainsFunc(r.targets, func(t codedActor) bool { return s.Code == t.Code })
	})
}

func (r *record) isEvent(c *graph.Claim) bool {
	return slices.ContainsFunc(r.marks["EVT"], func(m mark) bool { return m.overlaps(c.Predicate.Span) })
}

// Misses prints the records that no claim has right, with all claims.
func Misses(d *data.Files, w io.Writer) error {
	records, err := readRecords(d)
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
			fmt.Fprintf(w, "  + %s\n", claims.Describe(&r.read.Claims[j]))
		}
		fmt.Fprintln(w)
	}
	return nil
}
