package whom_test

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom"
)

func Example() {
	licenses, err := whom.Licenses()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range licenses {
		if strings.Contains(l.File, "encoder") {
			fmt.Println(l.File)
		}
	}
	// Output:
	// extract/english/encoder/english.safetensors
}
