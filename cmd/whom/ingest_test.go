package main

import (
	"context"
	"testing"
)

// TestUntilEnds stops early and waits for the goroutine behind to end.
func TestUntilEnds(t *testing.T) {
	ended := make(chan struct{})
	endless := func(yield func(int, error) bool) {
		defer close(ended)
		for n := 0; yield(n, nil); n++ {
		}
	}
	for n := range until(context.Background(), endless) {
		if n == 3 {
			break
		}
	}
	<-ended
}
