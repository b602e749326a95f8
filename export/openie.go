package export

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// OpenIE writes what claims and descriptions say in the convention of open
// information extraction, a tuple a line: the sentence, the confidence, the
// relation and its arguments, parted by tabs.
func OpenIE(ctx context.Context, w io.Writer, s Source) error {
	out := bufio.NewWriter(w)
	claims, descriptions := byDocument(s.Claims(ctx)), byDocument(s.Descriptions(ctx))
	defer claims.stop()
	defer descriptions.stop()
	for doc, err := range s.Documents(ctx) {
		if err != nil {
			return err
		}
		for _, t := range Tuples(&doc, slices.Concat(claims.of(doc.ID), descriptions.of(doc.ID))) {
			fmt.Fprintf(out, "%s\t%.2f\t%s\t%s\n", t.Sentence, t.Claim.Confidence, t.Relation, strings.Join(t.Arguments, "\t"))
		}
	}
	if err := errors.Join(claims.err, descriptions.err); err != nil {
		return err
	}
	return out.Flush()
}

// A documentReader gives out claims that come by document.
type documentReader struct {
	next  func() (graph.Claim, error, bool)
	stop  func()
	claim graph.Claim // the next one, while more
	more  bool
	err   error
}

func byDocument(all iter.Seq2[graph.Claim, error]) *documentReader {
	r := &documentReader{}
	r.next, r.stop = iter.Pull2(all)
	r.read()
	return r
}

func (r *documentReader) read() {
	if r.claim, r.err, r.more = r.next(); r.err != nil {
		r.more = false
	}
}

// of returns the claims of a document, those of documents before it passed over.
func (r *documentReader) of(document string) []graph.Claim {
	var out []graph.Claim
	for ; r.more && r.claim.Document <= document; r.read() {
		if r.claim.Document == document {
			out = append(out, r.claim)
		}
	}
	return out
}

// inTextOrder sorts by what is done, then by who does it to whom.
func inTextOrder(a, b graph.Claim) int {
	object := func(c *graph.Claim) int {
		if c.Object == nil {
			return 0
		}
		return c.Object.Span.Start
	}
	return cmp.Or(
		a.Evidence.Start-b.Evidence.Start,
		a.Predicate.Span.Start-b.Predicate.Span.Start,
		a.Subject.Span.Start-b.Subject.Span.Start,
		object(&a)-object(&b),
		strings.Compare(a.ID, b.ID),
	)
}

// chunks yields the runs of neighbours with one key.
func chunks[K comparable](claims []graph.Claim, key func(*graph.Claim) K) func(yield func([]graph.Claim) bool) {
	return func(yield func([]graph.Claim) bool) {
		for len(claims) > 0 {
			n := 1
			for n < len(claims) && key(&claims[n]) == key(&claims[0]) {
				n++
			}
			if !yield(claims[:n]) {
				return
			}
			claims = claims[n:]
		}
	}
}

// A Tuple is an open extraction: a relation between arguments, the first of
// which is the subject. All are words of the sentence parted by single spaces,
// but for “is” where an apposition leaves it to be understood, and “by” where
// it stands apart from its verb.
type Tuple struct {
	Claim     *graph.Claim // or description
	Sentence  string
	Relation  string
	Arguments []string // two or more
}

func (t Tuple) equal(other Tuple) bool {
	return t.Relation == other.Relation && slices.Equal(t.Arguments, other.Arguments)
}

// Tuples makes tuples of the claims and descriptions of one document, in order
// of the text. The relation is the verb with its auxiliaries, adverbs and preposition, and with the verb that governs it
// (“tried to find”). The arguments are who stands before it, what follows it in
// its clause, then what else stands before it. A passive keeps its sides as
// they stand, and of coordinated objects each has a tuple. A claim without a
// second argument has none, and two accounts of one act have one.
func Tuples(doc *graph.Document, claims []graph.Claim) []Tuple {
	var out []Tuple
	claims = slices.SortedFunc(slices.Values(claims), inTextOrder)
	for chunk := range chunks(claims, func(c *graph.Claim) graph.Span { return c.Evidence }) {
		before := len(out)
		s := sentence{doc: doc, span: chunk[0].Evidence, claims: chunk}
		for i := range chunk {
			if t := s.tuple(&chunk[i]); len(t.Arguments) > 1 && !slices.ContainsFunc(out[before:], t.equal) {
				out = append(out, t)
			}
		}
	}
	return out
}
