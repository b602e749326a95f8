package kernel

// chunk is how many columns gemm handles at a time, so that the packed rows stay
// on the stack. Group divides it.
const chunk = 384

// A pair holds two rows of activations, one in the low and one in the high half
// of each number, so that one multiplication serves both.
type pair [chunk]int64

// load adds a row in the given half, 0 or 1, to a pair that has zeros there.
func (p *pair) load(row []uint8, half int) {
	for i, v := range row {
		p[i] |= int64(v) << (32 * half)
	}
}

// split returns the two sums that one number holds. A negative low half has
// borrowed from the high one.
func split(sum int64) (low, high int32) {
	low = int32(sum)
	return low, int32((sum - int64(low)) >> 32)
}

// gemm multiplies eight rows with one output at a time.
func gemm(c []int32, a []uint8, b []int8, m, n, k int) {
	clear(c[:m*n])
	for from := 0; from < k; from += chunk {
		size := min(chunk, k-from)
		for i := 0; i < m; i += MinRows {
			gemmRows(c, a, b, i, min(i+MinRows, m), n, k, from, size)
		}
	}
}

// gemmRows adds the products of size columns, from one on, for some rows.
func gemmRows(c []int32, a []uint8, b []int8, first, last, n, k, from, size int) {
	var rows [MinRows / 2]pair
	for i := first; i < last; i++ {
		rows[(i-first)/2].load(a[i*k+from:][:size], (i-first)%2)
	}
	for j := 0; j < n; j += Panel {
		panel := b[j*k+from*Panel:][:size*Panel]
		for q := range Panel {
			sums := dot(&rows, panel[q*Group:], size)
			for i := first; i < last; i++ {
				c[i*n+j+q] += sums[i-first]
			}
		}
	}
}

// dot multiplies eight rows with the output at the begin of a panel.
func dot(rows *[MinRows / 2]pair, panel []int8, size int) (sums [MinRows]int32) {
	var s0, s1, s2, s3 int64
	for p := 0; p < size; p += Group {
		w := (*[Group]int8)(panel[p*Panel:])
		w0, w1, w2, w3 := int64(w[0]), int64(w[1]), int64(w[2]), int64(w[3])
		x, y := (*[Group]int64)(rows[0][p:]), (*[Group]int64)(rows[1][p:])
		s0 += x[0]*w0 + x[1]*w1 + x[2]*w2 + x[3]*w3
		s1 += y[0]*w0 + y[1]*w1 + y[2]*w2 + y[3]*w3
		x, y = (*[Group]int64)(rows[2][p:]), (*[Group]int64)(rows[3][p:])
		s2 += x[0]*w0 + x[1]*w1 + x[2]*w2 + x[3]*w3
		s3 += y[0]*w0 + y[1]*w1 + y[2]*w2 + y[3]*w3
	}
	sums[0], sums[1] = split(s0)
	sums[2], sums[3] = split(s1)
	sums[4], sums[5] = split(s2)
	sums[6], sums[7] = split(s3)
	return sums
}
