package kernel_test

import (
	"fmt"

	"github.com/whomgraph/whom/extract/english/encoder/kernel"
)

func Example() {
	set, err := kernel.Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	weights := make([]int8, kernel.Panel*4)
	copy(weights, []int8{1, 2, 3, 4}) // those of the first output
	sums := make([]int32, kernel.Panel)
	set.Gemm(sums, []uint8{1, 10, 100, 0}, kernel.Pack(weights, kernel.Panel, 4), 1, kernel.Panel, 4)
	fmt.Println(sums[0])
	// Output: 321
}
