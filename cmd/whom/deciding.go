package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/resolve"
	"github.com/whomgraph/whom/graph/store"
)

// deciding is a store that is open for decisions, or to consider them, with its
// actors and what makes them.
type deciding struct {
	store      *store.Store
	entities   []graph.Entity // by document, then by id
	decisions  []graph.Decision
	resolution *resolve.Resolution
	view       *graph.View
}

// decide opens the store for one command's decisions.
func decide(ctx context.Context, path string, work func(*deciding) error) error {
	return withDecisions(ctx, path, store.Open, work)
}

// consider opens the store to read its decisions and what makes its actors.
func consider(ctx context.Context, path string, work func(*deciding) error) error {
	return withDecisions(ctx, path, store.OpenReadOnly, work)
}

func withDecisions(ctx context.Context, path string, open func(string) (*store.Store, error), work func(*deciding) error) error {
	return withOpen(open, path, func(s *store.Store) error {
		d := &deciding{store: s}
		if err := d.read(ctx); err != nil {
			return err
		}
		return work(d)
	})
}

func (d *deciding) read(ctx context.Context) (err error) {
	if d.entities, err = collect(d.store.Entities(ctx)); err != nil {
		return err
	}
	if d.decisions, err = d.store.Decisions(ctx); err != nil {
		return err
	}
	d.resolution = resolve.Resolve(d.entities, d.decisions...)
	d.view = graph.NewView(d.resolution.Actors())
	return nil
}

// actor finds the one actor that a reference stands for.
func (d *deciding) actor(ref string) (*graph.Actor, error) {
	c := contents{view: d.view}
	return c.actor(ref, d.store.Path())
}

// anchor finds the actor that a reference stands for, and what means it.
func (d *deciding) anchor(ref string) (*graph.Actor, *graph.Anchor, error) {
	a, err := d.actor(ref)
	if err != nil {
		return nil, nil, err
	}
	anchor, ok := d.resolution.Anchor(a.ID)
	if !ok {
		return nil, nil, fmt.Errorf("nothing tells %s from other actors of its name, type and country: split what one document calls so", a.ID)
	}
	return a, &anchor, nil
}

// keep keeps decisions, and says so and who the actors now are.
func (d *deciding) keep(cmd *cobra.Command, decisions ...graph.Decision) error {
	kept, err := d.store.Decide(cmd.Context(), decisions...)
	if err != nil {
		return err
	}
	if err := d.read(cmd.Context()); err != nil {
		return err
	}
	for i := range kept {
		line := source.Printable(decisionText(&kept[i]))
		if id := d.resolution.Meant(kept[i].Subject()); id != "" {
			line += ", now " + id
		}
		if _, err := fmt.Fprintf(cmd.OutOrStdout(), "decision %d: %s\n", kept[i].Number, line); err != nil {
			return err
		}
	}
	return nil
}

// decisionText says what a decision is, as one would.
func decisionText(d *graph.Decision) string {
	switch d.Kind {
	case graph.MergeDecision:
		return meaning(d.Anchor) + " is " + meaning(d.Into)
	case graph.SplitDecision:
		return meaning(d.Anchor) + " is an actor of its own"
	case graph.RenameDecision:
		return meaning(d.Anchor) + " is called " + d.Name
	case graph.AliasDecision:
		return meaning(d.Anchor) + interval(d) + " means " + meaning(d.Into)
	default:
		return judgement(d.Review)
	}
}

func judgement(r *graph.Review) string {
	out := r.Claim + " is " + string(r.Judgement)
	if r.Correction != "" {
		out += ", it should say: " + r.Correction
	}
	if r.Coder != "" {
		out += " (" + r.Coder + ")"
	}
	return out
}

// meaning shows an anchor: “Georgia (state, GEO, in 003)”.
func meaning(a *graph.Anchor) string {
	marks := []string{string(a.Type), a.Country}
	if a.Document != "" {
		marks = append(marks, "in "+a.Document)
	}
	marks = slices.DeleteFunc(marks, func(m string) bool { return m == "" })
	if len(marks) == 0 {
		return a.Surface
	}
	return a.Surface + " (" + strings.Join(marks, ", ") + ")"
}

func interval(d *graph.Decision) string {
	var out string
	if d.From != "" {
		out += " from " + d.From
	}
	if d.Until != "" {
		out += " to " + d.Until
	}
	return out
}
