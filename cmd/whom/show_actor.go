package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
	"github.com/whomgraph/whom/graph/resolve"
	"github.com/whomgraph/whom/graph/store"
)

// showActor shows an actor: its forms with the reasons for which they are its,
// its ties and the claims.
func (c *contents) showActor(ctx context.Context, s *store.Store, out io.Writer, a *graph.Actor) error {
	fields := []field{{"actor", a.ID}, {"name", a.Name}, {"type", string(a.Type)}, {"country", a.Country}, {"role", a.Role}}
	if err := writeFields(out, fields...); err != nil {
		return err
	}
	uses, err := aliasUses(ctx, s, a)
	if err != nil {
		return err
	}
	if err := section(out, "Aliases", aliasColumns, uses); err != nil {
		return err
	}
	if err := c.showTies(ctx, out, a); err != nil {
		return err
	}
	return section(out, "Claims", c.claimColumns(), c.claims)
}

// showTies lists what the claims say that an actor and others do to each other.
func (c *contents) showTies(ctx context.Context, out io.Writer, a *graph.Actor) error {
	net, err := network.New(ctx, c.view, c.documents, c.claims, network.Options{})
	if err != nil {
		return err
	}
	ties := slices.DeleteFunc(net.Ties(), func(t network.Tie) bool { return t.Source != a.ID && t.Target != a.ID })
	return section(out, "Ties", tieColumns(net), ties)
}

func tieColumns(net *network.Network) []column[network.Tie] {
	return []column[network.Tie]{
		{"weight", func(t network.Tie) any { return t.Weight }},
		{"claims", func(t network.Tie) any { return t.Claims }},
		{"tie", func(t network.Tie) any { return tieLine(net, t) }},
	}
}

// tieLine shows the heaviest of a tie's edges.
func tieLine(net *network.Network, t network.Tie) string {
	heaviest, arrow := t.Edges[0], "→"
	if heaviest.Symmetric {
		arrow = "↔"
	}
	line := fmt.Sprintf("%s %s %s %s %s", net.Nodes[net.Index(t.Source)].Name, arrow, heaviest.Label(), arrow, net.Nodes[net.Index(t.Target)].Name)
	if more := len(t.Edges) - 1; more > 0 {
		line += ", and " + count(more, "other")
	}
	return line
}

// An aliasUse is a form of an actor with words around an example.
type aliasUse struct {
	resolve.Use
	example string
}

var aliasColumns = []column[aliasUse]{
	{"mentions", func(u aliasUse) any { return u.Mentions }},
	{"alias", func(u aliasUse) any { return u.Text }},
	{"joined by", func(u aliasUse) any { return u.Why.String() }},
	{"document", func(u aliasUse) any { return u.Document }},
	{"example", func(u aliasUse) any { return u.example }},
}

func aliasUses(ctx context.Context, s *store.Store, a *graph.Actor) ([]aliasUse, error) {
	r, err := s.Resolution(ctx, a.Name)
	if err != nil {
		return nil, err
	}
	var out []aliasUse
	for _, u := range r.Uses(a.ID) {
		d, err := s.Document(ctx, u.Document)
		if err != nil {
			return nil, err
		}
		out = append(out, aliasUse{u, excerpt(&d, u.Span)})
	}
	return out, nil
}

// margin is how many bytes of text an excerpt shows on each side.
const margin = 40

// excerpt shows words in what stands around them on their lines.
func excerpt(d *graph.Document, s graph.Span) string {
	start, end := max(0, s.Start-margin), min(len(d.Text), s.End+margin)
	if s.End > len(d.Text) {
		return ""
	}
	before, after := d.Text[start:s.Start], d.Text[s.End:end]
	if i := strings.LastIndexByte(before, '\n'); i >= 0 {
		before = before[i+1:]
	} else if start > 0 {
		_, before, _ = strings.Cut(before, " ")
		before = "…" + before
	}
	if i := strings.IndexByte(after, '\n'); i >= 0 {
		after = after[:i]
	} else if i := strings.LastIndexByte(after, ' '); end < len(d.Text) {
		after = after[:max(i, 0)] + "…"
	}
	return fmt.Sprintf("%s%s%s", before, s.Text(d), after)
}
