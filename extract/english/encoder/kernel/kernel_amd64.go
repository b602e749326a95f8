package kernel

import (
	"math"

	"golang.org/x/sys/cpu"
)

//go:generate go run ./gen -out kernel_amd64.s -stubs stubs_amd64.go -pkg kernel

// native are the implementations for this architecture, the fastest first.
var native = []candidate{
	{vnni, cpu.X86.HasAVX2 && cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VNNI},
	{avx2, cpu.X86.HasAVX2},
}

// avx2 has sums of eight floats and of 32 products of bytes at a time.
var avx2 = &Set{
	Name:       "avx2",
	Gemm:       gemmAVX2,
	MatMul:     matMulAVX2,
	Transpose:  transposeAVX2,
	AddScaled:  addScaledAVX2,
	Leak:       leakAVX2,
	Quantize:   quantizeAVX2,
	Dequantize: dequantizeAVX2,
	Normalize:  normalizeAVX2,
	Gelu:       geluAVX2,
	Softmax:    softmaxAVX2,
}

// vnni is avx2 with the dot products of AVX-512 VNNI.
var vnni = func() *Set {
	s := *avx2
	s.Name, s.Gemm = "vnni", gemmVNNI
	return &s
}()

// constants are what the float kernels load, each number eight times. The
// generator lists the rows in the same order.
var constants = [...][Lanes]float32{
	eight(magic), eight(math.Float32frombits(MaxActivation * 0x01010101)), eight(1), eight(1. / 2), eight(1. / 6),
	eight(1. / 24), eight(1. / 120), eight(1. / 720), eight(math.Log2E), eight(ln2Hi), eight(ln2Lo), eight(least),
	eight(math.Float32frombits(1<<31 - 1)), eight(math.Sqrt2 / 2), eight(erfP),
	eight(erfA1), eight(erfA2), eight(erfA3), eight(erfA4), eight(erfA5),
}

func eight(x float32) [Lanes]float32 { return [Lanes]float32{x, x, x, x, x, x, x, x} }

func gemmAVX2(c []int32, a []uint8, b []int8, m, n, k int) {
	product{c[:m*n], a[:m*k], b[:n*k], m, n, k}.tiles(gemm4AVX2Asm, 4, 0, n, Panel)
}

func gemmVNNI(c []int32, a []uint8, b []int8, m, n, k int) {
	p := product{c[:m*n], a[:m*k], b[:n*k], m, n, k}
	pairs := n / (2 * Panel) * (2 * Panel)
	p.tiles(gemm8VNNIAsm, 8, 0, pairs, 2*Panel)
	p.tiles(gemm4AVX2Asm, 4, pairs, n, Panel)
}

func matMulAVX2(c []float32, ldc int, a []float32, lda int, b []float32, ldb int, m, n, k int) {
	if m == 0 {
		return
	}
	_, _, _ = c[(m-1)*ldc+n-1], a[(m-1)*lda+k-1], b[(k-1)*ldb+n-1]
	rows, wide, narrow := 4, matMul4x16Asm, matMul4x8Asm
	if m < rows {
		rows, wide, narrow = 1, matMul1x16Asm, matMul1x8Asm
	}
	for j := 0; j < n; j += 2 * Lanes {
		tile := wide
		if n-j < 2*Lanes {
			tile = narrow
		}
		for i := 0; i < m; i += rows {
			at := min(i, m-rows)
			tile(&c[at*ldc+j], ldc, &a[at*lda], lda, &b[j], ldb, k)
		}
	}
}

// transposeAVX2 transposes squares of eight numbers by eight, and what is left in
// plain Go.
func transposeAVX2(y []float32, ldy int, x []float32, ldx, n, width int) {
	whole := n / Lanes * Lanes
	for i := 0; i < whole; i += Lanes {
		transposeAsm(&y[i], ldy, &x[i*ldx], ldx, width/Lanes)
	}
	for j := range width {
		row := y[j*ldy:][:ldy]
		for i := whole; i < n; i++ {
			row[i] = x[i*ldx+j]
		}
		clear(row[n:])
	}
}

func addScaledAVX2(y, x []float32, scale float32) {
	_ = y[len(x)-1]
	addScaledAsm(&y[0], &x[0], len(x), scale)
}

func leakAVX2(x []float32, slope float32) { leakAsm(&x[0], len(x), slope) }

func quantizeAVX2(q []uint8, x []float32) (scale float32, zero int32) {
	_ = q[len(x)-1]
	scale, zero = steps(minMaxAsm(&x[0], len(x)))
	quantizeAsm(&q[0], &x[0], len(x), 1/scale, zero, &constants[0])
	return scale, zero
}

func dequantizeAVX2(y []float32, c, sum []int32, scales, bias []float32, scale float32, zero int32) {
	n := len(y)
	_, _, _, _ = c[n-1], sum[n-1], scales[n-1], bias[n-1]
	dequantizeAsm(&y[0], &c[0], &sum[0], &scales[0], &bias[0], n, scale, zero)
}

func normalizeAVX2(x, r, w, b []float32) {
	n := len(x)
	_, _, _ = r[n-1], w[n-1], b[n-1]
	normalizeAsm(&x[0], &r[0], &w[0], &b[0], n, float32(n), epsilon, &constants[0])
}

func geluAVX2(x []float32) { geluAsm(&x[0], len(x), &constants[0]) }

func softmaxAVX2(x []float32, n int, scale float32) {
	for i := range x[n:] {
		x[n+i] = -math.MaxFloat32
	}
	softmaxAsm(&x[0], len(x), scale, &constants[0])
}
