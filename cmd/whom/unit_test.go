package main

import (
	"context"
	"os"
	"path/filepath"
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

func TestShellWord(t *testing.T) {
	for word, want := range map[string]string{
		"out/whom.db":       "out/whom.db",
		"my out/whom.db":    "'my out/whom.db'",
		"it's/whom.db":      `'it'\''s/whom.db'`,
		"$HOME/whom.db":     "'$HOME/whom.db'",
		"-o":                "'-o'",
		"Nørrebro/whom.db":  "'Nørrebro/whom.db'",
		"":                  "''",
		"a\nb":              "'a\nb'",
		"C:/news,1+2/a@b%c": "C:/news,1+2/a@b%c",
	} {
		if got := shellWord(word); got != want {
			t.Errorf("shellWord(%q) = %s, want %s", word, got, want)
		}
	}
}

// TestSweepSparesTheLiving makes a second staging beside one that is in use.
func TestSweepSparesTheLiving(t *testing.T) {
	dir := t.TempDir()
	first, err := makeStaging(dir)
	if err != nil {
		t.Fatal(err)
	}
	second, err := makeStaging(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []*staging{first, second} {
		if _, err := os.Stat(s.tmp); err != nil {
			t.Error(err)
		}
		if err := s.close(); err != nil {
			t.Error(err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".whom-*")); len(left) > 0 {
		t.Errorf("%q are left", left)
	}
}
