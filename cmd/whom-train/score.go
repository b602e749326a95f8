package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// A section is a group of measures of the score file. Its run reads data files
// through the data it is given, which notes them.
type section struct {
	name  string
	about string // a note for the file, or empty
	run   func(*data) ([]result, error)
}

// sections lists the groups of measures in the order of the file.
func sections() []section {
	return []section{
		{"encoder", "float32 and int8 against the golden output of the first weights; then the embedded model", scoreEncoder},
		{"words", "", scoreWords},
		{"claims", "by two annotators, by hand, before the rules were tuned; testdata/gold/README.md tells how", scoreClaims},
		{"actors", "", scoreCrossDocument},
		{"coref", "mean of MUC, B³ and CEAF by head; our trees of the gold words", scoreCoref},
		{"facts", "of testdata/articles, as testdata/README.md describes them", committedFacts.score},
		{"facts-shared", "", sharedFacts.score},
		{"carb", "", scoreClaimsByCarb},
		{"said", "", scoreSaid},
		{"plover", "", scorePlover},
		{"events", "an upper bound, as these records were read while the table was written; types by their names of 2023", scoreEvents},
	}
}

// A result is one line: a measure and its value, in percent unless named
// otherwise.
type result struct {
	name  string
	value float64
}

// data gives out files below a directory and keeps their checksums.
type data struct {
	dir  string
	sums map[string][sha256.Size]byte
}

func newData() *data {
	return &data{dir: sharedDir(), sums: make(map[string][sha256.Size]byte)}
}

func (d *data) read(name string) ([]byte, error) {
	b, err := os.ReadFile(filepath.Join(d.dir, filepath.FromSlash(name)))
	if err != nil {
		return nil, fmt.Errorf("reading data (set WHOM_SHARED to their directory): %w", err)
	}
	d.sums[name] = sha256.Sum256(b)
	return b, nil
}

// own reads a file of the repository, in the root of which the command runs.
func (d *data) own(name string) ([]byte, error) {
	b, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		return nil, fmt.Errorf("reading data (run in the root of the repository): %w", err)
	}
	d.sums[name] = sha256.Sum256(b)
	return b, nil
}

func scoreCommand() *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "score [SECTION]...",
		Short: "Measure the stages and write the score file",
		Long: `Score measures the stages on the data in $WHOM_SHARED (else ../shared) and
rewrites the sections named, or all, of the score file. Each section begins with
the SHA-256 of every data file that it was computed from.`,
		Example: "  whom-train score encoder",
		RunE: func(cmd *cobra.Command, names []string) error {
			return score(file, names)
		},
	}
	cmd.Flags().StringVar(&file, "file", filepath.FromSlash("testdata/score.txt"), "score file")
	return cmd
}

func score(file string, names []string) error {
	for _, name := range names {
		if !slices.ContainsFunc(sections(), func(s section) bool { return s.name == name }) {
			return fmt.Errorf("no section %q of the score file", name)
		}
	}
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reading scores: %w", err)
	}
	kept := splitSections(old)
	var out bytes.Buffer
	for _, s := range sections() {
		text, ok := kept[s.name]
		if len(names) == 0 || slices.Contains(names, s.name) {
			if text, err = s.text(); err != nil {
				return fmt.Errorf("scoring %s: %w", s.name, err)
			}
		} else if !ok {
			continue
		}
		out.WriteString(text)
	}
	return os.WriteFile(file, out.Bytes(), 0o644)
}

const sectionMark = "## "

// splitSections returns the text of each section of a score file by name.
func splitSections(file []byte) map[string]string {
	texts, name := map[string]string{}, ""
	for line := range strings.Lines(string(file)) {
		if rest, ok := strings.CutPrefix(line, sectionMark); ok {
			name = strings.TrimSpace(rest)
		}
		texts[name] += line
	}
	return texts
}

// text runs a section and returns its part of the file.
func (s section) text() (string, error) {
	d := newData()
	results, err := s.run(d)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s\n", sectionMark, s.name)
	if s.about != "" {
		fmt.Fprintf(&b, "# %s\n", s.about)
	}
	files := make([]string, 0, len(d.sums))
	for name := range d.sums {
		files = append(files, name)
	}
	slices.Sort(files)
	for _, name := range files {
		fmt.Fprintf(&b, "# %s sha256:%x\n", name, d.sums[name])
	}
	for _, r := range results {
		fmt.Fprintf(&b, "%s %.2f\n", r.name, r.value)
	}
	b.WriteString("\n")
	return b.String(), nil
}
