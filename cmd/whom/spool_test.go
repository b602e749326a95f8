package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/whomgraph/whom/graph"
)

// TestSpool reads what was put, more than once, and not when it is interrupted.
func TestSpool(t *testing.T) {
	s, err := newSpool(filepath.Join(t.TempDir(), spoolName))
	if err != nil {
		t.Fatal(err)
	}
	want := []graph.Extraction{
		{Document: graph.Document{ID: "a", Text: "“Né”\n<\t>", SHA256: "1"}, Claims: []graph.Claim{{ID: "claim:1", Confidence: 0.1}}},
		{Document: graph.Document{ID: "b"}},
		{Document: graph.Document{ID: "c"}, Entities: []graph.Entity{{ID: "entity:1"}}},
	}
	if err := errors.Join(s.put(want[:2]...), s.put(want[2:]...), s.put()); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		var got []graph.Extraction
		for x, err := range s.all(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, x)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	interrupted, interrupt := context.WithCancel(t.Context())
	interrupt()
	for _, err := range s.all(interrupted) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("interrupted: got error %v", err)
		}
	}
	if err := s.close(); err != nil {
		t.Fatal(err)
	}
	for _, err := range s.all(t.Context()) {
		if !errors.Is(err, os.ErrClosed) {
			t.Errorf("closed: got error %v", err)
		}
	}
}
