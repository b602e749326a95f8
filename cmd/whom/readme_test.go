package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A console block of the README: commands behind “$ ” and what they print.
var console = regexp.MustCompile("(?ms)^```console\n(.*?)^```")

// TestReadme runs the commands of the README in one folder, with the project's
// articles and letter.txt in it, and compares what they print with what the
// README shows.
func TestReadme(t *testing.T) {
	readme := filepath.Join("..", "..", "README.md")
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for from, to := range map[string]string{"../../testdata/articles": "testdata/articles", "testdata/readme": "."} {
		if err := os.CopyFS(filepath.Join(dir, to), os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	blocks := 0
	shown := console.ReplaceAllStringFunc(string(data), func(block string) string {
		blocks++
		return replay(t, dir, block)
	})
	if blocks == 0 {
		t.Fatal("the README has no console block")
	}
	if *update {
		if err := os.WriteFile(readme, []byte(shown), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if shown != string(data) {
		t.Errorf("the README shows other output than the commands give; go test ./cmd/whom -run TestReadme -update mends it. They give:\n%s", shown)
	}
}

// replay returns the block with what its commands print now.
func replay(t *testing.T, dir, block string) string {
	var b strings.Builder
	b.WriteString("```console\n")
	for line := range strings.Lines(block) {
		command, ok := strings.CutPrefix(strings.TrimSpace(line), "$ ")
		if !ok {
			continue
		}
		b.WriteString("$ " + command + "\n")
		cmd := exec.Command("sh", "-c", strings.Replace(command, "go run ./cmd/whom", "whom", 1))
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", command, err, out)
		}
		b.Write(out)
	}
	b.WriteString("```")
	return b.String()
}

// TestReadmeQuotesItsArticle checks that the article is the one that is run.
func TestReadmeQuotesItsArticle(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	article, err := os.ReadFile(filepath.Join("testdata", "readme", "letter.txt"))
	if err != nil {
		t.Fatal(err)
	}
	quoted := "> " + strings.ReplaceAll(strings.TrimSpace(string(article)), "\n", "\n> ")
	quoted = strings.ReplaceAll(quoted, "> \n", ">\n")
	if !strings.Contains(string(readme), quoted) {
		t.Errorf("the README does not quote testdata/readme/letter.txt as\n%s", quoted)
	}
}
