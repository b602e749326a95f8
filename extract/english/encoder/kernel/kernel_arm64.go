package kernel

import "golang.org/x/sys/cpu"

// native are the implementations for this architecture.
var native = []candidate{{neon, cpu.ARM64.HasASIMDDP}}

// neon has the dot products of ARMv8.2; its floats are those of plain Go.
var neon = func() *Set {
	s := *portable
	s.Name, s.Gemm = "neon", gemmNEON
	return &s
}()

// gemm4NEON multiplies four rows of activations with one panel.
//
//go:noescape
func gemm4NEON(c *int32, ldc int, a *uint8, lda int, b *int8, groups int)

func gemmNEON(c []int32, a []uint8, b []int8, m, n, k int) {
	product{c[:m*n], a[:m*k], b[:n*k], m, n, k}.tiles(gemm4NEON, 4, 0, n, Panel)
}
