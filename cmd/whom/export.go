package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/export"
)

func exportCommand(o *options) *cobra.Command {
	var file string
	var names, about []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
		about = append(about, fmt.Sprintf("  %-15s %s", f.Name, f.About))
	}
	cmd := &cobra.Command{
		Use:   "export -f FORMAT [-o FILE]",
		Short: "Write a store in a format of other tools",
		Long:  "Export writes what a store holds:\n\n" + strings.Join(about, "\n"),
		Example: `  whom export -f graphml -o actors.graphml
  whom export -f jsonl | jq .predicate.lemma
  whom export -f dot | dot -Tsvg -o actors.svg`,
		Args: cobra.NoArgs,
	}
	format := addChoice(cmd, "format", "f", "", "how to write", names...)
	cmd.MarkFlagRequired("format")
	cmd.Flags().StringVarP(&file, "out", "o", "-", "`FILE` to write, - for the standard output")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		f, err := export.FormatNamed(format.value)
		if err != nil {
			return usage(err)
		}
		c, err := load(cmd.Context(), o.db)
		if err != nil {
			return err
		}
		data, err := export.New(c.view, c.documents, c.claims)
		if err != nil {
			return err
		}
		return writeTo(cmd.OutOrStdout(), file, func(w io.Writer) error { return f.Write(w, data) })
	}
	return cmd
}

// writeTo writes a file beside its place and then puts it there. What is no
// plain file, as a pipe or a device, is written as it stands.
func writeTo(stdout io.Writer, file string, write func(io.Writer) error) (err error) {
	if file == "-" {
		return write(stdout)
	}
	if info, err := os.Lstat(file); err == nil && !info.Mode().IsRegular() {
		out, err := os.OpenFile(file, os.O_WRONLY|os.O_TRUNC, 0)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, out.Close()) }()
		return write(out)
	}
	staged, err := newStaging(filepath.Dir(file))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, staged.close()) }()
	if err := staged.write(filepath.Base(file), write); err != nil {
		return err
	}
	return staged.place(filepath.Base(file))
}
