package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph"
)

const (
	closed = "The border was closed on Monday.\n"
	opened = "The border was opened on Tuesday.\n"
)

// tree writes files into a new folder and makes it the working directory, so
// that paths in errors are short.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// readAll returns the documents as “id|title|outlet|published|url” and the
// errors.
func readAll(opts Options, paths ...string) (docs []string, errs []error) {
	for d, err := range Read(context.Background(), paths, opts) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		docs = append(docs, strings.Join([]string{d.ID, d.Title, d.Outlet, d.Published, d.URL}, "|"))
	}
	return docs, errs
}

func texts(errs []error) (lines []string) {
	for _, err := range errs {
		lines = append(lines, err.Error())
	}
	return lines
}

func TestRead(t *testing.T) {
	tests := []struct {
		reason string
		files  map[string]string
		paths  []string
		docs   []string
		errs   []string // how each begins
	}{
		{"the files of a folder, by their paths",
			map[string]string{"a/2.txt": closed, "a/1.txt": opened, "a/ap/1.TXT": closed},
			[]string{"a"}, []string{"1||||", "2||||", "ap/1||||"}, nil},
		{"hidden files and folders and other formats are passed over",
			map[string]string{"a/.x.txt": closed, "a/.git/y.txt": closed, "a/z.pdf": "\x00", "a/1.txt": closed},
			[]string{"a"}, []string{"1||||"}, nil},
		{"a file by itself, whatever its extension",
			map[string]string{"a/story.md": closed, "a/note": opened},
			[]string{"a/story.md", "a/note"}, []string{"note||||", "story||||"}, nil},
		{"a file that is all extension keeps its name",
			map[string]string{".txt": closed}, []string{".txt"}, []string{".txt||||"}, nil},
		{"a file that comes twice has the id that the folder gives",
			map[string]string{"a/ap/1.txt": closed}, []string{"a/ap/1.txt", "a"}, []string{"ap/1||||"}, nil},
		{"the same text under one id is read once",
			map[string]string{"a/1.txt": closed, "b/1.txt": closed}, []string{"a", "b"}, []string{"1||||"}, nil},
		{"two texts under one id name both files",
			map[string]string{"a/1.txt": closed, "b/1.txt": opened}, []string{"a", "b"}, []string{"1||||"},
			[]string{"b/1.txt: two texts under one id: \"1\" is the id of a/1.txt already; "}},
		{"a document that fails does not stop the others",
			map[string]string{"a/1.txt": "", "a/2.txt": "caf\xE9\n", "a/3.txt": "one\ntwo\x00", "a/4.txt": closed, "a/5.txt": "...\n"},
			[]string{"a"}, []string{"4||||"},
			[]string{"a/1.txt: no article text: nothing but space", "a/2.txt:1: byte 3 is 0xE9: not UTF-8; convert it", "a/3.txt:2: byte 7 is 0x00: not a text file; ", "a/5.txt: no article text: it has no letter nor digit"}},
		{"pictures, archives and the like under the name of a text",
			map[string]string{"a/1.txt": "\x89PNG\r\n\x1A\n\x00", "a/2.txt": "\xFF\xD8\xFF\xE0", "a/3.txt": "GIF89a\x01\x00", "a/4.txt": "%PDF-1.7\n", "a/5.jsonl": "\x1F\x8B\x08\x00", "a/6.txt": "PK\x03\x04\x14\x00", "a/7.txt": closed,
				"a/8.txt": "{\\rtf1 It did.}", "a/9.txt": "\uFEFF\n<!DOCTYPE HTML><p>It did.</p>"},
			[]string{"a"}, []string{"7||||"},
			[]string{"a/1.txt: is a PNG image, not text", "a/2.txt: is a JPEG image, not text", "a/3.txt: is a GIF image, not text", "a/4.txt: is a PDF document, not text", "a/5.jsonl: is a GZIP archive, not text", "a/6.txt: is a ZIP archive (as are .docx, .odt and .epub), not text", "a/8.txt: is an RTF document, not text", "a/9.txt: is an HTML page, not text"}},
		{"an array of records is no JSON Lines, a bracket may begin an article",
			map[string]string{"a.json": "\n[ {\"text\":\"Closed.\"}]", "b.txt": "[Reuters] " + closed}, []string{"a.json", "b.txt"}, []string{"b||||"},
			[]string{"a.json: bad record: the file is a JSON array, not JSON Lines; write one object a line, as jq -c '.[]' does"}},
		{"a name that is not UTF-8 can be no id",
			map[string]string{"a/\xFF.txt": opened, "a/1.txt": closed}, []string{"a"}, []string{"1||||"},
			[]string{`a/\xff.txt: its name, of which its id is made, is not UTF-8; rename it`}},
		{"a message is one line, whatever the name of the file",
			map[string]string{"a/1\n\x1B[2J.txt": ""}, []string{"a"}, nil,
			[]string{`a/1\n\x1b[2J.txt: no article text`}},
		{"a path that leads nowhere", nil, []string{"a"}, nil, []string{"a: no such file or directory"}},
		{"a folder without articles", map[string]string{"a/x.pdf": ""}, []string{"a"}, nil, []string{"a: no file to read: a directory gives its *.txt"}},
		{"records of JSON Lines, with and without an id",
			map[string]string{"n.jsonl": `{"id":"x 1","title":"Norland closes border","text":"It did so on Monday.","outlet":"Nordic Wire","date":"Jan. 31, 2022","url":"https://example.org/1","more":{"a":[1]}}` + "\n\n" +
				`{"text":"The border was closed."}` + "\r\n" + `{"id":7,"text":"The border was opened.","title":null}`},
			[]string{"n.jsonl"}, []string{"x 1|Norland closes border|Nordic Wire|2022-01-31|https://example.org/1", "n/3||||", "7||||"}, nil},
		{"bad records are named by their line, and the others go on",
			map[string]string{"n.jsonl": "{\"text\":\n" + `{"id":"a","title":"No text"}` + "\n" + `{"text":5}` + "\n" + `{"text":"Closed.","date":"02/01/2022"}` + "\n" + "{\"text\":\"caf\xE9\"}\n" + `{"text":"a\u0000b"}` + "\n" + `{"text":"..."}` + "\n[1]\n" + `{"id":{},"text":"Closed."}` + "\n" + `{"id":"b","text":"Closed."}`},
			[]string{"n.jsonl"}, []string{"b||||"},
			[]string{"n.jsonl:1: bad record: unexpected end of JSON input; a line is one JSON object",
				"n.jsonl:2: bad record: it has no text; a line is one JSON object with text, and perhaps id, title, outlet, date, url",
				"n.jsonl:3: bad record: text is of another kind, number; a line is",
				"n.jsonl:4: date \"02/01/2022\" is not understood; write it as 2022-01-31",
				"n.jsonl:5: byte 100 is 0xE9: not UTF-8",
				"n.jsonl:6: in the text: byte 1 is 0x00: not a text file",
				"n.jsonl:7: no article text",
				"n.jsonl:8: bad record: it is of another kind, array; a line is",
				"n.jsonl:9: bad record: id is of another kind, object; a line is"}},
		{"two records with one id name both lines",
			map[string]string{"n.jsonl": `{"id":"a","text":"Closed."}` + "\n" + `{"id":"a","text":"Opened."}`},
			[]string{"n.jsonl"}, []string{"a||||"}, []string{"n.jsonl:2: two texts under one id: \"a\" is the id of n.jsonl:1 already"}},
		{"a JSON Lines file with nothing in it", map[string]string{"n.jsonl": "\n"}, []string{"n.jsonl"}, nil, []string{"n.jsonl: no article text: no record"}},
		{"JSON Lines under another name are known by their first character",
			map[string]string{"n.out": "\uFEFF {\"id\":\"a\",\"text\":\"Closed.\"}\n"}, []string{"n.out"}, []string{"a||||"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			tree(t, tt.files)
			docs, errs := readAll(Options{}, tt.paths...)
			if !slices.Equal(docs, tt.docs) {
				t.Errorf("documents %q, want %q", docs, tt.docs)
			}
			checkErrors(t, errs, tt.errs)
		})
	}
}

