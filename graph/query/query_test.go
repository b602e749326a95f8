package query_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
	"github.com/whomgraph/whom/graph/query"
	"pgregory.net/rapid"
)

// show names a claim by its document's outlet and its words.
func show(c graph.Claim) string {
	words := []string{strings.Split(c.Document, "/")[0], c.Subject.Text, c.Predicate.Lemma}
	if c.Object != nil && c.Object.Claim == "" {
		words = append(words, c.Object.Text)
	}
	if c.Polarity == graph.Denied {
		words = append(words, "(denied)")
	}
	return strings.Join(words, " ")
}

// forms knows the past of a few verbs.
func forms(word string) []string {
	return map[string][]string{"called": {"call"}, "sent": {"send", "sent"}, "met": {"meet"}}[word]
}

func find(t *testing.T, pattern string, f query.Filter) []string {
	t.Helper()
	var p query.Pattern
	if pattern != "" {
		var err error
		if p, err = query.Parse(pattern, forms); err != nil {
			t.Fatal(err)
		}
	}
	news := graphtest.News()
	q, err := query.New(news.View(), p, f)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	found, err := q.Select(news.Documents(), news.Claims())
	if unknown := (*query.UnknownError)(nil); err != nil && !errors.As(err, &unknown) {
		t.Fatal(err)
	}
	for _, c := range found.Claims {
		got = append(got, show(c))
	}
	return got
}

func TestPatterns(t *testing.T) {
	calls := []string{"alpha Pavel Sorin call Maren Holt", "gamma Pavel Sorin call Maren Holt"}
	rejects := []string{"alpha NATO reject Russia's demand", "beta NATO reject Russia's demand (denied)"}
	meet := []string{"beta Sorin meet Holt"}
	send := []string{"alpha He send a written response"}
	tests := []struct {
		why, pattern string
		want         []string
	}{
		{"a name, the third person, anything", "NATO rejects ?", rejects},
		{"a person's last word", "Sorin calls ?", calls},
		{"a name of two words", "Pavel Sorin calls ?", calls},
		{"names on both sides", "Pavel Sorin calls Maren Holt", calls},
		{"the direction counts", "Holt calls Sorin", nil},
		{"case and a final mark do not count", "pavel SORIN Calls holt?", calls},
		{"quotes around a name", `"Pavel Sorin" calls ?`, calls},
		{"the lemma", "Sorin call ?", calls},
		{"a form that the lemmatizer knows", "Sorin called ?", calls},
		{"a form that it does not know", "NATO rejected ?", nil},
		{"an article", "the United States accuses Russia", []string{"beta United States accuse Russia"}},
		{"anybody denies", "? denies ?", []string{"alpha Oleg Dresvin deny"}},
		{"? as object fits a claim without object", "Sorin resigns ?", []string{"gamma Sorin resign"}},
		{"all that Russia suffers, by way of things too", "? ? Russia", []string{"beta United States accuse Russia", "beta United States impose sanctions"}},
		{"by way of a thing", "Sorin sends response to Holt", send},
		{"by way of a thing, with its words in the text", "? sent written response to Holt", send},
		{"by way of a thing in the plural, to anybody", "? imposes sanctions on ?", []string{"beta United States impose sanctions"}},
		{"what is sent to somebody is not done to him", "Sorin sends Holt", nil},
		{"a pronoun stands for its actor", "Pavel Sorin sends ?", send},
		{"a thing by its head's lemma", "? ? demand", rejects},
		{"a thing by its words in the text", "NATO rejects Russia's demand", rejects},
		{"a thing by its head word in the text", "? imposes sanctions", []string{"beta United States impose sanctions"}},
		{"the owner of a thing is not the thing", "NATO rejects Russia", nil},
		{"a symmetric claim in its order", "Sorin meets Holt", meet},
		{"a symmetric claim the other way", "Holt meets ?", meet},
		{"an actor's id", "actor:pavel-sorin calls ?", calls},
		{"a thing's id", "? ? thing:russia/demand", rejects},
		{"a predicate's id tells denials apart", "? denied:reject ?", rejects[1:]},
		{"half a name that is no last word", "Pavel calls ?", nil},
		{"a name of an actor is no thing", "? ? Ukraine", []string{"alpha Russia attack Ukraine", "alpha Russia attack Ukraine (denied)"}},
		{"the last word of what is no person", "States accuses ?", nil},
		{"nobody of that name", "Smith calls ?", nil},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			if got := find(t, test.pattern, query.Filter{}); !slices.Equal(got, test.want) {
				t.Errorf("%q finds %q, want %q", test.pattern, got, test.want)
			}
		})
	}
}

