package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
)

func TestReadSaid(t *testing.T) {
	rows := readSaid([]byte("\ufeffIt rains , Ann said .\trains\tIt\tT: now\tC: Ann said\nIt rains , Ann said .\nIt rains , Ann said .\tsaid\tAnn\tIt rains\n"))
	if len(rows) != 2 {
		t.Fatalf("%d rows, want those with a tuple", len(rows))
	}
	if r := rows[0]; r.sentence != "It rains , Ann said ." || r.context != "Ann said" || strings.Join(r.tuple.arguments, "|") != "It|now" {
		t.Errorf("got %+v", r)
	}
	if rows[1].context != "" {
		t.Errorf("the saying itself has the source %q", rows[1].context)
	}
}

func TestSaidSource(t *testing.T) {
	const text = "Ann Lee said Bob left Rome ; she added that Carl stayed and Dan is mayor ."
	story := graphtest.New()
	story.Actor("Ann Lee", graph.Person, "")
	s := story.Document(graph.Document{ID: "a", Text: text}).Sentence(text)
	speaker := func(a graph.Argument) []graph.Speaker { return []graph.Speaker{{Argument: a, Verb: "say"}} }
	s.Claim(graph.Claim{Subject: s.Words("Bob"), Predicate: s.Verb("leave", "left"), Object: new(s.Words("Rome")), Attribution: speaker(s.Words("Ann Lee"))})
	s.Claim(graph.Claim{Subject: s.Words("Carl"), Predicate: s.Verb("stay", "stayed"), Object: new(s.Words("Rome")), Attribution: speaker(s.Pronoun("she", "Ann Lee", "Ann Lee"))})
	s.Claim(graph.Claim{Subject: s.Words("she"), Predicate: s.Verb("add", "added"), Object: new(s.Words("Carl stayed"))})
	x := graph.Extraction{Document: story.Documents()[0], Claims: story.Claims()}
	x.Descriptions = []graph.Claim{{Subject: s.Words("Dan"), Predicate: s.Verb("be", "is"), Object: new(s.Words("mayor")), Attribution: speaker(s.Words("Ann Lee"))}}
	claims := slices.Concat(x.Claims, x.Descriptions)
	tests := []struct {
		reason, row, context string
		claim                int // of those above, or -1
		right, has           bool
	}{
		{"the speaker's name", "left | Bob | Rome", "Ann Lee said", 0, true, true},
		{"a pronoun for it", "stayed | Carl | Rome", "she added that", 1, true, true},
		{"the name for a pronoun", "stayed | Carl | Rome", "Lee added", 1, true, true},
		{"another speaker", "left | Bob | Rome", "Dan said", 0, false, true},
		{"the saying has no speaker", "added that | she | Carl stayed", "", 2, false, false},
		{"no claim with that predicate", "sings | Bob | well", "Ann Lee said", -1, false, false},
		{"a description", "is | Dan | mayor", "Ann Lee said", 3, true, true},
	}
	for _, test := range tests {
		parts := strings.Split(test.row, " | ")
		r := saidRow{tuple: tuple{predicate: parts[0], arguments: parts[1:]}, context: test.context}
		r.match(&x)
		got := -1
		if r.claim != nil {
			got = slices.IndexFunc(claims, func(c graph.Claim) bool { return c.Predicate == r.claim.Predicate })
		}
		if got != test.claim || r.sourceRight() != test.right || r.hasSource() != test.has {
			t.Errorf("%s: claim %d, source right %v, source %v", test.reason, got, r.sourceRight(), r.hasSource())
		}
	}
}

func TestNewTuple(t *testing.T) {
	const text = "On Monday , the letter had not been quickly answered by the White House in Rome with a threat ; Ann met with Bob , Dan said , before the signing of a treaty by Eve ."
	s := graphtest.New().Document(graph.Document{ID: "a", Text: text}).Sentence(text)
	passive := graph.Claim{
		Subject: s.Words("the White House"), Predicate: s.Verb("answer", "answered"), Object: new(s.Words("the letter")),
		Args: []graph.Argument{graphtest.As("with", s.Words("a threat"))}, Place: new(s.Words("Rome")),
		Time: &graph.Time{Span: s.Words("Monday").Span},
	}
	agentless := passive
	agentless.Subject, agentless.Object, agentless.Args = *passive.Object, nil, nil
	tests := []struct {
		reason string
		claim  graph.Claim
		want   string
	}{
		{"a passive stands as in the text", passive, "had not been quickly answered by | the letter | the White House | with a threat | in Rome | On Monday"},
		{"a passive without an agent", agentless, "had not been quickly answered by | the letter | the White House in Rome with a threat | On Monday"},
		{"a verb takes its preposition", graph.Claim{Subject: s.Words("Ann"), Predicate: s.Verb("meet", "met"), Object: new(s.Words("Bob"))}, "met with | Ann | Bob"},
		{"a verb that stands last", graph.Claim{Subject: s.Words("Dan"), Predicate: s.Verb("say", "said"), Object: new(s.Words("Ann met with Bob"))}, "said | Dan | Ann met with Bob"},
		{"and one that stands first", graph.Claim{Subject: s.Words("Eve"), Predicate: s.Verb("sign", "signing"), Object: new(s.Words("a treaty"))}, "signing of | Eve | a treaty"},
	}
	for _, test := range tests {
		got := newTuple(&graph.Document{Text: text}, &test.claim)
		if line := strings.Join(append([]string{got.predicate}, got.arguments...), " | "); line != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.reason, line, test.want)
		}
	}
}
