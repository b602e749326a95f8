package score

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/data"
)

// A Section is a group of measures of the score file. Its Run reads data
// through the files it is given, which notes them.
type Section struct {
	Name  string
	About string // a note for the file, or empty
	Run   func(*data.Files) ([]Result, error)
}

// A Result is one line: a measure and its value.
type Result struct {
	Name  string
	Value float64
}

// Percent is the result of a share.
func Percent(name string, share float64) Result { return Result{name, 100 * share} }

// Number is the result of a count.
func Number(name string, n int) Result { return Result{name, float64(n)} }

// Rewrite writes the score file with the sections named, or all, computed
// again.
func Rewrite(file string, sections []Section, names []string) error {
	for _, name := range names {
		if !slices.ContainsFunc(sections, func(s Section) bool { return s.Name == name }) {
			return fmt.Errorf("no section %q of the score file", name)
		}
	}
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reading scores: %w", err)
	}
	kept := Split(old)
	var out bytes.Buffer
	for _, s := range sections {
		text, ok := kept[s.Name]
		if len(names) == 0 || slices.Contains(names, s.Name) {
			if text, err = s.Text(); err != nil {
				return fmt.Errorf("scoring %s: %w", s.Name, err)
			}
		} else if !ok {
			continue
		}
		out.WriteString(text)
	}
	return os.WriteFile(file, out.Bytes(), 0o644)
}

const sectionMark = "## "

// Split returns the text of each section of a score file by name.
func Split(file []byte) map[string]string {
	texts, name := map[string]string{}, ""
	for line := range strings.Lines(string(file)) {
		if rest, ok := strings.CutPrefix(line, sectionMark); ok {
			name = strings.TrimSpace(rest)
		}
		texts[name] += line
	}
	return texts
}

// Text runs a section and returns its part of the file.
func (s Section) Text() (string, error) {
	d := data.New()
	results, err := s.Run(d)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s\n", sectionMark, s.Name)
	if s.About != "" {
		fmt.Fprintf(&b, "# %s\n", s.About)
	}
	b.WriteString(d.Checksums())
	for _, r := range results {
		fmt.Fprintf(&b, "%s %.2f\n", r.Name, r.Value)
	}
	b.WriteString("\n")
	return b.String(), nil
}
