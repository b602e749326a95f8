package export_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
)

// TestEveryField looks at a claim that has all of them; the order of keys is
// the interchange format's.
func TestEveryField(t *testing.T) {
	story := graphtest.New()
	story.Actor("Ana Ruiz", graph.Person, "ESP")
	story.Actor("Chile", graph.State, "CHL")
	text := story.Document(graph.Document{ID: "a", Text: "Ana Ruiz. Her aides said she met Chile's team in Chile on Monday with ten others near the lake."})
	text.Sentence("Ana Ruiz.").Name("Ana Ruiz")
	s := text.Sentence("Her aides said she met Chile's team in Chile on Monday with ten others near the lake.")
	s.Report(s.Verb("say", "said"), s.Thing("Her aides", "aide", "Ana Ruiz"), graph.Affirmed, graph.Claim{
		Subject:   s.Pronoun("she", "Ana Ruiz", "Ana Ruiz"),
		Predicate: s.Verb("meet", "met"),
		Object:    new(s.Thing("Chile's team", "team", "Chile")),
		Symmetric: true,
		Args:      []graph.Argument{graphtest.As("with", s.Words("ten others")), graphtest.As("near", s.Thing("the lake", "lake", ""))},
		Time:      &graph.Time{Text: "Monday", Span: graph.Span{Start: 58, End: 64}, Value: "2022-01-31"},
		Place:     new(s.Name("Chile")),
	})
	d := data(t, story)
	said, say := d.Claims[1], d.Claims[0]
	var b bytes.Buffer
	if err := export.JSONL(&b, d); err != nil {
		t.Fatal(err)
	}
	want := `{"id":"` + say.ID + `","document":"a","sentence":1,` +
		`"subject":{"id":"thing:ana-ruiz/aide","name":"aide","type":"thing","text":"Her aides","span":[10,19],"of":"actor:ana-ruiz"},` +
		`"predicate":{"id":"verb:say","lemma":"say","label":"says","text":"said","span":[20,24]},` +
		`"object":{"id":"` + said.ID + `","type":"claim","text":"Her aides said she met Chile's team in Chile on Monday with ten others near the lake.","span":[10,95]},` +
		`"symmetric":false,"polarity":"affirmed","modality":"asserted",` +
		`"evidence":{"text":"Her aides said she met Chile's team in Chile on Monday with ten others near the lake.","span":[10,95]},"confidence":0.9}
{"id":"` + said.ID + `","document":"a","sentence":1,` +
		`"subject":{"id":"actor:ana-ruiz","name":"Ana Ruiz","type":"person","mention":"pronoun","text":"she","span":[25,28],"antecedent":{"text":"Ana Ruiz","span":[0,8]}},` +
		`"predicate":{"id":"verb:meet","lemma":"meet","label":"meets","text":"met","span":[29,32]},` +
		`"object":{"id":"thing:chile/team","name":"team","type":"thing","text":"Chile's team","span":[33,45],"of":"actor:chile"},` +
		`"symmetric":true,` +
		`"args":[{"role":"with","text":"ten others","span":[70,80]},{"role":"near","id":"thing:a/lake","name":"lake","type":"thing","text":"the lake","span":[86,94]}],` +
		`"polarity":"affirmed","modality":"asserted",` +
		`"attribution":[{"id":"thing:ana-ruiz/aide","name":"aide","text":"Her aides","verb":"say","polarity":"affirmed","span":[10,19],"claim":"` + say.ID + `","of":"actor:ana-ruiz"}],` +
		`"time":{"text":"Monday","span":[58,64],"value":"2022-01-31"},"place":{"id":"place:chile","text":"Chile","span":[33,38]},` +
		`"evidence":{"text":"Her aides said she met Chile's team in Chile on Monday with ten others near the lake.","span":[10,95]},"confidence":0.9}
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// TestSpansOfTheFile slices the documents by every span that the file has
// beside a text.
func TestSpansOfTheFile(t *testing.T) {
	for _, story := range []*graphtest.Story{graphtest.News(), graphtest.Nasty()} {
		texts := make(map[string]string)
		for _, d := range story.Documents() {
			texts[d.ID] = d.Text
		}
		var b bytes.Buffer
		if err := export.JSONL(&b, data(t, story)); err != nil {
			t.Fatal(err)
		}
		found := 0
		for line := range bytes.Lines(b.Bytes()) {
			var c map[string]any
			if err := json.Unmarshal(line, &c); err != nil {
				t.Fatal(err)
			}
			found += checkSpans(t, texts[c["document"].(string)], c)
		}
		if want := 3 * len(story.Claims()); found < want {
			t.Errorf("%d spans in the file, want at least %d", found, want)
		}
	}
}

func checkSpans(t *testing.T, text string, node any) (found int) {
	switch v := node.(type) {
	case []any:
		for _, e := range v {
			found += checkSpans(t, text, e)
		}
	case map[string]any:
		if span, ok := v["span"].([]any); ok {
			found++
			if got := text[int(span[0].(float64)):int(span[1].(float64))]; got != v["text"] {
				t.Errorf("text %q, its span holds %q", v["text"], got)
			}
		}
		for _, e := range v {
			found += checkSpans(t, text, e)
		}
	}
	return found
}

func TestPlaces(t *testing.T) {
	tests := []struct {
		why  string
		make func(s *graphtest.Sentence) graph.Argument
		want string
	}{
		{"a country that acts elsewhere is a place here", func(s *graphtest.Sentence) graph.Argument { return s.Name("Chile") }, "place:chile"},
		{"words", func(s *graphtest.Sentence) graph.Argument { return s.Words("Santiago") }, "place:santiago"},
		{"a thing", func(s *graphtest.Sentence) graph.Argument { return s.Thing("the port", "port", "Chile") }, "thing:chile/port"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			story := graphtest.New()
			story.Actor("Chile", graph.State, "CHL")
			text := story.Document(graph.Document{ID: "a", Text: "Chile met in Santiago at the port."})
			s := text.Sentence(text.Text())
			s.Claim(graph.Claim{Subject: s.Name("Chile"), Predicate: s.Verb("meet", "met"), Place: new(test.make(s))})
			var b bytes.Buffer
			if err := export.JSONL(&b, data(t, story)); err != nil {
				t.Fatal(err)
			}
			if want := fmt.Sprintf(`"place":{"id":%q`, test.want); !bytes.Contains(b.Bytes(), []byte(want)) {
				t.Errorf("want %s in %s", want, b.Bytes())
			}
		})
	}
}

func TestNoMarkupIsEscapedInJSON(t *testing.T) {
	var b bytes.Buffer
	if err := export.JSONL(&b, data(t, graphtest.Nasty())); err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(bytes.Split(b.Bytes(), []byte("\n")), func(l []byte) bool { return bytes.Contains(l, []byte(`A<b>&\"c'`)) }) {
		t.Error("words are not shown as they are")
	}
}
