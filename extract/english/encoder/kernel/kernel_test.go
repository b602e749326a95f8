package kernel

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// drawRow draws numbers as they occur in an encoder.
func drawRow(n int) *rapid.Generator[[]float32] {
	return rapid.SliceOfN(rapid.Float32Range(-30, 30), n, n)
}

func TestGemm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.IntRange(MinRows, 2*MinRows).Draw(t, "m")
		n := Panel * rapid.IntRange(1, 3).Draw(t, "panels")
		k := Group * rapid.SampledFrom([]int{1, 2, 5, 96, 97, 200}).Draw(t, "groups")
		a := rapid.SliceOfN(rapid.Uint8Range(0, MaxActivation), m*k, m*k).Draw(t, "a")
		b := rapid.SliceOfN(rapid.Int8(), n*k, n*k).Draw(t, "b")
		c := make([]int32, m*n)
		c = append(c, 7)
		gemm(c[:m*n], a, Pack(b, n, k), m, n, k)
		for i := range m {
			for j := range n {
				want := int32(0)
				for p := range k {
					want += int32(a[i*k+p]) * int32(b[j*k+p])
				}
				if c[i*n+j] != want {
					t.Fatalf("row %d, output %d: %d, want %d", i, j, c[i*n+j], want)
				}
			}
		}
	})
}

func TestGemmOfExtremes(t *testing.T) {
	const k = 65536
	a, b := make([]uint8, MinRows*k), make([]int8, Panel*k)
	for i := range a {
		a[i] = MaxActivation
	}
	for i := range b {
		b[i] = math.MinInt8
	}
	c := make([]int32, MinRows*Panel)
	gemm(c, a, b, MinRows, Panel, k)
	for i, got := range c {
		if want := int32(-128 * MaxActivation * k); got != want {
			t.Fatalf("sum %d is %d, want %d", i, got, want)
		}
	}
}

func TestPackPads(t *testing.T) {
	packed := Pack([]int8{1, 2, 3, 4, 5, 6, 7, 8}, 1, 8)
	if len(packed) != Panel*8 {
		t.Fatalf("%d numbers", len(packed))
	}
	for i, v := range packed {
		want := int8(0)
		if group, rest := i/(Panel*Group), i%(Panel*Group); rest < Group {
			want = int8(1 + group*Group + rest)
		}
		if v != want {
			t.Errorf("number %d is %d, want %d", i, v, want)
		}
	}
}

func TestMatMul(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, n := rapid.IntRange(0, 5).Draw(t, "m"), Lanes*rapid.IntRange(1, 3).Draw(t, "n")
		k := rapid.IntRange(1, 9).Draw(t, "k")
		lda, ldb, ldc := k+rapid.IntRange(0, 3).Draw(t, "a"), n+rapid.IntRange(0, 3).Draw(t, "b"), n+rapid.IntRange(0, 3).Draw(t, "c")
		a, b := drawRow(m*lda).Draw(t, "as"), drawRow(k*ldb).Draw(t, "bs")
		c := make([]float32, m*ldc)
		matMul(c, ldc, a, lda, b, ldb, m, n, k)
		for i := range m {
			for j := range n {
				want := float32(0)
				for p := range k {
					want += float32(a[i*lda+p] * b[p*ldb+j])
				}
				if c[i*ldc+j] != want {
					t.Fatalf("row %d, column %d: %g, want %g", i, j, c[i*ldc+j], want)
				}
			}
		}
	})
}

func TestTranspose(t *testing.T) {
	y := []float32{9, 9, 9, 9, 9, 9}
	transpose(y, 3, []float32{1, 2, 0, 3, 4, 0}, 3, 2, 2)
	for i, want := range []float32{1, 3, 0, 2, 4, 0} {
		if y[i] != want {
			t.Errorf("number %d is %g, want %g", i, y[i], want)
		}
	}
}

func TestAddScaledAndLeak(t *testing.T) {
	y := []float32{1, -1, 0, 8}
	addScaled(y, []float32{2, -4, 0, 1}, 0.5)
	leak(y, 0.25)
	for i, want := range []float32{2, -0.75, 0, 8.5} {
		if y[i] != want {
			t.Errorf("number %d is %g, want %g", i, y[i], want)
		}
	}
}

func TestQuantizeIsNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := drawRow(Lanes*rapid.IntRange(1, 4).Draw(t, "eighths")).Draw(t, "x")
		q := make([]uint8, len(x))
		scale, zero := quantize(q, x)
		for i, v := range x {
			if q[i] > MaxActivation {
				t.Fatalf("number %d is %d", i, q[i])
			}
			// Half a step for the number and half a step for zero.
			if got := float32(int32(q[i])-zero) * scale; math.Abs(float64(got-v)) > float64(scale)*1.001 {
				t.Fatalf("%g became %g with a step of %g", v, got, scale)
			}
		}
	})
}

func TestDequantize(t *testing.T) {
	y := make([]float32, Lanes)
	c := []int32{100, -100, 0, 0, 0, 0, 0, 1 << 24}
	sum := []int32{10, 0, 3, 0, 0, 0, 0, 0}
	scales, bias := []float32{2, 2, 2, 2, 0, 1, 1, 1}, []float32{0.5, 0, 0, 7, 8, 0, 0, 0}
	dequantize(y, c, sum, scales, bias, 0.25, 2)
	want := []float32{40.5, -50, -3, 7, 8, 0, 0, 1 << 22}
	for i := range y {
		if y[i] != want[i] {
			t.Errorf("number %d is %g, want %g", i, y[i], want[i])
		}
	}
}

func TestNormalize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := Lanes * rapid.IntRange(1, 6).Draw(t, "eighths")
		x, r := drawRow(n).Draw(t, "x"), drawRow(n).Draw(t, "r")
		w, b := drawRow(n).Draw(t, "w"), drawRow(n).Draw(t, "b")
		mean, square := 0.0, 0.0
		for i := range x {
			mean += float64(x[i]+r[i]) / float64(n)
		}
		for i := range x {
			square += math.Pow(float64(x[i]+r[i])-mean, 2) / float64(n)
		}
		if square < 1e-3 {
			return // rounding is most of what is left
		}
		got := append([]float32(nil), x...)
		normalize(got, r, w, b)
		for i := range x {
			want := (float64(x[i]+r[i])-mean)/math.Sqrt(square)*float64(w[i]) + float64(b[i])
			if math.Abs(float64(got[i])-want) > 0.02 {
				t.Fatalf("number %d is %g, want %g", i, got[i], want)
			}
		}
	})
}

func TestNormalizeConstant(t *testing.T) {
	x, zero := []float32{3, 3, 3, 3, 3, 3, 3, 3}, make([]float32, Lanes)
	bias := []float32{1, 2, 3, 4, 5, 6, 7, 8}
	normalize(x, zero, bias, bias)
	for i := range x {
		if x[i] != bias[i] {
			t.Errorf("number %d is %g, want %g", i, x[i], bias[i])
		}
	}
}

func TestGelu(t *testing.T) {
	for v := -12.0; v <= 12; v += 1.0 / 512 {
		x := []float32{float32(v), 0, 0, 0, 0, 0, 0, 0}
		gelu(x)
		want := v / 2 * (1 + math.Erf(v/math.Sqrt2))
		if math.Abs(float64(x[0])-want) > 2e-6 {
			t.Fatalf("gelu(%g) is %g, want %g", v, x[0], want)
		}
	}
}

func TestExp(t *testing.T) {
	for v := -86.9; v <= 0; v += 1.0 / 512 {
		x := float32(v)
		got, want := float64(exp(x)), math.Exp(float64(x))
		if math.Abs(got-want) > 4e-7*want {
			t.Fatalf("exp(%g) is %g, want %g", v, got, want)
		}
	}
	if exp(0) != 1 || exp(-88) != 0 || exp(float32(math.Inf(-1))) != 0 {
		t.Error("a limit of exp is wrong")
	}
}

func TestSoftmax(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "n")
		x := drawRow(RoundUp(n, Lanes)).Draw(t, "x")
		scale := rapid.Float32Range(0.1, 1).Draw(t, "scale")
		sum := 0.0
		for _, v := range x[:n] {
			sum += math.Exp(float64(v * scale))
		}
		got := append([]float32(nil), x...)
		softmax(got, n, scale)
		for i := range x {
			want := math.Exp(float64(x[i]*scale)) / sum
			if i >= n {
				want = 0
			}
			if math.Abs(float64(got[i])-want) > 1e-5 {
				t.Fatalf("number %d is %g, want %g", i, got[i], want)
			}
		}
	})
}

func TestRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float32Range(-1<<21, 1<<21).Draw(t, "x")
		if got, want := round(x), math.RoundToEven(float64(x)); float64(got) != want {
			t.Fatalf("round(%g) is %d, want %g", x, got, want)
		}
	})
}
