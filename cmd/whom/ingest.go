package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract"
	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/english/encoder"
	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// maxBytes is far beyond any article, for a file that is none takes long to
// find out.
const maxBytes = 1 << 20

// batch is how many documents are stored at once.
const batch = 256

// A reading is the flags of a command that reads documents.
type reading struct {
	meta     string
	model    string
	maxBytes positive
	strict   bool
	exclude  []string // files that the command writes
}

func (r *reading) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&r.model, "model", "", "parse with the language model in `FILE`, as whom-train quantize writes it, not the embedded one")
	cmd.Flags().StringVar(&r.meta, "meta", "", "CSV `FILE` with path or id, title, outlet, date, url of documents")
	r.maxBytes = maxBytes
	cmd.Flags().Var(&r.maxBytes, "max-bytes", "refuse a document of more than `N` bytes")
}

func (r *reading) addStrict(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&r.strict, "strict", false, "keep nothing, and exit with 3, where no claim is extracted")
}

func (r *reading) open(cmd *cobra.Command, paths []string) iter.Seq2[graph.Document, error] {
	return source.Read(cmd.Context(), paths, source.Options{
		Meta: r.meta, Stdin: cmd.InOrStdin(), MaxBytes: int64(r.maxBytes), Exclude: r.exclude,
	})
}

// parser returns a parser with the model that the flags ask for.
func (r *reading) parser() (*english.Parser, error) {
	if r.model == "" {
		return english.New()
	}
	data, err := os.ReadFile(r.model)
	if err != nil {
		return nil, fmt.Errorf("reading a language model: %w", err)
	}
	model, err := encoder.Load(data)
	if err != nil {
		return nil, fmt.Errorf("%q is no language model as whom-train quantize writes it: %w", r.model, err)
	}
	return english.New(english.WithModel(model))
}

// errNothing ends a strict command that extracts no claim.
var errNothing = &status{codeNothing, errors.New("no claim was extracted, and with --strict nothing is kept")}

// A tally counts what was read.
type tally struct{ documents, failed, sentences, claims int }

// ingest reads documents and hands them on, some at once. A document that cannot
// be read is reported and counted. Where there is none to hand on, that ends the
// command.
func (r *reading) ingest(cmd *cobra.Command, paths []string, put func(...graph.Extraction) error) (tally, error) {
	parser, err := r.parser()
	if err != nil {
		return tally{}, err
	}
	counter := &counter{Parser: parser}
	extractor, err := extract.New(extract.Options{Parser: counter})
	if err != nil {
		return tally{}, err
	}
	in := &intake{reading: r, cmd: cmd, line: newProgress(cmd.ErrOrStderr()), faults: make(map[string]int), put: put}
	err = in.run(until(cmd.Context(), extractor.All(cmd.Context(), r.open(cmd, paths))))
	in.sentences = int(counter.sentences.Load())
	return in.tally, err
}

// An intake takes what documents give, one after the other.
type intake struct {
	*reading
	tally
	cmd     *cobra.Command
	line    *progress
	faults  map[string]int // errors, by file
	put     func(...graph.Extraction) error
	waiting []graph.Extraction
}

func (in *intake) run(all iter.Seq2[graph.Extraction, error]) error {
	defer in.line.clear()
	defer in.reportMore()
	for x, err := range all {
		if err != nil {
			err = in.fail(err)
		} else {
			err = in.take(x)
		}
		if err != nil {
			return err
		}
	}
	if in.documents == 0 {
		return &status{codeFailed, nil}
	}
	if in.strict && in.claims == 0 {
		return errNothing
	}
	return in.put(in.waiting...)
}

// fail reports a document that cannot be read. What it returns ends the work: an
// interrupt; two texts under one id, either of which may be the one that is
// wanted; or metadata that there is time to mend, as nothing is read yet.
func (in *intake) fail(err error) error {
	if interrupted := in.cmd.Context().Err(); interrupted != nil {
		return interrupted
	}
	if errors.Is(err, source.ErrDuplicate) {
		return err
	}
	meta := in.aboutMeta(err)
	if meta && in.documents+in.failed == 0 {
		return err
	}
	if !meta {
		in.failed++
	}
	in.report(err)
	return nil
}

// report prints an error, but not more than some of one file: where a file of
// records is of another kind, each of them has the same.
func (in *intake) report(err error) {
	var at *source.Error
	if errors.As(err, &at) {
		if in.faults[at.File]++; in.faults[at.File] > shownFaults {
			return
		}
	}
	in.line.clear()
	fmt.Fprintln(in.cmd.ErrOrStderr(), "whom:", err)
}

// shownFaults is how many errors of one file are printed.
const shownFaults = 5

// reportMore counts the errors that were not printed.
func (in *intake) reportMore() {
	for _, file := range slices.Sorted(maps.Keys(in.faults)) {
		if more := in.faults[file] - shownFaults; more > 0 {
			in.line.clear()
			fmt.Fprintf(in.cmd.ErrOrStderr(), "whom: %s: and %s\n", source.Printable(file), count(more, "more error"))
		}
	}
}

func (in *intake) take(x graph.Extraction) error {
	in.documents++
	in.noteSkipped(&x)
	in.claims += len(x.Claims)
	in.line.show("%d documents, %d claims", in.documents, in.claims)
	in.waiting = append(in.waiting, x)
	if len(in.waiting) < batch || in.strict && in.claims == 0 {
		return nil
	}
	full := in.waiting
	in.waiting = nil
	return in.put(full...)
}

// noteSkipped tells which paragraphs of a document give no claims, by their
// place in its clean text.
func (in *intake) noteSkipped(x *graph.Extraction) {
	if len(x.Skipped) == 0 {
		return
	}
	var places []string
	for _, s := range x.Skipped {
		places = append(places, fmt.Sprintf("bytes %d-%d (%s)", s.Span.Start, s.Span.End, s.Language))
	}
	if more := len(places) - shownSkips; more > 0 {
		places = append(places[:shownSkips], fmt.Sprintf("%d more", more))
	}
	in.line.clear()
	fmt.Fprintf(in.cmd.ErrOrStderr(), "whom: %s: not English, and left out: %s\n", source.Printable(x.Document.ID), strings.Join(places, ", "))
}

// shownSkips is how many paragraphs that are left out a note names.
const shownSkips = 3

func (r *reading) aboutMeta(err error) bool {
	var at *source.Error
	return r.meta != "" && errors.As(err, &at) && at.File == r.meta
}

// A counter counts the sentences that its parser finds.
type counter struct {
	extract.Parser
	sentences atomic.Int64
}

func (c *counter) Parse(text string) ([]syntax.Sentence, error) {
	sentences, err := c.Parser.Parse(text)
	c.sentences.Add(int64(len(sentences)))
	return sentences, err
}

// until yields what all does, and the context's error as soon as that is done,
// whatever all is waiting for.
func until[T any](ctx context.Context, all iter.Seq2[T, error]) iter.Seq2[T, error] {
	type item struct {
		value T
		err   error
	}
	return func(yield func(T, error) bool) {
		ended := make(chan struct{})
		defer close(ended)
		items := make(chan item)
		go func() {
			defer close(items)
			for value, err := range all {
				select {
				case items <- item{value, err}:
				case <-ended:
					return
				}
			}
		}()
		for {
			select {
			case i, ok := <-items:
				if !ok || !yield(i.value, i.err) {
					return
				}
			case <-ctx.Done():
				var none T
				yield(none, ctx.Err())
				return
			}
		}
	}
}