func TestFilters(t *testing.T) {
	calls := []string{"alpha Pavel Sorin call Maren Holt", "gamma Pavel Sorin call Maren Holt"}
	attack := "alpha Russia attack Ukraine"
	tests := []struct {
		why, pattern string
		filter       query.Filter
		want         []string
	}{
		{"since, its own day included", "? calls ?", query.Filter{Since: "2022-01-31"}, calls},
		{"since the day after", "? calls ?", query.Filter{Since: "2022-02-01"}, calls[1:]},
		{"until, its own day included", "? calls ?", query.Filter{Until: "2022-02-03"}, calls},
		{"until the day before", "? calls ?", query.Filter{Until: "2022-02-02"}, calls[:1]},
		{"a month", "? calls ?", query.Filter{Since: "2022-02", Until: "2022-02"}, calls[1:]},
		{"a year in which nothing is dated", "? calls ?", query.Filter{Until: "2021"}, nil},
		{"who says it", "Russia attacks ?", query.Filter{Says: "Holt"}, []string{attack}},
		{"all that somebody says, by his full name", "", query.Filter{Says: "Oleg Dresvin"},
			[]string{attack + " (denied)", "beta NATO reject Russia's demand (denied)"}},
		{"a speaker who says nothing of the kind", "Russia attacks ?", query.Filter{Says: "NATO"}, nil},
		{"all in which somebody takes part", "", query.Filter{About: "Holt", Since: "2022-02"},
			[]string{"beta Sorin meet Holt", "gamma Pavel Sorin call Maren Holt"}},
		{"a thing takes part", "", query.Filter{About: "response"}, []string{"alpha He send a written response"}},
		{"classes", "", query.Filter{Classes: []string{"meet", "send to", "resign on"}},
			[]string{"alpha He send a written response", "beta Sorin meet Holt"}},
		{"a class in another form", "", query.Filter{Classes: []string{"Met"}, Lemmas: forms}, []string{"beta Sorin meet Holt"}},
		{"polarity", "Russia attacks ?", query.Filter{Polarity: graph.Denied}, []string{attack + " (denied)"}},
		{"modality", "", query.Filter{Modality: graph.Possible}, []string{"beta United States impose sanctions"}},
		{"document", "? calls ?", query.Filter{Document: "gamma/001"}, calls[1:]},
		{"confidence", "", query.Filter{MinConfidence: 0.93}, []string{"alpha NATO reject Russia's demand"}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			if got := find(t, test.pattern, test.filter); !slices.Equal(got, test.want) {
				t.Errorf("%q with %+v finds %q, want %q", test.pattern, test.filter, got, test.want)
			}
		})
	}
}

func TestUndatedDocument(t *testing.T) {
	news := graphtest.News()
	for _, test := range []struct {
		filter query.Filter
		want   bool
	}{{query.Filter{}, true}, {query.Filter{Until: "2030"}, false}, {query.Filter{Since: "1900"}, false}} {
		q, err := query.New(news.View(), query.Pattern{}, test.filter)
		if err != nil {
			t.Fatal(err)
		}
		found, err := q.Select(nil, news.Claims())
		if err != nil {
			t.Fatal(err)
		}
		undated := 0
		for _, n := range found.Undated {
			undated += n
		}
		if got := len(found.Claims) > 0; got != test.want || len(found.Claims)+undated != len(news.Claims()) {
			t.Errorf("%+v finds %d claims without date and leaves out %d of %d", test.filter, len(found.Claims), undated, len(news.Claims()))
		}
	}
}

