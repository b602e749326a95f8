package plover

import (
	"fmt"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
)

func TestReadMarkup(t *testing.T) {
	tests := []struct{ reason, markup, text, want string }{
		{"source, target and event", "(SRC: Finland) (EVT: will give) (TAR: Tanzania) a (EVT: grant).",
			"Finland will give Tanzania a grant.", "SRC=Finland EVT=will+give TAR=Tanzania EVT=grant"},
		{"one that is both", "(SRC/TAR: Jordan) and (SRC/TAR: Egypt) (EVT: met).",
			"Jordan and Egypt met.", "SRC/TAR=Jordan SRC/TAR=Egypt EVT=met"},
		{"brackets of the text", "The agency (WFP) (EVT: left) (TAR: Mali).",
			"The agency (WFP) left Mali.", "EVT=left TAR=Mali"},
		{"one mark inside another", "It (EVT: went) (LOC: to (TAR: Mali)).", "It went to Mali.", "EVT=went LOC=to+Mali TAR=Mali"},
		{"a brace by mistake", "It (EVT: went} to (TAR: Mali).", "It went to Mali.", "EVT=went TAR=Mali"},
		{"a word misspelt is left out", "(SRC: Isreal) (EVT: left) (TAR: the Gaza Strip).", "Israel left the Gaza Strip.", "EVT=left TAR=the+Gaza+Strip"},
		{"a word more in the text", "(SRC: Iran) (EVT: left).", "Iran, Iran said, left.", "SRC=Iran EVT=left"},
	}
	for _, test := range tests {
		doc := graph.Document{Text: test.text}
		var got []string
		for _, m := range readMarkup(test.markup, test.text) {
			got = append(got, m.label+"="+strings.ReplaceAll(m.text(&doc), " ", "+"))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: got %s, want %s", test.reason, got, test.want)
		}
	}
}

// recordOf makes a record whose claim has the words as its sides; those in
// capitals are entities, with the country.
func recordOf(markup, source, target string, claim ...string) *record {
	text := strings.NewReplacer("(SRC: ", "", "(TAR: ", "", "(SRC/TAR: ", "", "(EVT: ", "", ")", "").Replace(markup)
	r := &record{Text: text, TextInfo: fmt.Appendf(nil, `{"markup":%q}`, markup), Target: []byte("null")}
	if source != "" {
		r.Source = []codedActor{{Code: source}}
	}
	if target != "" {
		r.Target = fmt.Appendf(nil, `[{"code":%q}]`, target)
	}
	r.prepare()
	at := func(words string) graph.Span {
		i := strings.Index(text, words)
		return graph.Span{Start: i, End: i + len(words)}
	}
	side := func(words string) graph.Argument { return graph.Argument{Text: words, Span: at(words), Entity: words} }
	c := graph.Claim{Subject: side(claim[0]), Predicate: graph.Predicate{Span: at(claim[1])}}
	if len(claim) > 2 {
		c.Object = new(side(claim[2]))
	}
	r.read = graph.Extraction{Document: graph.Document{Text: text}, Claims: []graph.Claim{c}}
	return r
}

func TestPloverRight(t *testing.T) {
	const aid = "(SRC: Finland) said it (EVT: will give) (TAR: Tanzania) a grant."
	const talks = "(SRC/TAR: Jordan) and (SRC/TAR: Egypt) (EVT: held talks)."
	const left = "(SRC: Avril) (EVT: resigned) and wept."
	const killed = "Three (TAR: civilians) (EVT: were killed)."
	mutual := recordOf(talks, "JOR", "", "Jordan", "held talks", "Egypt")
	mutual.read.Claims[0].Symmetric = true
	oneSided := recordOf(talks, "JOR", "", "Jordan", "held talks", "Jordan")
	oneSided.read.Claims[0].Symmetric = true
	pronoun := recordOf(aid, "FIN", "TZA", "it", "give", "Tanzania")
	pronoun.read.Claims[0].Subject.Antecedent = &graph.Antecedent{Span: graph.Span{Start: 0, End: 7}}
	alias := recordOf(aid, "FIN", "TZA", "it", "give", "Tanzania")
	alias.read.Entities = []graph.Entity{{ID: "it", Mentions: []graph.Mention{{Span: graph.Span{Start: 0, End: 7}}}}}
	country := recordOf(aid, "FIN", "TZA", "it", "give", "Tanzania")
	country.read.Entities = []graph.Entity{{ID: "it", Country: "FIN"}}
	same := recordOf(aid, "FIN", "FIN", "it", "give", "Tanzania")
	same.read.Entities = country.read.Entities
	argument := recordOf(aid, "FIN", "TZA", "Finland", "give", "a grant")
	argument.read.Claims[0].Args = []graph.Argument{argument.read.Claims[0].Subject, *recordOf(aid, "", "", "Tanzania", "give").subject()}
	clause := recordOf(aid, "FIN", "TZA", "Finland", "said", "it will give Tanzania a grant")
	clause.read.Claims[0].Object.Entity = ""
	tests := []struct {
		reason string
		record *record
		want   bool
	}{
		{"both sides", recordOf(aid, "FIN", "TZA", "Finland", "give", "Tanzania"), true},
		{"the wrong way round", recordOf(aid, "FIN", "TZA", "Tanzania", "give", "Finland"), false},
		{"the target missing", recordOf(aid, "FIN", "TZA", "Finland", "give", "a grant"), false},
		{"the target as an argument", argument, true},
		{"a clause is no target", clause, false},
		{"a pronoun whose antecedent is marked", pronoun, true},
		{"a pronoun without one", recordOf(aid, "FIN", "TZA", "it", "give", "Tanzania"), false},
		{"an alias that is marked", alias, true},
		{"the country of the source", country, true},
		{"which says nothing where both are of it", same, false},
		{"a mutual act", mutual, true},
		{"a mutual act that is not so marked", recordOf(talks, "JOR", "", "Jordan", "held talks", "Egypt"), false},
		{"a mutual act with oneself", oneSided, false},
		{"a source alone, in the event", recordOf(left, "HTI", "", "Avril", "resigned"), true},
		{"a source alone, elsewhere", recordOf(left, "HTI", "", "Avril", "wept"), false},
		{"a target alone as patient", recordOf(killed, "", "IRQ", "civilians", "killed"), true},
	}
	for _, test := range tests {
		if got := test.record.has(test.record.claimRight); got != test.want {
			t.Errorf("%s: got %v", test.reason, got)
		}
	}
}

func (r *record) subject() *graph.Argument { return &r.read.Claims[0].Subject }
