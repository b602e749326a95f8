package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph"
)

func TestPutRewritesClaimsWhoseActorsChange(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		state := article("1", "Georgia:state sue army@Georgia:state")
		person := article("2", "Georgia:person resign")
		s := filled(t, state)
		if q := "<actor:georgia> <verb:sue> <thing:georgia/army>"; !strings.Contains(strings.Join(lines(t, s), "\n"), q) {
			t.Fatalf("no %s in\n%s", q, strings.Join(lines(t, s), "\n"))
		}
		if err := s.Put(t.Context(), person); err != nil {
			t.Fatal(err)
		}
		all := strings.Join(lines(t, s), "\n")
		if q := "<actor:georgia_state> <verb:sue> <thing:georgia_state/army>"; !strings.Contains(all, q) {
			t.Errorf("no %s in\n%s", q, all)
		}
		if strings.Contains(all, "actor:georgia>") || strings.Contains(all, "thing:georgia/") {
			t.Errorf("the old actor is still in\n%s", all)
		}
		if err := s.Remove(t.Context(), "2"); err != nil {
			t.Fatal(err)
		}
		sameLines(t, "after the removal", lines(t, s), lines(t, filled(t, state)))
	})
}

func TestPutAgainChangesNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		want := lines(t, s)
		horizon := highest(t, s)
		again := news()
		slices.Reverse(again)
		for i := range again {
			slices.Reverse(again[i].Claims)
			slices.Reverse(again[i].Entities)
		}
		if err := s.Put(t.Context(), append(again, again...)...); err != nil {
			t.Fatal(err)
		}
		sameLines(t, "put again", lines(t, s), want)
		if got := highest(t, s); got != horizon {
			t.Errorf("ids were given out up to %d, before to %d: something was written", got, horizon)
		}
	})
}

// highest is the last id that was given to a quad, or also to a value.
func highest(t *testing.T, s *Store) (n int) {
	t.Helper()
	if server, ok := s.db.(*server); ok {
		rows(t, server, func(row *sql.Rows) error { return row.Scan(&n) }, `SELECT last_value FROM quads_horizon_seq`)
		return n
	}
	scanBucket(t, onPebble(s).db, "log", func(key, _ []byte) { n = int(be(key)) })
	return n
}

func TestPutReplacesAndRemembers(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		first := article("1", "Sorin:person resign")
		second := article("1", "Sorin:person !resign", "Holt:person sue Sorin:person")
		second.Document.Published = "2022-02-01"
		third := article("1", "Sorin:person resign", "Holt:person resign")
		s := filled(t, first)
		for _, x := range []graph.Extraction{second, third} {
			if err := s.Put(t.Context(), x); err != nil {
				t.Fatal(err)
			}
		}
		got, err := s.Document(t.Context(), "1")
		if err != nil {
			t.Fatal(err)
		}
		want := []graph.Version{
			{SHA256: first.Document.SHA256, Published: "2022-01-31"},
			{SHA256: second.Document.SHA256, Published: "2022-02-01"},
		}
		if !slices.Equal(got.Replaced, want) {
			t.Errorf("history is %v, want %v", got.Replaced, want)
		}
		third.Document.Replaced = want
		sameLines(t, "the replaced document", lines(t, s), lines(t, filled(t, third)))
		if err := s.Put(t.Context(), article("1", "Sorin:person resign", "Holt:person resign")); err != nil {
			t.Fatal(err)
		}
		sameLines(t, "the same text again", lines(t, s), lines(t, filled(t, third)))
	})
}

func TestOtherResultsOfOneTextAreNoNewVersion(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		x := article("1", "Sorin:person resign", "Holt:person resign")
		s := filled(t, x)
		x.Claims = x.Claims[:1]
		if err := s.Put(t.Context(), x); err != nil {
			t.Fatal(err)
		}
		sameLines(t, "fewer claims", lines(t, s), lines(t, filled(t, x)))
	})
}

func TestRemoveAllLeavesNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		if err := s.Remove(t.Context(), "gamma one", "alpha/1", "beta/1", "alpha/2", "beta/1"); err != nil {
			t.Fatal(err)
		}
		sameLines(t, "the empty store", lines(t, s), nil)
		if st, err := s.Stats(t.Context()); err != nil || st != (Stats{}) {
			t.Errorf("stats are %+v, %v", st, err)
		}
		if left := counted(t, s); len(left) > 0 {
			t.Errorf("%d values are still there", len(left))
		}
	})
}

