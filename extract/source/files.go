package source

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// stdin names the standard input among paths; the ids of its documents begin
// with stdinID.
const (
	stdin   = "-"
	stdinID = "stdin"
)

// A format is how a file holds documents.
type format uint8

const (
	unknown format = iota // to be told by its first character
	plainText
	jsonLines
)

// formats are the files that a directory gives, by their extension.
var formats = map[string]format{
	".txt":    plainText,
	".text":   plainText,
	".jsonl":  jsonLines,
	".ndjson": jsonLines,
}

// An input is one file to read.
type input struct {
	path   string // as the user can open it; "-" for the standard input
	rel    string // below the PATH argument, with slashes
	format format
}

// idOf returns the id of a document that has none of its own. That of the
// standard input ends in a hash, so that one text does not replace another.
func (in input) idOf(raw []byte, suffix string) string {
	if in.path == stdin {
		return fmt.Sprintf("%s-%.4x", stdinID, sha256.Sum256(raw))
	}
	return in.id() + suffix
}

// id returns the path below the PATH argument without extension.
func (in input) id() string {
	if in.path == stdin {
		return stdinID
	}
	id := strings.TrimSuffix(in.rel, path.Ext(in.rel))
	if id == "" || strings.HasSuffix(id, "/") {
		id = in.rel // “.txt” is all name
	}
	return norm.NFC.String(id)
}

func newInput(file, rel string) input {
	return input{path: file, rel: rel, format: formats[strings.ToLower(filepath.Ext(file))]}
}

// list returns the files that paths name, sorted by path and each once: where
// one comes by itself and from a directory, the directory gives its id. A
// directory does not give the files to exclude, nor what this program made.
func (r *reader) list(paths []string) (inputs []input, errs []error) {
	for _, name := range slices.Compact(slices.Sorted(slices.Values(paths))) {
		more, fails := r.expand(name)
		inputs, errs = append(inputs, more...), append(errs, fails...)
	}
	slices.SortFunc(inputs, func(a, b input) int {
		return cmp.Or(strings.Compare(a.path, b.path), len(b.rel)-len(a.rel))
	})
	return slices.CompactFunc(inputs, func(a, b input) bool { return a.path == b.path }), errs
}

// expand returns the files of one PATH argument.
func (r *reader) expand(name string) ([]input, []error) {
	if name == stdin {
		return []input{{path: stdin}}, nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, []error{fileError(name, err)}
	}
	file := filepath.Clean(name)
	if !info.IsDir() {
		return []input{newInput(file, filepath.Base(file))}, nil
	}
	inputs, errs := walk(file)
	inputs = slices.DeleteFunc(inputs, func(in input) bool {
		return slices.ContainsFunc(r.opts.Exclude, func(name string) bool { return samePath(in.path, name) }) || isOwn(in.path, r.opts.MaxBytes)
	})
	if len(inputs) == 0 && len(errs) == 0 {
		errs = []error{&Error{File: name, Byte: -1, Err: fmt.Errorf("%w: a directory gives its *.txt, *.text, *.jsonl and *.ndjson files; name others one by one", ErrNoFiles)}}
	}
	return inputs, errs
}

// samePath compares paths by what they say, whatever is there.
func samePath(a, b string) bool {
	a, errA := filepath.Abs(a)
	b, errB := filepath.Abs(b)
	return errA == nil && errB == nil && a == b
}

// walk returns the readable files below a directory that are not hidden. Links
// to files are followed, links to directories are not. The errors are those of
// folders that could not be opened.
func walk(root string) (inputs []input, errs []error) {
	tree := os.DirFS(root)
	_ = fs.WalkDir(tree, ".", func(rel string, entry fs.DirEntry, err error) error {
		file := filepath.Join(root, filepath.FromSlash(rel))
		switch {
		case err != nil:
			errs = append(errs, fileError(file, err))
		case rel == ".":
		case strings.HasPrefix(entry.Name(), ".") && entry.IsDir():
			return fs.SkipDir
		case !strings.HasPrefix(entry.Name(), ".") && isFile(tree, rel):
			inputs = append(inputs, newInput(file, rel))
		}
		return nil
	})
	return inputs, errs
}

// isFile reports whether a directory gives the file: one of a known format. A
// link that leads nowhere counts, so that opening it reports the error.
func isFile(tree fs.FS, rel string) bool {
	if formats[strings.ToLower(path.Ext(rel))] == unknown {
		return false
	}
	info, err := fs.Stat(tree, rel)
	return err != nil || info.Mode().IsRegular()
}

// fileError wraps an error of the operating system without repeating the path.
func fileError(name string, err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return &Error{File: name, Byte: -1, Err: err}
}
