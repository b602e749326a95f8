package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A staging is a folder beside the places of files, where they are written
// first: what is there already stays until all the new is complete.
type staging struct {
	dir, tmp string
	made     bool // dir was not there before
}

func newStaging(dir string) (*staging, error) {
	_, err := os.Stat(dir)
	s := &staging{dir: dir, made: errors.Is(err, fs.ErrNotExist)}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	s.tmp, err = os.MkdirTemp(dir, ".whom-")
	return s, err
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

// close removes what was not placed, and the folder around it where that was
// made for nothing.
func (s *staging) close() error {
	err := os.RemoveAll(s.tmp)
	if s.made {
		_ = os.Remove(s.dir) // fails, as it should, where something is in it
	}
	return err
}
