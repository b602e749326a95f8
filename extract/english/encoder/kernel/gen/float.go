package main

import (
	"fmt"
	"slices"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// Each kernel here does in each lane what its model in portable.go does for one
// number, operation by operation, and adds lanes in the order of lanes.total.

// constants lists the rows of the table of that name in amd64.go.
var constants = []string{
	"magic", "limit", "one", "1/2", "1/6", "1/24", "1/120", "1/720", "log2e", "ln2Hi", "ln2Lo", "least",
	"size", "root", "erfP", "erfA1", "erfA2", "erfA3", "erfA4", "erfA5",
}

const vectorBytes = 32

// A table is the address of the constants.
type table Mem

// loadTable loads the parameter that holds it.
func loadTable() table { return table(pointer("table")) }

// at is the address of eight times the same number.
func (t table) at(name string) Mem {
	i := slices.Index(constants, name)
	if i < 0 {
		panic("no constant " + name)
	}
	return Mem(t).Offset(i * vectorBytes)
}

// each loops over the indexes of n numbers, eight at a time.
func each(name string, n Register, body func(i Register)) {
	i := GP64()
	XORQ(i, i)
	Label(name)
	body(i)
	ADDQ(U8(8), i)
	CMPQ(i, n)
	JLT(LabelRef(name))
}

// broadcast loads a parameter into all lanes.
func broadcast(name string) VecVirtual {
	v := YMM()
	if name == "zero" {
		g := Load(Param(name), GP32())
		VMOVD(g, v.AsX())
		VPBROADCASTD(v.AsX(), v)
	} else {
		VBROADCASTSS(Load(Param(name), XMM()), v)
	}
	return v
}

// fold combines the lanes of a vector into one, in the order of lanes.total.
func fold(v VecVirtual, combine func(...Op)) Register {
	low, high := v.AsX(), XMM()
	VEXTRACTF128(U8(1), v, high)
	combine(high, low, low)
	VMOVHLPS(low, low, high)
	combine(high, low, low)
	VMOVSHDUP(low, high)
	combine(high, low, low)
	return low
}

// matMul multiplies some rows with some vectors of columns.
func matMul(rows, vectors int) {
	name := fmt.Sprintf("matMul%dx%dAsm", rows, 8*vectors)
	function(name, "func(c *float32, ldc int, a *float32, lda int, b *float32, ldb int, k int)",
		fmt.Sprintf("multiplies %d by k with k by %d numbers.", rows, 8*vectors))
	c, a, b := newMatrix("c", "ldc", 4, rows), newMatrix("a", "lda", 4, rows), pointer("b")
	ldb := scaled("ldb", 4)
	k := Load(Param("k"), GP64())
	sums := zeros(rows*vectors, YMM)
	loop("k", k, func() {
		y := make([]VecVirtual, vectors)
		for i := range y {
			y[i] = YMM()
			VMOVUPS(b.Offset(vectorBytes*i), y[i])
		}
		x := YMM()
		for r := range rows {
			VBROADCASTSS(a.at(r, 0), x)
			for i := range y {
				product := YMM()
				VMULPS(y[i], x, product)
				VADDPS(product, sums[r*vectors+i], sums[r*vectors+i])
			}
		}
		a.advance(4)
		ADDQ(ldb, b.Base)
	})
	for r := range rows {
		for i := range vectors {
			VMOVUPS(sums[r*vectors+i], c.at(r, vectorBytes*i))
		}
	}
	VZEROUPPER()
	RET()
}

func transpose() {
	function("transposeAsm", "func(y *float32, ldy int, x *float32, ldx int, squares int)",
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
		x.advance(vectorBytes)
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

func addScaled() {
	function("addScaledAsm", "func(y, x *float32, n int, scale float32)",
		"adds n numbers of x, scaled, to y.")
	y, x, n := pointer("y"), pointer("x"), Load(Param("n"), GP64())
	scale := broadcast("scale")
	each("numbers", n, func(i Register) {
		v := YMM()
		VMULPS(x.Idx(i, 4), scale, v)
		VADDPS(y.Idx(i, 4), v, v)
		VMOVUPS(v, y.Idx(i, 4))
	})
	VZEROUPPER()
	RET()
}

func leak() {
	function("leakAsm", "func(x *float32, n int, slope float32)",
		"multiplies those of n numbers by slope that are below 0.")
	x, n := pointer("x"), Load(Param("n"), GP64())
	slope := broadcast("slope")
	each("numbers", n, func(i Register) {
		v, leaked := YMM(), YMM()
		VMOVUPS(x.Idx(i, 4), v)
		VMULPS(v, slope, leaked)
		VMAXPS(v, leaked, v)
		VMOVUPS(v, x.Idx(i, 4))
	})
	VZEROUPPER()
	RET()
}

func minMax() {
	function("minMaxAsm", "func(x *float32, n int) (lo, hi float32)",
		"finds the least and the greatest of n numbers and 0.")
	x, n := pointer("x"), Load(Param("n"), GP64())
	v := zeros(2, YMM)
	each("numbers", n, func(i Register) {
		y := YMM()
		VMOVUPS(x.Idx(i, 4), y)
		VMINPS(v[0], y, v[0])
		VMAXPS(v[1], y, v[1])
	})
	lo, hi := fold(v[0], VMINPS), fold(v[1], VMAXPS)
	VZEROUPPER()
	Store(lo, Return("lo"))
	Store(hi, Return("hi"))
	RET()
}

func quantize() {
	function("quantizeAsm", "func(q *uint8, x *float32, n int, inverse float32, zero int32, table *[8]float32)",
		"rounds n numbers to steps, given one over the step's size.")
	q, x, n := pointer("q"), pointer("x"), Load(Param("n"), GP64())
	inverse, zero, t := broadcast("inverse"), broadcast("zero"), loadTable()
	each("numbers", n, func(i Register) {
		y, high := YMM(), XMM()
		VMULPS(x.Idx(i, 4), inverse, y)
		round(y, t)
		VPADDD(zero, y, y)
		VEXTRACTI128(U8(1), y, high)
		VPACKSSDW(high, y.AsX(), high)
		VPACKUSWB(high, high, high)
		VPMINUB(t.at("limit"), high, high)
		VMOVQ(high, q.Idx(i, 1))
	})
	VZEROUPPER()
	RET()
}

// round makes integers of floats.
func round(x VecVirtual, t table) {
	VADDPS(t.at("magic"), x, x)
	VPSUBD(t.at("magic"), x, x)
}

func dequantize() {
	function("dequantizeAsm", "func(y *float32, c, sum *int32, scales, bias *float32, n int, scale float32, zero int32)",
		"makes floats of n sums.")
	y, c, sum, scales, bias := pointer("y"), pointer("c"), pointer("sum"), pointer("scales"), pointer("bias")
	n := Load(Param("n"), GP64())
	scale, zero := broadcast("scale"), broadcast("zero")
	each("numbers", n, func(i Register) {
		v, factor, shift := YMM(), YMM(), YMM()
		VPMULLD(sum.Idx(i, 4), zero, shift)
		VMOVDQU(c.Idx(i, 4), v)
		VPSUBD(shift, v, v)
		VCVTDQ2PS(v, v)
		VMULPS(scales.Idx(i, 4), scale, factor)
		VMULPS(factor, v, v)
		VADDPS(bias.Idx(i, 4), v, v)
		VMOVUPS(v, y.Idx(i, 4))
	})
	VZEROUPPER()
	RET()
}

func normalize() {
	function("normalizeAsm", "func(x, r, w, b *float32, n int, count, epsilon float32, table *[8]float32)",
		"normalizes the sums of n numbers of x and r; count is n.")
	x, r, w, b := pointer("x"), pointer("r"), pointer("w"), pointer("b")
	n := Load(Param("n"), GP64())
	count, epsilon, t := Load(Param("count"), XMM()), Load(Param("epsilon"), XMM()), loadTable()
	s := zeros(2, YMM)
	each("sum", n, func(i Register) {
		v := YMM()
		VMOVUPS(x.Idx(i, 4), v)
		VADDPS(r.Idx(i, 4), v, v)
		VMOVUPS(v, x.Idx(i, 4))
		VADDPS(v, s[0], s[0])
	})
	mean, inverse := YMM(), YMM()
	total := fold(s[0], VADDPS)
	VDIVSS(count, total, total)
	VBROADCASTSS(total, mean)
	each("squares", n, func(i Register) {
		d := YMM()
		VMOVUPS(x.Idx(i, 4), d)
		VSUBPS(mean, d, d)
		VMULPS(d, d, d)
		VADDPS(d, s[1], s[1])
	})
	total = fold(s[1], VADDPS)
	VDIVSS(count, total, total)
	VADDSS(epsilon, total, total)
	VSQRTSS(total, total, total)
	VMOVSS(t.at("one"), inverse.AsX())
	VDIVSS(total, inverse.AsX(), total)
	VBROADCASTSS(total, inverse)
	each("scale", n, func(i Register) {
		v := YMM()
		VMOVUPS(x.Idx(i, 4), v)
		VSUBPS(mean, v, v)
		VMULPS(inverse, v, v)
		VMULPS(w.Idx(i, 4), v, v)
		VADDPS(b.Idx(i, 4), v, v)
		VMOVUPS(v, x.Idx(i, 4))
	})
	VZEROUPPER()
	RET()
}

func gelu() {
	function("geluAsm", "func(x *float32, n int, table *[8]float32)",
		"applies gelu to n numbers.")
	x, n := pointer("x"), Load(Param("n"), GP64())
	one, zero, t := YMM(), zeros(1, YMM)[0], loadTable()
	VMOVUPS(t.at("one"), one)
	each("numbers", n, func(i Register) {
		v, size, square, u := YMM(), YMM(), YMM(), YMM()
		VMOVUPS(x.Idx(i, 4), v)
		VMULPS(t.at("root"), v, size)
		VMULPS(size, size, square)
		VANDPS(t.at("size"), size, size)
		VMULPS(t.at("erfP"), size, u)
		VADDPS(one, u, u)
		VDIVPS(u, one, u)
		p := polynomial(u, t, "erfA5", "erfA4", "erfA3", "erfA2", "erfA1")
		VMULPS(u, p, p)
		VSUBPS(square, zero, square)
		tail := exp(square, one, t)
		VMULPS(tail, p, tail)
		VMULPS(t.at("root"), size, size)
		VMULPS(tail, size, size)
		VMAXPS(zero, v, v)
		VSUBPS(size, v, v)
		VMOVUPS(v, x.Idx(i, 4))
	})
	VZEROUPPER()
	RET()
}

// polynomial evaluates a polynomial by Horner's rule, given the names of its
// coefficients, the highest first.
func polynomial(x VecVirtual, t table, coefficients ...string) VecVirtual {
	p := YMM()
	VMOVUPS(t.at(coefficients[0]), p)
	for _, c := range coefficients[1:] {
		VMULPS(x, p, p)
		VADDPS(t.at(c), p, p)
	}
	return p
}

// exp returns e to the power of x.
func exp(x, one VecVirtual, t table) VecVirtual {
	small, n, f, part := YMM(), YMM(), YMM(), YMM()
	VCMPPS(U8(1), t.at("least"), x, small) // less than
	VMULPS(t.at("log2e"), x, n)
	round(n, t)
	VCVTDQ2PS(n, f)
	VMULPS(t.at("ln2Hi"), f, part)
	VSUBPS(part, x, x)
	VMULPS(t.at("ln2Lo"), f, part)
	VSUBPS(part, x, f)
	p := polynomial(f, t, "1/720", "1/120", "1/24", "1/6", "1/2", "one", "one")
	VPSLLD(U8(23), n, n)
	VPADDD(one, n, n)
	VMULPS(n, p, p)
	VANDNPS(p, small, p)
	return p
}

func softmax() {
	function("softmaxAsm", "func(x *float32, n int, scale float32, table *[8]float32)",
		"applies softmax to n numbers, scaled.")
	x, n := pointer("x"), Load(Param("n"), GP64())
	scale, greatest, one, t := broadcast("scale"), YMM(), YMM(), loadTable()
	VMOVUPS(t.at("one"), one)
	VBROADCASTSS(x, greatest)
	each("greatest", n, func(i Register) {
		v := YMM()
		VMOVUPS(x.Idx(i, 4), v)
		VMAXPS(greatest, v, greatest)
	})
	VBROADCASTSS(fold(greatest, VMAXPS), greatest)
	s := zeros(1, YMM)[0]
	each("exp", n, func(i Register) {
		v := YMM()
		VMOVUPS(x.Idx(i, 4), v)
		VSUBPS(greatest, v, v)
		VMULPS(scale, v, v)
		v = exp(v, one, t)
		VMOVUPS(v, x.Idx(i, 4))
		VADDPS(v, s, s)
	})
	total := fold(s, VADDPS)
	VDIVSS(total, one.AsX(), total)
	inverse := YMM()
	VBROADCASTSS(total, inverse)
	each("divide", n, func(i Register) {
		v := YMM()
		VMULPS(x.Idx(i, 4), inverse, v)
		VMOVUPS(v, x.Idx(i, 4))
	})
	VZEROUPPER()
	RET()
}
