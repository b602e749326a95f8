package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/query"
	"github.com/whomgraph/whom/graph/store"
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
aliases, ties and claims; about a document, by its id: its claims.`,
		Example: `  whom show 5f0c1a
  whom show 'Sergey Lavrov'
  whom show reuters/001 --text | sha256sum`,
		Args: needs("the ID or name of a claim, an actor or a document"),
		RunE: func(cmd *cobra.Command, words []string) error {
			return withStore(o.db, func(s *store.Store) error {
				found, err := find(cmd.Context(), s, strings.Join(words, " "))
				if err != nil {
					return err
				}
				return show(cmd, s, found, text)
			})
		},
	}
	cmd.Flags().BoolVar(&text, "text", false, "print the clean text of a document, unchanged")
	return cmd
}

// find returns the one thing that a reference stands for.
func find(ctx context.Context, s *store.Store, ref string) (query.Found, error) {
	found, err := query.Lookup(ctx, s, ref)
	if err != nil {
		return query.Found{}, err
	}
	none := fmt.Errorf("%q is no claim, actor or document of %s; claims, actors and docs list them", ref, s.Path())
	if len(found) == 0 {
		near, err := query.Near(ctx, s, ref)
		if err != nil {
			return query.Found{}, err
		}
		if len(near) > 0 {
			none = fmt.Errorf("%q is no claim, actor or document of %s; did you mean %s?", ref, s.Path(), strings.Join(near, ", "))
		}
	}
	return only(ref, found, none)
}

// actor returns the one actor that an id or a name stands for.
func (c *contents) actor(ref, db string) (*graph.Actor, error) {
	db = store.Printable(db)
	none := fmt.Errorf("%q is no actor of %s; actors lists them", ref, db)
	if near := query.NearOf(c.view.Actors(), ref); len(near) > 0 {
		none = fmt.Errorf("%q is no actor of %s; did you mean %s?", ref, db, strings.Join(near, ", "))
	}
	found, err := only(ref, query.ActorsNamed(c.view, ref), none)
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
	var meant []string
	for _, f := range found {
		meant = append(meant, source.Printable(described(f)))
	}
	return query.Found{}, fmt.Errorf("%q may be any of %s: give the id of one", ref, shortened(meant, maxFound))
}

// described gives the id of what was found and, for an actor, who that is.
func described(f query.Found) string {
	if f.Actor == nil {
		return f.ID()
	}
	marks := slices.DeleteFunc([]string{f.Actor.Name, string(f.Actor.Type), f.Actor.Country}, func(m string) bool { return m == "" })
	return f.ID() + " (" + strings.Join(marks, ", ") + ")"
}

func show(cmd *cobra.Command, s *store.Store, f query.Found, text bool) error {
	ctx, out := cmd.Context(), cmd.OutOrStdout()
	switch {
	case text && f.Document == nil:
		return usage(errors.New("only a document has a text"))
	case text:
		_, err := io.WriteString(out, f.Document.Text)
		return err
	case f.Claim != nil:
		c, err := around(ctx, s, *f.Claim)
		if err != nil {
			return err
		}
		return c.showClaim(out, f.Claim)
	}
	filter := query.Filter{}
	if f.Actor != nil {
		filter.About = f.Actor.ID
	} else {
		filter.Document = f.Document.ID
	}
	found, err := query.Find(ctx, s, query.Pattern{}, filter, 0)
	if err != nil {
		return err
	}
	c := &contents{claims: found.Claims, view: found.View}
	if f.Document != nil {
		return c.showDocument(out, f.Document)
	}
	return c.showActor(ctx, s, out, f.Actor)
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
		{"url", d.URL}, {"language", d.Language}, {"claims", fmt.Sprint(len(c.claims))},
		{"bytes", fmt.Sprint(len(d.Text))}, {"sha256", d.SHA256},
	}
	for _, v := range d.Replaced {
		fields = append(fields, field{"replaced", strings.TrimSpace(v.SHA256 + " " + v.Published)})
	}
	if err := writeFields(out, fields...); err != nil {
		return err
	}
	return section(out, "Claims", c.claimColumns(), c.claims)
}
