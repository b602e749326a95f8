package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
)

// A changeRow is an actor as compare lists it.
type changeRow struct {
	ID          string         `json:"id"`
	Name        string         `json:"name"`
	Type        graph.NodeType `json:"type"`
	Country     string         `json:"country,omitempty"`
	Measure     string         `json:"measure"`
	RankBefore  int            `json:"rank_before,omitempty"`
	RankAfter   int            `json:"rank_after,omitempty"`
	ShareBefore float64        `json:"share_before"`
	ShareAfter  float64        `json:"share_after"`
	Gain        float64        `json:"gain"`
}

var changeColumns = []column[changeRow]{
	{"id", func(r changeRow) any { return r.ID }},
	{"name", func(r changeRow) any { return r.Name }},
	{"type", func(r changeRow) any { return r.Type }},
	{"country", func(r changeRow) any { return r.Country }},
	{"measure", func(r changeRow) any { return r.Measure }},
	{"rank_before", func(r changeRow) any { return standing(r.RankBefore, "") }},
	{"rank_after", func(r changeRow) any { return standing(r.RankAfter, "") }},
	{"share_before", func(r changeRow) any { return r.ShareBefore }},
	{"share_after", func(r changeRow) any { return r.ShareAfter }},
	{"gain", func(r changeRow) any { return r.Gain }},
}

var changeTable = []column[changeRow]{
	{"name", func(r changeRow) any { return r.Name }},
	{"type", func(r changeRow) any { return r.Type }},
	{"country", func(r changeRow) any { return r.Country }},
	{"rank", func(r changeRow) any { return standing(r.RankBefore, "–") + " → " + standing(r.RankAfter, "–") }},
	{"share", func(r changeRow) any { return share(r.ShareBefore) + " → " + share(r.ShareAfter) }},
	{"gain", func(r changeRow) any { return fmt.Sprintf("%+6.1f%%", 100*r.Gain) }},
}

// standing shows a rank, or what stands for none.
func standing(rank int, none string) string {
	if rank == 0 {
		return none
	}
	return fmt.Sprint(rank)
}

// comparison is one run of the command.
type comparison struct {
	*networkFlags
	by    *choice
	limit positive
}

func compareCommand(o *options) *cobra.Command {
	x := &comparison{limit: 10}
	names, _ := rankings()
	cmd := &cobra.Command{
		Use:   "compare [A.db B.db]",
		Short: "List who gained and who lost in the network",
		Long: `Compare lists the actors whose share in a measure of the network has grown most,
and those whose share has fallen most: from one store to another, or in one store
from all documents before --since to those from then on (until --until). A share
is an actor's part in the sum of all, so that a month can be compared with a year.
An actor is the same where it has the same id.`,
		Example: `  whom compare january.db february.db
  whom compare --since 2022-02-24 --by pagerank
  whom compare --since 2022-02 --until 2022-03 --level country --format csv`,
		Args: func(cmd *cobra.Command, stores []string) error {
			if len(stores) != 0 && len(stores) != 2 {
				return fmt.Errorf("compare takes two stores, or --since for one")
			}
			return nil
		},
	}
	x.by = addChoice(cmd, "by", "", "strength", "measure, as of rank", names...)
	addLimit(cmd, &x.limit, "how many to list on either side")
	x.networkFlags = addNetworkFlags(cmd)
	format := addFormat(cmd)
	cmd.RunE = func(cmd *cobra.Command, stores []string) error {
		before, after, err := x.sides(cmd, stores, o.db)
		if err != nil {
			return err
		}
		return x.run(cmd, before, after, format.value)
	}
	return cmd
}

// sides makes the two networks.
func (x *comparison) sides(cmd *cobra.Command, stores []string, db string) (before, after *network.Network, err error) {
	if len(stores) == 2 {
		if cmd.Flags().Changed("db") {
			return nil, nil, usage(errors.New("compare takes either two stores or --db"))
		}
		if before, err = x.side(cmd, stores[0]); err != nil {
			return nil, nil, err
		}
		after, err = x.side(cmd, stores[1])
		return before, after, err
	}
	until, err := dayBefore(x.filter.Since)
	if err != nil {
		return nil, nil, usage(err)
	}
	c, err := x.load(cmd.Context(), db)
	if err != nil {
		return nil, nil, err
	}
	if after, err = x.network(cmd.Context(), c, db); err != nil {
		return nil, nil, err
	}
	x.filter.Since, x.filter.Until = "", until
	before, err = x.network(cmd.Context(), c, db)
	return before, after, err
}

func (x *comparison) side(cmd *cobra.Command, db string) (*network.Network, error) {
	c, err := x.load(cmd.Context(), db)
	if err != nil {
		return nil, err
	}
	return x.network(cmd.Context(), c, db)
}

// dayBefore returns the last day before a day, a month or a year.
func dayBefore(date string) (string, error) {
	if date == "" {
		return "", errors.New("compare needs two stores, or --since DATE to compare with what was before")
	}
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if day, err := time.Parse(layout, date); err == nil {
			return day.AddDate(0, 0, -1).Format(time.DateOnly), nil
		}
	}
	return "", fmt.Errorf("since %q: want a date as 2022-01-31, 2022-01 or 2022", date)
}

func (x *comparison) run(cmd *cobra.Command, before, after *network.Network, format string) error {
	from, err := measure(cmd, before, network.MeasureOptions{}, x.by.value)
	if err != nil {
		return err
	}
	to, err := measure(cmd, after, network.MeasureOptions{}, x.by.value)
	if err != nil {
		return err
	}
	var rows []changeRow
	for _, c := range network.Compare(before, after, from, to) {
		rows = append(rows, changeRow{
			c.ID, c.Name, c.Type, c.Country, x.by.value, c.RankBefore, c.RankAfter, c.Before, c.After, c.Gain(),
		})
	}
	if format != formatTable || len(rows) == 0 {
		return list(cmd, format, "actor", changeColumns, rows)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "Shares in %s: %s before, %s after.\n", x.by.value, count(len(before.Nodes), "actor"), count(len(after.Nodes), "actor"))
	return x.table(cmd.OutOrStdout(), rows)
}

// table lists either side, what changed most first.
func (x *comparison) table(w io.Writer, rows []changeRow) error {
	var gained, lost []changeRow
	for _, r := range rows {
		switch {
		case r.Gain > 0:
			gained = append(gained, r)
		case r.Gain < 0:
			lost = append(lost, r)
		}
	}
	slices.Reverse(lost)
	if err := section(w, "Gained", changeTable, first(x.limit, gained)); err != nil {
		return err
	}
	return section(w, "Lost", changeTable, first(x.limit, lost))
}