// checkErrors compares errors by their beginnings.
func checkErrors(t *testing.T, errs []error, want []string) {
	t.Helper()
	got := texts(errs)
	if len(got) != len(want) {
		t.Fatalf("errors %q, want %q", got, want)
	}
	for i, err := range errs {
		var e *Error
		if !errors.As(err, &e) || !strings.HasPrefix(filepath.ToSlash(got[i]), want[i]) {
			t.Errorf("error %q, want %q…", got[i], want[i])
		}
	}
}

func TestReadError(t *testing.T) {
	tree(t, map[string]string{"1.txt": "one\ntwo caf\xE9\n", "n.jsonl": "{\"text\":\"One.\"}\n{\"text\":\"caf\xE9\"}\n"})
	_, errs := readAll(Options{}, "1.txt", "n.jsonl", "gone.txt")
	want := []Error{{File: "gone.txt", Byte: -1, Err: fs.ErrNotExist}, {File: "1.txt", Line: 2, Byte: 11, Err: ErrEncoding}, {File: "n.jsonl", Line: 2, Byte: 28, Err: ErrEncoding}}
	for i, w := range want {
		var e *Error
		if !errors.As(errs[i], &e) || e.File != w.File || e.Line != w.Line || e.Byte != w.Byte || !errors.Is(e, w.Err) {
			t.Errorf("error %d is %+v, want %+v", i, e, w)
		}
	}
}

