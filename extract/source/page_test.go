package source

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Each page of testdata imitates one kind of mess; its golden shows the
// document and what was dropped.
func TestCleanPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(pages) == 0 {
		t.Fatalf("pages: %v, %v", pages, err)
	}
	for _, name := range pages {
		t.Run(filepath.Base(name), func(t *testing.T) {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			doc, drops, err := Clean(graph.Document{}, raw)
			if err != nil {
				t.Fatal(err)
			}
			checkGolden(t, strings.TrimSuffix(name, ".txt")+".golden", show(doc, drops))
		})
	}
}

func show(d graph.Document, drops []Drop) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "title: %s\noutlet: %s\nurl: %s\ndateline: %s\npublished: %s\nlanguage: %s\n-- text --\n%s\n-- dropped --\n",
		d.Title, d.Outlet, d.URL, d.Dateline, d.Published, d.Language, d.Text)
	for _, drop := range drops {
		fmt.Fprintf(&b, "%s: %s\n", drop.Rule, drop.Text)
	}
	return b.Bytes()
}

func checkGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs:\n%s", name, got)
	}
}

func TestCleanKnown(t *testing.T) {
	tests := []struct {
		reason, raw string
		known, want graph.Document
	}{
		{"a known title stands above the text", "The border was closed on Monday.",
			graph.Document{Title: "Norland  closes\nborder"},
			graph.Document{Title: "Norland closes border", Text: "Norland closes border\n\nThe border was closed on Monday."}},
		{"a title that the text repeats stands once", "Norland Closes Border!\n\nThe border was closed on Monday.",
			graph.Document{Title: "Norland closes border"},
			graph.Document{Title: "Norland closes border", Text: "Norland closes border\n\nThe border was closed on Monday."}},
		{"labels above a known title go", "NORDIC WIRE\nWorld\n\nNorland closes its border\n\nIt did so on Monday.",
			graph.Document{Title: "Norland closes its border"},
			graph.Document{Title: "Norland closes its border", Outlet: "NORDIC WIRE", Text: "Norland closes its border\n\nIt did so on Monday."}},
		{"a known date goes above the printed one", "Norland closes border\n2022-02-01\nThe border was closed on Monday.",
			graph.Document{Published: "2022-01-31"},
			graph.Document{Title: "Norland closes border", Published: "2022-01-31", Text: "Norland closes border\n\nThe border was closed on Monday."}},
		{"a known outlet goes above the agency", "OSLO (AP) — The border was closed on Monday.",
			graph.Document{Outlet: "Nordic Wire"},
			graph.Document{Outlet: "Nordic Wire", Dateline: "OSLO (AP)", Text: "OSLO (AP) —\n\nThe border was closed on Monday."}},
		{"a known address tells outlet and date", "The border was closed on Monday.",
			graph.Document{URL: "https://www.reuters.com/world/2022/01/31/border"},
			graph.Document{URL: "https://www.reuters.com/world/2022/01/31/border", Outlet: "Reuters", Published: "2022-01-31", Text: "The border was closed on Monday."}},
		{"a headline may end in an acronym", "Norland writes to the U.S.\n\nIt did so on Monday.", graph.Document{},
			graph.Document{Title: "Norland writes to the U.S.", Text: "Norland writes to the U.S.\n\nIt did so on Monday."}},
		{"a headline may ask", "Will Norland ever open its border again?\nBy Ann Lee\nNobody knows.", graph.Document{},
			graph.Document{Title: "Will Norland ever open its border again?", Text: "Will Norland ever open its border again?\n\nNobody knows."}},
		{"a lone line is text, not title", "Norland closes border", graph.Document{}, graph.Document{Text: "Norland closes border"}},
		{"a text that begins with a sentence has no title", "The border is closed.\n\nIt was open.", graph.Document{},
			graph.Document{Text: "The border is closed.\n\nIt was open."}},
		{"a date in the body is not the article's", "Norland's long year\n\nThe border was closed by the army in the night, officials said.\n\nThe talks had begun long before that, and they had failed.\n\nJanuary 31, 2022\n\nThe border was open until then, as all of the villagers knew.", graph.Document{},
			graph.Document{Title: "Norland's long year", Text: "Norland's long year\n\nThe border was closed by the army in the night, officials said.\n\nThe talks had begun long before that, and they had failed.\n\nJanuary 31, 2022\n\nThe border was open until then, as all of the villagers knew."}},
	}
	for _, tt := range tests {
		tt.want.Language, tt.want.SHA256 = "en", graph.Hash(tt.want.Text)
		got, _, err := Clean(tt.known, []byte(tt.raw))
		if err != nil || !equal(got, tt.want) {
			t.Errorf("%s:\n got %+v, %v\nwant %+v", tt.reason, got, err, tt.want)
		}
	}
}

func equal(a, b graph.Document) bool { return fmt.Sprintf("%+v", a) == fmt.Sprintf("%+v", b) }

