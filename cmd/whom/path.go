package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
	"github.com/whomgraph/whom/graph/query"
)

func pathCommand(o *options) *cobra.Command {
	var f query.Filter
	var directed bool
	limit := positive(1)
	cmd := &cobra.Command{
		Use:   "path A B",
		Short: "Show the shortest chains of claims from one actor to another",
		Long: `Path shows how two actors hang together: the shortest chain of claims between
them, each step with a sentence and its document. Of chains as short, that of
ties in most documents comes first. Claims that are denied or only possible make
no step, and what is but planned is marked. A step may go against the claim,
from whom something is done to to who does it, but with --directed.`,
		Example: `  whom path 'Sergey Lavrov' NATO
  whom path Lavrov Blinken -k 3 --directed
  whom path actor:russia actor:nato --format jsonl`,
		Args: takes(2, "two actors, each by its id or name"),
	}
	cmd.Flags().VarP(&limit, "limit", "k", "how many chains to show, the shortest first")
	cmd.Flags().BoolVar(&directed, "directed", false, "only along the claims, from who acts to whom")
	addFilter(cmd, &f)
	format := addFormat(cmd)
	cmd.RunE = func(cmd *cobra.Command, ends []string) error {
		c, err := load(cmd.Context(), o.db)
		if err != nil {
			return err
		}
		rows, err := c.paths(cmd, ends, o.db, f, int(limit), directed)
		if err != nil {
			return err
		}
		if format.value != formatTable {
			return list(cmd, format.value, "path", stepFields, rows)
		}
		return writePaths(cmd.OutOrStdout(), rows)
	}
	return cmd
}

// A stepRow is a step of a chain as path lists it.
type stepRow struct {
	Path      int    `json:"path"` // counted from 1
	Step      int    `json:"step"`
	SourceID  string `json:"source_id"`
	Source    string `json:"source"`
	Predicate string `json:"predicate"`
	// Label is the predicate in the third person, marked where it is but planned.
	Label    string         `json:"label"`
	Modality graph.Modality `json:"modality"`
	TargetID string         `json:"target_id"`
	Target   string         `json:"target"`
	Against  bool           `json:"against"` // the chain goes from target to source
	Claim    string         `json:"claim"`
	Document string         `json:"document"`
	Outlet   string         `json:"outlet,omitempty"`
	Date     string         `json:"date,omitempty"`
	Says     string         `json:"says,omitempty"`
	Sentence string         `json:"sentence"`
}

var stepFields = []column[stepRow]{
	{"path", func(s stepRow) any { return s.Path }},
	{"step", func(s stepRow) any { return s.Step }},
	{"source_id", func(s stepRow) any { return s.SourceID }},
	{"source", func(s stepRow) any { return s.Source }},
	{"predicate", func(s stepRow) any { return s.Predicate }},
	{"label", func(s stepRow) any { return s.Label }},
	{"modality", func(s stepRow) any { return s.Modality }},
	{"target_id", func(s stepRow) any { return s.TargetID }},
	{"target", func(s stepRow) any { return s.Target }},
	{"against", func(s stepRow) any { return s.Against }},
	{"claim", func(s stepRow) any { return s.Claim }},
	{"document", func(s stepRow) any { return s.Document }},
	{"outlet", func(s stepRow) any { return s.Outlet }},
	{"date", func(s stepRow) any { return s.Date }},
	{"says", func(s stepRow) any { return s.Says }},
	{"sentence", func(s stepRow) any { return s.Sentence }},
}

// paths finds the chains between two actors, step by step.
func (c *contents) paths(cmd *cobra.Command, ends []string, db string, f query.Filter, k int, directed bool) ([]stepRow, error) {
	from, err := c.actor(ends[0], db)
	if err != nil {
		return nil, err
	}
	to, err := c.actor(ends[1], db)
	if err != nil {
		return nil, err
	}
	if from == to {
		return nil, fmt.Errorf("%q and %q are one actor, %s", ends[0], ends[1], from.ID)
	}
	found, err := c.choose(f)
	if err != nil {
		return nil, err
	}
	noteUndated(cmd, found)
	net, err := network.New(cmd.Context(), c.view, c.documents, found.Claims, network.Options{})
	if err != nil {
		return nil, err
	}
	var rows []stepRow
	for i, steps := range net.Paths(from.ID, to.ID, k, directed) {
		for j, s := range steps {
			rows = append(rows, c.stepRow(net, i+1, j+1, s))
		}
	}
	if len(rows) == 0 {
		how := ""
		if directed {
			how = "directed "
		}
		return nil, fmt.Errorf("no %schain of claims leads from %s to %s", how, from.Name, to.Name)
	}
	return rows, nil
}

func (c *contents) stepRow(net *network.Network, path, step int, s network.Step) stepRow {
	x := c.surest(s.Claims)
	d := c.document(x.Document)
	return stepRow{
		Path: path, Step: step, Predicate: s.Predicate, Label: s.Label(), Modality: x.Modality, Against: s.Against,
		SourceID: s.Source, Source: net.Nodes[net.Index(s.Source)].Name, TargetID: s.Target, Target: net.Nodes[net.Index(s.Target)].Name,
		Claim: x.ID, Document: x.Document, Outlet: d.Outlet, Date: d.Published, Says: c.says(x), Sentence: x.Evidence.Text(d),
	}
}

// surest returns the claim of these ids in which most confidence is, the first
// of several; one that plans only where all do.
func (c *contents) surest(ids []string) *graph.Claim {
	wanted := make(map[string]bool)
	for _, id := range ids {
		wanted[id] = true
	}
	var best *graph.Claim
	for i := range c.claims {
		x := &c.claims[i]
		if wanted[x.ID] && (best == nil || isSurer(x, best)) {
			best = x
		}
	}
	return best
}

func isSurer(x, y *graph.Claim) bool {
	if plans := y.Modality == graph.Planned; plans != (x.Modality == graph.Planned) {
		return plans
	}
	return x.Confidence > y.Confidence
}

var stepColumns = []column[stepRow]{
	{"claim", func(s stepRow) any { return query.Short(s.Claim) }},
	{"document", func(s stepRow) any { return s.Document }},
	{"step", func(s stepRow) any { return s.line() }},
	{"says", func(s stepRow) any { return s.Says }},
	{"sentence", func(s stepRow) any { return s.Sentence }},
}

// line shows a step in the direction of the chain.
func (s stepRow) line() string {
	if s.Against {
		return strings.Join([]string{s.Target, s.Label, s.Source}, " ← ")
	}
	return strings.Join([]string{s.Source, s.Label, s.Target}, " → ")
}

// writePaths prints each chain as a table of its steps.
func writePaths(out io.Writer, rows []stepRow) error {
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && rows[end].Path == rows[start].Path {
			end++
		}
		title := fmt.Sprintf("Chain %d, %s", rows[start].Path, count(end-start, "step"))
		if err := section(out, title, stepColumns, rows[start:end]); err != nil {
			return err
		}
		start = end
	}
	return nil
}
