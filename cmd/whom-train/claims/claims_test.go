package claims

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
)

const note = "Ann said she met Bob, and a note was sent to Carl."

// gold makes a claim of the words of the note; an empty side is absent.
func gold(subject, predicate, object string, speakers ...string) goldClaim {
	g := goldClaim{
		Subject: side(subject), Predicate: *side(predicate), Object: side(object),
		Lemma: predicate, Polarity: graph.Affirmed, Modality: graph.Asserted,
	}
	for _, s := range speakers {
		g.Speakers = append(g.Speakers, *side(s))
	}
	return g
}

func side(words string) *graph.Span {
	if words == "" {
		return nil
	}
	at := strings.Index(note, words)
	return &graph.Span{Start: at, End: at + len(words)}
}

// system makes the system's claim in the same way.
func system(subject, predicate, lemma, object string, speakers ...string) graph.Claim {
	s := graphtest.New().Document(graph.Document{ID: "note", Text: note}).Sentence(note)
	c := graph.Claim{Subject: s.Words(subject), Predicate: s.Verb(lemma, predicate)}
	if object != "" {
		c.Object = new(s.Words(object))
	}
	for _, name := range speakers {
		c.Attribution = append(c.Attribution, graph.Speaker{Argument: s.Words(name), Verb: "say", Polarity: graph.Affirmed})
	}
	return *s.Claim(c)
}

func goldSentenceOf(claims ...goldClaim) *goldSentence {
	return &goldSentence{
		Sentence: graph.Span{End: len(note)}, Claims: claims, Split: "dev",
		Antecedents: []reference{{Span: *side("she"), Of: *side("Ann")}},
		document:    graph.Document{ID: "note", Text: note},
	}
}

func TestSame(t *testing.T) {
	mutual := gold("Ann", "met", "Bob")
	mutual.Symmetric = true
	referring := gold("a note", "met", "Bob")
	referring.SubjectRef = side("Carl")
	standsFor := system("a note", "met", "meet", "Bob")
	standsFor.Subject.Antecedent = &graph.Antecedent{Text: "Ann", Span: *side("Ann")}
	tests := []struct {
		reason string
		gold   goldClaim
		system graph.Claim
		want   bool
	}{
		{"the same words", gold("Ann", "met", "Bob"), system("Ann", "met", "meet", "Bob"), true},
		{"a longer phrase", gold("note", "sent", ""), system("a note", "sent", "send", ""), true},
		{"another subject", gold("Bob", "met", "Bob"), system("Ann", "met", "meet", "Bob"), false},
		{"another predicate", gold("Ann", "said", "Bob"), system("Ann", "met", "meet", "Bob"), false},
		{"another place of the predicate, but its lemma", gold("Ann", "said", "Bob"), system("Ann", "met", "said", "Bob"), true},
		{"an object that gold has not", gold("Ann", "met", ""), system("Ann", "met", "meet", "Bob"), false},
		{"an object that the system has not", gold("Ann", "met", "Bob"), system("Ann", "met", "meet", ""), false},
		{"what the pronoun of the gold sentence stands for", gold("she", "met", "Bob"), system("Ann", "met", "meet", "Bob"), true},
		{"a reference of the gold claim", referring, system("Carl", "met", "meet", "Bob"), true},
		{"what the system's phrase stands for", gold("Ann", "met", "Bob"), standsFor, true},
		{"a mutual claim the other way round", mutual, system("Bob", "met", "meet", "Ann"), true},
		{"one that is not mutual", gold("Ann", "met", "Bob"), system("Bob", "met", "meet", "Ann"), false},
		{"a passive without an agent", gold("", "sent", "a note"), system("a note", "sent", "be sent", ""), true},
		{"an active verb is none", gold("", "sent", "a note"), system("a note", "sent", "send", ""), false},
		{"a passive whose agent gold has", gold("Ann", "sent", "a note"), system("a note", "sent", "be sent", ""), false},
	}
	for _, test := range tests {
		s := goldSentenceOf(test.gold)
		if got := s.same(&test.gold, &test.system); got != test.want {
			t.Errorf("%s: %s and %s: got %v", test.reason, s.describe(&test.gold), Describe(&test.system), got)
		}
	}
}

func TestSpeakers(t *testing.T) {
	tests := []struct {
		reason         string
		gold, system   []string
		speaker, chain bool
	}{
		{"the outlet in both", nil, nil, true, true},
		{"the same speaker", []string{"Ann"}, []string{"Ann"}, true, true},
		{"a pronoun for the speaker", []string{"she"}, []string{"Ann"}, true, true},
		{"a speaker too many", nil, []string{"Ann"}, false, false},
		{"a speaker missing", []string{"Ann"}, nil, false, false},
		{"another speaker", []string{"Ann"}, []string{"Bob"}, false, false},
		{"the inner one of two", []string{"Ann", "Bob"}, []string{"Bob"}, true, false},
		{"two in the wrong order", []string{"Ann", "Bob"}, []string{"Bob", "Ann"}, false, false},
	}
	for _, test := range tests {
		g, c := gold("Ann", "met", "Bob", test.gold...), system("Ann", "met", "meet", "Bob", test.system...)
		s := goldSentenceOf(g)
		p := claimPair{&g, &c}
		if s.speakerRight(p) != test.speaker || s.chainRight(p) != test.chain {
			t.Errorf("%s: got %v %v, want %v %v", test.reason, s.speakerRight(p), s.chainRight(p), test.speaker, test.chain)
		}
	}
}

