package curate

import (
	"cmp"
	"crypto/sha256"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// Sample draws n claims without putting any back, or all where there are fewer:
// those whose ids hash lowest together with the seed. The same claims in any
// order give the same sample, in the order of the hashes, and a larger one begins
// with the smaller.
func Sample(claims []graph.Claim, n int, seed int64) []graph.Claim {
	type drawn struct {
		hash  [sha256.Size]byte
		claim graph.Claim
	}
	all := make([]drawn, len(claims))
	for i, c := range claims {
		all[i] = drawn{sha256.Sum256(fmt.Appendf(nil, "%d %s", seed, c.ID)), c}
	}
	slices.SortFunc(all, func(a, b drawn) int { return slices.Compare(a.hash[:], b.hash[:]) })
	out := make([]graph.Claim, min(n, len(all)))
	for i := range out {
		out[i] = all[i].claim
	}
	return out
}

// SheetColumns are those of a sheet: what is judged, then what to fill in.
var SheetColumns = []string{
	"claim", "document", "says", "polarity", "modality", "subject", "predicate", "object", "args", "evidence",
	"judgement", "correction", "coder",
}

// A Line of a sheet shows a claim by its words.
type Line struct {
	Claim                             *graph.Claim
	Says, Subject, Object, Args, Text string
}

// WriteSheet writes lines with the judgement, correction and coder left open. A
// cell that a spreadsheet would take for a formula begins with an apostrophe.
func WriteSheet(out io.Writer, lines []Line) error {
	w := csv.NewWriter(out)
	if err := w.Write(SheetColumns); err != nil {
		return err
	}
	for _, l := range lines {
		c := l.Claim
		record := []string{
			c.ID, c.Document, l.Says, string(c.Polarity), string(c.Modality), l.Subject, c.Predicate.Label(), l.Object, l.Args, l.Text, "", "", "",
		}
		for i := range record {
			if record[i] != "" && strings.ContainsRune("=+-@\t\r", rune(record[i][0])) {
				record[i] = "'" + record[i]
			}
		}
		if err := w.Write(record); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// ReadSheet makes decisions, without numbers, of the lines of a sheet that have a
// judgement: right, wrong or corrected, this with a correction. Only the columns
// claim, judgement, correction and coder are read. It fails for a claim that is
// not among claims, for another judgement, and for two of a claim by one coder.
func ReadSheet(file string, in io.Reader, claims []graph.Claim) (reviews []graph.Decision, open int, err error) {
	rows, err := readTable(file, in, "claim", "judgement", "correction", "coder")
	if err != nil {
		return nil, 0, err
	}
	documents := make(map[string]string)
	for i := range claims {
		documents[claims[i].ID] = claims[i].Document
	}
	lines := make(map[[2]string]int)
	for _, r := range rows {
		if r.fields["judgement"] == "" {
			open++
			continue
		}
		v, err := readReview(r, documents)
		if err != nil {
			return nil, 0, r.errorf("%w", err)
		}
		key := [2]string{v.Claim, v.Coder}
		if first, twice := lines[key]; twice {
			return nil, 0, r.errorf("%s judges %s twice, on line %d too", cmp.Or(v.Coder, "one coder"), v.Claim, first)
		}
		lines[key] = r.line
		reviews = append(reviews, graph.Decision{Kind: graph.ReviewDecision, Review: v})
	}
	return reviews, open, nil
}

func readReview(r row, documents map[string]string) (*graph.Review, error) {
	f := r.fields
	v := &graph.Review{
		Claim: f["claim"], Judgement: graph.Judgement(strings.ToLower(f["judgement"])), Correction: f["correction"], Coder: f["coder"],
	}
	document, known := documents[v.Claim]
	switch {
	case !known:
		return nil, fmt.Errorf("%q is no claim of the store", v.Claim)
	case !slices.Contains(graph.Judgements, v.Judgement):
		return nil, fmt.Errorf("%q is no judgement: want right, wrong or corrected", f["judgement"])
	case v.Judgement == graph.Corrected && v.Correction == "":
		return nil, fmt.Errorf("it is corrected, but the correction is missing")
	}
	v.Document = document
	return v, nil
}
