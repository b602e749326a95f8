package main

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
	"github.com/whomgraph/whom/graph/query"
	"github.com/whomgraph/whom/graph/store"
)

func claimsCommand(o *options) *cobra.Command {
	a := &asking{}
	cmd := &cobra.Command{
		Use:   "claims [PATTERN]",
		Short: "List the claims of a store, or those that a pattern asks for",
		Long: `Claims lists who did what to whom. A pattern is a subject, a predicate and an
object as one says them, each of them words or ? for anything. Names fit by any
alias, without regard to case and accents, verbs in any form; what stands between
the two may follow the verb: '? sends troops to ?'.

The table shows who says so, where that is not the outlet itself, and what is
denied, planned, possible, demanded, conditional or questioned.`,
		Example: `  whom claims 'NATO rejects ?'
  whom claims '? denies ?' --since 2022-01-31 --says Peskov
  whom claims --about 'Sergey Lavrov' --denied only --format csv > denials.csv
  whom claims --class call,meet --limit 20
  whom claims --document reuters/001 --format jsonl`,
	}
	a.addFlags(cmd)
	format := addFormat(cmd)
	cmd.RunE = func(cmd *cobra.Command, words []string) error {
		pattern, err := a.read(words)
		if err != nil {
			return usage(err)
		}
		return withStore(o.db, func(s *store.Store) error {
			found, err := query.Find(cmd.Context(), s, pattern, a.filter, int(a.limit))
			if err != nil {
				return withoutNegation(err, words)
			}
			noteUndated(cmd, found)
			c := &contents{claims: found.Claims, view: found.View}
			if format.value != formatTable {
				if err := c.addDocuments(cmd.Context(), s); err != nil {
					return err
				}
			}
			return c.list(cmd, format.value)
		})
	}
	return cmd
}

// asking is what the flags of claims say.
type asking struct {
	filter           query.Filter
	denied, modality *choice
	limit            positive
}

func (a *asking) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	addFilter(cmd, &a.filter)
	addAbout(cmd, &a.filter)
	a.denied = addDenied(cmd, network.IncludeDenied)
	a.modality = addChoice(cmd, "modality", "", "", "of this modality", modalities()...)
	flags.StringVar(&a.filter.Document, "document", "", "of the document of this `ID`")
	flags.Float64Var(&a.filter.MinConfidence, "min-confidence", 0, "of at least this confidence, a `NUMBER` from 0 to 1")
	addLimit(cmd, &a.limit, aboutAll)
}

// read completes the filter, and reads the pattern, if there is one.
func (a *asking) read(words []string) (query.Pattern, error) {
	a.filter.Modality = graph.Modality(a.modality.value)
	switch network.Denied(a.denied.value) {
	case network.OnlyDenied:
		a.filter.Polarity = graph.Denied
	case network.ExcludeDenied:
		a.filter.Polarity = graph.Affirmed
	}
	if len(words) == 0 {
		return query.Pattern{}, nil
	}
	pattern, err := query.Parse(strings.Join(words, " "), verbForms)
	if err != nil {
		err = fmt.Errorf("%w; --about lists all in which one takes part", err)
	}
	return pattern, err
}

// negation matches what denies in a sentence, but is no part of a predicate.
var negation = regexp.MustCompile(`(?i)\b(not|never|no longer|\w+n['’]?t)\b`)

// withoutNegation adds how to ask for what is denied where a pattern with a
// negation finds nobody or no verb.
func withoutNegation(err error, words []string) error {
	var unknown *query.UnknownError
	if errors.As(err, &unknown) && negation.MatchString(strings.Join(words, " ")) {
		return fmt.Errorf("%w; for what is denied, give the verb without negation and --denied only", err)
	}
	return err
}

// list prints the claims.
func (c *contents) list(cmd *cobra.Command, format string) error {
	if format == formatJSONL {
		data, err := export.New(c.view, c.documents, c.claims)
		if err != nil {
			return err
		}
		return export.JSONL(cmd.OutOrStdout(), data)
	}
	columns := c.claimColumns()
	if format == formatCSV {
		columns = c.claimFields()
	}
	return list(cmd, format, "claim", columns, c.claims)
}

