package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/whomgraph/whom/extract"
	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// A forest keeps the trees of documents between runs, as parsing takes minutes
// and the rules that are measured take none: one CoNLL-U file a document, named
// by the hash of its text, in a folder named by that of the parser.
type forest struct {
	dir    string
	parser extract.Parser
}

// newForest opens the trees below the working directory, which is the root of
// the repository.
func newForest() (*forest, error) {
	hash, err := parserHash()
	if err != nil {
		return nil, fmt.Errorf("reading the parser (run in the root of the repository): %w", err)
	}
	parser, err := english.New()
	if err != nil {
		return nil, err
	}
	return &forest{dir: filepath.Join(".cache", "trees", hash), parser: parser}, nil
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

// extract reads the documents, on all cores.
func (f *forest) extract(documents []graph.Document) ([]graph.Extraction, error) {
	if err := os.MkdirAll(f.dir, 0o755); err != nil {
		return nil, fmt.Errorf("keeping trees: %w", err)
	}
	out := make([]graph.Extraction, len(documents))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, doc := range documents {
		group.Go(func() error {
			sentences, err := f.trees(doc.Text)
			if err != nil {
				return fmt.Errorf("document %q: %w", doc.ID, err)
			}
			out[i] = extract.Read(doc, sentences)
			return nil
		})
	}
	return out, group.Wait()
}

// trees returns the trees of a text, those kept or new ones.
func (f *forest) trees(text string) ([]syntax.Sentence, error) {
	path := filepath.Join(f.dir, fmt.Sprintf("%x.conllu", sha256.Sum256([]byte(text))))
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
	sentences, err := f.parser.Parse(text)
	if err != nil {
		return nil, err
	}
	return sentences, keep(path, sentences)
}

// keep writes beside the file first, so that a run that is stopped leaves no
// half of one.
func keep(path string, sentences []syntax.Sentence) error {
	out, err := os.CreateTemp(filepath.Dir(path), "*.tmp")
	if err != nil {
		return fmt.Errorf("keeping trees: %w", err)
	}
	defer os.Remove(out.Name())
	if err := errors.Join(syntax.WriteCoNLLU(out, sentences), out.Close()); err != nil {
		return fmt.Errorf("keeping trees %q: %w", path, err)
	}
	return os.Rename(out.Name(), path)
}