func TestPatternsThatCannotBeRead(t *testing.T) {
	tests := []struct{ why, pattern, says string }{
		{"nothing", "", "SUBJECT PREDICATE OBJECT"},
		{"no object", "NATO rejects", "SUBJECT PREDICATE OBJECT"},
		{"a wildcard too many", "? ? ? ?", "SUBJECT PREDICATE OBJECT"},
		{"a part of marks alone", "NATO -- Russia", "SUBJECT PREDICATE OBJECT"},
		{"a whole article", strings.Repeat("word ", 1000), "at most 24"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			_, err := query.Parse(test.pattern, nil)
			if err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("%.30q: got error %v, want one that says %q", test.pattern, err, test.says)
			}
		})
	}
}

func TestFiltersThatCannotBe(t *testing.T) {
	tests := []struct {
		why    string
		filter query.Filter
		says   string
	}{
		{"a date in another order", query.Filter{Since: "31.01.2022"}, `since "31.01.2022"`},
		{"a day that is none", query.Filter{Until: "2022-02-30"}, `until "2022-02-30"`},
		{"an end before the beginning", query.Filter{Since: "2022-03", Until: "2022-02-15"}, "is after until"},
		{"a polarity that is none", query.Filter{Polarity: "no"}, "affirmed or denied"},
		{"a modality that is none", query.Filter{Modality: "future"}, "planned"},
		{"a percentage", query.Filter{MinConfidence: 90}, "0 to 1"},
		{"a speaker of marks alone", query.Filter{Says: "--"}, "want a name"},
		{"anybody as speaker", query.Filter{Says: "?"}, "want a name"},
		{"nobody as participant", query.Filter{About: "–"}, "want a name"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			_, err := query.New(graph.NewView(nil), query.Pattern{}, test.filter)
			if err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("%+v: got error %v, want one that says %q", test.filter, err, test.says)
			}
		})
	}
}

// TestNamesFindTheirClaim asks for each claim between named nodes by the names
// and label that a listing shows.
func TestNamesFindTheirClaim(t *testing.T) {
	news := graphtest.News()
	view, claims := news.View(), news.Claims()
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(claims).Draw(t, "claim")
		name := func(a *graph.Argument) string {
			if a == nil || a.Claim != "" || rapid.Bool().Draw(t, "anything") {
				return query.Wildcard
			}
			return rapid.SampledFrom([]string{view.Node(c.Document, a).Name, view.Node(c.Document, a).ID}).Draw(t, "name")
		}
		verb := rapid.SampledFrom([]string{query.Wildcard, c.Predicate.Lemma, c.Predicate.Label()}).Draw(t, "verb")
		text := name(&c.Subject) + " " + verb + " " + name(c.Object)
		p, err := query.Parse(text, forms)
		if err != nil {
			t.Fatal(err)
		}
		q, err := query.New(view, p, query.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		if !q.Match(&graph.Document{}, &c) {
			t.Errorf("%q does not find %s", text, show(c))
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"NATO rejects ?", "? ? ?", "Pavel Sorin calls Maren Holt", "actor:x verb:y thing:a/b", "é – “?” ?", "\x00 \xff ?"} {
		f.Add(seed)
	}
	news := graphtest.News()
	view, claims := news.View(), news.Claims()
	f.Fuzz(func(t *testing.T, pattern string) {
		p, err := query.Parse(pattern, forms)
		if err != nil {
			return
		}
		if words := len(strings.Fields(pattern)); words < 3 {
			t.Fatalf("%q has %d words and was read", pattern, words)
		}
		q, err := query.New(view, p, query.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		q.Select(nil, claims)
	})
}

func BenchmarkSelect(b *testing.B) {
	news := graphtest.News()
	view, docs := news.View(), news.Documents()
	claims := slices.Repeat(news.Claims(), 1000)
	for _, pattern := range []string{"NATO rejects ?", "? ? demand", "Pavel Sorin calls Maren Holt"} {
		b.Run(pattern, func(b *testing.B) {
			p, err := query.Parse(pattern, nil)
			if err != nil {
				b.Fatal(err)
			}
			q, err := query.New(view, p, query.Filter{})
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				q.Select(docs, claims)
			}
			b.ReportMetric(float64(len(claims)*b.N)/b.Elapsed().Seconds(), "claims/s")
		})
	}
}
