package encoder

import (
	"fmt"
	"slices"
	"sync"

	"github.com/whomgraph/whom/extract/english/encoder/kernel"
)

// A Model tags and parses sentences. It does not change once loaded and is safe
// for concurrent use.
type Model struct {
	config     config
	labels     labels
	vocabulary *vocabulary
	kernels    *kernel.Set

	word, position table
	base           []float32 // by shape: what every piece of such a word adds
	norm           layerNorm
	layers         []layer
	mix            []float32 // weights of the embedding and of each layer, sum 1
	shape          []float32 // by shape: what is appended to a word's vector

	heads, arc, relation linear
	root                 int // index of the relation root
	names, kinds         nameTagger

	runs sync.Pool // of *run
}

type layerNorm struct{ weight, bias []float32 }

// A layer is one of BERT's (Devlin et al. 2019): attention and two linear layers,
// a normalization after each.
type layer struct {
	qkv, output, inner, outer linear
	afterAttention, afterAll  layerNorm
}

// weights is where a model's numbers come from, by name.
type weights interface {
	linear(name string, in, out int) (linear, error)
	table(name string, rows, width int) (table, error)
	vector(name string, size int) ([]float32, error)
}

// A binder asks weights for one thing after another, until the first error.
type binder struct {
	weights
	err error
}

func (b *binder) bindLinear(name string, in, out int) (l linear) {
	if b.err == nil {
		l, b.err = b.linear(name, in, out)
	}
	return l
}

func (b *binder) bindTable(name string, rows, width int) (t table) {
	if b.err == nil {
		t, b.err = b.table(name, rows, width)
	}
	return t
}

func (b *binder) bindVector(name string, size int) (v []float32) {
	if b.err == nil {
		v, b.err = b.vector(name, size)
	}
	return v
}

func (b *binder) bindNorm(name string, size int) layerNorm {
	return layerNorm{b.bindVector(name+".weight", size), b.bindVector(name+".bias", size)}
}

// newModel builds a model of the sizes of c and the vocabulary of one piece a line.
func newModel(c config, l labels, vocab string, w weights) (*Model, error) {
	kernels, err := kernel.Default()
	if err != nil {
		return nil, err
	}
	m := &Model{config: c, labels: l, kernels: kernels, root: slices.Index(l.Relations, rootLabel)}
	m.vocabulary = newVocabulary(vocab, c.CLS, c.SEP, c.Unknown)
	if err := m.vocabulary.check(); err != nil {
		return nil, fmt.Errorf("vocabulary: %w", err)
	}
	if m.names, err = newNameTagger(l.Names); err != nil {
		return nil, err
	}
	if m.kinds, err = newNameTagger(l.Kinds); err != nil {
		return nil, err
	}
	b := &binder{weights: w}
	m.bindEncoder(b)
	m.bindHeads(b)
	return m, b.err
}

func (m *Model) bindEncoder(b *binder) {
	h := m.config.Hidden
	m.word = b.bindTable(wordTable, len(m.vocabulary.ids), h)
	m.position = b.bindTable("position", m.config.Positions, h)
	m.base = b.bindVector("base", int(shapes)*h)
	m.norm = b.bindNorm("norm", h)
	for i := range m.config.Layers {
		name := fmt.Sprintf("layers.%d.", i)
		m.layers = append(m.layers, layer{
			qkv:            b.bindLinear(name+"qkv", h, 3*h),
			output:         b.bindLinear(name+"o", h, h),
			afterAttention: b.bindNorm(name+"ln1", h),
			inner:          b.bindLinear(name+"f1", h, m.config.Intermediate),
			outer:          b.bindLinear(name+"f2", m.config.Intermediate, h),
			afterAll:       b.bindNorm(name+"ln2", h),
		})
	}
}

func (m *Model) bindHeads(b *binder) {
	c := &m.config
	if mix := b.bindVector("mix", c.Layers+1); mix != nil {
		m.mix = make([]float32, kernel.RoundUp(len(mix), kernel.Lanes))
		copy(m.mix, mix)
		m.kernels.Softmax(m.mix, len(mix), 1)
	}
	m.shape = b.bindVector("shape", int(shapes)*c.CaseDim)
	rows := 0
	for _, size := range m.headSizes() {
		rows += size
	}
	m.heads = b.bindLinear("heads", c.words(), rows)
	m.arc = b.bindLinear("arc", c.Arc, c.Arc)
	m.relation = b.bindLinear("relation", c.Label, (c.Label+1)*m.labels.relationStride())
}

// A run is the working memory of one call.
type run struct {
	kernels     *kernel.Set
	activations []uint8
	sums        []int32

	x, qkv, context, inner, outer []float32
	keys, attention               []float32
	words, outputs, row           []float32
}

func (m *Model) newRun() *run {
	if r, ok := m.runs.Get().(*run); ok {
		return r
	}
	return &run{kernels: m.kernels}
}
