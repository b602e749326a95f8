package store

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
)

func ids(claims []graph.Claim) []string {
	out := make([]string, len(claims))
	for i, c := range claims {
		out[i] = fmt.Sprintf("%s %s %s %s", c.Document, c.Subject.Text, c.Predicate.Text, c.ObjectText())
	}
	return out
}

func TestFind(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		subject := func(id quad.IRI) Mark { return Mark{quads.Subject, id} }
		object := func(id quad.IRI) Mark { return Mark{quads.Object, id} }
		rejects := []string{"alpha/1 NATO:organization reject demand@Russia:state", "beta/1 NATO:organization !reject demand@Russia:state"}
		tests := []struct {
			why   string
			lists Condition
			want  []string
		}{
			{"one mark", Condition{{object("thing:russia/demand")}}, rejects},
			{"a mark of each list", Condition{{subject("actor:nato")}, {{quads.Polarity, quad.String("denied")}}}, rejects[1:]},
			{"any mark of a list", Condition{{{quads.Predicate, quad.IRI("verb:reject")}, {quads.Predicate, quad.IRI("denied:reject")}}}, rejects},
			{"two marks of one list count once", Condition{
				{subject("actor:nato"), object("thing:russia/demand")}, {{quads.DerivedFrom, quads.DocumentIRI("beta/1")}},
			}, rejects[1:]},
			{"marks of two lists that no claim joins", Condition{{subject("actor:nato")}, {object("actor:nato")}}, nil},
			{"a mark that nothing has", Condition{{subject("actor:atlantis")}}, nil},
			{"the claims of a document, not its entities", Condition{{{quads.DerivedFrom, quads.DocumentIRI("beta/1")}}},
				[]string{rejects[1], "beta/1 Georgia:unknown accuse Russia:state"}},
			{"by speaker", Condition{{{quads.AttributedTo, quad.IRI("actor:nato")}}}, []string{`alpha/1 Russia:state attack Ukraine:state`}},
		}
		for _, test := range tests {
			t.Run(test.why, func(t *testing.T) {
				got, err := s.Find(t.Context(), test.lists)
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(ids(got), test.want) {
					t.Errorf("got %q, want %q", ids(got), test.want)
				}
			})
		}
	})
}

// A list that is long beside another is not gone through.
func TestFindRare(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		lines := slices.Repeat([]string{"Georgia:state sue Russia:state", "Russia:state !sue Georgia:state"}, 30)
		s := filled(t, article("alpha/1", append(lines, "NATO:organization !sue Russia:state", "NATO:organization call Holt:person")...))
		sues := []Mark{{quads.Predicate, quad.IRI("verb:sue")}, {quads.Predicate, quad.IRI("denied:sue")}}
		nato, russia := quad.IRI("actor:nato"), quad.IRI("actor:russia")
		either := func(id quad.IRI) []Mark { return []Mark{{quads.Subject, id}, {quads.Object, id}} }
		for _, lists := range []Condition{{sues, either(nato)}, {either(nato), sues}, {either(russia), sues, either(nato)}} {
			got, err := s.Find(t.Context(), lists)
			if err != nil {
				t.Fatal(err)
			}
			if want := []string{"alpha/1 NATO:organization !sue Russia:state"}; !slices.Equal(ids(got), want) {
				t.Errorf("got %q, want %q", ids(got), want)
			}
		}
	})
}

func TestFindEither(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		resigns := Condition{{{quads.Predicate, quad.IRI("verb:resign")}}}
		holt := Condition{{{quads.Subject, quad.IRI("actor:holt")}}, {{quads.DerivedFrom, quads.DocumentIRI("alpha/2")}}}
		got, err := s.Find(t.Context(), resigns, holt)
		if err != nil {
			t.Fatal(err)
		}
		if want := []string{"alpha/2 Holt:person resign "}; !slices.Equal(ids(got), want) {
			t.Errorf("what fits both is there %q, want %q", ids(got), want)
		}
	})
}

