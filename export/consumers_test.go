//go:build consumers

package export_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/store"
)

// These tests let other programs read every export of the project's articles, of
// made news, of names that try every escape, of nothing and of one actor. What a
// program has then is compared with the node-link JSON, attribute by attribute.
//
// They need what make consumers installs: networkx, igraph, pandas and pyarrow
// under .cache/venv, or under the Python that WHOM_PYTHON names; Cytoscape.js and
// graphology under .cache/node; the Gephi Toolkit under .cache/gephi; Jena
// under .cache/jena; and Debian's graph-tool, Graphviz, Node, Java and Chromium.

var (
	cache  = filepath.Join("..", ".cache")
	stored map[string]*export.Data // by name, written by TestMain
	folder string                  // has a folder of exports for each of them
)

func TestMain(m *testing.M) {
	code, err := runAll(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func runAll(m *testing.M) (int, error) {
	dir, err := os.MkdirTemp("", "whom-export-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	folder = dir
	if stored, err = allData(dir); err != nil {
		return 0, err
	}
	for name, d := range stored {
		if err := writeAll(filepath.Join(dir, name), d); err != nil {
			return 0, fmt.Errorf("exports of %s: %w", name, err)
		}
	}
	return m.Run(), nil
}

func allData(dir string) (map[string]*export.Data, error) {
	one := graphtest.New()
	one.Actor("Ana Ruiz", graph.Person, "ESP")
	s := one.Document(graph.Document{ID: "a", Text: "Ana Ruiz resigned."}).Sentence("Ana Ruiz resigned.")
	s.Claim(graph.Claim{Subject: s.Name("Ana Ruiz"), Predicate: s.Verb("resign", "resigned")})
	all := make(map[string]*export.Data)
	for name, story := range map[string]*graphtest.Story{"news": graphtest.News(), "nasty": graphtest.Nasty(), "empty": graphtest.New(), "one": one} {
		d, err := export.New(story.View(), story.Documents(), story.Claims())
		if err != nil {
			return nil, err
		}
		all[name] = d
	}
	articles, err := readArticles(filepath.Join(dir, "build"))
	all["articles"] = articles
	return all, err
}

// readArticles builds a store of the project's articles as the command does.
func readArticles(dir string) (_ *export.Data, err error) {
	out, err := exec.Command("go", "run", "../cmd/whom", "build", "../testdata/articles", "-o", dir).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("whom build: %w\n%s", err, out)
	}
	s, err := store.Open(filepath.Join(dir, "whom.db"))
	if err != nil {
		return nil, err
	}
	defer s.Close()
	ctx := context.Background()
	documents, err := collect(s.Documents(ctx))
	if err != nil {
		return nil, err
	}
	claims, err := collect(s.Claims(ctx))
	if err != nil {
		return nil, err
	}
	view, err := s.View(ctx)
	if err != nil {
		return nil, err
	}
	return export.New(view, documents, claims)
}

func collect[T any](all iter.Seq2[T, error]) (list []T, err error) {
	for x, err := range all {
		if err != nil {
			return nil, err
		}
		list = append(list, x)
	}
	return list, nil
}

func writeAll(dir string, d *export.Data) error {
	for _, f := range export.Formats() {
		into := dir
		if f.IsFolder() {
			into = filepath.Join(dir, f.File)
		}
		if err := os.MkdirAll(into, 0o755); err != nil {
			return err
		}
		for _, part := range f.Files() {
			var b bytes.Buffer
			if err := part.Write(&b, d); err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(into, part.File), b.Bytes(), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// run returns what a program prints. Any word on its standard error fails the
// test: a warning is a fault of the file.
func run(t *testing.T, input []byte, name string, args ...string) []byte {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Minute)
	defer stop()
	cmd := exec.CommandContext(ctx, name, args...)
	var out, diagnostics bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(input), &out, &diagnostics
	if err := cmd.Run(); err != nil || diagnostics.Len() > 0 {
		t.Fatalf("%s %q: %v\n%s", name, args, err, diagnostics.Bytes())
	}
	return out.Bytes()
}

// python is the interpreter that has networkx and the others.
func python(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs(cmp.Or(os.Getenv("WHOM_PYTHON"), filepath.Join(cache, "venv", "bin", "python")))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func folders() []string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(stored)) {
		list = append(list, filepath.Join(folder, name))
	}
	return list
}

// seen is what a program has of a file: attributes of nodes and of edges.
type seen struct {
	Directed     bool
	Nodes, Edges []map[string]any
}

func TestPython(t *testing.T) {
	compareAll(t, run(t, nil, python(t), append([]string{"-X", "utf8", filepath.Join("testdata", "read.py"), "venv"}, folders()...)...))
}

func TestGraphTool(t *testing.T) {
	compareAll(t, run(t, nil, "/usr/bin/python3", append([]string{"-X", "utf8", filepath.Join("testdata", "read.py"), "system"}, folders()...)...))
}

func TestNode(t *testing.T) {
	compareAll(t, run(t, nil, "node", append([]string{filepath.Join("testdata", "read.mjs"), filepath.Join(cache, "node")}, folders()...)...))
}

// compareAll takes for each folder and each reader what it has.
func compareAll(t *testing.T, output []byte) {
	t.Helper()
	var all map[string]map[string]seen
	if err := json.Unmarshal(output, &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != len(stored) {
		t.Fatalf("%d folders were read, want %d", len(all), len(stored))
	}
	for dir, readers := range all {
		for reader, got := range readers {
			t.Run(reader+" of "+filepath.Base(dir), func(t *testing.T) { compare(t, dir, reader, got) })
		}
	}
}

// of their own are attributes that formats or readers add.
var ofTheirOwn = []string{"value", "name", "key", "spells", "timeset", "interval"}

func compare(t *testing.T, dir, reader string, got seen) {
	t.Helper()
	program, file, _ := strings.Cut(reader, " ")
	want, drop := truth(t, dir, file), slices.Clone(ofTheirOwn)
	if file != "claims.graphml" {
		drop = append(drop, "kind")
	}
	if file == "actors-csv" {
		drop = append(drop, "first", "last")
		want = withoutBackslashes(want)
	}
	if program == "gephi" && file == "claims.graphml" { // which gives each edge a weight
		got.Edges = without(got.Edges, "weight")
	}
	if program == "igraph" { // gives edges ids of nodes
		want.Edges, got.Edges = without(want.Edges, "id"), without(got.Edges, "id")
	}
	if !got.Directed {
		t.Error("the graph is not directed")
	}
	compareRows(t, "node", without(got.Nodes, drop...), without(want.Nodes, drop...))
	compareRows(t, "edge", without(got.Edges, drop...), without(want.Edges, drop...))
}

// withoutBackslashes is what tables hold, which name no documents, either.
func withoutBackslashes(s seen) seen {
	for _, row := range slices.Concat(s.Nodes, s.Edges) {
		for name, value := range row {
			if text, ok := value.(string); ok {
				row[name] = strings.ReplaceAll(text, `\`, "/")
			}
		}
	}
	s.Edges = without(s.Edges, "documents")
	return s
}

// truth is what a file should hold: of the network that is in the node-link
// JSON, of the claims in the file itself.
func truth(t *testing.T, dir, file string) seen {
	t.Helper()
	if file != "claims.graphml" {
		file = "actors.json"
	}
	data, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	if file == "claims.graphml" {
		return ofGraphML(t, data)
	}
	var s seen
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	for _, e := range s.Edges {
		e["id"] = e["key"]
	}
	return s
}

func ofGraphML(t *testing.T, data []byte) seen {
	f := parse(t, func(w *bytes.Buffer) error { _, err := w.Write(data); return err })
	types := checkKeys(t, f)
	rows := func(elements []element) (all []map[string]any) {
		for _, e := range elements {
			row := map[string]any{"id": e.ID}
			if e.Source != "" {
				row["source"], row["target"] = e.Source, e.Target
			}
			for _, d := range e.Data {
				_, name, _ := strings.Cut(d.Key, ".")
				row[name] = typed(t, types[d.Key], d.Value)
			}
			all = append(all, row)
		}
		return all
	}
	return seen{Directed: true, Nodes: rows(f.Graphs[0].Nodes), Edges: rows(f.Graphs[0].Edges)}
}

func typed(t *testing.T, kind, value string) any {
	if kind == "string" {
		return value
	}
	var v any
	if err := json.Unmarshal([]byte(value), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func without(rows []map[string]any, names ...string) []map[string]any {
	var out []map[string]any
	for _, row := range rows {
		row = maps.Clone(row)
		maps.DeleteFunc(row, func(name string, _ any) bool { return slices.Contains(names, name) })
		out = append(out, row)
	}
	return out
}

func compareRows(t *testing.T, what string, got, want []map[string]any) {
	t.Helper()
	a, b := sortedRows(got), sortedRows(want)
	if len(a) != len(b) {
		t.Errorf("%d %ss, want %d", len(a), what, len(b))
	}
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("%s\n%s\nwant\n%s", what, a[i], b[i])
		}
	}
}

// sortedRows makes a text of each row, with single blanks for white space, which
// some formats cannot hold.
func sortedRows(rows []map[string]any) []string {
	var list []string
	for _, row := range rows {
		var attributes []string
		for _, name := range slices.Sorted(maps.Keys(row)) {
			value := row[name]
			if number, ok := value.(float64); ok { // graph-tool reads numbers a trifle off
				value = fmt.Sprintf("%.12g", number)
			}
			if value := strings.Join(strings.Fields(fmt.Sprint(value)), " "); value != "" {
				attributes = append(attributes, name+"="+value)
			}
		}
		list = append(list, strings.Join(attributes, " | "))
	}
	slices.Sort(list)
	return list
}
