package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph"
)

// spoolName is the file in a staging where documents wait.
const spoolName = "spool"

// A spool is a file where documents wait until all are there: a new store is
// loaded at once, which goes through them several times.
type spool struct {
	file *os.File
	out  *bufio.Writer
}

func newSpool(name string) (*spool, error) {
	file, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	return &spool{file, bufio.NewWriter(file)}, nil
}

func (s *spool) put(extractions ...graph.Extraction) error {
	enc := json.NewEncoder(s.out)
	for i := range extractions {
		if err := enc.Encode(&extractions[i]); err != nil {
			return err
		}
	}
	return s.out.Flush()
}

// all yields the documents, from the first on each time, or the context's error.
func (s *spool) all(ctx context.Context) iter.Seq2[graph.Extraction, error] {
	return func(yield func(graph.Extraction, error) bool) {
		_, err := s.file.Seek(0, io.SeekStart)
		dec := json.NewDecoder(bufio.NewReader(s.file))
		for {
			var x graph.Extraction
			if err == nil {
				err = dec.Decode(&x)
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				err = fmt.Errorf("reading %q: %w", s.file.Name(), err)
			} else {
				err = ctx.Err()
			}
			if !yield(x, err) || err != nil {
				return
			}
		}
	}
}

func (s *spool) close() error { return s.file.Close() }

// gather reads documents as ingest does, but hands them on only when all are
// read, from a file that it makes.
func (r *reading) gather(cmd *cobra.Command, paths []string, file string, load func(iter.Seq2[graph.Extraction, error]) error) (t tally, err error) {
	s, err := newSpool(file)
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if t, err = r.ingest(cmd, paths, s.put); err != nil {
		return t, err
	}
	return t, load(s.all(cmd.Context()))
}
