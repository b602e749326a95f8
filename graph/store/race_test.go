//go:build race

package store

import "flag"

// Under the race detector Pebble notes a stack for each look-up, and takes some
// forty times as long. The full number of cases is tried without.
func init() {
	for name, n := range map[string]string{"rapid.checks": "20", "kills": "10"} {
		if err := flag.Set(name, n); err != nil {
			panic(err)
		}
	}
}
