package encoder

import (
	"iter"

	"github.com/whomgraph/whom/extract/english/encoder/kernel"
)

// A linear layer computes y = f(Wx + b) for the m rows of x, ldx apart; f works on
// one row in place and may be nil. Rows of y have out numbers, of which those that
// round up to whole panels mean nothing.
type linear interface {
	apply(r *run, y, x []float32, ldx, m int, f func([]float32))
	out() int
}

// dense is a linear layer in float32.
type dense struct {
	inputs, outputs int
	weights         []float32 // inputs × outputs
	bias            []float32
}

func (d *dense) out() int { return d.outputs }

func (d *dense) apply(r *run, y, x []float32, ldx, m int, f func([]float32)) {
	r.kernels.MatMul(y, d.outputs, x, ldx, d.weights, d.outputs, m, d.outputs, d.inputs)
	for i := range m {
		row := y[i*d.outputs:][:d.outputs]
		for j, b := range d.bias {
			row[j] += b
		}
		if f != nil {
			f(row)
		}
	}
}

// quantized is a linear layer with int8 weights, one scale an output. The rows
// of x are quantized as they come.
type quantized struct {
	inputs, outputs int
	weights         []int8 // as kernel.Pack writes them
	sums            []int32
	scales, bias    []float32
}

func (q *quantized) out() int { return q.outputs }

func (q *quantized) apply(r *run, y, x []float32, ldx, m int, f func([]float32)) {
	for from, rows := range blocks(m) {
		q.applyBlock(r, y[from*q.outputs:], x[from*ldx:], ldx, rows, f)
	}
}

func (q *quantized) applyBlock(r *run, y, x []float32, ldx, m int, f func([]float32)) {
	var scale [maxBlock]float32
	var zero [maxBlock]int32
	padded := max(m, kernel.MinRows)
	a := grow(&r.activations, padded*q.inputs)
	for i := range m {
		scale[i], zero[i] = r.kernels.Quantize(a[i*q.inputs:][:q.inputs], x[i*ldx:][:q.inputs])
	}
	c := grow(&r.sums, padded*q.outputs)
	r.kernels.Gemm(c, a, q.weights, padded, q.outputs, q.inputs)
	for i := range m {
		row := y[i*q.outputs:][:q.outputs]
		r.kernels.Dequantize(row, c[i*q.outputs:][:q.outputs], q.sums, q.scales, q.bias, scale[i], zero[i])
		if f != nil {
			f(row)
		}
	}
}

// maxBlock is how many rows are multiplied at a time: enough to use the weights
// well, few enough for the results to stay in the cache.
const maxBlock = 64

// blocks yields the begin and the number of rows of parts of m rows that are about
// equally large.
func blocks(m int) iter.Seq2[int, int] {
	return func(yield func(from, rows int) bool) {
		parts := (m + maxBlock - 1) / maxBlock
		for i := range parts {
			from, to := i*m/parts, (i+1)*m/parts
			if !yield(from, to-from) {
				return
			}
		}
	}
}

// A table holds one vector a row.
type table interface {
	// add adds row i to x.
	add(x []float32, i int)
}

type denseTable struct {
	width   int
	vectors []float32
}

func (t *denseTable) add(x []float32, i int) {
	for j, v := range t.vectors[i*t.width:][:t.width] {
		x[j] += v
	}
}

type quantizedTable struct {
	width   int
	vectors []int8
	scales  []float32 // by row
}

func (t *quantizedTable) add(x []float32, i int) {
	s := t.scales[i]
	for j, v := range t.vectors[i*t.width:][:t.width] {
		x[j] += float32(float32(v) * s)
	}
}

// grow returns the buffer with n elements of whatever content.
func grow[T any](buffer *[]T, n int) []T {
	if cap(*buffer) < n {
		*buffer = make([]T, n+n/4)
	}
	return (*buffer)[:n]
}
