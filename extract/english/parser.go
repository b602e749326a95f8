package english

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/whomgraph/whom/extract/english/encoder"
	"github.com/whomgraph/whom/extract/syntax"
)

// A Parser turns text into sentences with tags, trees and names. It is safe for
// concurrent use.
type Parser struct {
	model   *encoder.Model
	workers int
}

// An Option changes a Parser.
type Option func(*Parser)

// Workers sets how many goroutines parse one text; by default one a core. The
// result is the same for any number.
func Workers(n int) Option { return func(p *Parser) { p.workers = max(n, 1) } }

// WithModel takes another model than the embedded one.
func WithModel(m *encoder.Model) Option { return func(p *Parser) { p.model = m } }

// New returns a Parser with the embedded model, which takes some ten milliseconds
// the first time. It fails only if that model is damaged, or if the environment
// variable WHOM_KERNEL asks for a kernel that this machine does not have.
func New(options ...Option) (*Parser, error) {
	p := &Parser{workers: runtime.GOMAXPROCS(0)}
	for _, o := range options {
		o(p)
	}
	if p.model == nil {
		model, err := encoder.English()
		if err != nil {
			return nil, fmt.Errorf("loading the embedded English model: %w", err)
		}
		p.model = model
	}
	return p, nil
}

// Parse splits a text and analyzes its sentences. Offsets are bytes of text; any
// bytes will do. The error is always nil; it is there for parsers that can fail.
func (p *Parser) Parse(text string) ([]syntax.Sentence, error) {
	sentences := Split(text)
	chunks := chunk(sentences)
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(p.workers, len(chunks)) {
		group.Go(func() {
			for i := next.Add(1); int(i) <= len(chunks); i = next.Add(1) {
				p.analyze(chunks[i-1])
			}
		})
	}
	group.Wait()
	return sentences, nil
}

// verbTag returns the Penn tag of a token, or for a verb whose two tags
// disagree (stoked, VERB and NN), or whose tag and ending do (stoked and VBG),
// the one that its ending tells.
func verbTag(t *syntax.Token) string {
	form := strings.ToLower(t.Form)
	odd := t.XPOS == "VBG" && strings.HasSuffix(form, "ed")
	if t.UPOS != "VERB" || strings.HasPrefix(t.XPOS, "VB") && !odd {
		return t.XPOS
	}
	switch {
	case strings.HasSuffix(form, "ing"):
		return "VBG"
	case strings.HasSuffix(form, "ed"):
		return "VBD"
	}
	return t.XPOS
}

// chunkWords is how many words a worker takes at a time, or a few more.
const chunkWords = 250

// chunk cuts sentences into runs that are worth a call of the model.
func chunk(sentences []syntax.Sentence) [][]syntax.Sentence {
	var chunks [][]syntax.Sentence
	words, from := 0, 0
	for i, s := range sentences {
		if words += len(s.Tokens); words >= chunkWords || i == len(sentences)-1 {
			chunks = append(chunks, sentences[from:i+1])
			words, from = 0, i+1
		}
	}
	return chunks
}

// analyze sets what the model says about some sentences.
func (p *Parser) analyze(sentences []syntax.Sentence) {
	forms := make([][]string, len(sentences))
	for i, s := range sentences {
		forms[i] = make([]string, len(s.Tokens))
		for j, t := range s.Tokens {
			forms[i][j] = t.Form
		}
	}
	for i, a := range p.model.Analyze(forms) {
		sentences[i].Names, sentences[i].Kinds = a.Names, a.Kinds
		for j, w := range a.Words {
			t := &sentences[i].Tokens[j]
			t.UPOS, t.XPOS, t.Head, t.Rel, t.Confidence = w.UPOS, w.XPOS, w.Head, w.Rel, w.Confidence
			t.Lemma = Lemma(t.Form, t.UPOS, verbTag(t))
		}
	}
}