// TestMatchPrefersAgreement has two claims with the same spans, of which the
// denied one is the pair of the denied gold claim.
func TestMatchPrefersAgreement(t *testing.T) {
	affirmed, denied := gold("Ann", "met", "Bob"), gold("Ann", "met", "Bob")
	denied.Polarity = graph.Denied
	no, yes := system("Ann", "met", "meet", "Bob"), system("Ann", "met", "meet", "Bob")
	no.Polarity = graph.Denied
	m := goldSentenceOf(affirmed, denied).match([]graph.Claim{no, yes})
	if len(m.pairs) != 2 || len(m.missed)+len(m.extra) != 0 {
		t.Fatalf("%d pairs, %d missed, %d extra", len(m.pairs), len(m.missed), len(m.extra))
	}
	for _, p := range m.pairs {
		if p.gold.Polarity != p.system.Polarity {
			t.Errorf("%s is paired with %s", p.gold.Polarity, p.system.Polarity)
		}
	}
}

func TestTally(t *testing.T) {
	planned := gold("a note", "sent", "", "Ann")
	planned.Modality = graph.Planned
	m := goldSentenceOf(gold("Ann", "met", "Bob"), planned, gold("", "sent", "Carl")).match([]graph.Claim{
		system("Ann", "met", "meet", "Bob", "Ann"), // a speaker that gold has not
		system("a note", "sent", "send", ""),       // neither modality nor speaker
		system("Bob", "met", "meet", "Carl"),       // no pair
	})
	got := make(map[string]string)
	for _, r := range goldScores("dev", []matching{m}) {
		got[r.Name] = fmt.Sprintf("%.1f", r.Value)
	}
	want := map[string]string{
		"dev sentences": "1.0", "dev gold-claims": "3.0", "dev system-claims": "3.0", "dev matched-claims": "2.0",
		"dev recall of asserted": "50.0", "dev recall of planned": "100.0", "dev precision": "66.7", "dev recall": "66.7", "dev F1": "66.7",
		"dev polarity accuracy": "100.0", "dev polarity macro-F1": "100.0", "dev polarity denied F1": "0.0",
		"dev modality accuracy": "50.0", "dev modality asserted F1": "66.7", "dev modality planned F1": "0.0", "dev modality macro-F1": "33.3",
		"dev matched-claims-with-speaker": "1.0", "dev speaker accuracy": "0.0", "dev speaker false": "100.0",
	}
	for name, value := range want {
		if got[name] != value {
			t.Errorf("%s: got %s, want %s", name, got[name], value)
		}
	}
	if of := goldScores("test", []matching{m}); of[0].Value != 0 {
		t.Error("a sentence for development is counted for the test")
	}
}

func TestWithoutDoubles(t *testing.T) {
	in := []goldSentence{
		{Item: 3, Split: "test"}, {Item: 5, Split: "test"}, {SentID: "q", Split: "test"},
		{Item: 3, Split: "dev", Claims: []goldClaim{gold("Ann", "met", "Bob")}}, // by another annotator
		{Item: 5, Split: "dev", Sentence: graph.Span{Start: 9, End: 20}},        // another sentence of the item
	}
	var got []string
	for _, s := range withoutDoubles(in) {
		got = append(got, fmt.Sprint(s.Item, s.SentID, s.Split, s.Sentence.Start, len(s.Claims)))
	}
	want := []string{"3dev0 0", "5test0 0", "0qtest0 0", "5dev9 0"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMissesPrint(t *testing.T) {
	m := goldSentenceOf(gold("Ann", "met", "Bob", "she"), gold("", "sent", "a note")).match([]graph.Claim{
		system("Ann", "met", "meet", "Bob"), system("Bob", "said", "say", ""),
	})
	var got bytes.Buffer
	m.print(&got)
	want := `note: Ann said she met Bob, and a note was sent to Carl.
  - – | sent (sent) | a note
  + Bob | said (say) | –
  ~ Ann | met (met) | Bob [says she]
    Ann | met (meet) | Bob

`
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &got, want)
	}
	right := goldSentenceOf(gold("Ann", "met", "Bob")).match([]graph.Claim{system("Ann", "met", "meet", "Bob")})
	got.Reset()
	if right.print(&got); got.Len() > 0 {
		t.Errorf("a sentence that is all right prints %q", &got)
	}
}
