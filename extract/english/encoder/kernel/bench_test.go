package kernel

import (
	"fmt"
	"testing"
)

// The sizes are those of the encoder's layers.
func BenchmarkGemm(b *testing.B) {
	s := noise(1)
	for _, size := range [][3]int{{64, 384, 384}, {64, 1536, 384}, {64, 384, 1536}} {
		m, n, k := size[0], size[1], size[2]
		x, w, c := s.bytes(m*k, MaxActivation), s.int8s(n*k), make([]int32, m*n)
		for _, set := range Available() {
			b.Run(fmt.Sprintf("%s/%dx%dx%d", set.Name, m, n, k), func(b *testing.B) {
				for b.Loop() {
					set.Gemm(c, x, w, m, n, k)
				}
				b.ReportMetric(2*float64(m*n*k)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GOP/s")
			})
		}
	}
}

func BenchmarkRows(b *testing.B) {
	s := noise(1)
	const n = 1536
	x, r, w := s.floats(n, 1), s.floats(n, 1), s.floats(n, 1)
	c, q, y := s.int32s(n), make([]uint8, n), make([]float32, n)
	for _, set := range Available() {
		for _, row := range []struct {
			name string
			run  func()
		}{
			{"Quantize", func() { set.Quantize(q, x) }},
			{"Dequantize", func() { set.Dequantize(y, c, c, w, w, 1, 1) }},
			{"Normalize", func() { copy(y, x); set.Normalize(y, r, w, w) }},
			{"Gelu", func() { copy(y, x); set.Gelu(y) }},
			{"Softmax", func() { copy(y, x); set.Softmax(y, n, 1) }},
		} {
			b.Run(set.Name+"/"+row.name, func(b *testing.B) {
				for b.Loop() {
					row.run()
				}
				b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mnumbers/s")
			})
		}
	}
}
