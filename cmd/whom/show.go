package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/query"
)

// maxFound is how many of several things meant are named.
const maxFound = 5

func showCommand(o *options) *cobra.Command {
	var text bool
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: "Show a claim, an actor or a document",
		Long: `Show tells all about a claim, by its id or the first characters of it: the
sentence and where each word stands; about an actor, by its id or any name: its
aliases and claims; about a document, by its id.`,
		Example: `  whom show 5f0c1a
  whom show 'Sergey Lavrov'
  whom show reuters/001 --text | sha256sum`,
		Args: needs("the ID or name of a claim, an actor or a document"),
		RunE: func(cmd *cobra.Command, words []string) error {
			c, err := load(cmd.Context(), o.db)
			if err != nil {
				return err
			}
			found, err := c.find(strings.Join(words, " "), o.db)
			if err != nil {
				return err
			}
			return c.show(cmd, found, text)
		},
	}
	cmd.Flags().BoolVar(&text, "text", false, "print the clean text of a document, unchanged")
	return cmd
}

// find returns the one thing that a reference stands for.
func (c *contents) find(ref, db string) (query.Found, error) {
	return only(ref, query.Lookup(ref, c.view, c.documents, c.claims),
		fmt.Errorf("%q is no claim, actor or document of %s; claims, actors and docs list them", ref, db))
}

// actor returns the one actor that an id or a name stands for.
func (c *contents) actor(ref, db string) (*graph.Actor, error) {
	found, err := only(ref, query.Lookup(ref, c.view, nil, nil), fmt.Errorf("%q is no actor of %s; actors lists them", ref, db))
	return found.Actor, err
}

// only returns what was found where it is one thing.
func only(ref string, found []query.Found, none error) (query.Found, error) {
	switch len(found) {
	case 0:
		return query.Found{}, none
	case 1:
		return found[0], nil
	}
	var ids []string
	for _, f := range found[:min(maxFound, len(found))] {
		ids = append(ids, source.Printable(f.ID()))
	}
	line := strings.Join(ids, ", ")
	if more := len(found) - maxFound; more > 0 {
		line += fmt.Sprintf(" and %d more", more)
	}
	return query.Found{}, fmt.Errorf("%q may be any of %s", ref, line)
}

func (c *contents) show(cmd *cobra.Command, f query.Found, text bool) error {
	out := cmd.OutOrStdout()
	switch {
	case text && f.Document == nil:
		return usage(errors.New("only a document has a text"))
	case text:
		_, err := io.WriteString(out, f.Document.Text)
		return err
	case f.Document != nil:
		return c.showDocument(out, f.Document)
	case f.Actor != nil:
		return c.showActor(out, f.Actor)
	default:
		return c.showClaim(out, f.Claim)
	}
}

// A field is a name and what it holds.
type field struct{ name, value string }

// writeFields prints the fields that hold something.
func writeFields(out io.Writer, fields ...field) error {
	w := newTable(out)
	for _, f := range fields {
		if f.value != "" {
			w.AppendRow([]any{f.name, source.Printable(f.value)})
		}
	}
	return render(out, w)
}

func (c *contents) showDocument(out io.Writer, d *graph.Document) error {
	fields := []field{
		{"document", d.ID}, {"title", d.Title}, {"outlet", d.Outlet}, {"date", d.Published}, {"dateline", d.Dateline},
		{"url", d.URL}, {"language", d.Language}, {"claims", fmt.Sprint(c.claimsIn()[d.ID])},
		{"bytes", fmt.Sprint(len(d.Text))}, {"sha256", d.SHA256},
	}
	for _, v := range d.Replaced {
		fields = append(fields, field{"replaced", strings.TrimSpace(v.SHA256 + " " + v.Published)})
	}
	return writeFields(out, fields...)
}

func (c *contents) showActor(out io.Writer, a *graph.Actor) error {
	fields := []field{{"actor", a.ID}, {"name", a.Name}, {"type", string(a.Type)}, {"country", a.Country}, {"role", a.Role}}
	if err := writeFields(out, fields...); err != nil {
		return err
	}
	if err := section(out, "Aliases", []column[graph.Alias]{
		{"mentions", func(a graph.Alias) any { return a.Mentions }},
		{"alias", func(a graph.Alias) any { return a.Text }},
	}, a.Aliases); err != nil {
		return err
	}
	return section(out, "Claims", c.claimColumns(), query.Concerning(a, c.view, c.claims))
}
