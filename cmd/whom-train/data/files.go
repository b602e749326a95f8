package data

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Files gives out files and keeps the checksum of each.
type Files struct {
	dir  string // of those that are shared
	sums map[string][sha256.Size]byte
}

// New returns the files in $WHOM_SHARED, else in ../shared.
func New() *Files {
	dir := os.Getenv("WHOM_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "shared")
	}
	return &Files{dir: dir, sums: make(map[string][sha256.Size]byte)}
}

// Path returns the place of a shared file or folder.
func (d *Files) Path(name string) string { return filepath.Join(d.dir, filepath.FromSlash(name)) }

// Read reads a shared file.
func (d *Files) Read(name string) ([]byte, error) {
	return d.read(name, d.Path(name), "set WHOM_SHARED to their directory")
}

// Own reads a file of the repository.
func (d *Files) Own(name string) ([]byte, error) {
	return d.read(name, filepath.FromSlash(name), "run in the root of the repository")
}

func (d *Files) read(name, path, advice string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading data (%s): %w", advice, err)
	}
	d.sums[name] = sha256.Sum256(b)
	return b, nil
}

// Checksums returns a comment line for each file that was read, by name.
func (d *Files) Checksums() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(d.sums)) {
		fmt.Fprintf(&b, "# %s sha256:%x\n", name, d.sums[name])
	}
	return b.String()
}

// Replace writes a file beside the one at the path, which it then replaces, so
// that a failure leaves that as it was.
func Replace(path string, write func(io.Writer) error) error {
	out, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.tmp")
	if err != nil {
		return fmt.Errorf("writing %q: %w", path, err)
	}
	defer os.Remove(out.Name())
	if err := errors.Join(write(out), out.Chmod(0o644), out.Close()); err != nil {
		return fmt.Errorf("writing %q: %w", path, err)
	}
	return os.Rename(out.Name(), path)
}
