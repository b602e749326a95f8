package forest

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// countingParser makes a sentence of one word, and counts.
type countingParser struct {
	calls int
	err   error
}

func (p *countingParser) Parse(text string) ([]syntax.Sentence, error) {
	p.calls++
	word := syntax.Token{End: len(text), Form: text, Lemma: "stop", UPOS: "VERB", XPOS: "VB", Head: syntax.Root, Rel: "root"}
	return []syntax.Sentence{{End: len(text), Tokens: []syntax.Token{word}}}, p.err
}

func TestForestKeepsTrees(t *testing.T) {
	parser := &countingParser{}
	f := &Forest{dir: t.TempDir(), parser: parser}
	for range 2 {
		s, err := f.Trees("Stop")
		if err != nil {
			t.Fatal(err)
		}
		if len(s) != 1 || s[0].Tokens[0].Lemma != "stop" || s[0].End != 4 {
			t.Fatalf("got %+v", s)
		}
	}
	if parser.calls != 1 {
		t.Errorf("parsed %d times, want once", parser.calls)
	}
	if _, err := f.Trees("Halt"); err != nil || parser.calls != 2 {
		t.Errorf("another text: parsed %d times in all, error %v", parser.calls, err)
	}
	if left, _ := filepath.Glob(filepath.Join(f.dir, "*.tmp")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestForestReportsErrors(t *testing.T) {
	f := &Forest{dir: t.TempDir(), parser: &countingParser{err: errors.New("broken")}}
	_, err := f.extract([]graph.Document{{ID: "d", Text: "Stop"}})
	if err == nil || err.Error() != `document "d": broken` {
		t.Errorf("error %v", err)
	}
	f.parser = &countingParser{}
	if _, err := f.Trees("Stop"); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(f.dir, "*.conllu"))
	if err := os.WriteFile(files[0], []byte("1\tno tree\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Trees("Stop"); err == nil || !strings.Contains(err.Error(), "delete the file") {
		t.Errorf("a damaged file: error %v", err)
	}
}