func TestReadExclude(t *testing.T) {
	tree(t, map[string]string{"a/1.txt": closed, "a/out/2.txt": opened})
	opts := Options{Exclude: []string{"a/../a/out/2.txt", "a/1"}}
	if docs, errs := readAll(opts, "a"); !slices.Equal(docs, []string{"1||||"}) || len(errs) > 0 {
		t.Errorf("a folder gives %q, %q", docs, texts(errs))
	}
	if docs, errs := readAll(opts, "a/out/2.txt"); len(docs) != 1 || len(errs) > 0 {
		t.Errorf("a file named by itself gives %q, %q", docs, texts(errs))
	}
	if docs, errs := readAll(opts, "a/out"); len(docs) != 0 || len(errs) != 1 || !errors.Is(errs[0], ErrNoFiles) {
		t.Errorf("a folder with nothing else gives %q, %q", docs, texts(errs))
	}
}

func TestReadStdin(t *testing.T) {
	for reason, tt := range map[string]struct{ in, want string }{
		"plain text": {closed, "stdin-bae606bc||||"},
		"JSON Lines": {`{"text":"Closed."}`, "stdin-e63bd7f0||||"},
	} {
		docs, errs := readAll(Options{Stdin: strings.NewReader(tt.in)}, "-", "-")
		if len(errs) > 0 || !slices.Equal(docs, []string{tt.want}) {
			t.Errorf("%s: %q, %v; want %q", reason, docs, errs, tt.want)
		}
	}
	_, errs := readAll(Options{}, "-")
	checkErrors(t, errs, []string{"-: there is no standard input"})
	_, errs = readAll(Options{Stdin: io.MultiReader(strings.NewReader("a"), failing{})}, "-")
	checkErrors(t, errs, []string{"-: the line is dead"})
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("the line is dead") }

func TestReadMeta(t *testing.T) {
	files := map[string]string{"a/1.txt": closed, "a/ap/2.txt": opened, "n.jsonl": `{"id":"r","title":"Own title","text":"Closed."}`}
	tests := []struct {
		reason, csv string
		docs        []string
		errs        []string
	}{
		{"by path with and without extension, and by id",
			"path,id,title,outlet,date,url\n1.txt,,Norland closes,Nordic Wire,2022-01-31,https://example.org/1\nap/2,,Norland opens,,,\n,r,Other title,Gazette,,\n",
			[]string{"1|Norland closes|Nordic Wire|2022-01-31|https://example.org/1", "ap/2|Norland opens|||", "r|Own title|Gazette||"}, nil},
		{"by the path as it is given on the command line",
			"PATH, Title\r\na/1.txt,Norland closes\r\n",
			[]string{"1|Norland closes|||", "ap/2||||", "r|Own title|||"}, nil},
		{"a byte order mark, and columns that say nothing",
			"\uFEFFid,words,outlet\n1,6,Nordic Wire\n",
			[]string{"1||Nordic Wire||", "ap/2||||", "r|Own title|||"}, nil},
		{"bad rows are named by their line, and the others hold",
			"id,title,date\n1,First,\n1,Again,\nap/2,Second,02/01/2022\nr,a\n,No id,\nghost,Nobody,\n\"r\"x,y,z\n",
			[]string{"1|First|||", "ap/2||||", "r|Own title|||"},
			[]string{"m.csv:3: bad metadata: \"1\" has a row already, in line 2", "m.csv:4: bad metadata: date \"02/01/2022\"", "m.csv:5: bad metadata: wrong number of fields", "m.csv:6: bad metadata: the row has neither path nor id", "m.csv:8: bad metadata: ", "m.csv:7: bad metadata: no document has"}},
		{"two rows for one document by different names",
			"path,id,title\n1.txt,,One\n,1,Two\n",
			[]string{"ap/2||||", "r|Own title|||"},
			[]string{"a/1.txt: bad metadata: lines 2 and 3 of m.csv are both about it"}},
		{"no header", "1.txt,Norland closes\n",
			[]string{"1||||", "ap/2||||", "r|Own title|||"}, []string{"m.csv:1: bad metadata: the first line must name the columns: path or id"}},
		{"an empty file", "", []string{"1||||", "ap/2||||", "r|Own title|||"}, []string{"m.csv:1: bad metadata: the first line"}},
		{"another encoding", "id,title\n1,Caf\xE9\n", []string{"1||||", "ap/2||||", "r|Own title|||"}, []string{"m.csv:2: byte 14 is 0xE9"}},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			tree(t, files)
			if err := os.WriteFile("m.csv", []byte(tt.csv), 0o644); err != nil {
				t.Fatal(err)
			}
			docs, errs := readAll(Options{Meta: "m.csv"}, "a", "n.jsonl")
			if !slices.Equal(docs, tt.docs) {
				t.Errorf("documents %q, want %q", docs, tt.docs)
			}
			checkErrors(t, errs, tt.errs)
		})
	}
	_, errs := readAll(Options{Meta: "gone.csv"})
	checkErrors(t, errs, []string{"gone.csv: no such file or directory"})
}

