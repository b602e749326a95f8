package export_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
)

// TestPLOVER looks at who is source and target of events.
func TestPLOVER(t *testing.T) {
	tests := []struct {
		why  string
		make func(*graphtest.Sentence) graph.Claim
		want []string // source, target, type and words of the target
	}{
		{"who acts on whom", func(s *graphtest.Sentence) graph.Claim {
			return graph.Claim{Subject: s.Name("A"), Predicate: s.Verb("accuse", "hit"), Object: new(s.Name("B"))}
		}, []string{"A B ACCUSE B"}},
		{"each target has a row", func(s *graphtest.Sentence) graph.Claim {
			return graph.Claim{Subject: s.Name("A"), Predicate: s.Verb("impose", "hit"), Object: new(s.Thing("army", "sanction", "")),
				Args: []graph.Argument{graphtest.As("on", s.Name("B")), graphtest.As("on", s.Name("C"))}}
		}, []string{"A B SANCTION B", "A C SANCTION C"}},
		{"an owner stands for his thing", func(s *graphtest.Sentence) graph.Claim {
			return graph.Claim{Subject: s.Name("A"), Predicate: s.Verb("attack", "hit"), Object: new(s.Thing("army", "army", "B"))}
		}, []string{"A B ASSAULT army"}},
		{"nobody is the target", func(s *graphtest.Sentence) graph.Claim {
			return graph.Claim{Subject: s.Name("A"), Predicate: s.Verb("resign", "hit")}
		}, []string{"A  RETREAT "}},
		{"a demand is one of who makes it", func(s *graphtest.Sentence) graph.Claim {
			return graph.Claim{Subject: s.Name("A"), Predicate: s.Verb("leave", "hit"), Modality: graph.Demanded,
				Attribution: []graph.Speaker{{Argument: s.Name("C"), Verb: "say"}}}
		}, []string{"C A REQUEST A"}},
		{"what is no event has no row", func(s *graphtest.Sentence) graph.Claim {
			return graph.Claim{Subject: s.Name("A"), Predicate: s.Verb("elect", "hit"), Object: new(s.Name("B"))}
		}, nil},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			story := graphtest.New()
			for _, name := range []string{"A", "B", "C"} {
				story.Actor(name, graph.State, "")
			}
			text := story.Document(graph.Document{ID: "x", Text: "C said A hit army of B."})
			s := text.Sentence(text.Text())
			s.Claim(test.make(s))
			if got := ploverRows(t, data(t, story), text.Text()); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// ploverRows are source, target, type and the words of the target of each row.
func ploverRows(t *testing.T, d *export.Data, text string) []string {
	t.Helper()
	var b bytes.Buffer
	if err := export.PLOVER(&b, d); err != nil {
		t.Fatal(err)
	}
	table, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, row := range table[1:] {
		value := func(column string) string { return row[slices.Index(table[0], column)] }
		span := graph.Span{Start: atoi(t, value("target_start")), End: atoi(t, value("target_end"))}
		rows = append(rows, strings.Join([]string{value("source"), value("target"), value("event_type"), text[span.Start:span.End]}, " "))
	}
	return rows
}

// atoi reads an offset, 0 where there is none.
func atoi(t *testing.T, s string) int {
	t.Helper()
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
