package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph/network"
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
		Long: "Export writes what a store holds:\n\n" + strings.Join(about, "\n") + `

The flags below choose the network, and with --since, --until, --says and
--class the claims. A file appears when all of it is written.`,
		Example: `  whom export -f graphml -o actors.graphml
  whom export -f jsonl | jq .predicate.lemma
  whom export -f gexf --since 2022-01 --min-weight 2 -o january.gexf
  whom export -f csv -o tables
  whom export -f dot | dot -Tsvg -o actors.svg`,
		Args: noArguments,
	}
	format := addChoice(cmd, "format", "f", "", "how to write", names...)
	cmd.Flags().StringVarP(&file, "out", "o", "-", "`FILE` or folder to write, - for the standard output")
	flags := addNetworkFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if format.value == "" {
			return usage(fmt.Errorf("export needs -f FORMAT, one of %s", strings.Join(names, ", ")))
		}
		if f, ok := export.StoreFormatNamed(format.value); ok {
			if err := takesOnly(cmd, "format "+f.Name+" is of the whole store"); err != nil {
				return err
			}
			return exportStore(cmd, o.db, f, file)
		}
		f, err := export.FormatNamed(format.value)
		if err != nil {
			return usage(err)
		}
		if !f.Network {
			if err := takesOnly(cmd, "format "+f.Name+" is of claims, not of the network", "since", "until", "says", "class", "level"); err != nil {
				return err
			}
		}
		if f.IsFolder() && file == "-" {
			return needsFolder(f.Name)
		}
		data, err := flags.data(cmd, o.db, f.Network)
		if err != nil {
			return err
		}
		parts := partsOf(cmd.Context(), f, data)
		if f.IsFolder() {
			return writeFolder(file, parts)
		}
		return writeTo(cmd.OutOrStdout(), file, parts[0].write)
	}
	return cmd
}

// takesOnly fails where a flag is set that a format, for the reason given, has no use
// for: any but its own flags.
func takesOnly(cmd *cobra.Command, reason string, own ...string) (err error) {
	cmd.Flags().Visit(func(flag *pflag.Flag) {
		if !slices.Contains(append(own, "format", "out", "db"), flag.Name) {
			err = usage(fmt.Errorf("%s: leave --%s out", reason, flag.Name))
		}
	})
	return err
}

// data are the claims and the network that the flags ask for; for a format that
// shows the network, with its measures.
func (f *networkFlags) data(cmd *cobra.Command, db string, shows bool) (*export.Data, error) {
	c, err := f.load(cmd.Context(), db)
	if err != nil {
		return nil, err
	}
	claims, err := f.claims(c)
	if err != nil {
		return nil, err
	}
	data, err := export.New(f.view(c), c.documents, claims)
	if err != nil || !shows {
		return data, err
	}
	net, err := f.network(cmd.Context(), c, db)
	if err != nil {
		return nil, err
	}
	if len(net.Nodes) == 0 {
		fmt.Fprintln(cmd.ErrOrStderr(), "whom: the network is empty: no claim fits")
	}
	return data.Show(net), measureAll(cmd, net)
}

// measureAll computes what exports show of nodes; it can be interrupted.
func measureAll(cmd *cobra.Command, net *network.Network) error {
	progress := newProgress(cmd.ErrOrStderr())
	defer progress.clear()
	_, err := net.Columns(cmd.Context(), progress.share("measures"))
	return err
}

func needsFolder(format string) error {
	return usage(fmt.Errorf("format %s is a folder of files: name it with -o DIRECTORY", format))
}

// A part is a file to be written into a folder.
type part struct {
	name  string
	write func(io.Writer) error
}

// partsOf are the files of a format, whose writing ends with the context.
func partsOf(ctx context.Context, f export.Format, data *export.Data) []part {
	var parts []part
	for _, p := range f.Files() {
		parts = append(parts, part{p.File, func(w io.Writer) error { return p.Write(interruptible{ctx, w}, data) }})
	}
	return parts
}

// An interruptible writer fails when its context is over.
type interruptible struct {
	ctx context.Context
	out io.Writer
}

func (w interruptible) Write(b []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.out.Write(b)
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
		return fmt.Errorf("writing %q: there is no folder %q: make it first", file, filepath.Dir(file))
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
