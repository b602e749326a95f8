package kernel

// chunk is how many columns gemm handles at a time, so that the packed rows stay
// on the stack. Group divides it.
const chunk = 384

// A pair holds two rows of activations, one in the low and one in the high half
// of each number, so that one multiplication serves both.
type pair [chunk]int64

// load packs columns of the rows a and b; either may be empty, for zeros.
func (p *pair) load(a, b []uint8) {
	for i, v := range a {
		p[i] = int64(v)
	}
	for i, v := range b {
		p[i] |= int64(v) << 32
	}
}

// split returns the two sums that one number holds. A negative low half has
// borrowed from the high one.
func split(sum int64) (low, high int32) {
	low = int32(sum)
	return low, int32((sum - int64(low)) >> 32)
}

func gemm(c []int32, a []uint8, b []int8, m, n, k int) {
	clear(c[:m*n])
	for from := 0; from < k; from += chunk {
		size := min(chunk, k-from)
		for i := 0; i < m; i += 4 {
			gemmRows(c, a, b, i, min(i+4, m), n, k, from, size)
		}
	}
}

// gemmRows adds the products of size columns from one on for up to four rows.
func gemmRows(c []int32, a []uint8, b []int8, first, last, n, k, from, size int) {
	var pairs [2]pair
	for i := first; i < last; i += 2 {
		low, high := a[i*k+from:][:size], []uint8(nil)
		if i+1 < last {
			high = a[(i+1)*k+from:][:size]
		}
		pairs[(i-first)/2].load(low, high)
	}
	for j := 0; j < n; j += Panel {
		panel := b[j*k+from*Panel:][:size*Panel]
		for q := 0; q < Panel; q += 2 {
			sums := dot2(&pairs, panel[q*Group:], size)
			for i := first; i < last; i++ {
				c[i*n+j+q] += sums[0][i-first]
				c[i*n+j+q+1] += sums[1][i-first]
			}
		}
	}
}

// dot2 multiplies four rows with two neighbouring outputs of a panel.
func dot2(rows *[2]pair, panel []int8, size int) (sums [2][4]int32) {
	var s00, s01, s10, s11 int64
	for p := 0; p < size; p += Group {
		w := (*[2 * Group]int8)(panel[p*Panel:])
		x, y := (*[Group]int64)(rows[0][p:]), (*[Group]int64)(rows[1][p:])
		for g := range Group {
			u, v := int64(w[g]), int64(w[Group+g])
			s00 += x[g] * u
			s10 += y[g] * u
			s01 += x[g] * v
			s11 += y[g] * v
		}
	}
	sums[0][0], sums[0][1] = split(s00)
	sums[0][2], sums[0][3] = split(s10)
	sums[1][0], sums[1][1] = split(s01)
	sums[1][2], sums[1][3] = split(s11)
	return sums
}
