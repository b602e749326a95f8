package openie

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/claims"
	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
)

// A saidRow is a gold tuple of a sentence in which something is said.
type saidRow struct {
	sentence string
	tuple    tuple
	context  string // who says so: “Mr. Phelan said”, or empty

	doc   *graph.Document
	claim *graph.Claim // the nearest of the sentence's claims and descriptions, or nil
}

// ScoreSaid counts the gold tuples of carb-said.tsv whose source the nearest
// claim or description has right, and those without a source to which it gives
// one.
func ScoreSaid(d *data.Files) ([]score.Result, error) {
	rows, err := matchSaid(d)
	if err != nil {
		return nil, err
	}
	var right, wrong, found score.Counts
	for i := range rows {
		r := &rows[i]
		said := r.context != ""
		right.AddIf(said, r.sourceRight())
		wrong.AddIf(!said, r.hasSource())
		found.AddIf(true, r.claim != nil)
	}
	return []score.Result{
		score.Number("rows", found.Gold),
		score.Percent("rows with a claim", found.Recall()),
		score.Number("rows with a source", right.Gold),
		score.Percent("source right", right.Recall()),
		score.Percent("source false", wrong.Recall()),
	}, nil
}

// matchSaid reads the rows and the claims of their sentences, each sentence as
// a document.
func matchSaid(d *data.Files) ([]saidRow, error) {
	file, err := d.Read("data/openie/carb-said.tsv")
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

// byteOrderMark begins some lines of the file.
const byteOrderMark = "\ufeff"

// readSaid reads lines of sentence, predicate and arguments, those that begin
// with C being who says so. L and T mark place and time.
func readSaid(file []byte) []saidRow {
	var rows []saidRow
	for line := range strings.Lines(string(file)) {
		columns := strings.Split(strings.TrimSpace(strings.TrimPrefix(line, byteOrderMark)), "\t")
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

// match takes the claim or description whose tuple has the best F1 with the
// row, the first of equals.
func (r *saidRow) match(x *graph.Extraction) {
	r.doc = &x.Document
	best := 0.0
	for _, t := range export.Tuples(r.doc, slices.Concat(x.Claims, x.Descriptions)) {
		system := newTuple(t)
		s := matchTuples(&r.tuple, &system)
		if f := score.F1(s.precision, s.recall); f > best {
			best, r.claim = f, t.Claim
		}
	}
}

func (r *saidRow) hasSource() bool { return r.claim != nil && len(r.claim.Attribution) > 0 }

// sourceRight tells whether a speaker of the claim is the one who says so.
func (r *saidRow) sourceRight() bool {
	return r.hasSource() && slices.ContainsFunc(r.claim.Attribution, func(s graph.Speaker) bool { return r.names(&s.Argument) })
}

// names tells whether the head of a participant, or the last word of the name
// that it stands for, is among the words of the one who says so.
func (r *saidRow) names(a *graph.Argument) bool {
	context := strings.Fields(strings.ReplaceAll(strings.ToLower(r.context), "-", " - ")) // as claims are cut
	return slices.Contains(context, strings.ToLower(a.Head.Text(r.doc))) ||
		a.Antecedent != nil && slices.Contains(context, strings.ToLower(lastField(a.Antecedent.Text)))
}

func lastField(text string) string {
	words := strings.Fields(text)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// MissesOfSaid prints the rows whose source is wrong.
func MissesOfSaid(d *data.Files, w io.Writer) error {
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
			fmt.Fprintf(w, "\n  + %s", claims.Describe(r.claim))
		}
		fmt.Fprintln(w)
	}
	return nil
}
