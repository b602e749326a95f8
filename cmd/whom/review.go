package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/curate"
)

func reviewCommand(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review [FILE]",
		Short: "Keep judgements of claims and tell how many are right",
		Long: `Review keeps the judgements of a table that sample has written, and prints what
share of the claims is right, with the interval of Wilson for 95 % confidence, by
each coder and by all; and, where two coders judged the same claims, how far they
agree, with Cohen's kappa. Corrected claims are not right. Without FILE it prints
the figures of what is kept. Judgements are decisions: a later one by the same
coder replaces an earlier one, decisions lists them and undo takes them back.`,
		Example: `  whom review review.csv
  whom review --format jsonl`,
		Args: func(_ *cobra.Command, files []string) error {
			if len(files) > 1 {
				return errors.New("review takes one FILE, or none")
			}
			return nil
		},
	}
	format := addFormat(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return consider(cmd.Context(), o.db, func(d *deciding) error { return d.figures(cmd, format.value) })
		}
		return decide(cmd.Context(), o.db, func(d *deciding) error {
			if err := d.review(cmd, args[0]); err != nil {
				return err
			}
			return d.figures(cmd, format.value)
		})
	}
	return cmd
}

// review keeps the judgements of a file that are not kept yet.
func (d *deciding) review(cmd *cobra.Command, file string) error {
	claims, err := collect(d.store.Claims(cmd.Context()))
	if err != nil {
		return err
	}
	var news []graph.Decision
	var open int
	err = withInput(cmd, file, func(in io.Reader) (err error) {
		news, open, err = curate.ReadSheet(file, in, claims)
		return err
	})
	if err != nil {
		return err
	}
	read := len(news)
	counted := curate.Reviews(d.decisions)
	news = slices.DeleteFunc(news, func(n graph.Decision) bool { return slices.Contains(counted, *n.Review) })
	if _, err := d.store.Decide(cmd.Context(), news...); err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.ErrOrStderr(), "whom: %s kept, %d kept already, %d without judgement\n", count(len(news), "judgement"), read-len(news), open)
	if err != nil {
		return err
	}
	d.decisions, err = d.store.Decisions(cmd.Context())
	return err
}

// A reviewFigure is a precision or an agreement as review lists it.
type reviewFigure struct {
	Figure    string   `json:"figure"` // precision or agreement
	Coder     string   `json:"coder,omitempty"`
	Other     string   `json:"other,omitempty"`
	Claims    int      `json:"claims"`
	Right     int      `json:"right,omitempty"`
	Wrong     int      `json:"wrong,omitempty"`
	Corrected int      `json:"corrected,omitempty"`
	Value     float64  `json:"value"`
	Low       *float64 `json:"low,omitempty"`
	High      *float64 `json:"high,omitempty"`
	Kappa     *float64 `json:"kappa,omitempty"`
}

func (d *deciding) figures(cmd *cobra.Command, format string) error {
	reviews := curate.Reviews(d.decisions)
	precisions, agreements := curate.Measure(reviews), curate.Agree(reviews)
	if format == formatJSONL {
		return writeJSONL(cmd.OutOrStdout(), reviewFigures(precisions, agreements))
	}
	if err := list(cmd, format, "judgement", precisionColumns, precisions); err != nil || len(agreements) == 0 {
		return err
	}
	if _, err := fmt.Fprintln(cmd.OutOrStdout()); err != nil {
		return err
	}
	return list(cmd, format, "agreement", agreementColumns, agreements)
}

func reviewFigures(precisions []curate.Precision, agreements []curate.Agreement) []reviewFigure {
	var out []reviewFigure
	for _, p := range precisions {
		out = append(out, reviewFigure{
			Figure: "precision", Coder: coder(p), Claims: p.Claims, Right: p.Right, Wrong: p.Wrong, Corrected: p.Corrected,
			Value: rounded(p.Precision), Low: pointer(rounded(p.Low)), High: pointer(rounded(p.High)),
		})
	}
	for _, a := range agreements {
		f := reviewFigure{Figure: "agreement", Coder: a.A, Other: a.B, Claims: a.Claims, Value: rounded(a.Agreed)}
		if !math.IsNaN(a.Kappa) {
			f.Kappa = pointer(rounded(a.Kappa))
		}
		out = append(out, f)
	}
	return out
}

func pointer(f float64) *float64 { return &f }

func rounded(f float64) float64 { return math.Round(f*1000) / 1000 }

func coder(p curate.Precision) string {
	if p.All {
		return "all"
	}
	return cmp.Or(p.Coder, "(no name)")
}

var precisionColumns = []column[curate.Precision]{
	{"coder", func(p curate.Precision) any { return coder(p) }},
	{"claims", func(p curate.Precision) any { return p.Claims }},
	{"right", func(p curate.Precision) any { return p.Right }},
	{"wrong", func(p curate.Precision) any { return p.Wrong }},
	{"corrected", func(p curate.Precision) any { return p.Corrected }},
	{"precision", func(p curate.Precision) any { return decimals(p.Precision) }},
	{"low", func(p curate.Precision) any { return decimals(p.Low) }},
	{"high", func(p curate.Precision) any { return decimals(p.High) }},
}

var agreementColumns = []column[curate.Agreement]{
	{"coder", func(a curate.Agreement) any { return cmp.Or(a.A, "(no name)") }},
	{"other", func(a curate.Agreement) any { return cmp.Or(a.B, "(no name)") }},
	{"claims", func(a curate.Agreement) any { return a.Claims }},
	{"agreed", func(a curate.Agreement) any { return decimals(a.Agreed) }},
	{"kappa", func(a curate.Agreement) any { return kappa(a) }},
}

// kappa shows a dash where there is none.
func kappa(a curate.Agreement) string {
	if math.IsNaN(a.Kappa) {
		return "–"
	}
	return decimals(a.Kappa)
}

func decimals(f float64) string { return fmt.Sprintf("%.3f", f) }
