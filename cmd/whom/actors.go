package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
)

// An actorRow is an actor as actors lists it.
type actorRow struct {
	ID        string          `json:"id"`
	Name      string          `json:"name"`
	Type      graph.ActorType `json:"type"`
	Country   string          `json:"country,omitempty"`
	Role      string          `json:"role,omitempty"`
	Mentions  int             `json:"mentions"`
	Claims    int             `json:"claims"`
	Documents int             `json:"documents"`
	Aliases   []graph.Alias   `json:"aliases,omitempty"`
}

var actorColumns = []column[actorRow]{
	{"id", func(a actorRow) any { return a.ID }},
	{"name", func(a actorRow) any { return a.Name }},
	{"type", func(a actorRow) any { return a.Type }},
	{"country", func(a actorRow) any { return a.Country }},
	{"claims", func(a actorRow) any { return a.Claims }},
	{"documents", func(a actorRow) any { return a.Documents }},
	{"mentions", func(a actorRow) any { return a.Mentions }},
	{"role", func(a actorRow) any { return a.Role }},
}

func actorsCommand(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "actors",
		Short: "List the actors of a store, those of most claims first",
		Long: `Actors lists all actors, those of most claims first. It counts the claims in
which an actor is subject, object or further argument, the documents of these
claims, and the mentions by name in all documents.`,
		Example: `  whom actors
  whom actors --format jsonl | head -1`,
		Args: noArguments,
	}
	listAll(cmd, o, "actor", actorColumns, (*contents).actorRows)
	return cmd
}

func (c *contents) actorRows() []actorRow {
	// It fails only for an ego that is not there, and there is none.
	net, _ := network.New(c.view, nil, c.claims, network.Everything())
	rows := make([]actorRow, len(c.view.Actors()))
	for i, a := range c.view.Actors() {
		rows[i] = actorRow{ID: a.ID, Name: a.Name, Type: a.Type, Country: a.Country, Role: a.Role, Aliases: a.Aliases}
		for _, alias := range a.Aliases {
			rows[i].Mentions += alias.Mentions
		}
		if n := net.Index(a.ID); n >= 0 {
			rows[i].Claims, rows[i].Documents = net.Nodes[n].Claims, net.Nodes[n].Documents
		}
	}
	slices.SortStableFunc(rows, func(a, b actorRow) int {
		return cmp.Or(b.Claims-a.Claims, b.Mentions-a.Mentions, strings.Compare(a.ID, b.ID))
	})
	return rows
}
