//go:build amd64 || arm64

package kernel

// A product is the arguments of Gemm.
type product struct {
	c       []int32
	a       []uint8
	b       []int8
	m, n, k int
}

type gemmTile func(c *int32, ldc int, a *uint8, lda int, b *int8, groups int)

// tiles computes the outputs from one to another by tiles of some rows and width
// outputs. The last tile takes rows again that the one before it had.
func (p product) tiles(tile gemmTile, rows, from, to, width int) {
	for j := from; j < to; j += width {
		for i := 0; i < p.m; i += rows {
			at := min(i, p.m-rows)
			tile(&p.c[at*p.n+j], p.n, &p.a[at*p.k], p.k, &p.b[j*p.k], p.k/Group)
		}
	}
}
