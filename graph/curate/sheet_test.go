package curate_test

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/curate"
)

func claims(n int) []graph.Claim {
	out := make([]graph.Claim, n)
	for i := range out {
		out[i] = graph.Claim{ID: fmt.Sprintf("claim:%d", i), Document: "d", Predicate: graph.Predicate{Lemma: "reject"}, Polarity: graph.Affirmed, Modality: graph.Asserted}
	}
	return out
}

func TestSample(t *testing.T) {
	all := claims(50)
	first := curate.Sample(all, 10, 7)
	slices.Reverse(all)
	if !reflect.DeepEqual(first, curate.Sample(all, 10, 7)) {
		t.Error("the order of the claims matters")
	}
	if !reflect.DeepEqual(first, curate.Sample(all, 20, 7)[:10]) {
		t.Error("a larger sample does not begin with the smaller")
	}
	if reflect.DeepEqual(first, curate.Sample(all, 10, 8)) {
		t.Error("another seed gives the same sample")
	}
	if got := curate.Sample(all, 60, 7); len(got) != 50 {
		t.Errorf("%d of 50 claims", len(got))
	}
	// Each claim is drawn about as often: 400 samples of 10 of 50 make 80 each.
	count := make(map[string]int)
	for seed := range int64(400) {
		for _, c := range curate.Sample(all, 10, seed) {
			count[c.ID]++
		}
	}
	for id, n := range count {
		if n < 45 || n > 115 {
			t.Errorf("%s is in %d of 400 samples", id, n)
		}
	}
}

func TestSheet(t *testing.T) {
	all := claims(4)
	var b bytes.Buffer
	var lines []curate.Line
	for i := range all {
		lines = append(lines, curate.Line{Claim: &all[i], Says: "=1+1", Subject: "NATO", Object: "the demand", Text: "NATO “rejected”,\nit said."})
	}
	if err := curate.WriteSheet(&b, lines); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "claim:0,d,'=1+1,affirmed,asserted,NATO,rejects,the demand,,") {
		t.Errorf("a sheet is %s", b.String())
	}
	if news, open, err := curate.ReadSheet("r.csv", &b, all); err != nil || len(news) != 0 || open != 4 {
		t.Errorf("a new sheet has %v, %d open, %v", news, open, err)
	}
	in := "claim,judgement,correction,coder\nclaim:0,Right,,ann\nclaim:1, wrong ,,ann\nclaim:2,corrected,NATO accepts,bob\nclaim:3,,,\n"
	news, open, err := curate.ReadSheet("r.csv", strings.NewReader(in), all)
	want := []graph.Review{
		{Claim: "claim:0", Document: "d", Judgement: graph.Right, Coder: "ann"}, {Claim: "claim:1", Document: "d", Judgement: graph.Wrong, Coder: "ann"},
		{Claim: "claim:2", Document: "d", Judgement: graph.Corrected, Correction: "NATO accepts", Coder: "bob"},
	}
	if err != nil || open != 1 || len(news) != 3 {
		t.Fatalf("got %v, %d open, %v", news, open, err)
	}
	for i := range want {
		if news[i].Kind != graph.ReviewDecision || *news[i].Review != want[i] {
			t.Errorf("got %+v, want %+v", news[i].Review, want[i])
		}
	}
}

func TestReadSheetRefuses(t *testing.T) {
	const head = "claim,judgement,correction,coder\n"
	tests := []struct{ why, in, want string }{
		{"a missing column", "claim,judgement,coder\n", `r.csv:1: the column "correction" is missing`},
		{"no claim of the store", head + "claim:0,right,,\nclaim:9,right,,\n", `r.csv:3: "claim:9" is no claim of the store`},
		{"no judgement", head + "claim:0,maybe,,\n", `r.csv:2: "maybe" is no judgement`},
		{"a correction that is missing", head + "claim:0,corrected,,\n", "r.csv:2: it is corrected, but"},
		{"twice by one", head + "claim:0,right,,ann\nclaim:0,wrong,,bob\nclaim:0,wrong,,ann\n", "r.csv:4: ann judges claim:0 twice, on line 2 too"},
	}
	for _, test := range tests {
		news, _, err := curate.ReadSheet("r.csv", strings.NewReader(test.in), claims(3))
		if err == nil || !strings.Contains(err.Error(), test.want) || news != nil {
			t.Errorf("%s: got %v, %v, want %q", test.why, news, err, test.want)
		}
	}
}
