package encoder

import (
	"slices"

	"github.com/whomgraph/whom/extract/syntax"
)

// An Analysis is what the model says about one sentence.
type Analysis struct {
	Words []Word        // one a word; a tree with one root, unless there is no word
	Names []syntax.Name // persons, places and organizations, in order
	Kinds []syntax.Name // the same more finely, as syntax.Sentence has them
}

// A Word is the analysis of one word.
type Word struct {
	UPOS, XPOS string
	Head       int    // index of the head; syntax.Root for the root
	Rel        string // relation to the head
	// Confidence is the probability of head and relation together, 0 to 1; 0
	// where the parts of an overlong sentence are joined.
	Confidence float32
}

// Analyze analyzes sentences given as words. An analysis depends on its sentence
// alone: neither on the others nor on the machine. Any bytes will do as a word,
// also none. Memory grows with the results only.
//
// A sentence of more pieces than the model has positions is cut into parts, each
// of which is parsed by itself but read with some words before and after it; the
// roots of later parts hang on that of the first as parataxis.
func (m *Model) Analyze(sentences [][]string) []Analysis {
	r := m.newRun()
	defer m.runs.Put(r)
	out := make([]Analysis, len(sentences))
	b := batch{model: m, run: r, out: out}
	for i, words := range sentences {
		m.parts(words, func(p part) {
			p.sentence = i
			b.add(p)
		})
	}
	b.flush()
	return out
}

// Vectors returns what the heads read of each word of a sentence, the same number
// of values a word: for other heads on the same encoder, such as one that scores
// pairs of mentions. It costs as much as Analyze.
func (m *Model) Vectors(words []string) [][]float32 {
	r := m.newRun()
	defer m.runs.Put(r)
	var out [][]float32
	m.parts(words, func(p part) {
		rows := slices.Collect(slices.Chunk(m.encode(r, []part{p}), m.config.words()))
		for _, row := range rows[1:len(p.rows)] { // without the root
			out = append(out, slices.Clone(row))
		}
	})
	return out
}

// batchPieces is how many pieces go through the encoder at once, or a few more.
const batchPieces = 128

// A batch collects parts of sentences to encode together.
type batch struct {
	model  *Model
	run    *run
	out    []Analysis
	parts  []part
	pieces int
}

func (b *batch) add(p part) {
	b.parts = append(b.parts, p)
	if b.pieces += len(p.ids); b.pieces >= batchPieces {
		b.flush()
	}
}

func (b *batch) flush() {
	if len(b.parts) == 0 {
		return
	}
	vectors := b.model.encode(b.run, b.parts)
	for _, p := range b.parts {
		n := len(p.rows) - 1
		b.out[p.sentence].join(b.model.decode(b.run, vectors, n))
		vectors = vectors[(n+1)*b.model.config.words():]
	}
	clear(b.parts)
	b.parts, b.pieces = b.parts[:0], 0
}

// join appends the analysis of the sentence's next part.
func (a *Analysis) join(next Analysis) {
	if len(a.Words) == 0 {
		*a = next
		return
	}
	root, shift := a.root(), len(a.Words)
	for _, w := range next.Words {
		if w.Head == syntax.Root {
			w.Head, w.Rel, w.Confidence = root, "parataxis", 0
		} else {
			w.Head += shift
		}
		a.Words = append(a.Words, w)
	}
	a.Names = appendShifted(a.Names, next.Names, shift)
	a.Kinds = appendShifted(a.Kinds, next.Kinds, shift)
}

func (a *Analysis) root() int {
	for i, w := range a.Words {
		if w.Head == syntax.Root {
			return i
		}
	}
	return syntax.Root
}

func appendShifted(names, next []syntax.Name, shift int) []syntax.Name {
	for _, n := range next {
		names = append(names, syntax.Name{First: n.First + shift, Last: n.Last + shift, Type: n.Type})
	}
	return names
}
