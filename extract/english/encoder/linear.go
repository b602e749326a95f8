package encoder

// A linear layer computes y = Wx + b for the m rows of x, ldx apart. Rows of y
// have out numbers, of which those that round up to whole panels are zero.
type linear interface {
	apply(r *run, y, x []float32, ldx, m int)
	in() int
	out() int
}

// dense is a linear layer in float32.
type dense struct {
	inputs, outputs int
	weights         []float32 // inputs × outputs
	bias            []float32
}

func (d *dense) in() int  { return d.inputs }
func (d *dense) out() int { return d.outputs }

func (d *dense) apply(r *run, y, x []float32, ldx, m int) {
	r.kernels.MatMul(y, d.outputs, x, ldx, d.weights, d.outputs, m, d.outputs, d.inputs)
	for i := range m {
		row := y[i*d.outputs:][:d.outputs]
		for j, b := range d.bias {
			row[j] += b
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

func (q *quantized) in() int  { return q.inputs }
func (q *quantized) out() int { return q.outputs }

// block is how many rows are multiplied at a time: enough to use the weights
// well, few enough for the sums to stay in the cache.
const block = 64

func (q *quantized) apply(r *run, y, x []float32, ldx, m int) {
	for from := 0; from < m; from += block {
		rows := min(block, m-from)
		q.applyBlock(r, y[from*q.outputs:], x[from*ldx:], ldx, rows)
	}
}

func (q *quantized) applyBlock(r *run, y, x []float32, ldx, m int) {
	var scale [block]float32
	var zero [block]int32
	a := grow(&r.activations, m*q.inputs)
	for i := range m {
		scale[i], zero[i] = r.kernels.Quantize(a[i*q.inputs:][:q.inputs], x[i*ldx:][:q.inputs])
	}
	c := grow(&r.sums, m*q.outputs)
	r.kernels.Gemm(c, a, q.weights, m, q.outputs, q.inputs)
	for i := range m {
		row := c[i*q.outputs:][:q.outputs]
		r.kernels.Dequantize(y[i*q.outputs:][:q.outputs], row, q.sums, q.scales, q.bias, scale[i], zero[i])
	}
}

// A table holds one vector a row.
type table interface {
	// add adds row i to x.
	add(x []float32, i int)
	rows() int
}

type denseTable struct {
	width   int
	vectors []float32
}

func (t *denseTable) rows() int { return len(t.vectors) / t.width }

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

func (t *quantizedTable) rows() int { return len(t.scales) }

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
