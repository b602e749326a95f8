package main

import (
	"cmp"
	"context"
	"fmt"
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
claims, and the mentions by name in all documents.

With --merge-candidates it lists pairs of actors that may be one, the likeliest
first, for merge to join; the score is an order to look at them, from 0 to 1. With
--affiliations it lists who is said to hold an office of which body, and which
state a body is of, with the words that say so.`,
		Example: `  whom actors
  whom actors --limit 1 --format jsonl
  whom actors --merge-candidates --limit 10
  whom actors --affiliations --format csv > offices.csv`,
		Args: noArguments,
	}
	candidates := cmd.Flags().Bool("merge-candidates", false, "list pairs of actors that may be one")
	affiliations := cmd.Flags().Bool("affiliations", false, "list who belongs to which body or state")
	cmd.MarkFlagsMutuallyExclusive("merge-candidates", "affiliations")
	var limit positive
	addLimit(cmd, &limit, aboutAll)
	format := addFormat(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *candidates || *affiliations {
			return consider(cmd.Context(), o.db, func(d *deciding) error {
				if *candidates {
					return list(cmd, format.value, "pair", candidateColumns, first(limit, d.candidateRows()))
				}
				rows, err := d.affiliationRows(cmd.Context())
				if err != nil {
					return err
				}
				return list(cmd, format.value, "affiliation", affiliationColumns, first(limit, rows))
			})
		}
		c, err := load(cmd.Context(), o.db)
		if err != nil {
			return err
		}
		rows, err := c.actorRows(cmd.Context())
		if err != nil {
			return err
		}
		return list(cmd, format.value, "actor", actorColumns, first(limit, rows))
	}
	return cmd
}

// A candidateRow is a pair of actors that may be one.
type candidateRow struct {
	Score  float64 `json:"score"`
	A      string  `json:"a"`
	B      string  `json:"b"`
	Reason string  `json:"reason"`
}

var candidateColumns = []column[candidateRow]{
	{"score", func(r candidateRow) any { return fmt.Sprintf("%.2f", r.Score) }},
	{"a", func(r candidateRow) any { return r.A }},
	{"b", func(r candidateRow) any { return r.B }},
	{"reason", func(r candidateRow) any { return r.Reason }},
}

func (d *deciding) candidateRows() []candidateRow {
	var rows []candidateRow
	for _, p := range d.resolution.Candidates() {
		rows = append(rows, candidateRow{p.Score, p.A.ID, p.B.ID, p.Reason})
	}
	return rows
}

func (c *contents) actorRows(ctx context.Context) ([]actorRow, error) {
	net, err := network.New(ctx, c.view, nil, c.claims, network.Everything())
	if err != nil {
		return nil, err
	}
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
	return rows, nil
}
