package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph/network"
)

// A communityRow is a community as communities lists it.
type communityRow struct {
	Community int      `json:"community"`
	Actors    int      `json:"actors"`
	Within    float64  `json:"within"`
	Around    float64  `json:"around"`
	Countries []string `json:"countries,omitempty"` // most frequent first
	Members   []string `json:"members"`             // names, strongest first
	IDs       []string `json:"ids"`
}

// topMembers is how many a table names.
const topMembers = 6

var communityColumns = []column[communityRow]{
	{"community", func(r communityRow) any { return r.Community }},
	{"actors", func(r communityRow) any { return r.Actors }},
	{"within", func(r communityRow) any { return r.Within }},
	{"around", func(r communityRow) any { return r.Around }},
	{"countries", func(r communityRow) any { return strings.Join(r.Countries, ", ") }},
	{"members", func(r communityRow) any { return shortened(r.Members, topMembers) }},
}

// communityMembers are the columns of the CSV, an actor a row.
var communityMembers = []column[[3]string]{
	{"community", func(r [3]string) any { return r[0] }},
	{"id", func(r [3]string) any { return r[1] }},
	{"name", func(r [3]string) any { return r[2] }},
}

func communitiesCommand(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "communities",
		Short: "List who belongs together in the network",
		Long: `Communities parts the network of actors into those that are tied to each other
more than chance would have it (the Leiden algorithm, with modularity), and lists
those of two actors and more: the weight of ties within and around each, the
countries of its actors, and its actors, the strongest first. Below a table
stands how the network as a whole is made.

A tie is friendly or hostile by the type of its event, where it has one; a
triangle is balanced where none or two of its ties are hostile.`,
		Example: `  whom communities
  whom communities --component largest --min-weight 2
  whom communities --format csv > communities.csv`,
		Args: noArguments,
	}
	f := addNetworkFlags(cmd)
	var limit positive
	addLimit(cmd, &limit, aboutAll)
	format := addFormat(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		c, err := f.load(cmd.Context(), o.db)
		if err != nil {
			return err
		}
		net, err := f.network(cmd.Context(), c, o.db)
		if err != nil {
			return err
		}
		communities, structure, err := net.Communities(cmd.Context())
		if err != nil {
			return err
		}
		return listCommunities(cmd, format.value, net, first(limit, communities), structure)
	}
	return cmd
}

func listCommunities(cmd *cobra.Command, format string, net *network.Network, communities []network.Community, s network.Structure) error {
	var rows []communityRow
	var members [][3]string
	for _, c := range communities {
		r := communityRow{Community: c.Number, Actors: len(c.Nodes), Within: c.Within, Around: c.Around}
		for _, v := range c.Nodes {
			r.Members, r.IDs = append(r.Members, net.Nodes[v].Name), append(r.IDs, net.Nodes[v].ID)
			members = append(members, [3]string{fmt.Sprint(c.Number), net.Nodes[v].ID, net.Nodes[v].Name})
		}
		r.Countries = countries(net, c.Nodes)
		rows = append(rows, r)
	}
	if format == formatCSV {
		return writeCSV(cmd.OutOrStdout(), communityMembers, members)
	}
	if err := list(cmd, format, "community", communityColumns, rows); err != nil || format != formatTable {
		return err
	}
	return writeStructure(cmd.OutOrStdout(), s)
}

// countries are those of nodes, the most frequent first.
func countries(net *network.Network, nodes []int) []string {
	counts := make(map[string]int)
	var all []string
	for _, v := range nodes {
		country := net.Nodes[v].Country
		if counts[country]++; country != "" && counts[country] == 1 {
			all = append(all, country)
		}
	}
	slices.SortStableFunc(all, func(a, b string) int { return counts[b] - counts[a] })
	return all
}

func writeStructure(w io.Writer, s network.Structure) error {
	if s.Nodes == 0 {
		return nil
	}
	heading(w, "The network")
	triangles := s.Triads[0] + s.Triads[1] + s.Triads[2] + s.Triads[3]
	balance := share(s.Triads.Balance())
	if balance != "" {
		balance += fmt.Sprintf(" of %s of friendly and hostile ties", count(triangles, "triangle"))
	}
	return writeFields(w,
		field{"actors", fmt.Sprintf("%d, %d with ties", s.Nodes, s.Tied)},
		field{"ties", fmt.Sprintf("%d, of %s", s.Ties, count(s.Edges, "edge"))},
		field{"reciprocity", share(s.Reciprocity)},
		field{"modularity", coefficient(s.Modularity)},
		field{"assortativity", coefficient(s.Assortativity)},
		field{"mixing by country", coefficient(s.Mixing)},
		field{"balanced", balance},
	)
}

// share shows a part of 1, and nothing where there is none.
func share(x float64) string {
	if math.IsNaN(x) {
		return ""
	}
	return fmt.Sprintf("%.1f%%", 100*x)
}

func coefficient(x float64) string {
	if math.IsNaN(x) {
		return ""
	}
	return fmt.Sprintf("%.3f", x)
}
