// Command gen writes the assembly kernels for amd64; see the go:generate line in
// the package above. It is a program for avo
// (https://github.com/mmcloughlin/avo), which assigns the registers.
package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func main() {
	ConstraintExpr("amd64")
	gemmAVX2(4)
	gemmVNNI(8)
	for _, rows := range []int{4, 1} {
		matMul(wide, rows, 2)
		matMul(wide, rows, 1)
		matMul(narrow, rows, 2)
		matMul(narrow, rows, 1)
	}
	transpose()
	addScaled()
	leak()
	normalize()
	for _, w := range []width{narrow, wide} {
		minMax(w)
		quantize(w)
		dequantize(w)
		gelu(w)
		softmax(w)
	}
	Generate()
}

// function begins a function.
func function(name, signature, doc string) {
	TEXT(name, NOSPLIT, signature)
	Pragma("noescape")
	Doc(name + " " + doc)
}

// loop emits body so often as counter says, at least once.
func loop(name string, counter Register, body func()) {
	Label(name)
	body()
	DECQ(counter)
	JNZ(LabelRef(name))
}

// pointer loads a parameter that is an address.
func pointer(name string) Mem { return Mem{Base: Load(Param(name), GP64())} }

// matrix addresses the rows of a matrix by few registers.
type matrix struct {
	bases  []Register // rows 0, 4, 8, …
	stride Register   // in bytes
	triple Register
}

// newMatrix loads the address of rows that are stride elements of 1 or 4 bytes
// apart.
func newMatrix(name, stride string, size uint64, rows int) matrix {
	m := matrix{bases: []Register{Load(Param(name), GP64())}}
	if rows == 1 {
		return m
	}
	m.stride = scaled(stride, size)
	m.triple = GP64()
	LEAQ(Mem{Base: m.stride, Index: m.stride, Scale: 2}, m.triple)
	for i := 4; i < rows; i += 4 {
		base := GP64()
		LEAQ(Mem{Base: m.bases[len(m.bases)-1], Index: m.stride, Scale: 4}, base)
		m.bases = append(m.bases, base)
	}
	return m
}

// scaled loads a distance in elements and returns it in bytes.
func scaled(name string, size uint64) Register {
	r := Load(Param(name), GP64())
	if size == 4 {
		SHLQ(U8(2), r)
	}
	return r
}

// at is the address of an element of a row, by its offset in bytes.
func (m matrix) at(row, offset int) Mem {
	base := Mem{Base: m.bases[row/4], Disp: offset}
	switch row % 4 {
	case 1, 2:
		return base.Idx(m.stride, uint8(row%4))
	case 3:
		return base.Idx(m.triple, 1)
	}
	return base
}

// advance moves all rows on by some bytes.
func (m matrix) advance(bytes uint64) {
	for _, base := range m.bases {
		ADDQ(U32(bytes), base)
	}
}
