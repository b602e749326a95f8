package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A saidRow is a gold tuple of a sentence in which something is said.
type saidRow struct {
	sentence string
	tuple    tuple
	context  string // who says so: “Mr. Phelan said”, or empty

	doc   *graph.Document
	claim *graph.Claim // the nearest of the sentence's claims, or nil
}

// scoreSaid counts the gold tuples of carb-said.tsv whose source the nearest
// claim has right, and those without a source to which it gives one.
func scoreSaid(d *data) ([]result, error) {
	rows, err := matchSaid(d)
	if err != nil {
		return nil, err
	}
	var with, without, found measure
	for i := range rows {
		r := &rows[i]
		said := r.context != ""
		with.addIf(said, r.sourceRight())
		without.addIf(!said, r.hasSource())
		found.addIf(true, r.claim != nil)
	}
	return []result{
		{"rows", float64(found.gold)},
		{"rows with a claim", 100 * found.recall()},
		{"rows with a source", float64(with.gold)},
		{"source right", 100 * with.recall()},
		{"source false", 100 * without.recall()},
	}, nil
}

// matchSaid reads the rows and the claims of their sentences, each sentence as
// a document.
func matchSaid(d *data) ([]saidRow, error) {
	file, err := d.read("data/openie/carb-said.tsv")
	if err != nil {
		return nil, err
	}
	rows := readSaid(file)
	var sentences []string
	place := make(map[string]int)
	for _, r := range rows {
		if _, seen := place[r.sentence]; !seen {
			place[r.sentence] = len(sentences)
			sentences = append(sentences, r.sentence)
		}
	}
	extractions, err := extractSentences(sentences)
	if err != nil {
		return nil, err
	}
	for i := range rows {
		rows[i].match(&extractions[place[rows[i].sentence]])
	}
	return rows, nil
}

// readSaid reads lines of sentence, predicate and arguments, those that begin
// with C being who says so. L and T mark place and time.
func readSaid(file []byte) []saidRow {
	var rows []saidRow
	for line := range strings.Lines(strings.TrimPrefix(string(file), "\ufeff")) {
		columns := strings.Split(strings.TrimSpace(line), "\t")
		if len(columns) < 3 {
			continue // a sentence without a tuple
		}
		r := saidRow{sentence: columns[0], tuple: tuple{predicate: columns[1]}}
		for _, a := range columns[2:] {
			kind, words, marked := strings.Cut(a, ": ")
			switch {
			case !marked || len(kind) != 1:
				r.tuple.arguments = append(r.tuple.arguments, a)
			case kind == "C":
				r.context = words
			default:
				r.tuple.arguments = append(r.tuple.arguments, words)
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// match takes the claim whose tuple has the best F1 with the row, the first of
// equals.
func (r *saidRow) match(x *graph.Extraction) {
	r.doc = &x.Document
	best := 0.0
	for i := range x.Claims {
		t := newTuple(r.doc, &x.Claims[i])
		s := matchTuples(&r.tuple, &t)
		if f := harmonicMean(s.precision, s.recall); f > best {
			best, r.claim = f, &x.Claims[i]
		}
	}
}

func (r *saidRow) hasSource() bool { return r.claim != nil && len(r.claim.Attribution) > 0 }

// sourceRight tells whether the head of a speaker, or a word of the name that it
// stands for, is among the words of the one who says so.
func (r *saidRow) sourceRight() bool {
	return r.hasSource() && slices.ContainsFunc(r.claim.Attribution, func(s graph.Speaker) bool {
		context := strings.Fields(strings.ToLower(r.context))
		return slices.Contains(context, strings.ToLower(s.Head.Text(r.doc))) ||
			s.Antecedent != nil && slices.Contains(context, strings.ToLower(lastField(s.Antecedent.Text)))
	})
}

// missesOfSaid prints the rows whose source is wrong.
func missesOfSaid(d *data, w io.Writer) error {
	rows, err := matchSaid(d)
	if err != nil {
		return err
	}
	sentence := ""
	for i := range rows {
		r := &rows[i]
		if r.context != "" && r.sourceRight() || r.context == "" && !r.hasSource() {
			continue
		}
		if r.sentence != sentence {
			sentence = r.sentence
			fmt.Fprintf(w, "\n%s\n", sentence)
		}
		fmt.Fprintf(w, "  - %s | %s", r.tuple.predicate, strings.Join(r.tuple.arguments, " | "))
		if r.context != "" {
			fmt.Fprintf(w, " [%s]", r.context)
		}
		if r.claim != nil {
			fmt.Fprintf(w, "\n  + %s", describeClaim(r.claim))
		}
		fmt.Fprintln(w)
	}
	return nil
}
