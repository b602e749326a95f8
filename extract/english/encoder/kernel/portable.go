package kernel

import "math"

// portable is the implementation in plain Go; it defines the bits that the
// others must give. A product is converted to float32 before it is added, which
// keeps the compiler from fusing the two (Go specification, “Floating-point
// operators”).
var portable = &Set{
	Name:       "portable",
	Gemm:       gemm,
	MatMul:     matMul,
	Transpose:  transpose,
	AddScaled:  addScaled,
	Leak:       leak,
	Quantize:   quantize,
	Dequantize: dequantize,
	Normalize:  normalize,
	Gelu:       gelu,
	Softmax:    softmax,
}

// Portable returns the set in plain Go.
func Portable() *Set { return portable }

// lanes are the partial sums of a row: lane i sums the numbers i, i+8, i+16, ….
type lanes [Lanes]float32

// total adds the lanes in the order in which vector instructions halve them.
func (s *lanes) total() float32 {
	return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]))
}

func matMul(c []float32, ldc int, a []float32, lda int, b []float32, ldb int, m, n, k int) {
	for i := range m {
		for j := 0; j < n; j += 4 {
			dot4((*[4]float32)(c[i*ldc+j:]), a[i*lda:i*lda+k], b[j:], ldb)
		}
	}
}

// dot4 multiplies the row a with four neighbouring columns of b.
func dot4(c *[4]float32, a, b []float32, ldb int) {
	var s0, s1, s2, s3 float32
	for p, x := range a {
		v := (*[4]float32)(b[p*ldb:])
		s0 += float32(x * v[0])
		s1 += float32(x * v[1])
		s2 += float32(x * v[2])
		s3 += float32(x * v[3])
	}
	*c = [4]float32{s0, s1, s2, s3}
}

func transpose(y []float32, ldy int, x []float32, ldx, n, width int) {
	for j := range width {
		row := y[j*ldy:][:ldy]
		for i := range n {
			row[i] = x[i*ldx+j]
		}
		clear(row[n:])
	}
}

func addScaled(y, x []float32, scale float32) {
	for i, v := range x {
		y[i] += float32(v * scale)
	}
}

func leak(x []float32, slope float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = v * slope
		}
	}
}

// quantize follows the asymmetric scheme of Jacob et al. 2018 with 7 bits.
func quantize(q []uint8, x []float32) (scale float32, zero int32) {
	lo, hi := minMax(x)
	scale, zero = steps(lo, hi)
	inverse := 1 / scale
	for i, v := range x {
		q[i] = uint8(min(max(round(float32(v*inverse))+zero, 0), MaxActivation))
	}
	return scale, zero
}

// steps returns the step that divides lo to hi into 127 and the step number of 0.
func steps(lo, hi float32) (scale float32, zero int32) {
	scale = max((hi-lo)/MaxActivation, 1e-8)
	return scale, round(-lo / scale)
}

// minMax returns the least and the greatest of x and 0.
func minMax(x []float32) (lo, hi float32) {
	for _, v := range x {
		if v < lo {
			lo = v
		}
		if v > hi {
			hi = v
		}
	}
	return lo, hi
}

// magic is 1.5·2²³: a float32 of this size has no fraction bits left, so adding
// it rounds to the nearest integer, halves to even.
const magic = 12582912

// round returns x, below 2²² in size, as the nearest integer, halves to even.
func round(x float32) int32 {
	return int32(math.Float32bits(x+magic)) - int32(math.Float32bits(magic))
}

func dequantize(y []float32, c, sum []int32, scales, bias []float32, scale float32, zero int32) {
	for i := range y {
		v := float32(c[i] - zero*sum[i])
		y[i] = float32(v*float32(scale*scales[i])) + bias[i]
	}
}

func normalize(x, r, w, b []float32) {
	var s lanes
	for i := range x {
		x[i] += r[i]
		s[i%Lanes] += x[i]
	}
	mean := s.total() / float32(len(x))
	s = lanes{}
	for i, v := range x {
		d := v - mean
		s[i%Lanes] += float32(d * d)
	}
	inverse := deviation(s.total(), len(x))
	for i, v := range x {
		x[i] = float32(float32((v-mean)*inverse)*w[i]) + b[i]
	}
}

const epsilon = 1e-12

// deviation returns one over the standard deviation of n numbers.
func deviation(squares float32, n int) float32 {
	return 1 / float32(math.Sqrt(float64(squares/float32(n)+epsilon)))
}

// The error function by Abramowitz and Stegun 1964, formula 7.1.26; its error is
// below 1.5e-7.
const (
	erfP  = 0.3275911
	erfA1 = 0.254829592
	erfA2 = -0.284496736
	erfA3 = 1.421413741
	erfA4 = -1.453152027
	erfA5 = 1.061405429
)

func gelu(x []float32) {
	for i, v := range x {
		z := float32(v * float32(math.Sqrt2/2))
		size := abs(z)
		t := 1 / (float32(erfP*size) + 1)
		p := float32(t*erfA5) + erfA4
		p = float32(p*t) + erfA3
		p = float32(p*t) + erfA2
		p = float32(p*t) + erfA1
		// tail is 1-erf(size), twice the normal distribution's tail
		tail := float32(float32(p*t) * exp(-float32(z*z)))
		half := float32(float32(size*float32(math.Sqrt2/2)) * tail)
		x[i] = positive(v) - half
	}
}

// abs clears the sign bit.
func abs(x float32) float32 { return math.Float32frombits(math.Float32bits(x) &^ (1 << 31)) }

// positive is x where it is above 0, else 0, also for what is no number.
func positive(x float32) float32 {
	if x > 0 {
		return x
	}
	return 0
}

// exp is e to the power of x for x of at most 0: the number is split into an
// integer power of 2 and a rest of at most ln(2)/2, whose Taylor polynomial has a
// relative error below 2e-7. Below least it is 0.
func exp(x float32) float32 {
	if x < least {
		return 0
	}
	n := round(float32(x * math.Log2E))
	f := x - float32(float32(n)*ln2Hi)
	f -= float32(float32(n) * ln2Lo)
	p := float32(f*(1.0/720)) + 1.0/120
	p = float32(p*f) + 1.0/24
	p = float32(p*f) + 1.0/6
	p = float32(p*f) + 0.5
	p = float32(p*f) + 1
	p = float32(p*f) + 1
	return p * math.Float32frombits(uint32(n+127)<<23)
}

const least = -87

// ln(2) in two parts, of which the first has few bits, so that its product with
// an integer is exact.
const (
	ln2Hi = 0.693359375
	ln2Lo = math.Ln2 - ln2Hi
)

func softmax(x []float32, n int, scale float32) {
	clear(x[n:])
	x = x[:n]
	greatest := x[0]
	for _, v := range x {
		if v > greatest {
			greatest = v
		}
	}
	var s lanes
	for i, v := range x {
		x[i] = exp(float32((v - greatest) * scale))
		s[i%Lanes] += x[i]
	}
	inverse := 1 / s.total()
	for i := range x {
		x[i] *= inverse
	}
}
