package export

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
)

// NodesCSV writes the table of nodes for Gephi's data laboratory: Id, Label,
// Timeset (from its first document to its last) and then the attributes.
func NodesCSV(w io.Writer, d *Data) error {
	s, err := d.sheet()
	if err != nil {
		return err
	}
	return writeCSV(w, append([]column[node]{
		{"Id", "string", func(n *node) string { return n.ID }},
		{"Label", "string", func(n *node) string { return n.Name }},
		{"Timeset", "string", func(n *node) string { return timeset(n.spells()) }},
	}, forGephi(s.nodeColumns)...), pointers(s.nodes))
}

// EdgesCSV writes the table of edges for Gephi's data laboratory: Source,
// Target, Type, Id, Kind (which keeps parallel edges apart), Label, Weight,
// Timeset (the days of its documents) and then the attributes.
func EdgesCSV(w io.Writer, d *Data) error {
	s, err := d.sheet()
	if err != nil {
		return err
	}
	return writeCSV(w, append([]column[edge]{
		{"Source", "string", func(e *edge) string { return e.Source }},
		{"Target", "string", func(e *edge) string { return e.Target }},
		{"Type", "string", func(*edge) string { return "Directed" }},
		{"Id", "string", func(e *edge) string { return e.ID() }},
		{"Kind", "string", func(e *edge) string { return e.kind }},
		{"Label", "string", func(e *edge) string { return e.label }},
		{"Weight", "double", func(e *edge) string { return integer(e.Weight) }},
		{"Timeset", "string", func(e *edge) string { return timeset(e.spells()) }},
	}, forGephi(s.edgeColumns)...), s.edges)
}

// forGephi leaves out columns of dates, which Gephi takes for times of another
// kind than Timeset and then drops that, and ids of documents, of which it makes
// numbers where they look so.
func forGephi[T any](columns []column[T]) []column[T] {
	return slices.DeleteFunc(slices.Clone(columns), func(c column[T]) bool {
		return c.kind == "string" && slices.Contains([]string{"first", "last", "documents"}, c.name)
	})
}

// timeset writes times as Gephi does: <[2022-01-31,2022-02-01];[…]>.
func timeset(spells []spell) string {
	if len(spells) == 0 {
		return ""
	}
	var list []string
	for _, s := range spells {
		list = append(list, "["+s[0]+","+s[1]+"]")
	}
	return "<" + strings.Join(list, ";") + ">"
}

// plain replaces what not all readers take as it is: a break of lines, and a
// backslash, which Gephi takes for an escape.
var plain = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", `\`, "/").Replace

func writeCSV[T any](w io.Writer, columns []column[T], rows iter.Seq[*T]) error {
	out := csv.NewWriter(w)
	record := make([]string, len(columns))
	for i, c := range columns {
		record[i] = c.name
	}
	err := out.Write(record)
	for row := range rows {
		for i, c := range columns {
			record[i] = plain(clean(c.value(row)))
		}
		if err = out.Write(record); err != nil {
			break
		}
	}
	out.Flush()
	if err := cmp.Or(err, out.Error()); err != nil {
		return fmt.Errorf("writing CSV: %w", err)
	}
	return nil
}
