// Package kernel computes the sums of the encoder, with the same bits on every
// machine.
//
// A Set is one implementation of the kernels. Available lists those that the
// machine can run, Default gives the fastest, or the one that the environment
// variable WHOM_KERNEL names:
//
//	name      where                    vectors of floats   dot products of bytes
//	vnni      amd64 with AVX-512 VNNI  16                  VPDPBUSD
//	avx2      amd64 with AVX2          8                   VPMADDUBSW, VPMADDWD
//	neon      arm64 with FEAT_DotProd  plain Go            SDOT
//	portable  everywhere               plain Go            two in a 64-bit product
//
//	set, err := kernel.Default()
//	if err != nil {
//		return err
//	}
//	set.Softmax(scores, len(scores), 1)
//
// Integer sums are exact: activations have 7 bits, so that no instruction
// saturates. Float sums run in one fixed order, with a rounding after each product
// and each sum, never fused. The files portable.go and gemm.go define the bits;
// tests and a fuzz target hold the others to them. The assembly for amd64 is
// written by the program in gen, that for arm64 by hand.
//
// The functions check that their slices are long enough, but not that lengths are
// multiples of what Set asks for. Numbers that are not finite may give other bits
// on other machines.
package kernel
