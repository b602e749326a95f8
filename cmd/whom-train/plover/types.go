package plover

import (
	"cmp"
	"fmt"
	"io"

	"github.com/whomgraph/whom/cmd/whom-train/claims"
	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/event"
)

// renamed has the types of PLOVER's edition of 2023 by the names of the records.
var renamed = map[string]event.Type{
	"DEMAND": event.Request, "DISAPPROVE": event.Accuse, "INVESTIGATE": event.Accuse, "FIGHT": event.Assault,
}

func (r *record) gold() event.Type { return cmp.Or(renamed[r.Event], event.Type(r.Event)) }

// ScoreTypes compares the type of each record's event with that of the claim of
// the event, which is the first that has a type, those with the sides of the record
// before others.
func ScoreTypes(d *data.Files) ([]score.Result, error) {
	records, err := readRecords(d)
	if err != nil {
		return nil, err
	}
	var claimed, typed, right, all score.Counts
	for i := range records {
		r := &records[i]
		found := r.has(r.isEvent)
		claimed.AddIf(true, found)
		if !found {
			continue
		}
		e, _ := r.eventFound()
		typed.AddIf(true, e != "")
		if e != "" {
			right.AddIf(true, e == r.gold())
		}
	}
	for i := range records {
		r := &records[i]
		all.AddIf(true, r.has(func(c *graph.Claim) bool { return r.isEvent(c) && r.sidesRight(c) && event.Of(c).Type == r.gold() }))
	}
	return []score.Result{
		score.Number("records", claimed.Gold),
		score.Percent("events claimed", claimed.Recall()),
		score.Percent("of these with a type", typed.Recall()),
		score.Percent("of these with the right type", right.Recall()),
		score.Percent("source, target and type right", all.Recall()),
	}, nil
}

// sidesRight tells whether the event of a claim has the record's two sides. One that
// a speaker does to the subject has these.
func (r *record) sidesRight(c *graph.Claim) bool {
	if !event.Of(c).ToSubject {
		return r.claimRight(c)
	}
	speaker := &c.Attribution[len(c.Attribution)-1].Argument
	return r.names(speaker, r.marks["SRC"], r.Source) && r.names(&c.Subject, r.marks["TAR"], r.targets)
}

// eventFound returns the type of the record's event as its claims have it, and the
// claim.
func (r *record) eventFound() (event.Type, *graph.Claim) {
	var first *graph.Claim
	for i := range r.read.Claims {
		c := &r.read.Claims[i]
		switch {
		case !r.isEvent(c) || event.Of(c).Type == "":
		case r.sidesRight(c):
			return event.Of(c).Type, c
		case first == nil:
			first = c
		}
	}
	if first == nil {
		return "", nil
	}
	return event.Of(first).Type, first
}

// MissesOfTypes prints the records whose event has another type or none.
func MissesOfTypes(d *data.Files, w io.Writer) error {
	records, err := readRecords(d)
	if err != nil {
		return err
	}
	for i := range records {
		r := &records[i]
		if e, c := r.eventFound(); e != r.gold() {
			fmt.Fprintf(w, "%s: %s, found %q\n  %s\n", r.ID, r.gold(), e, r.Text)
			if c != nil {
				fmt.Fprintf(w, "  + %s\n", claims.Describe(c))
			}
		}
	}
	return nil
}
