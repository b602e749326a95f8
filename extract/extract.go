package extract

import (
	"context"
	"fmt"
	"iter"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/language"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// A Parser splits a text into sentences with trees and names. It must be safe
// for concurrent use, and its result depend on the text alone.
type Parser interface {
	Parse(text string) ([]syntax.Sentence, error)
}

// Options of an Extractor; the zero value is fit for use.
type Options struct {
	// Parser is the language model; nil stands for the embedded English one.
	Parser Parser
	// Workers is how many documents are read at once; 0 stands for one a core.
	Workers int
}

// An Extractor reads documents. It is safe for concurrent use.
type Extractor struct {
	parser  Parser
	workers int
}

// New makes an Extractor. It fails only where the embedded model is damaged.
func New(o Options) (*Extractor, error) {
	x := &Extractor{parser: o.Parser, workers: o.Workers}
	if x.parser == nil {
		p, err := english.New()
		if err != nil {
			return nil, fmt.Errorf("loading the English model: %w", err)
		}
		x.parser = p
	}
	if x.workers <= 0 {
		x.workers = runtime.GOMAXPROCS(0)
	}
	return x, nil
}

// Extract reads one document, but for the paragraphs in another language.
func (x *Extractor) Extract(doc graph.Document) (graph.Extraction, error) {
	skipped := language.Foreign(doc.Text)
	sentences, err := x.parser.Parse(language.Blank(doc.Text, skipped))
	if err != nil {
		return graph.Extraction{}, fmt.Errorf("parsing document %q: %w", doc.ID, err)
	}
	out := Read(doc, sentences)
	out.Skipped = skipped
	return out, nil
}

// All reads documents, several at once, and yields what they give in their
// order. An error of the input or of a document is yielded in its place and
// does not stop the others.
func (x *Extractor) All(ctx context.Context, documents iter.Seq2[graph.Document, error]) iter.Seq2[graph.Extraction, error] {
	return func(yield func(graph.Extraction, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		for r := range x.start(ctx, documents) {
			result := <-r
			if !yield(result.extraction, result.err) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(graph.Extraction{}, err)
		}
	}
}

type result struct {
	extraction graph.Extraction
	err        error
}

// start sends, in the order of the documents, the channel on which the result
// of each will come.
func (x *Extractor) start(ctx context.Context, documents iter.Seq2[graph.Document, error]) <-chan chan result {
	queue := make(chan chan result, x.workers)
	go func() {
		defer close(queue)
		var group errgroup.Group
		group.SetLimit(x.workers)
		for doc, err := range documents {
			r := make(chan result, 1)
			select {
			case queue <- r:
			case <-ctx.Done():
				return
			}
			if err != nil {
				r <- result{err: err}
				continue
			}
			group.Go(func() error {
				extraction, err := x.Extract(doc)
				r <- result{extraction, err}
				return nil
			})
		}
	}()
	return queue
}
