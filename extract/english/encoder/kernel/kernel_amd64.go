package kernel

import (
	"math"

	"golang.org/x/sys/cpu"
)

//go:generate go run ./gen -out kernel_amd64.s -stubs stubs_amd64.go -pkg kernel

// native are the implementations for this architecture, the fastest first.
var native = []candidate{
	{vnni, cpu.X86.HasAVX2 && cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512DQ && cpu.X86.HasAVX512VNNI},
	{avx2, cpu.X86.HasAVX2},
}

// avx2 has vectors of eight floats and of 32 bytes.
var avx2 = assembly{
	matMul:     []matMulTile{{16, matMul4x16AVX2, matMul1x16AVX2}, {8, matMul4x8AVX2, matMul1x8AVX2}},
	minMax:     minMaxAVX2,
	quantize:   quantizeAVX2,
	dequantize: dequantizeAVX2,
	gelu:       geluAVX2,
	softmax:    softmaxAVX2,
}.set("avx2", func(p product) { p.tiles(gemm4AVX2, 4, 0, p.n, Panel) })

// vnni has vectors of 16 floats and of 64 bytes, and dot products of bytes.
var vnni = assembly{
	matMul: []matMulTile{
		{32, matMul4x32AVX512, matMul1x32AVX512}, {16, matMul4x16AVX512, matMul1x16AVX512}, {8, matMul4x8AVX2, matMul1x8AVX2},
	},
	minMax:     minMaxAVX512,
	quantize:   quantizeAVX512,
	dequantize: dequantizeAVX512,
	gelu:       geluAVX512,
	softmax:    softmaxAVX512,
}.set("vnni", func(p product) {
	pairs := p.n / (2 * Panel) * (2 * Panel)
	p.tiles(gemm8VNNI, 8, 0, pairs, 2*Panel)
	p.tiles(gemm4AVX2, 4, pairs, p.n, Panel)
})

// assembly are functions that do the work of a set on raw addresses; n is what the
// slices' lengths are there.
type assembly struct {
	matMul     []matMulTile // the widest first
	minMax     func(x *float32, n int) (lo, hi float32)
	quantize   func(q *uint8, x *float32, n int, inverse float32, zero int32, table *[16]float32)
	dequantize func(y *float32, c, sum *int32, scales, bias *float32, n int, scale float32, zero int32)
	gelu       func(x *float32, n int, table *[16]float32)
	softmax    func(x *float32, n int, scale float32, table *[16]float32)
}

// A matMulTile multiplies four rows, or one, with some columns.
type matMulTile struct {
	columns   int
	four, one func(c *float32, ldc int, a *float32, lda int, b *float32, ldb int, k int)
}

func (f assembly) set(name string, gemm func(product)) *Set {
	return &Set{
		Name: name,
		Gemm: func(c []int32, a []uint8, b []int8, m, n, k int) {
			gemm(product{c[:m*n], a[:m*k], b[:n*k], m, n, k})
		},
		MatMul:     f.multiply,
		Transpose:  transposeRows,
		AddScaled:  addScaledRow,
		Leak:       func(x []float32, slope float32) { leakAVX2(&x[0], len(x), slope) },
		Quantize:   f.quantizeRow,
		Dequantize: f.dequantizeRow,
		Normalize:  normalizeRow,
		Gelu:       func(x []float32) { f.gelu(&x[0], len(x), &constants[0]) },
		Softmax:    f.softmaxRow,
	}
}

// constants are what the float kernels load, each number sixteen times. The
// generator lists the rows in the same order.
var constants = [...][16]float32{
	fill(magic), fill(math.Float32frombits(MaxActivation * 0x01010101)), fill(1), fill(1. / 2), fill(1. / 6),
	fill(1. / 24), fill(1. / 120), fill(1. / 720), fill(math.Log2E), fill(ln2Hi), fill(ln2Lo), fill(least),
	fill(math.Float32frombits(1<<31 - 1)), fill(math.Sqrt2 / 2), fill(erfP),
	fill(erfA1), fill(erfA2), fill(erfA3), fill(erfA4), fill(erfA5),
}

func fill(x float32) (row [16]float32) {
	for i := range row {
		row[i] = x
	}
	return row
}

func (f assembly) multiply(c []float32, ldc int, a []float32, lda int, b []float32, ldb int, m, n, k int) {
	if m == 0 {
		return
	}
	_, _, _ = c[(m-1)*ldc+n-1], a[(m-1)*lda+k-1], b[(k-1)*ldb+n-1]
	for j := 0; j < n; {
		t := f.widest(n - j)
		rows, tile := 4, t.four
		if m < rows {
			rows, tile = 1, t.one
		}
		for i := 0; i < m; i += rows {
			at := min(i, m-rows)
			tile(&c[at*ldc+j], ldc, &a[at*lda], lda, &b[j], ldb, k)
		}
		j += t.columns
	}
}

// widest returns the widest tile for some columns.
func (f assembly) widest(columns int) matMulTile {
	for _, t := range f.matMul[:len(f.matMul)-1] {
		if t.columns <= columns {
			return t
		}
	}
	return f.matMul[len(f.matMul)-1]
}

// transposeRows transposes squares of eight numbers by eight, and what is left in
// plain Go.
func transposeRows(y []float32, ldy int, x []float32, ldx, n, width int) {
	whole := n / Lanes * Lanes
	for i := 0; i < whole; i += Lanes {
		transposeAVX2(&y[i], ldy, &x[i*ldx], ldx, width/Lanes)
	}
	for j := range width {
		row := y[j*ldy:][:ldy]
		for i := whole; i < n; i++ {
			row[i] = x[i*ldx+j]
		}
		clear(row[n:])
	}
}

func addScaledRow(y, x []float32, scale float32) {
	_ = y[len(x)-1]
	addScaledAVX2(&y[0], &x[0], len(x), scale)
}

func normalizeRow(x, r, w, b []float32) {
	n := len(x)
	_, _, _ = r[n-1], w[n-1], b[n-1]
	normalizeAVX2(&x[0], &r[0], &w[0], &b[0], n, float32(n), epsilon, &constants[0])
}

func (f assembly) quantizeRow(q []uint8, x []float32) (scale float32, zero int32) {
	_ = q[len(x)-1]
	scale, zero = steps(f.minMax(&x[0], len(x)))
	f.quantize(&q[0], &x[0], len(x), 1/scale, zero, &constants[0])
	return scale, zero
}

func (f assembly) dequantizeRow(y []float32, c, sum []int32, scales, bias []float32, scale float32, zero int32) {
	n := len(y)
	_, _, _, _ = c[n-1], sum[n-1], scales[n-1], bias[n-1]
	f.dequantize(&y[0], &c[0], &sum[0], &scales[0], &bias[0], n, scale, zero)
}

func (f assembly) softmaxRow(x []float32, n int, scale float32) {
	for i := range x[n:] {
		x[n+i] = -math.MaxFloat32
	}
	f.softmax(&x[0], len(x), scale, &constants[0])
}
