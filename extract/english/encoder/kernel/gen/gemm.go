package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/ir"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

const (
	panelGroup = 64 // bytes of one group of one panel
	group      = 4  // bytes of one group of a row of activations
)

const gemmSignature = "func(c *int32, ldc int, a *uint8, lda int, b *int8, groups int)"

// gemmAVX2 multiplies some rows with one panel. Two products of a 7-bit and an
// 8-bit number fit in the 16 bits in which VPMADDUBSW adds them.
func gemmAVX2(rows int) {
	function(fmt.Sprintf("gemm%dAVX2", rows), gemmSignature,
		fmt.Sprintf("multiplies rows of activations, %d of them, with one panel.", rows))
	c, a, b := newMatrix("c", "ldc", 4, rows), newMatrix("a", "lda", 1, rows), pointer("b")
	groups := Load(Param("groups"), GP64())
	sums := zeros(rows*2, YMM)
	ones := YMM()
	VPCMPEQW(ones, ones, ones)
	VPSRLW(U8(15), ones, ones)
	loop("groups", groups, func() {
		w := [2]VecVirtual{YMM(), YMM()}
		for i := range w {
			VMOVDQU(b.Offset(32*i), w[i])
		}
		x := YMM()
		for r := range rows {
			VPBROADCASTD(a.at(r, 0), x)
			for i := range w {
				products := YMM()
				VPMADDUBSW(w[i], x, products)
				VPMADDWD(ones, products, products)
				VPADDD(products, sums[2*r+i], sums[2*r+i])
			}
		}
		a.advance(group)
		ADDQ(U32(panelGroup), b.Base)
	})
	for r := range rows {
		for i := range 2 {
			VMOVDQU(sums[2*r+i], c.at(r, 32*i))
		}
	}
	VZEROUPPER()
	RET()
}

// gemmVNNI multiplies some rows with two panels, 64 bytes times groups apart.
func gemmVNNI(rows int) {
	function(fmt.Sprintf("gemm%dVNNI", rows), gemmSignature,
		fmt.Sprintf("multiplies rows of activations, %d of them, with two neighbouring panels.", rows))
	c, a, b := newMatrix("c", "ldc", 4, rows), newMatrix("a", "lda", 1, rows), pointer("b")
	groups, panel := Load(Param("groups"), GP64()), GP64()
	MOVQ(groups, panel)
	SHLQ(U8(6), panel)
	sums := zeros(rows*2, ZMM)
	loop("groups", groups, func() {
		w := [2]VecVirtual{ZMM(), ZMM()}
		VMOVDQU64(b, w[0])
		VMOVDQU64(b.Idx(panel, 1), w[1])
		for r := range rows {
			x := ZMM()
			VPBROADCASTD(a.at(r, 0), x)
			for i := range w {
				dotProducts(w[i], x, sums[2*r+i])
			}
		}
		a.advance(group)
		ADDQ(U32(panelGroup), b.Base)
	})
	for r := range rows {
		for i := range 2 {
			VMOVDQU64(sums[2*r+i], c.at(r, 64*i))
		}
	}
	VZEROUPPER()
	RET()
}

// dotProducts is VPDPBUSD, which avo does not have: it adds to each 32-bit sum the
// products of four unsigned bytes of x with four signed ones of w.
func dotProducts(w, x, sum Op) {
	Instruction(&ir.Instruction{
		Opcode:   "VPDPBUSD",
		Operands: []Op{w, x, sum},
		Inputs:   []Op{w, x, sum},
		Outputs:  []Op{sum},
		ISA:      []string{"AVX512_VNNI"},
	})
}

// zeros returns vector registers that are zero.
func zeros(n int, vector func() VecVirtual) []VecVirtual {
	v := make([]VecVirtual, n)
	for i := range v {
		v[i] = vector()
		if v[i].Size() == 64 {
			VPXORD(v[i], v[i], v[i])
		} else {
			VPXOR(v[i], v[i], v[i])
		}
	}
	return v
}
