package forest

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/extract"
	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// A Forest is a folder of trees and the parser that made them.
type Forest struct {
	dir    string
	parser extract.Parser
}

// Open opens the trees below the working directory, which is the root of the
// repository.
func Open() (*Forest, error) {
	hash, err := parserHash()
	if err != nil {
		return nil, fmt.Errorf("reading the parser (run in the root of the repository): %w", err)
	}
	dir := filepath.Join(".cache", "trees", hash)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("keeping trees: %w", err)
	}
	parser, err := english.New()
	if err != nil {
		return nil, err
	}
	return &Forest{dir: dir, parser: parser}, nil
}

// parserHash is that of the model and of what cuts words and finds lemmas. The
// code that computes with the model is left out: its tests hold it to the same
// output.
func parserHash() (string, error) {
	dir := filepath.Join("extract", "english")
	hash := sha256.New()
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch name := entry.Name(); {
		case err != nil:
			return err
		case entry.IsDir() && name == "testdata":
			return fs.SkipDir
		case entry.IsDir(), strings.HasSuffix(name, "_test.go"), strings.Contains(path, "encoder") && filepath.Ext(name) != ".safetensors":
			return nil
		}
		b, err := os.ReadFile(path)
		fmt.Fprintf(hash, "%s %x\n", filepath.ToSlash(path), sha256.Sum256(b))
		return err
	})
	return fmt.Sprintf("%x", hash.Sum(nil)[:8]), err
}

// Extract reads the documents with the trees below the working directory.
func Extract(documents []graph.Document) ([]graph.Extraction, error) {
	f, err := Open()
	if err != nil {
		return nil, err
	}
	return f.extract(documents)
}

// extract reads the documents, on all cores.
func (f *Forest) extract(documents []graph.Document) ([]graph.Extraction, error) {
	out := make([]graph.Extraction, len(documents))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, doc := range documents {
		group.Go(func() error {
			sentences, err := f.Trees(doc.Text)
			if err != nil {
				return fmt.Errorf("document %q: %w", doc.ID, err)
			}
			out[i] = extract.Read(doc, sentences)
			return nil
		})
	}
	return out, group.Wait()
}

// Trees returns the trees of a text.
func (f *Forest) Trees(text string) ([]syntax.Sentence, error) {
	return f.kept(fmt.Sprintf("%x", sha256.Sum256([]byte(text))), func() ([]syntax.Sentence, error) { return f.parser.Parse(text) })
}

// kept returns the trees kept by a name, or new ones, which it keeps.
func (f *Forest) kept(name string, parse func() ([]syntax.Sentence, error)) ([]syntax.Sentence, error) {
	path := filepath.Join(f.dir, name+".conllu")
	kept, err := os.ReadFile(path)
	switch {
	case err == nil:
		sentences, err := syntax.ReadCoNLLU(bytes.NewReader(kept))
		if err != nil {
			return nil, fmt.Errorf("reading trees %q (delete the file to parse again): %w", path, err)
		}
		return sentences, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("reading trees: %w", err)
	}
	sentences, err := parse()
	if err != nil {
		return nil, err
	}
	return sentences, data.Replace(path, func(out io.Writer) error { return syntax.WriteCoNLLU(out, sentences) })
}
