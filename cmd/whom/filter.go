package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph/network"
	"github.com/whomgraph/whom/graph/query"
)

// addFilter adds the flags that choose claims by their documents, speakers and
// verbs.
func addFilter(cmd *cobra.Command, f *query.Filter) {
	f.Lemmas = verbForms
	cmd.PreRunE = func(*cobra.Command, []string) error { return f.Check() }
	cmd.Flags().StringVar(&f.Since, "since", "", "of documents from this `DATE` on (2022-01-31, 2022-01, 2022)")
	cmd.Flags().StringVar(&f.Until, "until", "", "of documents up to this `DATE`, included")
	cmd.Flags().StringVar(&f.Says, "says", "", "that a speaker of this `NAME` says")
	cmd.Flags().StringSliceVar(&f.Classes, "class", nil, "of these `VERBS`, in any form: call,send to")
}

// addAbout adds the flag that chooses claims by who takes part.
func addAbout(cmd *cobra.Command, f *query.Filter) {
	cmd.Flags().StringVar(&f.About, "about", "", "in which this `NAME` takes part, as subject, object or otherwise")
}

// verbForms lists the lemmas of which an English word may be a form.
func verbForms(word string) []string {
	var lemmas []string
	for _, tag := range []string{"VBD", "VBN", "VBG", "VBZ"} {
		lemmas = append(lemmas, english.Lemma(word, "VERB", tag))
	}
	return lemmas
}

// choose returns the claims that pass a filter, and what it left out for want of
// a date.
func (c *contents) choose(f query.Filter) (*query.Result, error) {
	q, err := query.New(c.view, query.Pattern{}, f)
	if err != nil {
		return nil, err
	}
	return q.Select(c.documents, c.claims)
}

// shownUndated is how many documents without date a note names.
const shownUndated = 5

// noteUndated tells which claims bounds of time leave out because nobody knows
// their date.
func noteUndated(cmd *cobra.Command, found *query.Result) {
	documents := slices.Sorted(maps.Keys(found.Undated))
	if len(documents) == 0 {
		return
	}
	claims := 0
	for _, n := range found.Undated {
		claims += n
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "whom: left out as undated: %s of %s (%s); 'add --meta' gives documents a date\n",
		count(claims, "claim"), count(len(documents), "document"), source.Printable(shortened(documents, shownUndated)))
}

// addDenied adds the flag that says what becomes of claims that are denied.
func addDenied(cmd *cobra.Command, value network.Denied) *choice {
	return addChoice(cmd, "denied", "", string(value), "what to do with claims that are denied",
		string(network.ExcludeDenied), string(network.IncludeDenied), string(network.OnlyDenied))
}
