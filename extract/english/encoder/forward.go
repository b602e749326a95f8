package encoder

import (
	"math"

	"github.com/whomgraph/whom/extract/english/encoder/kernel"
)

// encode runs the encoder over some parts, one after the other in its matrices, and
// returns the vectors of their rows in order. Nothing that is computed for one part
// depends on the others.
func (m *Model) encode(r *run, batch []part) []float32 {
	pieces, rows := 0, 0
	for _, s := range batch {
		pieces += len(s.ids)
		rows += len(s.rows)
	}
	words := grow(&r.words, rows*m.config.words())
	x := grow(&r.x, pieces*m.config.Hidden)
	m.embed(x, batch)
	m.gather(words, x, batch, 0)
	for i := range m.layers {
		m.layers[i].apply(m, r, x, batch, pieces)
		m.gather(words, x, batch, i+1)
	}
	return words
}

func (m *Model) embed(x []float32, batch []part) {
	h := m.config.Hidden
	zero := make([]float32, h)
	row := 0
	for _, s := range batch {
		for i, id := range s.ids {
			v := x[row*h:][:h]
			copy(v, m.base[int(s.shapes[i])*h:])
			m.word.add(v, int(id))
			m.position.add(v, i)
			m.kernels.Normalize(v, zero, m.norm.weight, m.norm.bias)
			row++
		}
	}
}

// gather adds a layer's part to the vectors of the rows; the first one also sets
// what stands for the words' shapes.
func (m *Model) gather(words, x []float32, batch []part, layer int) {
	h, d := m.config.Hidden, m.config.CaseDim
	word, first := 0, 0
	for _, s := range batch {
		for i, piece := range s.rows {
			v := words[word*(h+d):][:h+d]
			if layer == 0 {
				clear(v[:h])
				copy(v[h:], m.shape[int(s.words[i])*d:][:d])
			}
			m.kernels.AddScaled(v[:h], x[(first+piece)*h:][:h], m.mix[layer])
			word++
		}
		first += len(s.ids)
	}
}

func (l *layer) apply(m *Model, r *run, x []float32, batch []part, pieces int) {
	h := m.config.Hidden
	qkv := grow(&r.qkv, pieces*3*h)
	context := grow(&r.context, pieces*h)
	l.qkv.apply(r, qkv, x, h, pieces, nil)
	first := 0
	for _, s := range batch {
		m.attend(r, context[first*h:], qkv[first*3*h:], len(s.ids))
		first += len(s.ids)
	}
	for from, rows := range blocks(pieces) {
		l.feedForward(m, r, x[from*h:], context[from*h:], rows)
	}
}

// feedForward is what follows attention, for some rows.
func (l *layer) feedForward(m *Model, r *run, x, context []float32, rows int) {
	h := m.config.Hidden
	outer := grow(&r.outer, rows*h)
	inner := grow(&r.inner, rows*m.config.Intermediate)
	l.output.apply(r, outer, context, h, rows, nil)
	l.afterAttention.apply(r, x, outer, rows)
	l.inner.apply(r, inner, x, h, rows, m.kernels.Gelu)
	l.outer.apply(r, outer, inner, m.config.Intermediate, rows, nil)
	l.afterAll.apply(r, x, outer, rows)
}

// apply adds y to x and normalizes each row.
func (n layerNorm) apply(r *run, x, y []float32, rows int) {
	h := len(n.weight)
	for i := range rows {
		r.kernels.Normalize(x[i*h:][:h], y[i*h:][:h], n.weight, n.bias)
	}
}

// attend computes scaled dot-product attention (Vaswani et al. 2017) of n pieces,
// head by head.
func (m *Model) attend(r *run, context, qkv []float32, n int) {
	h := m.config.Hidden
	width := h / m.config.Heads
	stride := kernel.RoundUp(n, kernel.Lanes)
	keys := grow(&r.keys, width*stride)
	scores := grow(&r.attention, n*stride)
	scale := float32(1 / math.Sqrt(float64(width)))
	for head := range m.config.Heads {
		q, k, v := qkv[head*width:], qkv[h+head*width:], qkv[2*h+head*width:]
		m.kernels.Transpose(keys, stride, k, 3*h, n, width)
		r.kernels.MatMul(scores, stride, q, 3*h, keys, stride, n, stride, width)
		for i := range n {
			r.kernels.Softmax(scores[i*stride:][:stride], n, scale)
		}
		r.kernels.MatMul(context[head*width:], h, scores, stride, v, 3*h, n, width, n)
	}
}