func TestReadTooLarge(t *testing.T) {
	tree(t, map[string]string{"1.txt": strings.Repeat("a", 101), "2.txt": strings.Repeat("a", 100),
		"n.jsonl": `{"text":"` + strings.Repeat("long ", 50000) + `"}` + "\n" + `{"text":"Closed."}`})
	docs, errs := readAll(Options{MaxBytes: 100}, "1.txt", "2.txt", "n.jsonl")
	if want := []string{"2||||", "n/2||||"}; !slices.Equal(docs, want) {
		t.Errorf("documents %q, want %q", docs, want)
	}
	checkErrors(t, errs, []string{"1.txt: too large: a document may have 100 bytes", "n.jsonl:1: too large"})
	if len(errs) > 0 && !errors.Is(errs[0], ErrTooLarge) {
		t.Errorf("%v is not ErrTooLarge", errs[0])
	}
}

// A line of 50 MB is one paragraph, read like any other.
func TestReadLongLine(t *testing.T) {
	long := strings.Repeat("border ", 50<<20/7)
	for d, err := range Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(long)}) {
		if err != nil || d.Text != strings.TrimSpace(long) {
			t.Fatalf("%d bytes, %v", len(d.Text), err)
		}
	}
}

func TestReadStops(t *testing.T) {
	tree(t, map[string]string{"1.txt": closed, "2.txt": opened})
	n := 0
	for range Read(context.Background(), []string{"."}, Options{}) {
		n++
		break
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var last error
	for _, err := range Read(ctx, []string{"."}, Options{}) {
		n++
		last = err
		cancel()
	}
	if n != 3 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d steps, the last %v; want 3 and %v", n, last, context.Canceled)
	}
}

func TestReadReportsDrops(t *testing.T) {
	tree(t, map[string]string{"1.txt": closed + "\nNo comments\n", "2.txt": opened})
	var got []string
	report := func(document string, drops []Drop) { got = append(got, fmt.Sprint(document, drops)) }
	readAll(Options{Dropped: report}, ".")
	if want := []string{"1[{comments No comments}]", "2[]"}; !slices.Equal(got, want) {
		t.Errorf("drops %q, want %q", got, want)
	}
}

// The order in which paths are given changes nothing.
func TestReadOrder(t *testing.T) {
	files := map[string]string{"a/1.txt": closed, "b/1.txt": opened, "b/2.txt": "caf\xE9", "n.jsonl": `{"id":"1","text":"Third."}`}
	tree(t, files)
	paths := []string{"a", "b", "n.jsonl", "a/1.txt", "gone"}
	want := fmt.Sprint(readAll(Options{}, paths...))
	rapid.Check(t, func(t *rapid.T) {
		if got := fmt.Sprint(readAll(Options{}, rapid.Permutation(paths).Draw(t, "paths")...)); got != want {
			t.Fatalf("read %s, want %s", got, want)
		}
	})
}

// benchPage is a page of about 1,000 words between furniture.
func benchPage() []byte {
	raw, err := os.ReadFile("testdata/furniture.txt")
	if err != nil {
		panic(err)
	}
	prose := strings.Repeat("The foreign minister of Norland, who had spoken to reporters on Monday, said that “no letter” had come from Sudmark.\n\n", 50)
	return []byte(strings.Replace(string(raw), "Holt said", prose+"Holt said", 1))
}

func BenchmarkClean(b *testing.B) {
	raw := benchPage()
	words := len(strings.Fields(string(raw)))
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Clean(graph.Document{}, raw); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
