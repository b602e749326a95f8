package store

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph"
)

func merged(from, into string) graph.Decision {
	return graph.Decision{Kind: graph.MergeDecision, Anchor: &graph.Anchor{Surface: from}, Into: &graph.Anchor{Surface: into}}
}

func judged(judgement graph.Judgement) graph.Decision {
	return graph.Decision{Kind: graph.ReviewDecision, Review: &graph.Review{Claim: "claim:1", Judgement: judgement}}
}

func actorIDs(t *testing.T, s *Store) (ids []string) {
	t.Helper()
	view, err := s.View(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range view.Actors() {
		ids = append(ids, a.ID)
	}
	return ids
}

func TestDecide(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, article("1", "Sorin:person sue NATO:organization", "Kremlin:organization sue NATO:organization"))
		before := lines(t, s)
		kept, err := s.Decide(t.Context(), merged("Kremlin", "Sorin"), judged(graph.Wrong))
		if err != nil || len(kept) != 2 || kept[0].Number != 1 || kept[1].Number != 2 {
			t.Fatalf("kept %v, %v", kept, err)
		}
		if got := actorIDs(t, s); !slices.Equal(got, []string{"actor:nato", "actor:sorin"}) {
			t.Errorf("actors are %v", got)
		}
		decided := lines(t, s)
		if err := s.Put(t.Context(), article("2", "Kremlin:organization resign")); err != nil {
			t.Fatal(err)
		}
		if got := actorIDs(t, s); !slices.Equal(got, []string{"actor:nato", "actor:sorin"}) {
			t.Errorf("with another document actors are %v", got)
		}
		if err := s.Remove(t.Context(), "2"); err != nil {
			t.Fatal(err)
		}
		sameLines(t, "without it", lines(t, s), decided)
		if all, err := s.Decisions(t.Context()); err != nil || !reflect.DeepEqual(all, kept) {
			t.Errorf("decisions are %v, %v", all, err)
		}
		if _, err := s.Decide(t.Context(), kept...); err != nil {
			t.Error(err)
		}
		sameLines(t, "decided again", lines(t, s), decided)
		if err := s.Undo(t.Context(), kept[1].ID(), kept[0].ID()); err != nil {
			t.Fatal(err)
		}
		sameLines(t, "undone", lines(t, s), before)
	})
}

func TestNumbersFollowTheHighest(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, article("1", "Sorin:person resign"))
		seventh := merged("a", "b")
		seventh.Number = 7
		kept, err := s.Decide(t.Context(), merged("c", "d"), seventh, merged("e", "f"))
		if err != nil || kept[0].Number != 8 || kept[1].Number != 7 || kept[2].Number != 9 {
			t.Errorf("kept %v, %v", kept, err)
		}
	})
}

func TestDecideRefuses(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, article("1", "Sorin:person resign"))
		before := lines(t, s)
		_, err := s.Decide(t.Context(), merged("a", "b"), merged("c", "c"))
		if !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), `decision 2, merge: "c" would be joined with itself`) {
			t.Errorf("got error %v", err)
		}
		err = s.Undo(t.Context(), "decision:0")
		if !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), "decision:0") {
			t.Errorf("got error %v", err)
		}
		sameLines(t, "refused", lines(t, s), before)
	})
}

func TestResolutionAroundAName(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, article("1", "Sorin:person sue NATO:organization"), article("2", "Kremlin:organization sue NATO:organization"))
		if _, err := s.Decide(t.Context(), merged("Kremlin", "Sorin")); err != nil {
			t.Fatal(err)
		}
		r, err := s.Resolution(t.Context(), "Sorin")
		if err != nil || len(r.Actors()) != 1 || len(r.Uses("actor:sorin")) != 2 {
			t.Errorf("got %v, %v", r.Actors(), err)
		}
	})
}

func drawDecision(t *rapid.T) graph.Decision {
	anchor := func() *graph.Anchor {
		return &graph.Anchor{
			Surface:  rapid.SampledFrom([]string{"Georgia", "NATO", "Sorin", "!!", "Nobody"}).Draw(t, "surface"),
			Type:     rapid.SampledFrom([]graph.ActorType{"", graph.Person, graph.State}).Draw(t, "type"),
			Document: rapid.SampledFrom([]string{"", "0", "1"}).Draw(t, "in"),
		}
	}
	d := graph.Decision{Number: rapid.IntRange(1, 3).Draw(t, "number"), Kind: graph.MergeDecision, Anchor: anchor(), Into: anchor()}
	switch kind := rapid.SampledFrom([]graph.DecisionKind{graph.MergeDecision, graph.SplitDecision, graph.RenameDecision}).Draw(t, "kind"); {
	case kind == graph.RenameDecision:
		d.Kind, d.Into, d.Name = kind, nil, rapid.SampledFrom([]string{"NATO", "Somebody"}).Draw(t, "name")
	case kind == graph.SplitDecision || *d.Anchor == *d.Into:
		d.Kind, d.Into, d.Anchor.Document = graph.SplitDecision, nil, "1"
	}
	return d
}

// Whatever is put, removed, decided and undone, in any order, the store is that
// of the documents and decisions that are left.
func TestAnyDecisionsLeaveTheStoreOfWhatIsLeft(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		rapid.Check(t, func(t *rapid.T) {
			s := filled(t)
			documents, decided := make(map[string]graph.Extraction), make(map[string]graph.Decision)
			for range rapid.IntRange(1, 8).Draw(t, "changes") {
				switch rapid.IntRange(0, 2).Draw(t, "change") {
				case 0:
					changeOne(t, s, documents)
				case 1:
					d := drawDecision(t)
					if _, err := s.Decide(t.Context(), d); err != nil {
						t.Fatal(err)
					}
					decided[d.ID()] = d
				default:
					if ids := slices.Sorted(maps.Keys(decided)); len(ids) > 0 {
						if err := s.Undo(t.Context(), ids[0]); err != nil {
							t.Fatal(err)
						}
						delete(decided, ids[0])
					}
				}
			}
			afresh := filled(t)
			for _, d := range decided {
				if _, err := afresh.Decide(t.Context(), d); err != nil {
					t.Fatal(err)
				}
			}
			for _, x := range documents {
				put(t, afresh, x)
			}
			sameLines(t, fmt.Sprint("decided ", len(decided)), lines(t, s), lines(t, afresh))
		})
	})
}
