package data

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// inShared makes a folder of shared files the environment's.
func inShared(t *testing.T, files map[string]string) *Files {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("WHOM_SHARED", dir)
	return New()
}

func TestChecksums(t *testing.T) {
	d := inShared(t, map[string]string{"b.txt": "b", "a.txt": "a", "unread.txt": ""})
	for _, name := range []string{"b.txt", "a.txt", "b.txt"} {
		if _, err := d.Read(name); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("own.txt", []byte("own"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Own("own.txt"); err != nil {
		t.Fatal(err)
	}
	want := `# a.txt sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
# b.txt sha256:3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d
# own.txt sha256:5b3975651c3cab92d044c096dc30a1c2d9525497457472de48c51ecb363d1f4a
`
	if got := d.Checksums(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestMissingFiles(t *testing.T) {
	d := inShared(t, nil)
	if _, err := d.Read("a.txt"); !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), "set WHOM_SHARED") {
		t.Errorf("a shared file: error %v", err)
	}
	if _, err := d.Own("no/such.txt"); !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), "root of the repository") {
		t.Errorf("a file of the repository: error %v", err)
	}
}

func TestReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "table.tsv")
	writes := func(text string, err error) func(io.Writer) error {
		return func(w io.Writer) error {
			io.WriteString(w, text)
			return err
		}
	}
	if err := Replace(path, writes("old", nil)); err != nil {
		t.Fatal(err)
	}
	full := errors.New("disk full")
	if err := Replace(path, writes("ne", full)); !errors.Is(err, full) {
		t.Errorf("error %v, want that of the write", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "old" {
		t.Errorf("after a failure the file has %q, %v", got, err)
	}
	if err := Replace(path, writes("new", nil)); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "new" {
		t.Errorf("the file has %q, %v", got, err)
	}
	if left, _ := filepath.Glob(path + ".*"); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}
