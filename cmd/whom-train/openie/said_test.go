package openie

import (
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
)

func TestReadSaid(t *testing.T) {
	rows := readSaid([]byte("\ufeffIt rains , Ann said .\trains\tIt\tT: now\tC: Ann said\nIt rains , Ann said .\n\ufeffIt rains , Ann said .\tsaid\tAnn\tIt rains\n"))
	if len(rows) != 2 {
		t.Fatalf("%d rows, want those with a tuple", len(rows))
	}
	if r := rows[0]; r.sentence != "It rains , Ann said ." || r.context != "Ann said" || strings.Join(r.tuple.arguments, "|") != "It|now" {
		t.Errorf("got %+v", r)
	}
	if r := rows[1]; r.sentence != rows[0].sentence || r.context != "" {
		t.Errorf("the saying itself: got %+v", r)
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
