package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/quads"
)

// shelf is a Source of extractions, resolved by a view.
type shelf struct {
	view      *graph.View
	all       []graph.Extraction
	decisions []graph.Decision
	err       error // at the end of all that is yielded
}

// shelved makes entities for the claims of a story.
func shelved(story *graphtest.Story) shelf {
	s := shelf{view: story.View()}
	for _, d := range story.Documents() {
		x := graph.Extraction{Document: d}
		for _, c := range story.Claims() {
			if c.Document == d.ID {
				x.Claims = append(x.Claims, c)
			}
		}
		if len(x.Claims) > 0 {
			x.Descriptions = []graph.Claim{described(x.Claims[0])}
		}
		for _, a := range s.view.Actors() {
			for _, id := range a.Entities {
				if strings.HasPrefix(id, "entity:"+d.ID+"/") {
					x.Entities = append(x.Entities, graph.Entity{ID: id, Document: d.ID, Name: a.Name, Type: a.Type, Country: a.Country})
				}
			}
		}
		s.all = append(s.all, x)
	}
	s.decisions = []graph.Decision{{Number: 1, Kind: graph.RenameDecision, Anchor: &graph.Anchor{Surface: "Sorin"}, Name: "P. Sorin"}}
	return s
}

// described makes a description of the participants of a claim.
func described(c graph.Claim) graph.Claim {
	c.Predicate.Lemma = "be"
	c.ID = graph.DescriptionID(&c)
	return c
}

func yielded[T any](s shelf, of func(*graph.Extraction) []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for i := range s.all {
			for _, item := range of(&s.all[i]) {
				if !yield(item, nil) {
					return
				}
			}
		}
		if s.err != nil {
			var none T
			yield(none, s.err)
		}
	}
}

func (s shelf) Documents(context.Context) iter.Seq2[graph.Document, error] {
	return yielded(s, func(x *graph.Extraction) []graph.Document { return []graph.Document{x.Document} })
}

func (s shelf) Entities(context.Context) iter.Seq2[graph.Entity, error] {
	return yielded(s, func(x *graph.Extraction) []graph.Entity { return x.Entities })
}

func (s shelf) Claims(context.Context) iter.Seq2[graph.Claim, error] {
	return yielded(s, func(x *graph.Extraction) []graph.Claim { return x.Claims })
}

func (s shelf) Descriptions(context.Context) iter.Seq2[graph.Claim, error] {
	return yielded(s, func(x *graph.Extraction) []graph.Claim { return x.Descriptions })
}

func (s shelf) Decisions(context.Context) ([]graph.Decision, error) { return s.decisions, s.err }

func (s shelf) Scan(context.Context) iter.Seq2[quad.Quad, error] {
	return yielded(s, func(x *graph.Extraction) []quad.Quad {
		all, err := quads.Document(&x.Document)
		s.err = errors.Join(s.err, err)
		for i := range x.Claims {
			of, err := quads.Claim(s.view, &x.Document, &x.Claims[i])
			s.err = errors.Join(s.err, err)
			all = append(all, of...)
		}
		for i := range x.Descriptions {
			of, err := quads.Describe(&x.Descriptions[i])
			s.err = errors.Join(s.err, err)
			all = append(all, of...)
		}
		return all
	})
}

// written returns the files of a format.
func written(t testing.TB, f export.StoreFormat, s export.Source) map[string][]byte {
	t.Helper()
	files := make(map[string][]byte)
	for _, p := range f.Parts {
		var b bytes.Buffer
		if err := p.Write(t.Context(), &b, s); err != nil {
			t.Fatal(err)
		}
		files[p.File] = b.Bytes()
	}
	return files
}

func TestStoreFormats(t *testing.T) {
	for _, f := range export.StoreFormats() {
		for name, story := range map[string]*graphtest.Story{"news": graphtest.News(), "nasty": graphtest.Nasty()} {
			for file, got := range written(t, f, shelved(story)) {
				t.Run(f.Name+" of "+name+", "+file, func(t *testing.T) {
					golden(t, name+"-"+f.Name+"-"+file+".golden", got)
				})
			}
		}
	}
	if _, ok := export.StoreFormatNamed("turtle"); ok {
		t.Error("there is a format turtle")
	}
}

func TestStoreFormatsPassErrorsOn(t *testing.T) {
	broken := shelf{err: errors.New("broken")}
	for _, f := range export.StoreFormats() {
		for _, p := range f.Parts {
			if err := p.Write(t.Context(), new(bytes.Buffer), broken); !errors.Is(err, broken.err) {
				t.Errorf("%s: got error %v", p.File, err)
			}
		}
	}
}

// one is a Source of one quad.
type one struct {
	shelf
	quad quad.Quad
}

func (o one) Scan(context.Context) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) { yield(o.quad, nil) }
}

