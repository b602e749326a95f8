package kernel

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// others are the sets that must give the bits of portable.
func others(t testing.TB) []*Set {
	sets := Available()
	t.Logf("compared on this machine: %d sets beside the portable one", len(sets)-1)
	return sets[:len(sets)-1]
}

// A noise makes numbers of all kinds from a seed, faster than rapid does one by
// one.
type noise uint64

func (s *noise) next() uint64 {
	*s = *s*6364136223846793005 + 1442695040888963407
	return uint64(*s >> 33)
}

func (s *noise) bytes(n int, most uint64) []uint8 {
	out := make([]uint8, n)
	for i := range out {
		out[i] = uint8(s.next() % (most + 1))
	}
	return out
}

func (s *noise) int8s(n int) []int8 {
	out := make([]int8, n)
	for i := range out {
		out[i] = int8(s.next())
	}
	return out
}

func (s *noise) int32s(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(s.next()) - 1<<30
	}
	return out
}

// floats are of the size of scale and of some smaller ones, zero among them.
func (s *noise) floats(n int, scale float32) []float32 {
	out := make([]float32, n)
	for i := range out {
		x := float32(s.next())/(1<<30) - 1
		switch s.next() % 8 {
		case 0:
			x = 0
		case 1:
			x *= x * x * x
		}
		out[i] = x * scale
	}
	return out
}

func drawNoise(t *rapid.T) *noise {
	s := noise(rapid.Uint64().Draw(t, "seed"))
	return &s
}

func drawScale(t *rapid.T) float32 {
	return rapid.SampledFrom([]float32{1e-12, 1e-3, 1, 30, 1e4}).Draw(t, "scale")
}

func wantSame[T comparable](t interface{ Fatalf(string, ...any) }, set, what string, got, want []T) {
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("%s %s: number %d is %v, portable %v", set, what, i, got[i], want[i])
		}
	}
}

func sameGemm(t interface{ Fatalf(string, ...any) }, sets []*Set, s *noise, m, n, k int, most uint64) {
	a, b := s.bytes(m*k, most), s.int8s(n*k)
	want := make([]int32, m*n)
	gemm(want, a, b, m, n, k)
	for _, set := range sets {
		got := make([]int32, m*n)
		set.Gemm(got, a, b, m, n, k)
		wantSame(t, set.Name, "Gemm", got, want)
	}
}

func TestGemmIsSame(t *testing.T) {
	sets := others(t)
	rapid.Check(t, func(t *rapid.T) {
		m, n, k := rapid.IntRange(MinRows, 20).Draw(t, "m"), rapid.IntRange(1, 5).Draw(t, "panels"), rapid.IntRange(1, 60).Draw(t, "groups")
		sameGemm(t, sets, drawNoise(t), m, Panel*n, Group*k, MaxActivation)
	})
}

func sameMatMul(t interface{ Fatalf(string, ...any) }, sets []*Set, s *noise, m, n, k, extra int, scale float32) {
	lda, ldb, ldc := k+extra, n+extra, n+extra
	a, b := s.floats(m*lda, scale), s.floats(k*ldb, scale)
	want := make([]float32, m*ldc)
	matMul(want, ldc, a, lda, b, ldb, m, n, k)
	for _, set := range sets {
		got := make([]float32, m*ldc)
		set.MatMul(got, ldc, a, lda, b, ldb, m, n, k)
		wantSame(t, set.Name, "MatMul", got, want)
	}
}

func TestMatMulIsSame(t *testing.T) {
	sets := others(t)
	rapid.Check(t, func(t *rapid.T) {
		m, n := rapid.IntRange(0, 10).Draw(t, "m"), Lanes*rapid.IntRange(1, 6).Draw(t, "n")
		k, extra := rapid.IntRange(1, 50).Draw(t, "k"), rapid.IntRange(0, 3).Draw(t, "extra")
		sameMatMul(t, sets, drawNoise(t), m, n, k, extra, drawScale(t))
	})
}

