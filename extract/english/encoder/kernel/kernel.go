package kernel

// Panel is how many outputs one panel of a packed matrix holds, Group how many
// inputs of one output stand together.
const (
	Panel = 16
	Group = 4
)

// Lanes is how many partial sums a sum over a row runs in. Rows of floats have
// a length that it divides.
const Lanes = 8

// MaxActivation is the largest quantized activation: 7 bits, so that a sum of
// two products with int8 weights fits in 16 bits.
const MaxActivation = 127

// MinRows is how many rows Gemm wants at least.
const MinRows = 8

// A Set is one implementation of all kernels. The functions keep no state and
// are safe for concurrent use.
type Set struct {
	Name string

	// Gemm computes c = a·bᵀ exactly: a has m rows of k activations, at most
	// MaxActivation each; b holds n rows of k weights as Pack writes them; c
	// has m rows of n sums. Panel divides n, Group divides k, and m is at least
	// MinRows.
	Gemm func(c []int32, a []uint8, b []int8, m, n, k int)

	// MatMul computes c = a·b in float32: a has m rows of k, b has k rows of
	// n, c has m rows of n; lda, ldb and ldc are the distances between rows.
	// Each element is summed in the order of k. Lanes divides n.
	MatMul func(c []float32, ldc int, a []float32, lda int, b []float32, ldb int, m, n, k int)

	// Transpose writes n rows of x, ldx apart, as columns of the rows of y, with
	// zeros up to the end of each row, ldy.
	Transpose func(y []float32, ldy int, x []float32, ldx, n, width int)

	// AddScaled adds scale·x to y.
	AddScaled func(y, x []float32, scale float32)

	// Leak multiplies what is below 0 in x by slope, which is below 1.
	Leak func(x []float32, slope float32)

	// Quantize writes the row x as q, such that x ≈ (q-zero)·scale.
	Quantize func(q []uint8, x []float32) (scale float32, zero int32)

	// Dequantize computes y = (c - zero·sum)·(scale·scales) + bias: the floats
	// of a row of Gemm, where sum holds the sums of the weights by output.
	Dequantize func(y []float32, c, sum []int32, scales, bias []float32, scale float32, zero int32)

	// Normalize computes x = (x+r-mean)/deviation · w + b, the layer
	// normalization of Ba et al. 2016 with epsilon 1e-12.
	Normalize func(x, r, w, b []float32)

	// Gelu computes x = x·Φ(x), Φ being the normal distribution function.
	Gelu func(x []float32)

	// Softmax replaces the first n numbers of x by exp(scale·x) over the sum
	// of these, and the rest by zero.
	Softmax func(x []float32, n int, scale float32)
}

// RoundUp returns the least multiple of unit that is not below n.
func RoundUp(n, unit int) int { return (n + unit - 1) / unit * unit }

// Pack returns the n rows of k weights in w in the order that Gemm reads: by
// panels of 16 rows, in a panel by groups of 4 columns, in a group by rows. So
// 64 bytes hold 4 columns of 16 rows. Missing rows of the last panel are zero.
func Pack(w []int8, n, k int) []int8 {
	packed := make([]int8, RoundUp(n, Panel)*k)
	for row := range n {
		panel := packed[row/Panel*Panel*k:]
		for col := range k {
			panel[col/Group*Panel*Group+row%Panel*Group+col%Group] = w[row*k+col]
		}
	}
	return packed
}
