package main

import (
	"slices"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// Each kernel here does in each lane what its model in portable.go does for one
// number, operation by operation, and adds lanes in the order of lanes.total.

// constants lists the rows of the table of that name in kernel_amd64.go.
var constants = []string{
	"magic", "limit", "one", "1/2", "1/6", "1/24", "1/120", "1/720", "log2e", "ln2Hi", "ln2Lo", "least",
	"size", "root", "erfP", "erfA1", "erfA2", "erfA3", "erfA4", "erfA5",
}

// A table is the address of the constants.
type table Mem

// loadTable loads the parameter that holds it.
func loadTable() table { return table(pointer("table")) }

// at is the address of sixteen times the same number.
func (t table) at(name string) Mem {
	i := slices.Index(constants, name)
	if i < 0 {
		panic("no constant " + name)
	}
	return Mem(t).Offset(i * wide.bytes())
}

func addScaled() {
	function("addScaledAVX2", "func(y, x *float32, n int, scale float32)",
		"adds n numbers of x, scaled, to y.")
	y, x, n := pointer("y"), pointer("x"), Load(Param("n"), GP64())
	scale := broadcast(narrow, "scale")
	each(narrow, "numbers", n, func(_ width, i Register) {
		v := YMM()
		VMULPS(x.Idx(i, 4), scale, v)
		VADDPS(y.Idx(i, 4), v, v)
		VMOVUPS(v, y.Idx(i, 4))
	})
	VZEROUPPER()
	RET()
}

func leak() {
	function("leakAVX2", "func(x *float32, n int, slope float32)",
		"multiplies those of n numbers by slope that are below 0.")
	x, n := pointer("x"), Load(Param("n"), GP64())
	slope := broadcast(narrow, "slope")
	each(narrow, "numbers", n, func(_ width, i Register) {
		v, leaked := YMM(), YMM()
		VMOVUPS(x.Idx(i, 4), v)
		VMULPS(v, slope, leaked)
		VMAXPS(v, leaked, v)
		VMOVUPS(v, x.Idx(i, 4))
	})
	VZEROUPPER()
	RET()
}

func normalize() {
	function("normalizeAVX2", "func(x, r, w, b *float32, n int, count, epsilon float32, table *[16]float32)",
		"normalizes the sums of n numbers of x and r; count is n.")
	x, r, w, b := pointer("x"), pointer("r"), pointer("w"), pointer("b")
	n := Load(Param("n"), GP64())
	count, epsilon, t := Load(Param("count"), XMM()), Load(Param("epsilon"), XMM()), loadTable()
	s := zeros(2, YMM)
	each(narrow, "sum", n, func(_ width, i Register) {
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
	each(narrow, "squares", n, func(_ width, i Register) {
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
	each(narrow, "scale", n, func(_ width, i Register) {
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

func minMax(w width) {
	function("minMax"+w.suffix(), "func(x *float32, n int) (lo, hi float32)",
		"finds the least and the greatest of n numbers and 0.")
	x, n := pointer("x"), Load(Param("n"), GP64())
	v := zeros(4, YMM)
	if w == wide {
		copy(v, zeros(2, ZMM))
	}
	each(w, "numbers", n, func(w width, i Register) {
		y, lo, hi := w.vector(), v[0], v[1]
		if w != wide {
			lo, hi = v[2], v[3]
		}
		VMOVUPS(x.Idx(i, 4), y)
		VMINPS(lo, y, lo)
		VMAXPS(hi, y, hi)
	})
	for i, combine := range []func(...Op){VMINPS, VMAXPS} {
		for _, half := range halves(v[i]) {
			combine(half, v[2+i], v[2+i])
		}
	}
	lo, hi := fold(v[2], VMINPS), fold(v[3], VMAXPS)
	VZEROUPPER()
	Store(lo, Return("lo"))
	Store(hi, Return("hi"))
	RET()
}

func quantize(w width) {
	function("quantize"+w.suffix(), "func(q *uint8, x *float32, n int, inverse float32, zero int32, table *[16]float32)",
		"rounds n numbers to steps, given one over the step's size.")
	q, x, n := pointer("q"), pointer("x"), Load(Param("n"), GP64())
	inverse, zero, t := broadcast(w, "inverse"), broadcast(w, "zero"), loadTable()
	each(w, "numbers", n, func(w width, i Register) {
		y, bytes := w.vector(), XMM()
		VMULPS(x.Idx(i, 4), part(w, inverse), y)
		round(y, t)
		VPADDD(part(w, zero), y, y)
		if w == wide {
			VPMAXSD(zeros(1, ZMM)[0], y, y)
			VPMOVUSDB(y, bytes)
		} else {
			VEXTRACTI128(U8(1), y, bytes)
			VPACKSSDW(bytes, y.AsX(), bytes)
			VPACKUSWB(bytes, bytes, bytes)
		}
		VPMINUB(t.at("limit"), bytes, bytes)
		if w == wide {
			VMOVDQU(bytes, q.Idx(i, 1))
		} else {
			VMOVQ(bytes, q.Idx(i, 1))
		}
	})
	VZEROUPPER()
	RET()
}

// round makes integers of floats.
func round(x VecVirtual, t table) {
	VADDPS(t.at("magic"), x, x)
	VPSUBD(t.at("magic"), x, x)
}

func dequantize(w width) {
	function("dequantize"+w.suffix(), "func(y *float32, c, sum *int32, scales, bias *float32, n int, scale float32, zero int32)",
		"makes floats of n sums.")
	y, c, sum, scales, bias := pointer("y"), pointer("c"), pointer("sum"), pointer("scales"), pointer("bias")
	n := Load(Param("n"), GP64())
	scale, zero := broadcast(w, "scale"), broadcast(w, "zero")
	each(w, "numbers", n, func(w width, i Register) {
		v, factor, shift := w.vector(), w.vector(), w.vector()
		VPMULLD(sum.Idx(i, 4), part(w, zero), shift)
		VMOVUPS(c.Idx(i, 4), v)
		VPSUBD(shift, v, v)
		VCVTDQ2PS(v, v)
		VMULPS(scales.Idx(i, 4), part(w, scale), factor)
		VMULPS(factor, v, v)
		VADDPS(bias.Idx(i, 4), v, v)
		VMOVUPS(v, y.Idx(i, 4))
	})
	VZEROUPPER()
	RET()
}

func gelu(w width) {
	function("gelu"+w.suffix(), "func(x *float32, n int, table *[16]float32)",
		"applies gelu to n numbers.")
	x, n, t := pointer("x"), Load(Param("n"), GP64()), loadTable()
	wholeOne, wholeZero := w.vector(), zeros(1, w.vector)[0]
	VMOVUPS(t.at("one"), wholeOne)
	each(w, "numbers", n, func(w width, i Register) {
		one, zero := part(w, wholeOne), part(w, wholeZero)
		v, size, square, u := w.vector(), w.vector(), w.vector(), w.vector()
		VMOVUPS(x.Idx(i, 4), v)
		VMULPS(t.at("root"), v, size)
		VMULPS(size, size, square)
		VANDPS(t.at("size"), size, size)
		VMULPS(t.at("erfP"), size, u)
		VADDPS(one, u, u)
		VDIVPS(u, one, u)
		p := polynomial(w, u, t, "erfA5", "erfA4", "erfA3", "erfA2", "erfA1")
		VMULPS(u, p, p)
		VSUBPS(square, zero, square)
		tail := exp(w, square, one, t)
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
func polynomial(w width, x VecVirtual, t table, coefficients ...string) VecVirtual {
	p := w.vector()
	VMOVUPS(t.at(coefficients[0]), p)
	for _, c := range coefficients[1:] {
		VMULPS(x, p, p)
		VADDPS(t.at(c), p, p)
	}
	return p
}

// Comparisons of VCMPPS.
const (
	lessThan    = U8(1)
	notLessThan = U8(5)
)

// exp returns e to the power of x.
func exp(w width, x, one VecVirtual, t table) VecVirtual {
	n, f, product := w.vector(), w.vector(), w.vector()
	VMULPS(t.at("log2e"), x, n)
	round(n, t)
	VCVTDQ2PS(n, f)
	VMULPS(t.at("ln2Lo"), f, product)
	VMULPS(t.at("ln2Hi"), f, f)
	VSUBPS(f, x, f)
	VSUBPS(product, f, f)
	p := polynomial(w, f, t, "1/720", "1/120", "1/24", "1/6", "1/2", "one", "one")
	VPSLLD(U8(23), n, n)
	VPADDD(one, n, n)
	if w == wide {
		large := K()
		VCMPPS(notLessThan, t.at("least"), x, large)
		VMULPS_Z(n, p, large, p)
		return p
	}
	small := w.vector()
	VCMPPS(lessThan, t.at("least"), x, small)
	VMULPS(n, p, p)
	VANDNPS(p, small, p)
	return p
}

func softmax(w width) {
	function("softmax"+w.suffix(), "func(x *float32, n int, scale float32, table *[16]float32)",
		"applies softmax to n numbers, scaled.")
	x, n := pointer("x"), Load(Param("n"), GP64())
	scale, greatest, one, t := broadcast(w, "scale"), YMM(), w.vector(), loadTable()
	VMOVUPS(t.at("one"), one)
	VBROADCASTSS(x, greatest)
	each(narrow, "greatest", n, func(_ width, i Register) {
		v := YMM()
		VMOVUPS(x.Idx(i, 4), v)
		VMAXPS(greatest, v, greatest)
	})
	most := w.vector()
	VBROADCASTSS(fold(greatest, VMAXPS), most)
	s := zeros(1, YMM)[0]
	each(w, "exp", n, func(w width, i Register) {
		v := w.vector()
		VMOVUPS(x.Idx(i, 4), v)
		VSUBPS(part(w, most), v, v)
		VMULPS(part(w, scale), v, v)
		v = exp(w, v, part(w, one), t)
		VMOVUPS(v, x.Idx(i, 4))
		for _, half := range halves(v) {
			VADDPS(half, s, s)
		}
	})
	total := fold(s, VADDPS)
	VDIVSS(total, one.AsX(), total)
	inverse := YMM()
	VBROADCASTSS(total, inverse)
	each(narrow, "divide", n, func(_ width, i Register) {
		v := YMM()
		VMULPS(x.Idx(i, 4), inverse, v)
		VMOVUPS(v, x.Idx(i, 4))
	})
	VZEROUPPER()
	RET()
}
