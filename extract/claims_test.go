package extract_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract"
	"github.com/whomgraph/whom/extract/english"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

var (
	update      = flag.Bool("update", false, "rewrite the claims of testdata/claims and the goldens")
	updateTrees = flag.Bool("update-trees", false, "parse the texts of testdata again")
)

// A testCase is one row of testdata/claims: the reason for it, a short text,
// and the claims that it makes.
type testCase struct {
	reason, text string
	claims       []string
}

// TestClaims reads the tables in testdata/claims. A case is a line “# reason”,
// a line of text, and indented lines of claims:
//
//	subject | predicate | object | role: argument; … | denied, modality | speaker verb > …
//
// Trailing empty cells are left out. “he=Name” shows whom a word stands for. A
// reason that begins with “wrong: ” marks a known fault: the claims are those
// that the text should give, and the test says when it does.
// Trees are kept beside the tables, so that the cases test the rules alone.
func TestClaims(t *testing.T) {
	files, err := filepath.Glob("../testdata/claims/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables in testdata/claims (%v)", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { testTable(t, file) })
	}
}

func testTable(t *testing.T, file string) {
	cases := readCases(t, file)
	trees := readTrees(t, strings.TrimSuffix(file, ".txt")+".conllu", cases)
	for i := range cases {
		c := &cases[i]
		got := describe(extract.Read(graph.Document{ID: "case", Text: c.text}, trees[c.text]))
		same := strings.Join(got, "\n") == strings.Join(c.claims, "\n")
		switch {
		case strings.HasPrefix(c.reason, "wrong: "):
			if same && *update {
				c.reason = strings.TrimPrefix(c.reason, "wrong: ")
			} else if same {
				t.Errorf("%q comes out right now: take “wrong: ” from its reason", c.text)
			}
		case *update:
			c.claims = got
		case !same:
			t.Errorf("%s\n%s\ngot:\n\t%s\nwant:\n\t%s", c.reason, c.text, strings.Join(got, "\n\t"), strings.Join(c.claims, "\n\t"))
		}
	}
	if *update {
		writeCases(t, file, cases)
	}
}

func readCases(t *testing.T, file string) []testCase {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases []testCase
	for n, line := range strings.Split(string(data), "\n") {
		switch {
		case strings.HasPrefix(line, "# "):
			cases = append(cases, testCase{reason: line[2:]})
		case line == "":
		case len(cases) == 0:
			t.Fatalf("%s:%d: want a line “# reason” first", file, n+1)
		case strings.HasPrefix(line, "  "):
			c := &cases[len(cases)-1]
			c.claims = append(c.claims, strings.TrimSpace(line))
		default:
			c := &cases[len(cases)-1]
			if c.text != "" {
				t.Fatalf("%s:%d: the case has two texts", file, n+1)
			}
			c.text = strings.ReplaceAll(line, `\n`, "\n")
		}
	}
	return cases
}

func writeCases(t *testing.T, file string, cases []testCase) {
	var b bytes.Buffer
	for _, c := range cases {
		fmt.Fprintf(&b, "# %s\n%s\n", c.reason, strings.ReplaceAll(c.text, "\n", `\n`))
		for _, claim := range c.claims {
			fmt.Fprintf(&b, "  %s\n", claim)
		}
		b.WriteByte('\n')
	}
	if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// readTrees returns the sentences of each text, from the file of trees beside
// the table: one text after the other, each with offsets of its own.
func readTrees(t *testing.T, file string, cases []testCase) map[string][]syntax.Sentence {
	if *updateTrees {
		parseCases(t, file, cases)
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatalf("%v: make it with go test ./extract -run TestClaims -update-trees", err)
	}
	defer f.Close()
	sentences, err := syntax.ReadCoNLLU(f)
	if err != nil {
		t.Fatalf("reading trees %q: %v", file, err)
	}
	trees := make(map[string][]syntax.Sentence)
	for _, c := range cases {
		n := 0
		for n < len(sentences) && (n == 0 || sentences[n].Start > sentences[n-1].Start) {
			n++
		}
		trees[c.text], sentences = sentences[:n], sentences[n:]
		if !agree(c.text, trees[c.text]) {
			t.Fatalf("%s: the trees are not those of %q: parse again with -update-trees", file, c.text)
		}
	}
	return trees
}

func agree(text string, sentences []syntax.Sentence) bool {
	for _, s := range sentences {
		for _, tok := range s.Tokens {
			if tok.End > len(text) || text[tok.Start:tok.End] != tok.Form {
				return false
			}
		}
	}
	return len(sentences) > 0
}

func parseCases(t *testing.T, file string, cases []testCase) {
	parser, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	var all []syntax.Sentence
	for _, c := range cases {
		sentences, err := parser.Parse(c.text)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, sentences...)
	}
	var b bytes.Buffer
	if err := syntax.WriteCoNLLU(&b, all); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// describe writes claims in the notation of the tables.
func describe(x graph.Extraction) []string {
	names := make(map[string]string)
	for _, e := range x.Entities {
		names[e.ID] = e.Name
	}
	show := func(a graph.Argument) string {
		if name := names[a.Entity]; name != "" && !strings.Contains(a.Text, name) {
			return a.Text + "=" + name
		}
		return a.Text
	}
	var lines []string
	for _, c := range x.Claims {
		cells := []string{show(c.Subject), c.Predicate.Lemma, "", circumstances(c, show), stance(c), speakers(c, show)}
		if c.Object != nil {
			cells[2] = show(*c.Object)
		}
		for len(cells) > 2 && cells[len(cells)-1] == "" {
			cells = cells[:len(cells)-1]
		}
		lines = append(lines, strings.Join(cells, " | "))
	}
	return lines
}

func circumstances(c graph.Claim, show func(graph.Argument) string) string {
	var parts []string
	for _, a := range c.Args {
		parts = append(parts, a.Role+": "+show(a))
	}
	if c.Time != nil {
		parts = append(parts, "time: "+c.Time.Text)
	}
	if c.Place != nil {
		parts = append(parts, "place: "+c.Place.Text)
	}
	return strings.Join(parts, "; ")
}

func stance(c graph.Claim) string {
	var parts []string
	if c.Polarity == graph.Denied {
		parts = append(parts, "denied")
	}
	if c.Modality != graph.Asserted {
		parts = append(parts, string(c.Modality))
	}
	if c.Symmetric {
		parts = append(parts, "symmetric")
	}
	return strings.Join(parts, ", ")
}

func speakers(c graph.Claim, show func(graph.Argument) string) string {
	var parts []string
	for _, s := range c.Attribution {
		verb := s.Verb
		if s.Polarity == graph.Denied {
			verb = "not " + verb
		}
		parts = append(parts, show(s.Argument)+" "+verb)
	}
	return strings.Join(parts, " > ")
}
