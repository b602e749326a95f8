package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
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
	for _, f := range export.StoreFormats() {
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
		Args: noArguments,
	}
	format := addChoice(cmd, "format", "f", "", "how to write", names...)
	cmd.Flags().StringVarP(&file, "out", "o", "-", "`FILE` or folder to write, - for the standard output")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if format.value == "" {
			return usage(fmt.Errorf("export needs -f FORMAT, one of %s", strings.Join(names, ", ")))
		}
		if f, ok := export.StoreFormatNamed(format.value); ok {
			return exportStore(cmd, o.db, f, file)
		}
		f, err := export.FormatNamed(format.value)
		if err != nil {
			return usage(err)
		}
		if f.IsFolder() && file == "-" {
			return needsFolder(f.Name)
		}
		c, err := load(cmd.Context(), o.db)
		if err != nil {
			return err
		}
		data, err := export.New(c.view, c.documents, c.claims)
		if err != nil {
			return err
		}
		if f.IsFolder() {
			return writeFolder(file, partsOf(f, data))
		}
		return writeTo(cmd.OutOrStdout(), file, func(w io.Writer) error { return f.Write(w, data) })
	}
	return cmd
}

func needsFolder(format string) error {
	return usage(fmt.Errorf("format %s is a folder of files: name it with -o DIRECTORY", format))
}

// A part is a file to be written into a folder.
type part struct {
	name  string
	write func(io.Writer) error
}

func partsOf(f export.Format, data *export.Data) []part {
	var parts []part
	for _, p := range f.Parts {
		parts = append(parts, part{p.File, func(w io.Writer) error { return p.Write(w, data) }})
	}
	return parts
}

// writeFolder writes files beside their places in a folder, which it makes where
// it is not there, and then puts them there. Other files in it stay.
func writeFolder(dir string, parts []part) (err error) {
	staged, err := makeStaging(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, staged.close()) }()
	for _, p := range parts {
		if err := staged.write(p.name, p.write); err != nil {
			return err
		}
	}
	for _, p := range parts {
		if err := staged.place(p.name); err != nil {
			return err
		}
	}
	return nil
}

// writeTo writes a file beside its place and then puts it there. What is no
// plain file, as a pipe or a device, is written as it stands.
func writeTo(stdout io.Writer, file string, write func(io.Writer) error) (err error) {
	if file == "-" {
		return write(stdout)
	}
	if info, err := os.Lstat(file); err == nil && !info.Mode().IsRegular() {
		return writeThrough(file, write)
	}
	staged, err := newStaging(filepath.Dir(file))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("writing %q: there is no folder %q", file, filepath.Dir(file))
	} else if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, staged.close()) }()
	if err := staged.write(filepath.Base(file), write); err != nil {
		return err
	}
	return staged.place(filepath.Base(file))
}

// writeThrough writes what is no plain file.
func writeThrough(file string, write func(io.Writer) error) (err error) {
	out, err := os.OpenFile(file, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	return write(out)
}