func TestLiteralsAsNQuads(t *testing.T) {
	tests := []struct{ why, text, want string }{
		{"letters of any script and signs stay", "Kärnten Москва 🤝 \u2028", "Kärnten Москва 🤝 \u2028"},
		{"what ends a literal, and what escapes", `a "b" \c`, `a \"b\" \\c`},
		{"what ends a line, and its like", "\n\r\t\b\f", `\n\r\t\b\f`},
		{"controls", "\x00\x1b\x7f\u0085", `\u0000\u001B\u007F\u0085`},
		{"noncharacters", "\ufffe\U0001ffff", `\uFFFE\U0001FFFF`},
		{"bytes that are not UTF-8", "a\xffb\ufffd", "a\ufffdb\ufffd"},
		{"nothing", "", ""},
	}
	for _, test := range tests {
		var b bytes.Buffer
		source := one{quad: quad.Quad{Subject: quad.IRI("claim:1"), Predicate: quads.Headline, Object: quad.String(test.text)}}
		if err := export.NQuads(t.Context(), &b, source); err != nil {
			t.Fatal(err)
		}
		if want := `<https://github.com/whomgraph/whom/claim/1> <https://schema.org/headline> "` + test.want + "\" .\n"; b.String() != want {
			t.Errorf("%s: got %q, want %q", test.why, b.String(), want)
		}
	}
}

func TestNothingAsJSONLD(t *testing.T) {
	var b bytes.Buffer
	var list []any
	if err := export.JSONLD(t.Context(), &b, shelf{}); err != nil || json.Unmarshal(b.Bytes(), &list) != nil || len(list) > 0 {
		t.Errorf("got %q, %v", b.Bytes(), err)
	}
}

// bundled writes a bundle into a folder.
func bundled(t testing.TB, s export.Source) string {
	t.Helper()
	f, _ := export.StoreFormatNamed("bundle")
	dir := t.TempDir()
	for name, data := range written(t, f, s) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestBundleGivesBackWhatWasWritten(t *testing.T) {
	want := shelved(graphtest.News())
	dir := bundled(t, want)
	var got []graph.Extraction
	for x, err := range export.ReadBundle(dir) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, x)
	}
	if !reflect.DeepEqual(got, want.all) {
		t.Errorf("got %+v, want %+v", got, want.all)
	}
	decisions, err := export.ReadDecisions(dir)
	if err != nil || !reflect.DeepEqual(decisions, want.decisions) {
		t.Errorf("got decisions %+v, %v", decisions, err)
	}
}

func TestReadBundleRefuses(t *testing.T) {
	tests := []struct {
		why, file, from, to string
		says                string
	}{
		{"not JSON", "documents.jsonl", `{"id":"beta`, `{"id":beta`, "documents.jsonl:2: "},
		{"a key that is none", "claims.jsonl", `"sentence":0`, `"sentense":0`, `claims.jsonl:1: json: unknown field "sentense"`},
		{"a hash of another text", "documents.jsonl", `Border talks stall\n\nPavel`, `Border talks stall\n\nPawel`, "documents.jsonl:1: sha256 is not that of the text"},
		{"no day", "documents.jsonl", `"published":"2022-01-31"`, `"published":"January"`, `documents.jsonl:1: published "January" is no day`},
		{"words that are not there", "claims.jsonl", `"text":"called"`, `"text":"phoned"`, `claims.jsonl:1: predicate: text "phoned" is not what document "alpha/001" has at`},
		{"a span beyond the text", "claims.jsonl", `"evidence":[20,`, `"evidence":[20,9`, "claims.jsonl:1: evidence: span"},
		{"another claim's id", "claims.jsonl", `"id":"claim:`, `"id":"claim:0`, "claims.jsonl:1: id \"claim:0"},
		{"no polarity", "claims.jsonl", `"polarity":"affirmed"`, `"polarity":"true"`, `claims.jsonl:1: polarity "true": want affirmed or denied`},
		{"no modality", "claims.jsonl", `"modality":"asserted"`, `"modality":"sure"`, `claims.jsonl:1: modality "sure": want one of asserted,`},
		{"no confidence", "claims.jsonl", `"confidence":0.9`, `"confidence":9`, `claims.jsonl:1: confidence 9: want 0 to 1`},
		{"no type", "entities.jsonl", `"type":"person"`, `"type":"man"`, `entities.jsonl:1: type "man": want one of person,`},
		{"an entity of nothing", "entities.jsonl", `"document":"alpha/001"`, `"document":"omega"`, `entities.jsonl:1: document "omega" is not in documents.jsonl`},
		{"another description's id", "descriptions.jsonl", `"id":"description:`, `"id":"description:0`, "descriptions.jsonl:1: id \"description:0"},
		{"a description of nothing", "descriptions.jsonl", `"document":"alpha/001"`, `"document":"omega"`, `descriptions.jsonl:1: document "omega" is not in documents.jsonl`},
		{"two values", "claims.jsonl", "}\n", "} {}\n", "claims.jsonl:1: more than one JSON value on the line"},
		{"no decision", "decisions.jsonl", `"kind":"rename"`, `"kind":"forget"`, "decisions.jsonl:1: decision 1, forget: "},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			dir := bundled(t, shelved(graphtest.News()))
			path := filepath.Join(dir, test.file)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			other := strings.Replace(string(text), test.from, test.to, 1)
			if other == string(text) {
				t.Fatalf("%s has no %q", test.file, test.from)
			}
			if err := os.WriteFile(path, []byte(other), 0o666); err != nil {
				t.Fatal(err)
			}
			if err := readBundle(dir); err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got error %v, want %q", err, test.says)
			}
		})
	}
	if err := readBundle(t.TempDir()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no bundle: got error %v", err)
	}
}

// readBundle returns the first error of a bundle.
func readBundle(dir string) error {
	for _, err := range export.ReadBundle(dir) {
		if err != nil {
			return err
		}
	}
	_, err := export.ReadDecisions(dir)
	return err
}
