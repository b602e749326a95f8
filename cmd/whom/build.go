package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
	"github.com/whomgraph/whom/graph/store"
)

// storeName is the store in the folder that build fills.
const storeName = "whom.db"

// standard are the formats that build writes.
var standard = []string{"html", "gexf", "graphml", "dot", "jsonl", "graphml-claims"}

func buildCommand() *cobra.Command {
	b := &build{}
	cmd := &cobra.Command{
		Use:   "build PATH...",
		Short: "Read articles and write a store, the standard exports and a summary",
		Long: `Build reads the articles of files (*.txt, or *.jsonl with a record a line), of
folders and, for -, of the standard input. It writes into the folder of -o:

  whom.db         the store, which the other commands ask with --db
  actors.html     a page that shows the network of actors, and behind each tie
                  the sentences that say so
  actors.gexf     the network for Gephi, with its timeline
  actors.graphml  the same for networkx, igraph and others
  actors.dot      the same for Graphviz
  claims.jsonl    one claim a line, with all its spans
  claims.graphml  actors and things, an edge a claim

What is there from an earlier build stays until all the new is complete; files of
these names that are from no build are left alone, with an error. Decisions and
judgements of a store that was there are taken over; claims that add --claims
brought in are to be added again. Where the store has documents that are not read
again, nothing is replaced but with --force.

A document that cannot be read is reported and counted, and the others go on; the
command fails where none is left, and where two texts have one id. A folder gives
no file that whom wrote.`,
		Example: `  whom build articles -o out
  whom build articles more.jsonl --meta about.csv -o out
  cat article.txt | whom build - -o out`,
		Args: needs(aPath),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if cmd.Flags().Changed("db") {
				return usage(errors.New("build makes its store in the folder of -o; leave --db out"))
			}
			if b.out == "" {
				return usage(errors.New("build needs -o DIRECTORY"))
			}
			if is, err := isStore(b.out); err != nil {
				return err
			} else if is {
				return usage(fmt.Errorf("%q is a store: give -o the folder that holds it, %q", b.out, filepath.Dir(filepath.Clean(b.out))))
			}
			s, err := b.run(cmd, paths)
			if err != nil {
				return err
			}
			return writeSummary(cmd.OutOrStdout(), s)
		},
	}
	cmd.Flags().StringVarP(&b.out, "out", "o", "", "folder to write, a `DIRECTORY`")
	cmd.Flags().BoolVar(&b.force, "force", false, "replace a store though documents of it are lost, or it cannot be read")
	b.addFlags(cmd)
	b.addStrict(cmd)
	return cmd
}

// build is one run of the command.
type build struct {
	reading
	out   string
	force bool
}

// run makes the folder and returns what to tell of it, which is told when
// nothing is left to be cleared away, as the reader of a pipe may be gone.
func (b *build) run(cmd *cobra.Command, paths []string) (_ *summary, err error) {
	formats, err := standardFormats()
	if err != nil {
		return nil, err
	}
	for _, f := range formats {
		b.exclude = append(b.exclude, filepath.Join(b.out, f.File))
	}
	release, err := b.reserve(formats)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, release()) }()
	old, err := predecessorOf(cmd, filepath.Join(b.out, storeName), b.force)
	if err != nil {
		return nil, err
	}
	staged, err := makeStaging(b.out)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, staged.close()) }()

	t, c, err := b.fill(cmd, staged, paths, old)
	if err != nil {
		return nil, err
	}
	data, err := export.New(c.view, c.documents, c.claims)
	if err != nil {
		return nil, err
	}
	net, err := network.New(cmd.Context(), c.view, c.documents, c.claims, network.Options{})
	if err != nil {
		return nil, err
	}
	if err := measureAll(cmd, net); err != nil {
		return nil, err
	}
	between, err := net.Column(cmd.Context(), "betweenness")
	if err != nil {
		return nil, err
	}
	data = data.Show(net)
	if err := place(cmd.Context(), staged, formats, data, release); err != nil {
		return nil, err
	}
	return &summary{t, c, data, between.Values, b.out, formats, old}, nil
}

// reserve keeps a store that is there from being written until release is
// called, which is after another has its place; it may be called again. It fails
// for what is no store or in use, and for files that no build has made. A store that cannot be read may be
// replaced.
func (b *build) reserve(formats []export.Format) (release func() error, err error) {
	release, err = store.Hold(filepath.Join(b.out, storeName))
	nothing := func() error { return nil }
	switch {
	case err == nil:
		return sync.OnceValue(release), nil
	case errors.Is(err, store.ErrVersion), errors.Is(err, store.ErrDamaged):
		return nothing, nil
	case errors.Is(err, store.ErrNoStore):
		return nothing, b.checkForeign(formats)
	default:
		return nil, err
	}
}

// checkForeign fails for files in the places of the exports: where there is no
// store, they are not those of a build.
func (b *build) checkForeign(formats []export.Format) error {
	for _, f := range formats {
		name := filepath.Join(b.out, f.File)
		if _, err := os.Lstat(name); err == nil {
			return fmt.Errorf("%q is there and no store beside it, so that it may not be from a build: move it, or choose another folder for -o", name)
		}
	}
	return nil
}

// fill makes a store with the decisions of another, and returns what it then
// holds.
func (b *build) fill(cmd *cobra.Command, staged *staging, paths []string, old *predecessor) (t tally, c *contents, err error) {
	s, err := store.Create(staged.path(storeName))
	if err != nil {
		return t, nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	t, err = b.gather(cmd, paths, staged.path(spoolName), func(all iter.Seq2[graph.Extraction, error]) error {
		if old != nil {
			if err := old.compare(cmd.Context(), all, b.force); err != nil {
				return err
			}
		}
		return s.Load(cmd.Context(), all)
	})
	if err != nil {
		return t, nil, err
	}
	if _, err := s.Decide(cmd.Context(), old.decided()...); err != nil {
		return t, nil, err
	}
	c, err = read(cmd.Context(), s)
	return t, c, err
}

// place writes the exports and, once all is complete, puts everything where it
// is to be.
func place(ctx context.Context, staged *staging, formats []export.Format, data *export.Data, release func() error) error {
	for _, f := range formats {
		for _, p := range partsOf(ctx, f, data) {
			if err := staged.write(p.name, p.write); err != nil {
				return err
			}
		}
	}
	if runtime.GOOS == "windows" { // which moves no folder that has an open file
		if err := release(); err != nil {
			return err
		}
	}
	if err := staged.placeDir(storeName); err != nil {
		return err
	}
	for _, f := range formats {
		if err := staged.place(f.File); err != nil {
			return err
		}
	}
	return nil
}

func standardFormats() ([]export.Format, error) {
	var formats []export.Format
	for _, name := range standard {
		f, err := export.FormatNamed(name)
		if err != nil {
			return nil, err
		}
		formats = append(formats, f)
	}
	return formats, nil
}
