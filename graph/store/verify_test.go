package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
)

// sound are documents whose words are all where they are said to be.
func sound() []graph.Extraction {
	docs := news()
	for i := range docs {
		for j := range docs[i].Entities {
			docs[i].Entities[j].Mentions = nil
		}
	}
	return docs
}

func verified(t *testing.T, s *Store) []string {
	t.Helper()
	faults, err := s.Verify(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return faults
}

func TestVerifyFindsNoFault(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t)
		if faults := verified(t, s); len(faults) > 0 {
			t.Errorf("an empty store: %q", faults)
		}
		if err := s.Put(t.Context(), sound()...); err != nil {
			t.Fatal(err)
		}
		if faults := verified(t, s); len(faults) > 0 {
			t.Errorf("put: %q", faults)
		}
		if err := s.Remove(t.Context(), "alpha/1"); err != nil {
			t.Fatal(err)
		}
		if faults := verified(t, s); len(faults) > 0 {
			t.Errorf("after a removal: %q", faults)
		}
	})
}

// spoil changes one entry of the graph.
func spoil(t *testing.T, s *Store, f func(tx *transaction) error) {
	t.Helper()
	tx, err := onPebble(s).db.begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Close()
	if err := f(tx); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// firstKey is the first key of the buckets that begin so.
func firstKey(t *testing.T, tx *transaction, bucket ...[]byte) kv.Key {
	t.Helper()
	it := tx.Scan(bucket)
	defer it.Close()
	if !it.Next(t.Context()) {
		t.Fatalf("nothing in %q", bucket)
	}
	k := it.Key()
	return kv.Key{slices.Clone([]byte(k[0])), slices.Clone([]byte(k[1]))}
}

func TestVerifyFindsFaultsAndRepairMendsThem(t *testing.T) {
	remove := func(bucket ...[]byte) func(*testing.T, *transaction) error {
		return func(t *testing.T, tx *transaction) error { return tx.Del(firstKey(t, tx, bucket...)) }
	}
	tests := []struct {
		why   string
		spoil func(*testing.T, *transaction) error
		says  string
	}{
		{"an entry of an index is gone", remove([]byte("ops"), nil), "index ops: 1 of a quad in the log are missing"},
		{"an index names a quad that is none", func(t *testing.T, tx *transaction) error {
			return tx.Put(firstKey(t, tx, []byte("sp"), nil), encodeIDs([]uint64{1 << 40}))
		}, "index sp: 1 are of no quad in the log"},
		{"a value is not found", remove([]byte("v")), "ids of values: 1 of a value in the log are missing"},
		{"uses of a value are miscounted", func(t *testing.T, tx *transaction) error {
			return tx.Put(firstKey(t, tx, []byte("n")), encodeIDs([]uint64{99}))
		}, "counts of values: 1 "},
		{"a value is not in the log", func(t *testing.T, tx *transaction) error {
			return tx.Del(logKey(idIn(t, tx, quad.IRI("actor:sorin"))))
		}, "log: a quad has value "},
		{"a predicate is not in the log", func(t *testing.T, tx *transaction) error {
			return tx.Del(logKey(idIn(t, tx, quads.Record)))
		}, "log: a quad has value "},
		{"the quads are miscounted", func(t *testing.T, tx *transaction) error {
			return tx.Put(kv.SKey(metaBucket, "size"), []byte{1, 0, 0, 0, 0, 0, 0, 0})
		}, "size of the graph is 1"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			s := filled(t, sound()...)
			want := keyed(t, onPebble(s).db)
			spoil(t, s, func(tx *transaction) error { return test.spoil(t, tx) })
			if faults := verified(t, s); !strings.Contains(strings.Join(faults, "\n"), test.says) {
				t.Errorf("found %q", faults)
			}
			lost, err := s.Repair(t.Context())
			if err != nil || len(lost) > 0 {
				t.Fatalf("repair: lost %q, %v", lost, err)
			}
			if faults := verified(t, s); len(faults) > 0 {
				t.Errorf("after the repair: %q", faults)
			}
			sameLines(t, "after the repair", keyed(t, onPebble(s).db), want)
		})
	}
}

