package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

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

// TestPlaceNewSparesAnother leaves a store that was made meanwhile as it is.
func TestPlaceNewSparesAnother(t *testing.T) {
	dir := t.TempDir()
	s, err := makeStaging(dir)
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(dir, "other.db", "file")
	if err := errors.Join(os.Mkdir(s.path(storeName), 0o777), os.Mkdir(filepath.Dir(other), 0o777), os.WriteFile(other, nil, 0o666)); err != nil {
		t.Fatal(err)
	}
	if err := s.placeNew(storeName, filepath.Dir(other)); !errors.Is(err, os.ErrExist) {
		t.Errorf("got error %v", err)
	}
	if _, err := os.Stat(other); err != nil {
		t.Error(err)
	}
	if err := s.close(); err != nil {
		t.Error(err)
	}
}
