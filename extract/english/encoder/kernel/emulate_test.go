package kernel

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// An instruction adds four products of bytes to a sum, as the kernel of that name
// does it.
type instruction struct {
	set string
	add func(sum int32, a []uint8, w []int8) int32
}

var instructions = []instruction{
	// VPMADDUBSW adds two products with saturation, VPMADDWD two such sums.
	{"avx2", func(sum int32, a []uint8, w []int8) int32 {
		pair := func(i int) int32 {
			s := int32(a[i])*int32(w[i]) + int32(a[i+1])*int32(w[i+1])
			return max(math.MinInt16, min(math.MaxInt16, s))
		}
		return sum + pair(0) + pair(2)
	}},
	// VPDPBUSD takes unsigned bytes with signed ones.
	{"vnni", func(sum int32, a []uint8, w []int8) int32 {
		for i := range w {
			sum += int32(a[i]) * int32(w[i])
		}
		return sum
	}},
	// SDOT takes both as signed.
	{"neon", func(sum int32, a []uint8, w []int8) int32 {
		for i := range w {
			sum += int32(int8(a[i])) * int32(w[i])
		}
		return sum
	}},
}

// TestInstructions proves for all kernels, also those that this machine cannot
// run, that their instructions give exact sums of 7-bit activations.
func TestInstructions(t *testing.T) {
	for _, in := range instructions {
		if !slices.ContainsFunc(Available(), func(s *Set) bool { return s.Name == in.set }) {
			t.Logf("%s: not run on this machine, its instruction emulated", in.set)
		}
		byteValue := rapid.OneOf(rapid.Uint8Range(0, MaxActivation), rapid.Just[uint8](MaxActivation))
		weight := rapid.OneOf(rapid.Int8(), rapid.Just[int8](math.MinInt8), rapid.Just[int8](math.MaxInt8))
		rapid.Check(t, func(t *rapid.T) {
			const k = 3 * Group
			a, b := rapid.SliceOfN(byteValue, k, k).Draw(t, "a"), rapid.SliceOfN(weight, Panel*k, Panel*k).Draw(t, "b")
			packed, want := Pack(b, Panel, k), make([]int32, MinRows*Panel)
			gemm(want, append(a, make([]uint8, (MinRows-1)*k)...), packed, MinRows, Panel, k)
			for j := range Panel {
				sum := int32(0)
				for p := 0; p < k; p += Group {
					sum = in.add(sum, a[p:p+Group], packed[p*Panel+j*Group:][:Group])
				}
				if sum != want[j] {
					t.Fatalf("%s: output %d is %d, want %d", in.set, j, sum, want[j])
				}
			}
		})
	}
}
