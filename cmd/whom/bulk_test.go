package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store"
)

// TestInBulk makes stores of more documents than are put at once: one by build,
// one by add, and one where the documents of the first are put bit by bit.
func TestInBulk(t *testing.T) {
	dir := t.TempDir()
	records, out, added := filepath.Join(dir, "records.jsonl"), filepath.Join(dir, "out"), filepath.Join(dir, "added.db")
	writeRecords(t, records, batch+10)
	call(t, io.Discard, "build", records, "-o", out)
	call(t, io.Discard, "add", records, "--db", added)
	built := filepath.Join(out, storeName)
	want := quadsOfCopy(t, built)
	if len(want) < 10*batch {
		t.Fatalf("the store has %d quads only", len(want))
	}
	for _, db := range []string{built, added} {
		if !slices.Equal(quadsOf(t, openStore(t, db)), want) {
			t.Errorf("%s holds other quads than a store that was filled bit by bit", db)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*", ".whom-*")); len(left) > 0 {
		t.Errorf("%q are left", left)
	}
}

// writeRecords writes documents that share some names.
func writeRecords(t *testing.T, name string, documents int) {
	t.Helper()
	var text bytes.Buffer
	for n := range documents {
		fmt.Fprintf(&text, `{"id":"%03d","date":"2022-01-31","text":"Maren Holt%c thanked NATO."}`+"\n", n, 'a'+n%9)
	}
	if err := os.WriteFile(name, text.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// openStore opens a store until the test ends.
func openStore(t *testing.T, db string) *store.Store {
	t.Helper()
	s, err := store.Open(db)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func quadsOf(t *testing.T, s *store.Store) (lines []string) {
	t.Helper()
	for q, err := range s.Quads(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, q.NQuad())
	}
	return lines
}

// quadsOfCopy puts the documents of a store into another, some at a time, and
// gives the quads of that.
func quadsOfCopy(t *testing.T, db string) []string {
	t.Helper()
	bundle := filepath.Join(t.TempDir(), "bundle")
	call(t, io.Discard, "export", "-f", "bundle", "-o", bundle, "--db", db)
	s, err := store.Create(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var some []graph.Extraction
	for x, err := range export.ReadBundle(bundle) {
		if err != nil {
			t.Fatal(err)
		}
		if some = append(some, x); len(some) < batch/2 {
			continue
		}
		if err := s.Put(t.Context(), some...); err != nil {
			t.Fatal(err)
		}
		some = nil
	}
	if err := s.Put(t.Context(), some...); err != nil {
		t.Fatal(err)
	}
	return quadsOf(t, s)
}
