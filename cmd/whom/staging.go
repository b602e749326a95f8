package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// A staging is a folder beside the places of files, where they are written
// first: what is there already stays until all the new is complete. A lock in it
// tells that its process is alive.
type staging struct {
	dir, tmp string
	lock     io.Closer
	made     bool // dir was not there before
}

const (
	stagingPrefix = ".whom-"
	stagingLock   = "lock"
)

// makeStaging makes a staging and, where it is not there, the folder of the
// files.
func makeStaging(dir string) (*staging, error) {
	_, err := os.Stat(dir)
	made := errors.Is(err, fs.ErrNotExist)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	s, err := newStaging(dir)
	if err != nil {
		return nil, err
	}
	s.made = made
	return s, nil
}

// newStaging makes a staging in a folder that is there.
func newStaging(dir string) (*staging, error) {
	sweep(dir)
	tmp, err := os.MkdirTemp(dir, stagingPrefix)
	if err != nil {
		return nil, err
	}
	s := &staging{dir: dir, tmp: tmp}
	if s.lock, err = vfs.Default.Lock(s.path(stagingLock)); err != nil {
		return nil, errors.Join(err, os.RemoveAll(tmp))
	}
	return s, nil
}

// sweep removes the stagings whose process was killed: nobody has their lock.
// One without a lock file may be that of a process that is about to lock it, and
// what cannot be removed may be another user's: both stay.
func sweep(dir string) {
	entries, _ := os.ReadDir(dir)
	for _, entry := range entries {
		tmp := filepath.Join(dir, entry.Name())
		name := filepath.Join(tmp, stagingLock)
		if _, err := os.Stat(name); err != nil || !strings.HasPrefix(entry.Name(), stagingPrefix) {
			continue
		}
		if lock, err := vfs.Default.Lock(name); err == nil {
			_ = lock.Close()
			_ = os.RemoveAll(tmp)
		}
	}
}

// path is where a file is until it is placed.
func (s *staging) path(name string) string { return filepath.Join(s.tmp, name) }

// write makes a file, safe on disk.
func (s *staging) write(name string, write func(io.Writer) error) (err error) {
	file, err := os.Create(s.path(name))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := write(file); err != nil {
		return fmt.Errorf("writing %q: %w", filepath.Join(s.dir, name), err)
	}
	return file.Sync()
}

// place puts a file where it is to be.
func (s *staging) place(name string) error {
	return os.Rename(s.path(name), filepath.Join(s.dir, name))
}

// placeDir puts a folder in the place of another, which the staging takes.
func (s *staging) placeDir(name string) error {
	err := os.Rename(filepath.Join(s.dir, name), s.path("replaced"))
	if errors.Is(err, fs.ErrNotExist) {
		return s.place(name)
	} else if err != nil {
		return err
	}
	if err := s.place(name); err != nil {
		return errors.Join(err, os.Rename(s.path("replaced"), filepath.Join(s.dir, name)))
	}
	return nil
}

// placeNew puts a folder where there is none yet, or an empty one.
func (s *staging) placeNew(name, to string) error {
	_ = os.Remove(to) // fails, as it should, for a folder that another process has filled
	if err := os.Rename(s.path(name), to); err != nil {
		return fmt.Errorf("%q: putting the new store there: %w", to, err)
	}
	return nil
}

// close removes what was not placed, and the folder around it where that was
// made for nothing.
func (s *staging) close() error {
	err := errors.Join(s.lock.Close(), os.RemoveAll(s.tmp))
	if s.made {
		_ = os.Remove(s.dir) // fails, as it should, where something is in it
	}
	return err
}
