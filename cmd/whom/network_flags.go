package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
	"github.com/whomgraph/whom/graph/query"
	"github.com/whomgraph/whom/graph/resolve"
	"github.com/whomgraph/whom/graph/store"
)

// networkFlags choose the network that a command works on.
type networkFlags struct {
	filter                             query.Filter
	options                            network.Options
	denied, modality, component, level *choice
	minWeight, radius                  positive
	cmd                                *cobra.Command
	noted                              *contents // of which it was told what is undated
}

func addNetworkFlags(cmd *cobra.Command) *networkFlags {
	f := &networkFlags{cmd: cmd, minWeight: 1, radius: 1}
	flags := cmd.Flags()
	addFilter(cmd, &f.filter)
	flags.BoolVar(&f.options.Things, "things", false, "with things as nodes: an army, a response")
	flags.BoolVar(&f.options.Events, "events", false, "with an edge for each claim")
	flags.BoolVar(&f.options.ByEvent, "by-event", false, "with an edge for each type of event (ACCUSE) instead of each verb, where it has one")
	f.denied = addDenied(cmd, network.ExcludeDenied)
	f.modality = addChoice(cmd, "modality", "", "", "of this modality alone (else asserted and planned)", modalities()...)
	flags.Var(&f.minWeight, "min-weight", "edges of at least this weight")
	flags.StringVar(&f.options.Ego, "ego", "", "around this `ACTOR`, by id or name")
	flags.Var(&f.radius, "radius", "so many edges away from --ego")
	f.level = addChoice(cmd, "level", "", string(resolve.ActorLevel), "what nodes stand for", wordsOf(resolve.Levels)...)
	f.component = addChoice(cmd, "component", "", "", "only this component", "largest")
	checkFilter := cmd.PreRunE
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		if flags.Changed("radius") && f.options.Ego == "" {
			return errors.New("--radius is about --ego ACTOR: name it")
		}
		return checkFilter(cmd, args)
	}
	return f
}

func modalities() []string {
	return wordsOf([]graph.Modality{
		graph.Asserted, graph.Planned, graph.Possible, graph.Demanded, graph.Conditional, graph.Questioned,
	})
}

func wordsOf[S ~string](list []S) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

// network makes the network of a store that the flags ask for.
func (f *networkFlags) network(ctx context.Context, c *contents, db string) (*network.Network, error) {
	claims, err := f.claims(c)
	if err != nil {
		return nil, err
	}
	view := f.view(c)
	o := f.options
	o.Classes = f.filter.ClassLemmas()
	o.Denied, o.Largest = network.Denied(f.denied.value), f.component.value != ""
	o.MinWeight, o.Radius = int(f.minWeight), int(f.radius)
	if f.modality.value != "" {
		o.Modalities = []graph.Modality{graph.Modality(f.modality.value)}
	}
	if o.Ego != "" {
		if o.Ego, err = node(c, view, o.Ego, db); err != nil {
			return nil, err
		}
	}
	return network.New(ctx, view, c.documents, claims, o)
}

// load reads all of a store that the network needs.
func (f *networkFlags) load(ctx context.Context, db string) (c *contents, err error) {
	err = withStore(db, func(s *store.Store) error {
		if c, err = read(ctx, s); err != nil || !f.hasLevel() {
			return err
		}
		c.entities, err = collect(s.Entities(ctx))
		return err
	})
	return c, err
}

// hasLevel reports whether nodes stand for other than actors.
func (f *networkFlags) hasLevel() bool { return f.level.value != string(resolve.ActorLevel) }

// view shows the actors of the level that the flags ask for.
func (f *networkFlags) view(c *contents) *graph.View {
	if !f.hasLevel() {
		return c.view
	}
	actors := c.view.Actors()
	return graph.NewView(resolve.AtLevel(resolve.Level(f.level.value), actors, resolve.Affiliations(actors, c.entities)))
}

// node returns the id of the node that stands in a view for the actor of a name.
func node(c *contents, view *graph.View, name, db string) (string, error) {
	actor, err := c.actor(name, db)
	if err != nil {
		return "", err
	}
	return view.Actor(actor.Entities[0]).ID, nil
}

// claims are those of the documents and speakers that the flags ask for.
func (f *networkFlags) claims(c *contents) ([]graph.Claim, error) {
	found, err := c.choose(f.filter)
	if err != nil {
		return nil, err
	}
	if f.noted != c {
		noteUndated(f.cmd, found)
	}
	f.noted = c
	return found.Claims, nil
}