// idIn is the id that a value has.
func idIn(t *testing.T, tx *transaction, v quad.Value) uint64 {
	t.Helper()
	hash := cayley.HashOf(v)
	entry, err := tx.Get(t.Context(), nodeKey('v', hash[:]))
	if err != nil {
		t.Fatal(err)
	}
	ids, err := decodeIDs(entry)
	if err != nil {
		t.Fatal(err)
	}
	return ids[0]
}

// forgotten takes a value out of the graph, but not the quads that have it.
func forgotten(t *testing.T, s *Store, v quad.Value) {
	t.Helper()
	if server, ok := s.db.(*server); ok {
		hash := cayley.HashOf(v)
		administer(t, server.address, fmt.Sprintf(`DELETE FROM nodes WHERE hash = '\x%x'`, hash[:]))
		return
	}
	spoil(t, s, func(tx *transaction) error { return tx.Del(logKey(idIn(t, tx, v))) })
}

// A document of which something is not there that cannot be made again is left
// out and named, and the others stay.
func TestRepairWithoutAValue(t *testing.T) {
	of := func(t *testing.T, s *Store, subject quad.IRI) quad.Value {
		for q, err := range s.Scan(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			if q.Subject == subject && q.Predicate == quads.Record {
				return q.Object
			}
		}
		t.Fatalf("no record of %s", subject)
		return nil
	}
	docs := sound()
	claim, entity := quad.IRI(docs[1].Claims[0].ID), quad.IRI(docs[1].Entities[0].ID)
	onBoth(t, func(t *testing.T, filled place) {
		for why, value := range map[string]func(s *Store) quad.Value{
			"a claim's record":      func(s *Store) quad.Value { return of(t, s, claim) },
			"a claim's name":        func(*Store) quad.Value { return claim },
			"an entity's record":    func(s *Store) quad.Value { return of(t, s, entity) },
			"the document's record": func(s *Store) quad.Value { return of(t, s, "document:alpha/2") },
			"the document's name":   func(*Store) quad.Value { return quad.IRI("document:alpha/2") },
		} {
			t.Run(why, func(t *testing.T) {
				s := filled(t, docs...)
				forgotten(t, s, value(s))
				if faults := verified(t, s); len(faults) == 0 {
					t.Error("found no fault")
				}
				lost, err := s.Repair(t.Context())
				if err != nil || !slices.ContainsFunc(lost, func(l string) bool { return strings.HasPrefix(l, `document "alpha/2": `) }) {
					t.Fatalf("lost %q, %v", lost, err)
				}
				if faults := verified(t, s); len(faults) > 0 {
					t.Errorf("after the repair: %q", faults)
				}
				sameLines(t, "after the repair", lines(t, s), lines(t, filled(t, slices.Delete(slices.Clone(docs), 1, 2)...)))
			})
		}
	})
}

func TestVerifyFindsQuadsThatNobodyMakes(t *testing.T) {
	s := filled(t, sound()...)
	foreign := quad.MakeIRI("a", "p", "b", "")
	gone := quad.Quad{Subject: quad.IRI("document:beta/1"), Predicate: quad.IRI("schema:publisher"), Object: quad.String("Alpha")}
	if err := write(t.Context(), onPebble(s).db, []quad.Quad{foreign}, []quad.Quad{gone}); err != nil {
		t.Fatal(err)
	}
	faults := strings.Join(verified(t, s), "\n")
	for _, want := range []string{"no document or decision makes the quad <a> <p> <b>", "1 quads that documents and decisions make are missing"} {
		if !strings.Contains(faults, want) {
			t.Errorf("faults are %q", faults)
		}
	}
}

// Words that are not where they are said to be, which Put does not look at.
func TestRepairLeavesOutWhatCannotBe(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		docs := sound()
		docs[1].Entities[0].Mentions = []graph.Mention{{Text: "nobody", Kind: graph.NameMention}}
		s := filled(t, docs...)
		const says = `document "alpha/2": entity:`
		if faults := verified(t, s); len(faults) == 0 || !strings.HasPrefix(faults[0], says) {
			t.Errorf("found %q", faults)
		}
		lost, err := s.Repair(t.Context())
		if err != nil || len(lost) != 1 || !strings.HasPrefix(lost[0], says) {
			t.Fatalf("lost %q, %v", lost, err)
		}
		sameLines(t, "after the repair", lines(t, s), lines(t, filled(t, slices.Delete(docs, 1, 2)...)))
	})
}