// claimColumns are those of the table. What may be long stands last.
func (c *contents) claimColumns() []column[graph.Claim] {
	return []column[graph.Claim]{
		{"claim", func(x graph.Claim) any { return query.Short(x.ID) }},
		{"document", func(x graph.Claim) any { return x.Document }},
		{"says", func(x graph.Claim) any { return c.says(&x) }},
		{"how", func(x graph.Claim) any { return how(&x) }},
		{"subject", func(x graph.Claim) any { return c.name(&x, &x.Subject) }},
		{"predicate", func(x graph.Claim) any { return x.Predicate.Label() }},
		{"object", func(x graph.Claim) any { return c.complement(&x) }},
	}
}

// claimFields are those of the CSV.
func (c *contents) claimFields() []column[graph.Claim] {
	object := func(x graph.Claim) graph.Argument {
		if x.Object == nil {
			return graph.Argument{}
		}
		return *x.Object
	}
	return []column[graph.Claim]{
		{"id", func(x graph.Claim) any { return x.ID }},
		{"document", func(x graph.Claim) any { return x.Document }},
		{"outlet", func(x graph.Claim) any { return c.document(x.Document).Outlet }},
		{"date", func(x graph.Claim) any { return c.document(x.Document).Published }},
		{"sentence", func(x graph.Claim) any { return x.Sentence }},
		{"subject_id", func(x graph.Claim) any { return c.view.Node(x.Document, &x.Subject).ID }},
		{"subject", func(x graph.Claim) any { return c.name(&x, &x.Subject) }},
		{"predicate_id", func(x graph.Claim) any { return x.PredicateID() }},
		{"predicate", func(x graph.Claim) any { return x.Predicate.Lemma }},
		{"object_id", func(x graph.Claim) any { o := object(x); return c.view.Node(x.Document, &o).ID }},
		{"object", func(x graph.Claim) any { o := object(x); return c.name(&x, &o) }},
		{"args", func(x graph.Claim) any { return c.args(&x) }},
		{"polarity", func(x graph.Claim) any { return x.Polarity }},
		{"modality", func(x graph.Claim) any { return x.Modality }},
		{"says", func(x graph.Claim) any { return c.says(&x) }},
		{"confidence", func(x graph.Claim) any { return x.Confidence }},
		{"evidence", func(x graph.Claim) any { return x.Evidence.Text(c.document(x.Document)) }},
	}
}

// name shows an actor by its name and anything else by its words, a pronoun with
// those that it takes up: “they (such measures)”.
func (c *contents) name(x *graph.Claim, a *graph.Argument) string {
	if n := c.view.Node(x.Document, a); n.IsActor() {
		return n.Name
	}
	if a.Mention == graph.PronounMention && a.Antecedent != nil {
		return fmt.Sprintf("%s (%s)", a.Text, a.Antecedent.Text)
	}
	return a.Text
}

// says names those who say a claim, from the outermost to the innermost.
func (c *contents) says(x *graph.Claim) string {
	var names []string
	for i := range x.Attribution {
		names = append(names, c.name(x, &x.Attribution[i].Argument))
	}
	return strings.Join(names, " › ")
}

// how marks a claim that is more or less than affirmed and asserted.
func how(x *graph.Claim) string {
	var marks []string
	if x.Polarity != graph.Affirmed {
		marks = append(marks, string(x.Polarity))
	}
	if x.Modality != graph.Asserted {
		marks = append(marks, string(x.Modality))
	}
	return strings.Join(marks, ", ")
}

// complement shows the object and the further arguments of a claim.
func (c *contents) complement(x *graph.Claim) string {
	var words []string
	if x.Object != nil {
		words = append(words, c.name(x, x.Object))
	}
	if args := c.args(x); args != "" {
		words = append(words, args)
	}
	return strings.Join(words, ", ")
}

func (c *contents) args(x *graph.Claim) string {
	var words []string
	for i := range x.Args {
		words = append(words, preposition(x.Args[i].Role)+" "+c.name(x, &x.Args[i]))
	}
	return strings.Join(words, ", ")
}

// preposition reads a role as English does.
func preposition(role string) string {
	if role == "recipient" {
		return "to"
	}
	return role
}
