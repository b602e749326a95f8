package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
	"github.com/whomgraph/whom/graph/query"
)

// sideWidth is how many columns each side of a dispute takes.
const sideWidth = 56

func disputesCommand(o *options) *cobra.Command {
	var f query.Filter
	var limit positive
	cmd := &cobra.Command{
		Use:   "disputes",
		Short: "List what some affirm and others deny, side by side",
		Long: `Disputes lists the claims of one subject, predicate and object that are affirmed
by some and denied by others: by different documents or different speakers, as
said to be so or planned, of times that may be the same. Those of most documents
come first.`,
		Example: `  whom disputes
  whom disputes --about Russia --since 2022-01
  whom disputes --format csv > disputes.csv`,
		Args: noArguments,
	}
	addFilter(cmd, &f)
	addAbout(cmd, &f)
	addLimit(cmd, &limit, aboutAll)
	format := addFormat(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		c, err := load(cmd.Context(), o.db)
		if err != nil {
			return err
		}
		found, err := c.choose(f)
		if err != nil {
			return err
		}
		noteUndated(cmd, found)
		disputes := network.Disputes(c.view, found.Claims)
		return c.listDisputes(cmd, format.value, first(limit, disputes))
	}
	return cmd
}

// A disputeRow is a dispute as jsonl lists it.
type disputeRow struct {
	SubjectID string       `json:"subject_id"`
	Subject   string       `json:"subject"`
	Predicate string       `json:"predicate"`
	ObjectID  string       `json:"object_id"`
	Object    string       `json:"object"`
	Documents int          `json:"documents"`
	Affirmed  []accountRow `json:"affirmed"`
	Denied    []accountRow `json:"denied"`
}

// An accountRow is one claim of a dispute.
type accountRow struct {
	Claim      string  `json:"claim"`
	Document   string  `json:"document"`
	Outlet     string  `json:"outlet,omitempty"`
	Date       string  `json:"date,omitempty"`
	Says       string  `json:"says,omitempty"` // empty in the outlet's own voice
	Modality   string  `json:"modality"`       // asserted or planned
	Sentence   string  `json:"sentence"`
	Confidence float64 `json:"confidence"`
}

func (c *contents) disputeRow(d network.Dispute) disputeRow {
	first := &d.Affirmed[0]
	return disputeRow{
		SubjectID: d.Subject.ID, Subject: c.name(first, &first.Subject), Predicate: d.Predicate,
		ObjectID: d.Object.ID, Object: c.name(first, first.Object), Documents: d.Documents,
		Affirmed: c.accounts(d.Affirmed), Denied: c.accounts(d.Denied),
	}
}

func (c *contents) accounts(claims []graph.Claim) []accountRow {
	rows := make([]accountRow, len(claims))
	for i := range claims {
		x := &claims[i]
		d := c.document(x.Document)
		rows[i] = accountRow{x.ID, x.Document, d.Outlet, d.Published, c.says(x), string(x.Modality), x.Evidence.Text(d), x.Confidence}
	}
	return rows
}

// A disputedAccount is a line of the CSV.
type disputedAccount struct {
	number  int
	side    graph.Polarity
	dispute disputeRow
	accountRow
}

var disputeFields = []column[disputedAccount]{
	{"dispute", func(a disputedAccount) any { return a.number }},
	{"subject_id", func(a disputedAccount) any { return a.dispute.SubjectID }},
	{"subject", func(a disputedAccount) any { return a.dispute.Subject }},
	{"predicate", func(a disputedAccount) any { return a.dispute.Predicate }},
	{"object_id", func(a disputedAccount) any { return a.dispute.ObjectID }},
	{"object", func(a disputedAccount) any { return a.dispute.Object }},
	{"side", func(a disputedAccount) any { return a.side }},
	{"modality", func(a disputedAccount) any { return a.Modality }},
	{"claim", func(a disputedAccount) any { return a.Claim }},
	{"document", func(a disputedAccount) any { return a.Document }},
	{"outlet", func(a disputedAccount) any { return a.Outlet }},
	{"date", func(a disputedAccount) any { return a.Date }},
	{"says", func(a disputedAccount) any { return a.Says }},
	{"confidence", func(a disputedAccount) any { return a.Confidence }},
	{"sentence", func(a disputedAccount) any { return a.Sentence }},
}

func (c *contents) listDisputes(cmd *cobra.Command, format string, disputes []network.Dispute) error {
	rows := make([]disputeRow, len(disputes))
	for i, d := range disputes {
		rows[i] = c.disputeRow(d)
	}
	out := cmd.OutOrStdout()
	switch {
	case format == formatJSONL:
		return writeJSONL(out, rows)
	case format == formatCSV:
		return writeCSV(out, disputeFields, disputedAccounts(rows))
	case len(rows) == 0:
		fmt.Fprintln(cmd.ErrOrStderr(), "whom: no dispute found")
		return nil
	}
	for _, d := range rows {
		if err := writeDispute(out, d); err != nil {
			return err
		}
	}
	return nil
}

func disputedAccounts(rows []disputeRow) []disputedAccount {
	var out []disputedAccount
	for i, d := range rows {
		for _, a := range d.Affirmed {
			out = append(out, disputedAccount{i + 1, graph.Affirmed, d, a})
		}
		for _, a := range d.Denied {
			out = append(out, disputedAccount{i + 1, graph.Denied, d, a})
		}
	}
	return out
}

// writeDispute prints the accounts of both sides beside each other.
func writeDispute(out io.Writer, d disputeRow) error {
	heading(out, fmt.Sprintf("%s → %s → %s", source.Printable(d.Subject), graph.ThirdPerson(d.Predicate), source.Printable(d.Object)))
	w := newTable(out)
	w.SetColumnConfigs([]table.ColumnConfig{
		{Number: 1, WidthMax: sideWidth, WidthMin: sideWidth, WidthMaxEnforcer: text.WrapSoft},
		{Number: 2, WidthMax: sideWidth, WidthMaxEnforcer: text.WrapSoft},
	})
	w.AppendHeader(table.Row{"affirmed", "denied"})
	for i := range max(len(d.Affirmed), len(d.Denied)) {
		affirmed, denied := accountAt(d.Affirmed, i), accountAt(d.Denied, i)
		w.AppendRow(table.Row{affirmed.source(), denied.source()})
		w.AppendRow(table.Row{affirmed.quotation(), denied.quotation()})
	}
	return render(out, w)
}

// accountAt is nil where a side has no more.
func accountAt(side []accountRow, i int) *accountRow {
	if i >= len(side) {
		return nil
	}
	return &side[i]
}

// source tells who gives an account, and where.
func (a *accountRow) source() string {
	if a == nil {
		return ""
	}
	who, where := a.Says, []string{a.Document, a.Outlet, a.Date}
	if who == "" {
		who, where = cmp.Or(a.Outlet, "the outlet itself"), []string{a.Document, a.Date}
	}
	if a.Modality == string(graph.Planned) {
		where = append(where, a.Modality)
	}
	where = slices.DeleteFunc(where, func(s string) bool { return s == "" })
	return source.Printable(who + " (" + strings.Join(where, ", ") + ")")
}

func (a *accountRow) quotation() string {
	if a == nil {
		return ""
	}
	return "“" + source.Printable(a.Sentence) + "”"
}