func TestRemoveWhatIsNotThere(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		want := lines(t, s)
		err := s.Remove(t.Context(), "alpha/1", "zeta")
		if !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), "zeta") {
			t.Errorf("got error %v, want one that names zeta", err)
		}
		sameLines(t, "after the failed removal", lines(t, s), want)
	})
}

func TestPutStopsWhenCanceled(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()[:1]...)
		want := lines(t, s)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := s.Put(ctx, news()[1:]...); !errors.Is(err, context.Canceled) {
			t.Errorf("got error %v", err)
		}
		sameLines(t, "after the cancellation", lines(t, s), want)
	})
}

func TestPutRefuses(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		const sue = "Sorin:person sue NATO:organization"
		other := graph.EntityID("2", graph.Span{Start: 0, End: 12})
		tests := []struct {
			why    string
			change func(*graph.Extraction)
			want   string
		}{
			{"a document without id", func(x *graph.Extraction) { x.Document.ID = "" }, "no id"},
			{"the hash of another text", func(x *graph.Extraction) { x.Document.Text += "." }, "SHA-256"},
			{"bytes that are no text", func(x *graph.Extraction) { x.Document.Outlet = "\xff" }, "UTF-8"},
			{"an entity of another document", func(x *graph.Extraction) { x.Entities[0].Document = "2" }, `document "2"`},
			{"an entity that has another document's id", func(x *graph.Extraction) { x.Entities[0].ID = other }, other},
			{"an entity twice", func(x *graph.Extraction) { x.Entities[1].ID = x.Entities[0].ID }, "twice"},
			{"an entity that belongs to nobody known", func(x *graph.Extraction) { x.Entities[0].Affiliation = other }, other},
			{"a name that is no text", func(x *graph.Extraction) { x.Entities[0].Name = "\xff" }, "UTF-8"},
			{"a mention that is no text", func(x *graph.Extraction) { x.Entities[0].Mentions[0].Text = "\xff" }, "UTF-8"},
			{"a claim of another document", func(x *graph.Extraction) { x.Claims[0].Document = "2" }, `document "2"`},
			{"a claim with a made-up id", func(x *graph.Extraction) { x.Claims[0].ID = "claim:1" }, "claim:1"},
			{"a description with the id of a claim", func(x *graph.Extraction) { x.Descriptions = x.Claims[:1] }, "has not the id"},
			{"a claim twice", func(x *graph.Extraction) { x.Claims = append(x.Claims, x.Claims[0]) }, "twice"},
			{"a claim that says nothing", func(x *graph.Extraction) {
				x.Claims[0].Predicate.Lemma = ""
				x.Claims[0].ID = graph.ClaimID(&x.Claims[0])
			}, "no predicate"},
			{"a predicate that is no text", func(x *graph.Extraction) { x.Claims[0].Predicate.Text = "\xff" }, "UTF-8"},
			{"a subject that is not there", func(x *graph.Extraction) { x.Claims[0].Subject.Entity = other }, other},
			{"an object that is not there", func(x *graph.Extraction) { x.Claims[0].Object.Entity = other }, other},
			{"an object that is no text", func(x *graph.Extraction) { x.Claims[0].Object.Text = "\xff" }, "UTF-8"},
			{"an owner that is not there", func(x *graph.Extraction) {
				*x.Claims[0].Object = graph.Argument{Thing: &graph.Thing{Lemma: "army", Owner: other}, Span: x.Claims[0].Object.Span}
			}, other},
			{"a claim said that is not there", func(x *graph.Extraction) { x.Claims[0].Args = []graph.Argument{{Claim: "claim:2"}} }, "claim:2"},
			{"a place that is not there", func(x *graph.Extraction) { x.Claims[0].Place = &graph.Argument{Entity: other} }, other},
			{"a speaker that is not there", func(x *graph.Extraction) { speak(x, graph.Speaker{Argument: graph.Argument{Entity: other}}) }, other},
			{"a speaker that is a claim", func(x *graph.Extraction) {
				speak(x, graph.Speaker{Argument: graph.Argument{Claim: x.Claims[0].ID}})
			}, "speaker"},
			{"an act of saying that is not there", func(x *graph.Extraction) { speak(x, graph.Speaker{Claim: "claim:2"}) }, "claim:2"},
		}
		for _, test := range tests {
			t.Run(test.why, func(t *testing.T) {
				x := article("1", sue)
				test.change(&x)
				s := filled(t)
				err := s.Put(t.Context(), article("0", sue), x)
				if !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), test.want) {
					t.Errorf("got error %v, want one with %q", err, test.want)
				}
				sameLines(t, "after the refusal", lines(t, s), nil)
			})
		}
	})
}

