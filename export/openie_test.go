package export_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
)

func TestTuples(t *testing.T) {
	type sentence = *graphtest.Sentence
	claim := func(subject, lemma, words, object string) func(sentence) graph.Claim {
		return func(s sentence) graph.Claim {
			c := graph.Claim{Subject: s.Words(subject), Predicate: s.Verb(lemma, words)}
			if object != "" {
				c.Object = new(s.Words(object))
			}
			return c
		}
	}
	const letter = "On Monday, the letter had not been quickly answered by the White House in Rome with a threat."
	answered := func(s sentence) graph.Claim {
		return graph.Claim{
			Subject: s.Words("the White House"), Predicate: s.Verb("answer", "answered"), Object: new(s.Words("the letter")),
			Args: []graph.Argument{graphtest.As("with", s.Words("a threat"))}, Place: new(s.Words("Rome")),
			Time: &graph.Time{Span: s.Words("Monday").Span},
		}
	}
	agentless := func(s sentence) graph.Claim {
		c := answered(s)
		c.Subject, c.Object, c.Args = *c.Object, nil, nil
		return c
	}
	apposition := func(s sentence) graph.Claim {
		c := graph.Claim{Subject: s.Words("Ann Holt"), Object: new(s.Words("a judge")), Predicate: graph.Predicate{Lemma: "be"}}
		c.Predicate.Span = graph.Span{Start: c.Object.Span.Start, End: c.Object.Span.Start}
		return c
	}
	together := func(s sentence) graph.Claim {
		c := claim("Ann", "meet", "met", "Bob")(s)
		c.Symmetric = true
		return c
	}
	tests := []struct {
		reason, text string
		claims       []func(sentence) graph.Claim
		want         string
	}{
		{"a passive stands as in the text", letter, []func(sentence) graph.Claim{answered},
			"had not been quickly answered by | the letter | the White House | with a threat | in Rome | On Monday"},
		{"a passive without an agent", letter, []func(sentence) graph.Claim{agentless},
			"had not been quickly answered by | the letter | the White House in Rome with a threat | On Monday"},
		{"a verb takes its preposition", "Ann met with Bob, as planned.", []func(sentence) graph.Claim{claim("Ann", "meet", "met", "Bob")},
			"met with | Ann | Bob"},
		{"a verb that stands last", "Ann left Rome, Dan said.", []func(sentence) graph.Claim{claim("Dan", "say", "said", "Ann left Rome")},
			"said | Dan | Ann left Rome"},
		{"and one that stands first", "The signing of a treaty by Eve", []func(sentence) graph.Claim{claim("Eve", "sign", "signing", "a treaty")},
			"signing of | Eve | a treaty"},
		{"a verb alone has no second argument", "Ann resigned.", []func(sentence) graph.Claim{claim("Ann", "resign", "resigned", "")}, ""},
		{"a copula takes the adjective and its preposition", "Ann is not aware of it.", []func(sentence) graph.Claim{claim("Ann", "be", "is", "aware")},
			"is not aware of | Ann | it"},
		{"but not a noun in capitals", "Ann was President of Chile.", []func(sentence) graph.Claim{claim("Ann", "be", "was", "President of Chile")},
			"was | Ann | President of Chile"},
		{"an apposition is understood", "Ann Holt, a judge, left Rome.", []func(sentence) graph.Claim{apposition, claim("Ann Holt", "leave", "left", "Rome")},
			"is | Ann Holt | a judge; left | Ann Holt | Rome"},
		{"of two objects each has a tuple, the last what follows", "Ann sold trams and buses in Rome.",
			[]func(sentence) graph.Claim{claim("Ann", "sell", "sold", "trams"), claim("Ann", "sell", "sold", "buses")},
			"sold | Ann | trams; sold | Ann | buses in Rome"},
		{"the verb that governs an infinitive, by its claim", "Ann has promised, and wants to visit Rome.",
			[]func(sentence) graph.Claim{claim("Ann", "want", "wants", ""), claim("Ann", "visit", "visit", "Rome")},
			"wants to | Ann | visit Rome; wants to visit | Ann | Rome"},
		{"and by its place behind the subject", "Ann didn't begin to sell trams.", []func(sentence) graph.Claim{claim("Ann", "sell", "sell", "trams")},
			"didn't begin to sell | Ann | trams"},
		{"no word before it is taken for one", "Ann asked Bob kindly to leave Rome.", []func(sentence) graph.Claim{claim("Bob", "leave", "leave", "Rome")},
			"kindly to leave | Bob | Rome"},
		{"a subject with what stands between it and the verb", "A dam on the creek has made a lake.", []func(sentence) graph.Claim{claim("A dam", "make", "made", "a lake")},
			"has made | A dam on the creek | a lake"},
		{"but not with another clause", "A dam that on Monday broke has made a lake.", []func(sentence) graph.Claim{claim("A dam", "make", "made", "a lake")},
			"has made | A dam | a lake"},
		{"both sides of what is done together", "Ann and Bob met in Rome.", []func(sentence) graph.Claim{together},
			"met in | Ann and Bob | Rome"},
		{"points of an acronym end no clause", "Ann left the U.S. on Monday.", []func(sentence) graph.Claim{claim("Ann", "leave", "left", "the U.S.")},
			"left | Ann | the U.S. on Monday"},
		{"two accounts of one act are one tuple", "Ann denied that she left Rome.", []func(sentence) graph.Claim{
			claim("she", "leave", "left", "Rome"), func(s sentence) graph.Claim {
				c := claim("she", "leave", "left", "Rome")(s)
				c.Polarity = graph.Denied
				return c
			}}, "left | she | Rome"},
		{"space within words is one", "Ann left\n  New\tYork.", []func(sentence) graph.Claim{claim("Ann", "leave", "left", "New\tYork")},
			"left | Ann | New York"},
	}
	for _, test := range tests {
		story := graphtest.New()
		s := story.Document(graph.Document{ID: "a", Text: test.text}).Sentence(test.text)
		var claims []graph.Claim
		for _, make := range test.claims {
			claims = append(claims, *s.Claim(make(s)))
		}
		var lines []string
		for _, tuple := range export.Tuples(&story.Documents()[0], claims) {
			lines = append(lines, strings.Join(append([]string{tuple.Relation}, tuple.Arguments...), " | "))
		}
		if got := strings.Join(lines, "; "); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.reason, got, test.want)
		}
	}
}

// Descriptions stand among the claims, and no document takes those of another.
func TestOpenIE(t *testing.T) {
	s := shelved(graphtest.News())
	var b bytes.Buffer
	if err := export.OpenIE(t.Context(), &b, s); err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, x := range s.all {
		for _, tuple := range export.Tuples(&x.Document, slices.Concat(x.Claims, x.Descriptions)) {
			want = append(want, fmt.Sprintf("%s\t%.2f\t%s\t%s", tuple.Sentence, tuple.Claim.Confidence, tuple.Relation, strings.Join(tuple.Arguments, "\t")))
		}
	}
	got := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
