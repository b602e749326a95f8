package main

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
)

// A rankRow is a node as rank lists it.
type rankRow struct {
	Rank      int            `json:"rank"`
	ID        string         `json:"id"`
	Name      string         `json:"name"`
	Type      graph.NodeType `json:"type"`
	Country   string         `json:"country,omitempty"`
	Claims    int            `json:"claims"`
	Documents int            `json:"documents"`
	Measure   string         `json:"measure"`
	Value     float64        `json:"value"`
}

var rankColumns = []column[rankRow]{
	{"rank", func(r rankRow) any { return r.Rank }},
	{"id", func(r rankRow) any { return r.ID }},
	{"name", func(r rankRow) any { return r.Name }},
	{"type", func(r rankRow) any { return r.Type }},
	{"country", func(r rankRow) any { return r.Country }},
	{"claims", func(r rankRow) any { return r.Claims }},
	{"documents", func(r rankRow) any { return r.Documents }},
	{"measure", func(r rankRow) any { return r.Measure }},
	{"value", func(r rankRow) any { return r.Value }},
}

// ranking is one run of the command.
type ranking struct {
	*networkFlags
	by     *choice
	limit  positive
	sample int
	from   []string
	draw   bool
}

func rankCommand(o *options) *cobra.Command {
	r := &ranking{limit: 20}
	names, about := rankings()
	cmd := &cobra.Command{
		Use:   "rank",
		Short: "List who stands where in the network, with a bar for each",
		Long: `Rank makes the network of actors and lists those of the greatest values of a
measure:

` + strings.Join(about, "\n") + `

Betweenness, closeness and harmonic follow the shortest paths from all nodes; in
a network where this would take more than about a minute, from a sample of them,
with a bound of the error.`,
		Example: `  whom rank --by betweenness --limit 10
  whom rank --limit 15 --picture
  whom rank --by pagerank --from NATO --since 2022-01
  whom rank --level country --format csv > countries.csv`,
		Args: noArguments,
	}
	r.by = addChoice(cmd, "by", "", "strength", "measure", names...)
	addLimit(cmd, &r.limit, "how many to list")
	cmd.Flags().IntVar(&r.sample, "sample", 0, "follow paths from `N` nodes, -1 for all (default as many as take a minute)")
	cmd.Flags().StringSliceVar(&r.from, "from", nil, "let the walks of pagerank begin at these `ACTORS`")
	cmd.Flags().BoolVar(&r.draw, "picture", false, "draw those listed and the ties between them, below the table")
	r.networkFlags = addNetworkFlags(cmd)
	format := addFormat(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if len(r.from) > 0 && r.by.value != "pagerank" {
			return usage(errors.New("--from is for --by pagerank"))
		}
		if r.sample < -1 {
			return usage(fmt.Errorf("--sample %d: want a number of nodes, or -1 for all", r.sample))
		}
		return r.run(cmd, o.db, format.value)
	}
	return cmd
}

// rankings lists the measures to rank by, with a line about each.
func rankings() (names, about []string) {
	for _, m := range network.Measures() {
		if !m.Part {
			names = append(names, m.Name)
			about = append(about, fmt.Sprintf("  %-21s %s", m.Name, m.About))
		}
	}
	return names, about
}

func (r *ranking) run(cmd *cobra.Command, db, format string) error {
	c, err := r.load(cmd.Context(), db)
	if err != nil {
		return err
	}
	net, err := r.network(cmd.Context(), c, db)
	if err != nil {
		return err
	}
	start, err := r.starts(c, db)
	if err != nil {
		return err
	}
	values, err := measure(cmd, net, network.MeasureOptions{Sample: r.sample, Personal: start}, r.by.value)
	if err != nil {
		return err
	}
	if values.Sample > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "whom: paths are from %d of %d nodes: betweenness may be off by %.4g, with 5%% of chance by more\n",
			values.Sample, len(net.Nodes), values.Error)
	}
	top := net.Top(int(r.limit), values.Values)
	if err := r.list(cmd, format, net, top, values); err != nil || !r.draw || format != formatTable {
		return err
	}
	return r.sketch(cmd, c, net, top)
}

// sketch draws those listed.
func (r *ranking) sketch(cmd *cobra.Command, c *contents, net *network.Network, top []int) error {
	data, err := export.New(r.view(c), c.documents, c.claims)
	if err != nil {
		return err
	}
	columns := terminalWidth(cmd.OutOrStdout())
	if columns == 0 {
		columns = pageWidth
	}
	fmt.Fprintln(cmd.OutOrStdout())
	return export.Sketch(cmd.OutOrStdout(), data.Show(net), top, columns)
}

// pageWidth is how many columns a picture has where no terminal says.
const pageWidth = 100

// measure computes a measure of the nodes; it can be interrupted.
func measure(cmd *cobra.Command, net *network.Network, o network.MeasureOptions, name string) (network.Column, error) {
	progress := newProgress(cmd.ErrOrStderr())
	defer progress.clear()
	o.Progress = progress.share(name)
	columns, err := net.Measure(cmd.Context(), o, name)
	if err != nil {
		return network.Column{}, err
	}
	return columns[0], nil
}

// starts are the nodes at which walks begin.
func (r *ranking) starts(c *contents, db string) ([]string, error) {
	view := r.view(c)
	var ids []string
	for _, name := range r.from {
		id, err := node(c, view, name, db)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

func (r *ranking) list(cmd *cobra.Command, format string, net *network.Network, top []int, c network.Column) error {
	var rows []rankRow
	for i, v := range top {
		n := &net.Nodes[v]
		rows = append(rows, rankRow{i + 1, n.ID, n.Name, n.Type, n.Country, n.Claims, n.Documents, c.Name, c.Values[v]})
	}
	columns := rankColumns
	if format == formatTable {
		columns = rankTable(c.Measure, rows)
	}
	return list(cmd, format, "actor", columns, rows)
}

// rankTable has a bar in the last column.
func rankTable(m network.Measure, rows []rankRow) []column[rankRow] {
	most := 0.0
	for _, r := range rows {
		most = max(most, r.Value)
	}
	return []column[rankRow]{
		{"rank", func(r rankRow) any { return r.Rank }},
		{"name", func(r rankRow) any { return r.Name }},
		{"type", func(r rankRow) any { return r.Type }},
		{"country", func(r rankRow) any { return r.Country }},
		{m.Name, func(r rankRow) any { return valueCell(m.Integer, r.Value) }},
		{"", func(r rankRow) any { return bar(r.Value, most) }},
	}
}

// valueCell shows whole numbers as they are and others by four digits, flush right
// in a table.
func valueCell(whole bool, x float64) any {
	if whole {
		return int(x)
	}
	return fmt.Sprintf("%10s", fmt.Sprintf("%.4g", x))
}

// barWidth is the width of the longest bar.
const barWidth = 30

// bar draws a value by eighths of a character.
func bar(value, most float64) string {
	if most <= 0 || value <= 0 {
		return ""
	}
	eighths := max(1, int(math.Round(value/most*barWidth*8)))
	out := strings.Repeat("█", eighths/8)
	if rest := eighths % 8; rest > 0 {
		out += string([]rune("▏▎▍▌▋▊▉")[rest-1])
	}
	return out
}
