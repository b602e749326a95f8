package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// A width is how many numbers a vector has: eight with AVX2, sixteen with AVX-512.
type width int

const (
	narrow width = 8
	wide   width = 16
)

func (w width) bytes() int { return 4 * int(w) }

// suffix ends the names of functions.
func (w width) suffix() string {
	if w == wide {
		return "AVX512"
	}
	return "AVX2"
}

func (w width) vector() VecVirtual {
	if w == wide {
		return ZMM()
	}
	return YMM()
}

// each loops over the indexes of n numbers, a vector at a time. The last eight may
// be half a wide vector.
func each(w width, name string, n Register, body func(w width, i Register)) {
	i := GP64()
	XORQ(i, i)
	whole := n
	if w == wide {
		whole = GP64()
		MOVQ(n, whole)
		ANDQ(I8(-int8(wide)), whole)
		JZ(LabelRef(name + "Rest"))
	}
	Label(name)
	body(w, i)
	ADDQ(U8(w), i)
	CMPQ(i, whole)
	JLT(LabelRef(name))
	if w == wide {
		Label(name + "Rest")
		CMPQ(i, n)
		JGE(LabelRef(name + "End"))
		body(narrow, i)
		Label(name + "End")
	}
}

// part is as much of a vector as has the width.
func part(w width, v VecVirtual) VecVirtual {
	if w == narrow && v.Size() > 32 {
		return v.AsY().(VecVirtual)
	}
	return v
}

// broadcast loads a parameter into all lanes.
func broadcast(w width, name string) VecVirtual {
	v := w.vector()
	if name == "zero" {
		low := XMM()
		VMOVD(Load(Param(name), GP32()), low)
		VPBROADCASTD(low, v)
	} else {
		VBROADCASTSS(Load(Param(name), XMM()), v)
	}
	return v
}

// halves returns the two halves of a wide vector, or the whole of a narrow one.
func halves(v VecVirtual) []VecVirtual {
	if v.Size() == 32 {
		return []VecVirtual{v}
	}
	high := YMM()
	VEXTRACTF64X4(U8(1), v, high)
	return []VecVirtual{v.AsY().(VecVirtual), high}
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
