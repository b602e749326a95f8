package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/source"
)

// The formats of a listing: one for people and two for programs.
const (
	formatTable = "table"
	formatJSONL = "jsonl"
	formatCSV   = "csv"
)

func addFormat(cmd *cobra.Command) *choice {
	return addChoice(cmd, "format", "f", formatTable, "how to print", formatTable, formatJSONL, formatCSV)
}

// listAll makes the command one that lists all rows of a store.
func listAll[T any](cmd *cobra.Command, o *options, noun string, columns []column[T], rows func(*contents) []T) {
	var limit positive
	addLimit(cmd, &limit, aboutAll)
	format := addFormat(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		c, err := load(cmd.Context(), o.db)
		if err != nil {
			return err
		}
		return list(cmd, format.value, noun, columns, first(limit, rows(c)))
	}
}

// A column of a table shows a string, or a number flush right.
type column[T any] struct {
	name  string
	value func(T) any
}

func cells[T any](columns []column[T], row T) []any {
	out := make([]any, len(columns))
	for i, c := range columns {
		out[i] = c.value(row)
	}
	return out
}

// printable keeps each cell on its line.
func printable(row []any) []any {
	for i, cell := range row {
		if words, ok := cell.(string); ok {
			row[i] = source.Printable(words)
		}
	}
	return row
}

// writeTable prints rows below the names of their columns; on a terminal, lines
// end where it does.
func writeTable[T any](out io.Writer, columns []column[T], rows []T) error {
	w := newTable(out)
	var header table.Row
	for _, c := range columns {
		header = append(header, c.name)
	}
	w.AppendHeader(header)
	for _, row := range rows {
		w.AppendRow(printable(cells(columns, row)))
	}
	return render(out, w)
}

func newTable(out io.Writer) table.Writer {
	text.OverrideRuneWidthEastAsianWidth(false) // else the width of “ would depend on the locale
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Format = table.FormatOptions{}
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	style.Box.UnfinishedRow = "…"
	style.Size.WidthMax = terminalWidth(out)
	if colored(out) {
		style.Color.Header = text.Colors{text.Bold}
	}
	w := table.NewWriter()
	w.SetStyle(style)
	w.SuppressTrailingSpaces()
	return w
}

func render(out io.Writer, w table.Writer) error {
	_, err := fmt.Fprintln(out, w.Render())
	return err
}

func writeCSV[T any](out io.Writer, columns []column[T], rows []T) error {
	w := csv.NewWriter(out)
	header := make([]string, len(columns))
	for i, c := range columns {
		header[i] = c.name
	}
	if err := w.Write(header); err != nil {
		return err
	}
	for _, row := range rows {
		record := make([]string, len(columns))
		for i, cell := range cells(columns, row) {
			record[i] = fmt.Sprint(cell)
		}
		if err := w.Write(record); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

func writeJSONL[T any](out io.Writer, rows []T) error {
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, row := range rows {
		if err := enc.Encode(row); err != nil {
			return err
		}
	}
	return w.Flush()
}

// list prints rows of one kind in the format asked for.
func list[T any](cmd *cobra.Command, format string, kind string, columns []column[T], rows []T) error {
	out := cmd.OutOrStdout()
	switch {
	case format == formatJSONL:
		return writeJSONL(out, rows)
	case format == formatCSV:
		return writeCSV(out, columns, rows)
	case len(rows) == 0:
		fmt.Fprintf(cmd.ErrOrStderr(), "whom: no %s found\n", kind)
		return nil
	default:
		return writeTable(out, columns, rows)
	}
}

// section prints a table under a heading, and nothing where it has no rows.
func section[T any](w io.Writer, title string, columns []column[T], rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	heading(w, title)
	return writeTable(w, columns, rows)
}

func heading(w io.Writer, title string) {
	if colored(w) {
		title = text.Bold.Sprint(title)
	}
	fmt.Fprintf(w, "\n%s\n", title)
}

// count says how many there are of something.
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// shortened joins the first names of a list.
func shortened(names []string, most int) string {
	if more := len(names) - most; more > 0 {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", more)
	}
	return strings.Join(names, ", ")
}