func TestCleanEmpty(t *testing.T) {
	tests := []struct{ raw, says string }{
		{"", "nothing but space"},
		{" \n\u00A0\r\n", "nothing but space"},
		{"... -- !?", "has no letter nor digit"},
		{"No comments\n", "comments"},
	}
	for _, tt := range tests {
		_, _, err := Clean(graph.Document{Title: "A title"}, []byte(tt.raw))
		if !errors.Is(err, ErrEmpty) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("Clean(%q): %v; want ErrEmpty with %q", tt.raw, err, tt.says)
		}
	}
}

// A page of very many lines costs no more than its length: this one would not
// end if each label were compared with all that follow.
func TestCleanManyLabels(t *testing.T) {
	raw := strings.Repeat("World\n", 100_000) + "Norland delivers answer to Sudmark\nIt came on Monday, officials said.\n"
	doc, drops, err := Clean(graph.Document{}, []byte(raw))
	if err != nil || !strings.HasSuffix(doc.Text, "officials said.") || len(drops) > headerScan {
		t.Errorf("%d bytes, %d drops, %v", len(doc.Text), len(drops), err)
	}
}

// pageOf draws pages of prose with furniture and broken lines in between.
func pageOf(t *rapid.T) string {
	word := rapid.SampledFrom(strings.Fields("Norland the border said “no” U.S. talks, Varga’s on 2022-01-31 Monday. By AP (Reuters) — - | co-\n and\n \nOSLO \u00ADx\u0301 Share Photo: Published"))
	pieces := rapid.SliceOfN(rapid.OneOf(
		rapid.Map(rapid.SliceOfN(word, 1, 30), func(w []string) string { return strings.Join(w, " ") }),
		rapid.Custom(func(t *rapid.T) string { return rapid.SampledFrom(dropped).Draw(t, "dropped").text }),
		rapid.Custom(func(t *rapid.T) string { return rapid.SampledFrom(kept).Draw(t, "kept").text }),
		rapid.String(),
	), 0, 12).Draw(t, "pieces")
	var b strings.Builder
	for _, piece := range pieces {
		b.WriteString(piece)
		b.WriteString(rapid.SampledFrom([]string{"\n", "\n\n", " \n", "\n ", " "}).Draw(t, "gap"))
	}
	return b.String()
}

// Nothing is lost or made up: the paragraphs and the drops, in order, are the
// characters of the file.
func TestPageKeepsEveryCharacter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkPage(t, []byte(pageOf(t))) })
}

func FuzzClean(f *testing.F) {
	for _, d := range dropped {
		f.Add([]byte("Norland closes border\n" + d.text + "\nThe border was closed on Monday, officials said."))
	}
	f.Add([]byte("caf\xE9"))
	f.Add([]byte("A\n b \nC\n\td-\ne\u00AD\u2028f"))
	f.Fuzz(func(t *testing.T, raw []byte) { checkPage(t, raw) })
}

// checkPage holds for the clean text of any file.
func checkPage(t rapid.TB, raw []byte) {
	text, err := decode(raw)
	if err != nil {
		return
	}
	p := page{paras: paragraphs(text)}
	p.read()
	var all strings.Builder
	for _, para := range p.paras {
		all.WriteString(para.text)
		if para.text == "" || strings.Contains(para.text, "\n") || strings.Contains(para.text, "  ") || strings.TrimSpace(para.text) != para.text {
			t.Fatalf("paragraph %q is not tidy", para.text)
		}
	}
	if got, want := withoutSpace(all.String()), withoutSpace(text); got != want {
		t.Fatalf("paragraphs hold\n%q\nthe file\n%q", got, want)
	}
	doc, _, err := Clean(graph.Document{}, raw)
	if err != nil {
		if !errors.Is(err, ErrEmpty) {
			t.Fatalf("Clean: %v", err)
		}
		return
	}
	if !utf8.ValidString(doc.Text) || !norm.NFC.IsNormalString(doc.Text) || !strings.HasPrefix(doc.Text+"\n\n", doc.Title) {
		t.Fatalf("text %q of title %q is not clean", doc.Text, doc.Title)
	}
}

func withoutSpace(s string) string { return strings.Join(strings.Fields(s), "") }

// Prose passes as it is, however it stands among furniture.
func TestProseStays(t *testing.T) {
	prose := []string{
		"The border was closed on Monday, officials of Norland said.",
		"“We were told to go, and we went,” said Jana Holt, who had lived there.",
		"By Monday evening the talks had failed, and both sides went home.",
		"Photographs showed tanks near Dolna, the ministry's spokesman told Reuters.",
	}
	rapid.Check(t, func(t *rapid.T) {
		var lines, want []string
		for range rapid.IntRange(1, 8).Draw(t, "n") {
			if rapid.Bool().Draw(t, "furniture") {
				d := rapid.SampledFrom(dropped).Draw(t, "dropped")
				if d.where == body {
					lines = append(lines, d.text, "")
				}
			}
			p := rapid.SampledFrom(prose).Draw(t, "prose")
			lines, want = append(lines, p, ""), append(want, p)
		}
		doc, _, err := Clean(graph.Document{}, []byte(strings.Join(lines, "\n")))
		if err != nil || doc.Text != strings.Join(want, "\n\n") {
			t.Fatalf("Clean(%q) = %q, %v", lines, doc.Text, err)
		}
	})
}