func sameTranspose(t interface{ Fatalf(string, ...any) }, sets []*Set, s *noise, n, width, extra int) {
	ldx, ldy := width+extra, RoundUp(n, Lanes)
	x := s.floats(n*ldx, 1)
	want := s.floats(width*ldy, 1)
	for _, set := range sets {
		got := s.floats(width*ldy, 1)
		set.Transpose(got, ldy, x, ldx, n, width)
		transpose(want, ldy, x, ldx, n, width)
		wantSame(t, set.Name, "Transpose", got, want)
	}
}

func TestTransposeIsSame(t *testing.T) {
	sets := others(t)
	rapid.Check(t, func(t *rapid.T) {
		n, width := rapid.IntRange(1, 40).Draw(t, "n"), Lanes*rapid.IntRange(1, 5).Draw(t, "width")
		sameTranspose(t, sets, drawNoise(t), n, width, rapid.IntRange(0, 3).Draw(t, "extra"))
	})
}

// sameRows compares the kernels for one row of n numbers, of which Softmax has
// used.
func sameRows(t interface{ Fatalf(string, ...any) }, sets []*Set, s *noise, n, used int, scale float32) {
	x, r, w, b := s.floats(n, scale), s.floats(n, scale), s.floats(n, 1), s.floats(n, 1)
	c, sum := s.int32s(n), s.int32s(n)
	want := rowsOf(portable, x, r, w, b, c, sum, used)
	for _, set := range sets {
		got := rowsOf(set, x, r, w, b, c, sum, used)
		for i, what := range []string{"Quantize", "Dequantize", "Normalize", "Gelu", "Softmax", "AddScaled", "Leak"} {
			wantSame(t, set.Name, what, got[i], want[i])
		}
	}
}

// rowsOf returns what each kernel makes of a row.
func rowsOf(set *Set, x, r, w, b []float32, c, sum []int32, used int) [7][]float32 {
	q := make([]uint8, len(x))
	scale, zero := set.Quantize(q, x)
	quantized := []float32{scale, float32(zero)}
	for _, v := range q {
		quantized = append(quantized, float32(v))
	}
	floats := make([]float32, len(x))
	set.Dequantize(floats, c, sum, w, b, scale, zero)
	normal, bent, shares, added, leaked := slices.Clone(x), slices.Clone(x), slices.Clone(x), slices.Clone(x), slices.Clone(x)
	set.Normalize(normal, r, w, b)
	set.Gelu(bent)
	set.Softmax(shares, used, 0.3)
	set.AddScaled(added, r, 0.3)
	set.Leak(leaked, 0.1)
	return [7][]float32{quantized, floats, normal, bent, shares, added, leaked}
}

func TestRowsAreSame(t *testing.T) {
	sets := others(t)
	rapid.Check(t, func(t *rapid.T) {
		n := Lanes * rapid.IntRange(1, 50).Draw(t, "eighths")
		used := rapid.IntRange(max(1, n-Lanes+1), n).Draw(t, "used")
		sameRows(t, sets, drawNoise(t), n, used, drawScale(t))
	})
}

func FuzzSame(f *testing.F) {
	f.Add(uint64(1), uint8(9), uint8(3), uint8(33), float32(1))
	f.Add(uint64(2), uint8(1), uint8(1), uint8(1), float32(1e-20))
	f.Add(uint64(3), uint8(17), uint8(4), uint8(97), float32(50))
	sets := others(f)
	f.Fuzz(func(t *testing.T, seed uint64, m, n, k uint8, scale float32) {
		if !(scale > -1e9 && scale < 1e9) {
			scale = 1 // squares stay finite
		}
		s, rows, width := noise(seed), int(m%32), 1+int(n%8)
		depth := 1 + int(k)
		sameGemm(t, sets, &s, MinRows+rows, width*Panel, depth*Group, MaxActivation)
		sameMatMul(t, sets, &s, rows, width*Lanes, depth, int(seed%4), scale)
		sameTranspose(t, sets, &s, depth, width*Lanes, int(seed%4))
		sameRows(t, sets, &s, depth*Lanes, depth*Lanes-int(seed%Lanes), scale)
	})
}
