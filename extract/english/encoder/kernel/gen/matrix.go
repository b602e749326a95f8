package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// matMul multiplies some rows with some vectors of columns.
func matMul(w width, rows, vectors int) {
	name := fmt.Sprintf("matMul%dx%d%s", rows, int(w)*vectors, w.suffix())
	function(name, "func(c *float32, ldc int, a *float32, lda int, b *float32, ldb int, k int)",
		fmt.Sprintf("multiplies %d by k with k by %d numbers.", rows, int(w)*vectors))
	c, a, b := newMatrix("c", "ldc", 4, rows), newMatrix("a", "lda", 4, rows), pointer("b")
	ldb := scaled("ldb", 4)
	k := Load(Param("k"), GP64())
	sums := zeros(rows*vectors, w.vector)
	loop("k", k, func() {
		y := make([]VecVirtual, vectors)
		for i := range y {
			y[i] = w.vector()
			VMOVUPS(b.Offset(w.bytes()*i), y[i])
		}
		x := w.vector()
		for r := range rows {
			VBROADCASTSS(a.at(r, 0), x)
			for i := range y {
				product := w.vector()
				VMULPS(y[i], x, product)
				VADDPS(product, sums[r*vectors+i], sums[r*vectors+i])
			}
		}
		a.advance(4)
		ADDQ(ldb, b.Base)
	})
	for r := range rows {
		for i := range vectors {
			VMOVUPS(sums[r*vectors+i], c.at(r, w.bytes()*i))
		}
	}
	VZEROUPPER()
	RET()
}

func transpose() {
	function("transposeAVX2", "func(y *float32, ldy int, x *float32, ldx int, squares int)",
		"transposes eight rows of x, squares of eight by eight numbers, into columns of y.")
	y, x := newMatrix("y", "ldy", 4, 8), newMatrix("x", "ldx", 4, 8)
	loop("squares", Load(Param("squares"), GP64()), func() {
		var v [8]VecVirtual
		for i := range v {
			v[i] = YMM()
			VMOVUPS(x.at(i, 0), v[i])
		}
		for i, row := range transposed(v) {
			VMOVUPS(row, y.at(i, 0))
		}
		x.advance(uint64(narrow.bytes()))
		for _, base := range y.bases {
			LEAQ(Mem{Base: base, Index: y.stride, Scale: 8}, base)
		}
	})
	VZEROUPPER()
	RET()
}

// transposed exchanges numbers within pairs of vectors, then pairs of numbers, then
// halves of vectors. The first two leave the two middle ones of four columns in each
// other's place.
func transposed(v [8]VecVirtual) [8]VecVirtual {
	v = exchanged(v, 1, func(a, b, low, high Op) { VUNPCKLPS(b, a, low); VUNPCKHPS(b, a, high) })
	v = exchanged(v, 2, func(a, b, low, high Op) { VUNPCKLPD(b, a, low); VUNPCKHPD(b, a, high) })
	v = exchanged(v, 4, func(a, b, low, high Op) {
		VPERM2F128(U8(0x20), b, a, low)
		VPERM2F128(U8(0x31), b, a, high)
	})
	return [8]VecVirtual{v[0], v[2], v[1], v[3], v[4], v[6], v[5], v[7]}
}

// exchanged applies an exchange to all pairs of vectors that are distance apart.
func exchanged(v [8]VecVirtual, distance int, exchange func(a, b, low, high Op)) (out [8]VecVirtual) {
	for i := range v {
		if i&distance != 0 {
			continue
		}
		out[i], out[i+distance] = YMM(), YMM()
		exchange(v[i], v[i+distance], out[i], out[i+distance])
	}
	return out
}