// speak gives the first claim a speaker, and an id that fits.
func speak(x *graph.Extraction, s graph.Speaker) {
	c := &x.Claims[0]
	old := c.ID
	c.Attribution = []graph.Speaker{s}
	c.ID = graph.ClaimID(c)
	if s.Argument.Claim == old {
		c.Attribution[0].Argument.Claim = c.ID
	}
}

func TestPutRefusesTwoContentsForOneId(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t)
		err := s.Put(t.Context(), article("1", "Sorin:person resign"), article("1", "Holt:person resign"))
		if !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), `"1"`) {
			t.Errorf("got error %v", err)
		}
	})
}

// drawArticle draws from few names, so that documents meet in many actors, and
// names change their type.
func drawArticle(t *rapid.T, id string) graph.Extraction {
	actor := rapid.SampledFrom([]string{
		"Georgia:state", "Georgia:person", "georgia:unknown", "GEORGIA:state", "NATO:organization", "nato:unknown", "Sorin:person", "!!:group",
	})
	text := make([]string, rapid.IntRange(1, 3).Draw(t, "lines"))
	for i := range text {
		verb := rapid.SampledFrom([]string{"sue", "!sue", "=meet"}).Draw(t, "verb")
		object := rapid.SampledFrom([]string{"", " army", " army@" + actor.Draw(t, "owner"), " " + actor.Draw(t, "object")}).Draw(t, "form")
		quote := rapid.SampledFrom([]string{"", `"`}).Draw(t, "quote")
		text[i] = quote + actor.Draw(t, "subject") + " " + verb + object
	}
	return article(id, text...)
}

func drawArticles(t *rapid.T, most int) []graph.Extraction {
	out := make([]graph.Extraction, rapid.IntRange(1, most).Draw(t, "documents"))
	for i := range out {
		out[i] = drawArticle(t, fmt.Sprint(i))
	}
	return out
}

func TestAnyOrderAndBatchingGivesTheSameQuads(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		rapid.Check(t, func(t *rapid.T) {
			docs := drawArticles(t, 6)
			once, parts := filled(t), filled(t)
			put(t, once, docs...)
			mixed := rapid.Permutation(docs).Draw(t, "order")
			for len(mixed) > 0 {
				n := rapid.IntRange(1, len(mixed)).Draw(t, "batch")
				put(t, parts, mixed[:n]...)
				mixed = mixed[n:]
			}
			sameLines(t, "in parts", lines(t, parts), lines(t, once))
		})
	})
}

// Whatever is put, replaced and removed, the store is that of the documents
// that are left.
func TestAnyChangesLeaveTheStoreOfWhatIsLeft(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		rapid.Check(t, func(t *rapid.T) {
			s := filled(t)
			left := make(map[string]graph.Extraction)
			for range rapid.IntRange(1, 8).Draw(t, "changes") {
				changeOne(t, s, left)
			}
			afresh := filled(t)
			put(t, afresh, slices.Collect(maps.Values(left))...)
			sameLines(t, "changed", lines(t, s), lines(t, afresh))
			same(t, "counts", counted(t, s), counted(t, afresh))
		})
	})
}

// changeOne puts or removes a document, in the store and in what is left.
func changeOne(t *rapid.T, s *Store, left map[string]graph.Extraction) {
	t.Helper()
	id := rapid.SampledFrom([]string{"0", "1", "2"}).Draw(t, "document")
	if _, there := left[id]; there && rapid.Bool().Draw(t, "remove") {
		if err := s.Remove(t.Context(), id); err != nil {
			t.Fatal(err)
		}
		delete(left, id)
		return
	}
	x := drawArticle(t, id)
	put(t, s, x)
	d, err := s.Document(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	x.Document.Replaced = d.Replaced
	left[id] = x
}
