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
	activations := make([]uint8, kernel.MinRows*4)
	copy(activations, []uint8{1, 10, 100, 0}) // those of the first row
	sums := make([]int32, kernel.MinRows*kernel.Panel)
	set.Gemm(sums, activations, kernel.Pack(weights, kernel.Panel, 4), kernel.MinRows, kernel.Panel, 4)
	fmt.Println(sums[0])
	// Output: 321
}
