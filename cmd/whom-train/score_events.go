package main

import (
	"cmp"
	"fmt"
	"io"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/event"
)

// renamed has the types of PLOVER's edition of 2023 by the names of the records.
var renamed = map[string]event.Type{
	"DEMAND": event.Request, "DISAPPROVE": event.Accuse, "INVESTIGATE": event.Accuse, "FIGHT": event.Assault,
}

func (r *ploverRecord) gold() event.Type { return cmp.Or(renamed[r.Event], event.Type(r.Event)) }

// scoreEvents compares the type of each record's event with that of the claim of
// the event, which is the first that has a type, those with the sides of the record
// before others.
func scoreEvents(d *data) ([]result, error) {
	records, err := readPlover(d)
	if err != nil {
		return nil, err
	}
	var claimed, typed, right, all measure
	for i := range records {
		r := &records[i]
		found := r.has(r.isEvent)
		claimed.addIf(true, found)
		if !found {
			continue
		}
		e, _ := r.eventFound()
		typed.addIf(true, e != "")
		if e != "" {
			right.addIf(true, e == r.gold())
		}
	}
	for i := range records {
		r := &records[i]
		all.addIf(true, r.has(func(c *graph.Claim) bool { return r.isEvent(c) && r.sidesRight(c) && event.Of(c).Type == r.gold() }))
	}
	return []result{
		{"records", float64(claimed.gold)},
		{"events claimed", 100 * claimed.recall()},
		{"of these with a type", 100 * typed.recall()},
		{"of these with the right type", 100 * right.recall()},
		{"source, target and type right", 100 * all.recall()},
	}, nil
}

// sidesRight tells whether the event of a claim has the record's two sides. One that
// a speaker does to the subject has these.
func (r *ploverRecord) sidesRight(c *graph.Claim) bool {
	if !event.Of(c).ToSubject {
		return r.claimRight(c)
	}
	speaker := &c.Attribution[len(c.Attribution)-1].Argument
	return r.names(speaker, r.marks["SRC"], r.Source) && r.names(&c.Subject, r.marks["TAR"], r.targets)
}

// eventFound returns the type of the record's event as its claims have it, and the
// claim.
func (r *ploverRecord) eventFound() (event.Type, *graph.Claim) {
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

// missesOfEvents prints the records whose event has another type or none.
func missesOfEvents(d *data, w io.Writer) error {
	records, err := readPlover(d)
	if err != nil {
		return err
	}
	for i := range records {
		r := &records[i]
		if e, c := r.eventFound(); e != r.gold() {
			fmt.Fprintf(w, "%s: %s, found %q\n  %s\n", r.ID, r.gold(), e, r.Text)
			if c != nil {
				fmt.Fprintf(w, "  + %s\n", describeClaim(c))
			}
		}
	}
	return nil
}
