package export_test

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files again")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (write it again with -update):\n%s", path, got)
	}
}

func data(t testing.TB, story *graphtest.Story) *export.Data {
	t.Helper()
	d, err := export.New(story.View(), story.Documents(), story.Claims())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func exported(t testing.TB, f export.Part, d *export.Data) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// files are those of all formats.
func files() []export.Part {
	var all []export.Part
	for _, f := range export.Formats() {
		all = append(all, f.Files()...)
	}
	return all
}

// own is what a file has of its own: the data of a page, the rows of a table.
func own(t *testing.T, file []byte) []byte {
	if bytes.HasPrefix(file, []byte("PAR1")) {
		return rowsOf(t, file)
	}
	if _, data, ok := bytes.Cut(file, []byte(`<script id="data" type="application/json">`)); ok {
		data, _, _ = bytes.Cut(data, []byte("</script>"))
		return data
	}
	return file
}

func TestFormats(t *testing.T) {
	for _, f := range files() {
		for name, story := range map[string]*graphtest.Story{"news": graphtest.News(), "nasty": graphtest.Nasty()} {
			t.Run(f.File+" of "+name, func(t *testing.T) {
				golden(t, name+"-"+f.File+".golden", own(t, exported(t, f, data(t, story))))
			})
		}
	}
}

func TestFilesHaveNamesOfTheirOwn(t *testing.T) {
	seen := make(map[string]bool)
	for _, f := range export.Formats() {
		for _, part := range append(f.Parts, export.Part{File: f.File}) {
			if seen[part.File] {
				t.Errorf("%s of %s is another format's, too", part.File, f.Name)
			}
			seen[part.File] = true
		}
	}
}

func TestFormatNamed(t *testing.T) {
	for _, f := range export.Formats() {
		if got, err := export.FormatNamed(f.Name); err != nil || got.File != f.File || f.File == "" || len(f.Files()) == 0 {
			t.Errorf("%s: got %q, %v", f.Name, got.File, err)
		}
	}
	if _, err := export.FormatNamed("gml"); err == nil || !strings.Contains(err.Error(), "dot, ") {
		t.Errorf("the error for an unknown format is %v", err)
	}
	if !slices.IsSortedFunc(export.Formats(), func(a, b export.Format) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the formats are not sorted by name")
	}
}

func TestDocumentNotGiven(t *testing.T) {
	news := graphtest.News()
	_, err := export.New(news.View(), news.Documents()[1:], news.Claims())
	if err == nil || !strings.Contains(err.Error(), `"alpha/001"`) {
		t.Errorf("got error %v, want one that names the document", err)
	}
}

func TestNothing(t *testing.T) {
	d, err := export.New(graph.NewView(nil), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{ // the end of the file; others are empty
		"actors.dot":     "digraph \"actors\" {\n\tgraph [\"rankdir\"=\"LR\", \"ranksep\"=\"1\", \"nodesep\"=\"0.3\"];\n}\n",
		"actors.graphml": "<graph edgedefault=\"directed\">\n</graph>\n</graphml>\n",
		"claims.graphml": "<graph edgedefault=\"directed\">\n</graph>\n</graphml>\n",
		"actors.gexf":    "<nodes>\n</nodes>\n<edges>\n</edges>\n</graph>\n</gexf>\n",
		"actors.json":    "{\"directed\":true,\"multigraph\":true,\"graph\":{},\"nodes\":[\n],\"edges\":[\n]}\n",
		"actors.cyjs":    "\"elements\":{\"nodes\":[\n],\"edges\":[\n]}}\n",
		"actors.html":    `{"nodes":0,"tied":0,"actors":[],"documents":[],"edges":[]}`,
		"actors.svg":     "</defs>\n</svg>\n",
		"nodes.csv":      ",component\n",
		"edges.csv":      ",claims\n",
		"events.csv":     ",sentence_end\n",
	}
	for _, f := range files() {
		suffix := want[f.File]
		if got := string(own(t, exported(t, f, d))); !strings.HasSuffix(got, suffix) || suffix == "" && got != "" {
			t.Errorf("%s of nothing is %q", f.File, got)
		}
	}
}

var errFull = errors.New("disk full")

// full takes no byte.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestFullDisk(t *testing.T) {
	d := data(t, graphtest.News())
	for _, f := range files() {
		if err := f.Write(full{}, d); !errors.Is(err, errFull) {
			t.Errorf("%s: got error %v, want %v", f.File, err, errFull)
		}
	}
}

// TestFullDiskEndsTheWork counts what is done for edges that nobody gets.
func TestFullDiskEndsTheWork(t *testing.T) {
	const edges = 5000
	d := crowd(t, 50, edges)
	for _, name := range []string{"graphml", "gexf", "csv", "json", "cytoscape", "dot", "jsonl", "plover"} {
		f, err := export.FormatNamed(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range f.Files() {
			done := testing.AllocsPerRun(1, func() { _ = part.Write(full{}, d) })
			if done > 2*edges {
				t.Errorf("%s: %.0f allocations before it gives up", part.File, done)
			}
		}
	}
}

func TestOrderOfClaimsDoesNotMatter(t *testing.T) {
	news := graphtest.News()
	want := make(map[string][]byte)
	for _, f := range files() {
		want[f.File] = exported(t, f, data(t, news))
	}
	rapid.Check(t, func(rt *rapid.T) {
		claims := rapid.Permutation(news.Claims()).Draw(rt, "claims")
		documents := rapid.Permutation(news.Documents()).Draw(rt, "documents")
		d, err := export.New(news.View(), documents, claims)
		if err != nil {
			rt.Fatal(err)
		}
		for _, f := range files() {
			if got := exported(t, f, d); !bytes.Equal(got, want[f.File]) {
				rt.Errorf("%s differs:\n%s", f.File, got)
			}
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	story := graphtest.News()
	claims := slices.Repeat(story.Claims(), 1000)
	d, err := export.New(story.View(), story.Documents(), claims)
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"graphml-claims", "jsonl"} {
		f, err := export.FormatNamed(name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(claims)*b.N)/b.Elapsed().Seconds(), "claims/s")
		})
	}
}
