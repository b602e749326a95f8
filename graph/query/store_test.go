package query_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/query"
	"github.com/whomgraph/whom/graph/store"
	"github.com/whomgraph/whom/graph/store/storetest"
)

func TestMain(m *testing.M) {
	code := m.Run()
	if err := storetest.Stop(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// newsStore keeps graphtest.News in a store.
func newsStore(t testing.TB) *store.Store { return newsStoreAt(t, t.TempDir()) }

func newsStoreAt(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := s.Put(t.Context(), extractions(graphtest.News())...); err != nil {
		t.Fatal(err)
	}
	return s
}

// extractions makes entities for the actors of a story, named as they are.
func extractions(story *graphtest.Story) []graph.Extraction {
	var out []graph.Extraction
	for _, d := range story.Documents() {
		x := graph.Extraction{Document: d}
		for _, a := range story.View().Actors() {
			for _, id := range a.Entities {
				if strings.HasPrefix(id, "entity:"+d.ID+"/") {
					x.Entities = append(x.Entities, graph.Entity{
						ID: id, Document: d.ID, Name: a.Name, Type: a.Type, Country: a.Country,
						Mentions: []graph.Mention{{Text: a.Name, Kind: graph.NameMention}},
					})
				}
			}
		}
		for _, c := range story.Claims() {
			if c.Document == d.ID {
				x.Claims = append(x.Claims, c)
			}
		}
		out = append(out, x)
	}
	return out
}

// TestFindIsSelect asks a store by its indexes and all its claims in memory.
func TestFindIsSelect(t *testing.T) {
	s := newsStore(t)
	var claims []graph.Claim
	for c, err := range s.Claims(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		claims = append(claims, c)
	}
	view, err := s.View(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	documents := graphtest.News().Documents()
	names := []string{"?", "Sorin", "Pavel Sorin", "Holt", "NATO", "Russia", "demand", "the demand", "actor:nato", "thing:russia/demand", "response"}
	verbs := []string{"?", "calls", "called", "send", "sends response to", "rejects", "meets", "denied:reject", "imposes sanctions on", "says"}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(names).Draw(t, "subject") + " " + rapid.SampledFrom(verbs).Draw(t, "verb") + " " + rapid.SampledFrom(names).Draw(t, "object")
		f := query.Filter{
			Since:    rapid.SampledFrom([]string{"", "", "2022-02-01"}).Draw(t, "since"),
			Says:     rapid.SampledFrom([]string{"", "", "Holt", "Oleg Dresvin"}).Draw(t, "says"),
			About:    rapid.SampledFrom([]string{"", "", "Russia", "sanctions"}).Draw(t, "about"),
			Document: rapid.SampledFrom([]string{"", "", "", "beta/001"}).Draw(t, "document"),
			Polarity: rapid.SampledFrom([]graph.Polarity{"", "", graph.Denied}).Draw(t, "polarity"),
			Modality: rapid.SampledFrom([]graph.Modality{"", "", graph.Planned, graph.Asserted}).Draw(t, "modality"),
			Classes:  rapid.SampledFrom([][]string{nil, nil, {"send to", "reject"}}).Draw(t, "classes"),
		}
		var p query.Pattern
		if rapid.Bool().Draw(t, "a pattern") {
			p, err = query.Parse(text, forms)
			if err != nil {
				t.Fatal(err)
			}
		}
		q, err := query.New(view, p, f)
		if err != nil {
			t.Fatal(err)
		}
		want, fault := q.Select(documents, claims)
		found, err := query.Find(t.Context(), s, p, f, 0)
		if fmt.Sprint(err) != fmt.Sprint(fault) {
			t.Errorf("%q with %+v fails with %v, in memory with %v", text, f, err, fault)
		}
		if got := lines(found.Claims); !slices.Equal(got, lines(want.Claims)) || !maps.Equal(found.Undated, want.Undated) {
			t.Errorf("%q with %+v finds %q and undated %v, in memory %q and %v", text, f, got, found.Undated, lines(want.Claims), want.Undated)
		}
	})
}

func lines(claims []graph.Claim) []string {
	var out []string
	for _, c := range claims {
		out = append(out, show(c)+" "+c.ID)
	}
	return out
}

func TestFindKnowsTheActors(t *testing.T) {
	p, err := query.Parse("? calls ?", nil)
	if err != nil {
		t.Fatal(err)
	}
	found, err := query.Find(t.Context(), newsStore(t), p, query.Filter{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(found.Claims) != 1 {
		t.Fatalf("%d claims, want one", len(found.Claims))
	}
	c := &found.Claims[0]
	if n := found.View.Node(c.Document, c.Object); n.Name != "Maren Holt" || n.Type != graph.NodeType(graph.Person) || n.Country != "USA" {
		t.Errorf("the object is %+v", n)
	}
}

func TestUnknown(t *testing.T) {
	s := newsStore(t)
	tests := []struct {
		why, pattern string
		filter       query.Filter
		want         string // "" where nothing is found without a fault
	}{
		{"a name with a wrong letter", "Sorim calls ?", query.Filter{}, `no actor is called "Sorim", and nothing that fits; did you mean Pavel Sorin?`},
		{"of several words", "Pavel Sorim calls Maren Holt", query.Filter{}, `no actor is called "Pavel Sorim", and nothing that fits; did you mean Pavel Sorin?`},
		{"a name of nobody", "? calls Atlantis", query.Filter{}, `no actor is called "Atlantis", and nothing that fits`},
		{"a speaker", "", query.Filter{Says: "Hold"}, `no actor is called "Hold", and nothing that fits; did you mean Maren Holt?`},
		{"one who takes part", "", query.Filter{About: "Rusia"}, `no actor is called "Rusia", and nothing that fits; did you mean Russia?`},
		{"a class with a letter too many", "", query.Filter{Classes: []string{"call", "rejecct"}}, `no claim has the verb "rejecct"; did you mean reject?`},
		{"a class of no claim", "", query.Filter{Classes: []string{"xylophone"}}, `no claim has the verb "xylophone"`},
		{"a document with a digit wrong", "", query.Filter{Document: "beta/002"}, `no document has the id "beta/002"; did you mean beta/001?`},
		{"no verb", "Pavel Sorin Maren Holt", query.Filter{}, `no claim has a verb of "Pavel Sorin Maren Holt": write who, what and whom, each of them words or ? for anything, as in 'NATO rejects ?'`},
		{"names and a verb that no claim joins", "Sorin rejects ?", query.Filter{}, ""},
		{"a known name at the wrong time", "Sorin calls ?", query.Filter{Since: "2023"}, ""},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			var p query.Pattern
			if test.pattern != "" {
				var err error
				if p, err = query.Parse(test.pattern, nil); err != nil {
					t.Fatal(err)
				}
			}
			found, err := query.Find(t.Context(), s, p, test.filter, 0)
			if got := fmt.Sprint(err); got != test.want && (test.want != "" || err != nil) {
				t.Errorf("got error %s, want %s", got, test.want)
			}
			if len(found.Claims) > 0 {
				t.Errorf("found %q", lines(found.Claims))
			}
		})
	}
}

func TestNear(t *testing.T) {
	s := newsStore(t)
	tests := []struct {
		why, name string
		want      []string
	}{
		{"a letter changed", "Holf", []string{"Maren Holt"}},
		{"a letter left out, in other case", "kovalenk", []string{"Andrei Kovalenko"}},
		{"two changed in a long name", "Andrey Kovalenka", []string{"Andrei Kovalenko"}},
		{"with a title that nobody has", "Chairman Sorim", []string{"Pavel Sorin"}},
		{"too far", "Zanzibar", nil},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			got, err := query.Near(t.Context(), s, test.name)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
