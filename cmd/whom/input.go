package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
)

// withInput reads a file, or the standard input for -.
func withInput(cmd *cobra.Command, file string, read func(io.Reader) error) (err error) {
	if file == "-" {
		return read(cmd.InOrStdin())
	}
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	if info, err := in.Stat(); err != nil || info.IsDir() {
		return errors.Join(fmt.Errorf("%q is a folder, not a file", file), err)
	}
	return read(in)
}
