package whom_test

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom"
)

// TestLicenses looks for the files that any Go file of the module embeds, but
// for cmd/whom-train, which is no part of whom.
func TestLicenses(t *testing.T) {
	licenses, err := whom.Licenses()
	if err != nil {
		t.Fatal(err)
	}
	licensed := make(map[string]bool)
	for _, l := range licenses {
		licensed[l.File] = true
		if head, about, _ := strings.Cut(l.Text, "\n\n"); !strings.Contains(head, "SPDX-License-Identifier: ") || about == "" {
			t.Errorf("%s.license: want SPDX lines, then what the file was made from", l.File)
		}
	}
	files := embedded(t)
	if len(files) == 0 {
		t.Fatal("no embedded file found")
	}
	for _, file := range files {
		if !licensed[file] {
			t.Errorf("%s is embedded without a licence: put %s.license beside it, and its folder into licenses.go", file, path.Base(file))
		}
	}
	for file := range licensed {
		if !slices.Contains(files, file) {
			t.Errorf("%s.license is of no embedded file", file)
		}
	}
}

// embedded returns the files named by the go:embed directives of the module,
// without the licences themselves.
func embedded(t *testing.T) []string {
	t.Helper()
	module := os.DirFS(".")
	var files []string
	err := fs.WalkDir(module, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && strings.HasPrefix(entry.Name(), "."), name == "cmd/whom-train":
			return fs.SkipDir
		case !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		source, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		for _, pattern := range patterns(string(source)) {
			matches, err := fs.Glob(module, path.Join(path.Dir(name), pattern))
			if err != nil || len(matches) == 0 {
				t.Errorf("%s embeds %q: %d files, %v", name, pattern, len(matches), err)
			}
			files = append(files, matches...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(files, func(file string) bool { return strings.HasSuffix(file, ".license") })
}

func patterns(source string) (list []string) {
	for line := range strings.Lines(source) {
		if rest, ok := strings.CutPrefix(line, "//go:embed "); ok {
			list = append(list, strings.Fields(rest)...)
		}
	}
	return list
}
