package extract_test

import (
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract"
	"github.com/whomgraph/whom/graph"
)

// A paragraph in another language gives nothing but its place, and takes
// nothing from those beside it.
func TestOtherLanguages(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const german = "Der Kanzler hat am Montag in Berlin mit Ada Lund gesprochen und neue Sanktionen gegen das Land angekündigt."
	text := "Norway rejected the demand.\n\n" + german + "\n\nPeru met the envoy."
	got, err := x.Extract(graph.Document{ID: "a", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	start := strings.Index(text, german)
	if want := (graph.Skip{Span: graph.Span{Start: start, End: start + len(german)}, Language: "German"}); len(got.Skipped) != 1 || got.Skipped[0] != want {
		t.Errorf("skipped %v, want %v", got.Skipped, want)
	}
	var claims []string
	for _, c := range got.Claims {
		claims = append(claims, c.Evidence.Text(&got.Document)+" "+c.Subject.Text+" "+c.Predicate.Label()+" "+c.ObjectText())
	}
	want := "Norway rejected the demand. Norway rejects the demand|Peru met the envoy. Peru meets the envoy"
	if s := strings.Join(claims, "|"); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
	for _, e := range got.Entities {
		if e.Name != "Norway" && e.Name != "Peru" {
			t.Errorf("entity %q", e.Name)
		}
	}
}
