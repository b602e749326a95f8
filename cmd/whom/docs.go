package main

import (
	"github.com/spf13/cobra"
)

// A documentRow is a document as docs lists it.
type documentRow struct {
	ID       string `json:"id"`
	Title    string `json:"title,omitempty"`
	Outlet   string `json:"outlet,omitempty"`
	URL      string `json:"url,omitempty"`
	Dateline string `json:"dateline,omitempty"`
	Date     string `json:"date,omitempty"`
	Language string `json:"language,omitempty"`
	SHA256   string `json:"sha256"`
	Claims   int    `json:"claims"`
}

var documentColumns = []column[documentRow]{
	{"id", func(d documentRow) any { return d.ID }},
	{"date", func(d documentRow) any { return d.Date }},
	{"outlet", func(d documentRow) any { return d.Outlet }},
	{"claims", func(d documentRow) any { return d.Claims }},
	{"title", func(d documentRow) any { return d.Title }},
}

func docsCommand(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "docs",
		Short: "List the documents of a store",
		Long: `Docs lists the documents with their ids, by which show, remove, split and
claims --document take them. Those that show no date are left out by --since and
--until.`,
		Example: `  whom docs
  whom docs --format csv > documents.csv`,
		Args: noArguments,
	}
	listAll(cmd, o, "document", documentColumns, (*contents).documentRows)
	return cmd
}

func (c *contents) documentRows() []documentRow {
	counts := c.claimsIn()
	rows := make([]documentRow, len(c.documents))
	for i, d := range c.documents {
		rows[i] = documentRow{d.ID, d.Title, d.Outlet, d.URL, d.Dateline, d.Published, d.Language, d.SHA256, counts[d.ID]}
	}
	return rows
}
