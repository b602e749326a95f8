package kernel

import (
	"fmt"
	"os"
	"strings"
)

// Variable is the environment variable that names the set to use, for tests and
// comparisons. Without it the fastest runs.
const Variable = "WHOM_KERNEL"

// A candidate is a set and whether this machine can run it.
type candidate struct {
	set *Set
	can bool
}

// Available returns the sets that this machine can run, the fastest first. The
// last is in plain Go.
func Available() []*Set {
	var sets []*Set
	for _, c := range native {
		if c.can {
			sets = append(sets, c.set)
		}
	}
	return append(sets, portable)
}

// Default returns the set that the environment variable names, or else the
// fastest.
func Default() (*Set, error) {
	sets := Available()
	name := os.Getenv(Variable)
	var names []string
	for _, s := range sets {
		if name == "" || name == s.Name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return nil, fmt.Errorf("%s=%s: this machine has the kernels %s", Variable, name, strings.Join(names, ", "))
}