func TestClaimsFrom(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		all, err := s.ClaimsFrom(t.Context(), "claim:")
		if err != nil {
			t.Fatal(err)
		}
		if len(all) != 10 || !slices.IsSorted(all) {
			t.Errorf("got %q, want ten in order", all)
		}
		one, err := s.ClaimsFrom(t.Context(), all[3][:14])
		if err != nil || !slices.Equal(one, all[3:4]) {
			t.Errorf("got %q, error %v, want %q", one, err, all[3:4])
		}
	})
}

func TestPublished(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		month, undated := article("month", "Holt:person resign"), article("undated", "Holt:person resign")
		month.Document.Published, undated.Document.Published = "2022-02", ""
		s := filled(t, article("day", "Holt:person resign"), month, undated)
		for id, want := range map[string]string{"day": "2022-01-31", "month": "2022-02", "undated": "", "nowhere": ""} {
			if got, err := s.Published(t.Context(), id); err != nil || got != want {
				t.Errorf("%s: got %q, error %v, want %q", id, got, err, want)
			}
		}
	})
}

func TestKnows(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		for v, want := range map[quad.Value]bool{quad.IRI("verb:call"): true, quad.IRI("verb:teleport"): false} {
			if got, err := s.Knows(t.Context(), v); err != nil || got != want {
				t.Errorf("%s: got %t, error %v, want %t", v, got, err, want)
			}
		}
	})
}

func TestActorsNamed(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		tests := []struct {
			why, key string
			want     []string
		}{
			{"a name in one spelling", "nato", []string{"actor:nato"}},
			{"a name of several", "georgia", []string{"actor:georgia_person", "actor:georgia_state", "actor:georgia_unknown"}},
			{"a name of nobody", "atlantis", nil},
		}
		for _, test := range tests {
			t.Run(test.why, func(t *testing.T) {
				got, err := s.ActorsNamed(t.Context(), test.key)
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(got, test.want) {
					t.Errorf("got %q, want %q", got, test.want)
				}
			})
		}
	})
}

// TestActorsAreThoseOfTheView holds what is looked up against what resolving
// everything gives.
func TestActorsAreThoseOfTheView(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		view, err := s.View(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		all, err := s.Actors(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range view.Actors() {
			all[i].Entities = want.Entities
			if !reflect.DeepEqual(all[i], want) {
				t.Errorf("among all it is %+v, want %+v", all[i], want)
			}
			got, err := s.Actor(t.Context(), want.ID)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got %+v, want %+v", got, want)
			}
		}
		for _, id := range []string{"actor:atlantis", "entity:alpha/1/0-5", "document:alpha/1"} {
			if _, err := s.Actor(t.Context(), id); !errors.Is(err, ErrNotFound) {
				t.Errorf("%s: got error %v, want ErrNotFound", id, err)
			}
		}
		claims, err := s.Find(t.Context(), Condition{{{quads.Type, quads.ClaimType}}})
		if err != nil {
			t.Fatal(err)
		}
		named, err := s.ActorsOf(t.Context(), claims)
		if err != nil {
			t.Fatal(err)
		}
		for i := range claims {
			for a := range arguments(&claims[i]) {
				if got, want := named.Node(claims[i].Document, a), view.Node(claims[i].Document, a); got != want {
					t.Errorf("%q is %+v, want %+v", a.Text, got, want)
				}
			}
		}
	})
}

// BenchmarkFind asks for the thousand claims of one subject in a store of nine
// times as many, and for the actors that they name.
func BenchmarkFind(b *testing.B) {
	s := filled(b, collection(300)...)
	marks := []Mark{{quads.Subject, quad.IRI("actor:state-1")}, {quads.Subject, quad.IRI("actor:state-3")}, {quads.Subject, quad.IRI("actor:state-5")}}
	found := 0
	for b.Loop() {
		claims, err := s.Find(b.Context(), Condition{marks})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.ActorsOf(b.Context(), claims); err != nil {
			b.Fatal(err)
		}
		found = len(claims)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*found), "µs/claim")
	b.ReportMetric(float64(found), "claims")
}
