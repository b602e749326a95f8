package trees

import (
	"bytes"
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract/syntax"
)

// sentence reads “form/upos/head/relation” words. A + before the form glues it
// to the one before as one written word, a ~ as a word without a space.
func sentence(words string) syntax.Sentence {
	var s syntax.Sentence
	for i, w := range strings.Fields(words) {
		part := strings.Split(w, "/")
		t := syntax.Token{Form: strings.TrimLeft(part[0], "+~"), UPOS: part[1], Rel: part[3]}
		for _, c := range part[2] {
			t.Head = 10*t.Head + int(c-'0')
		}
		t.Head--
		if strings.HasPrefix(w, "+") {
			s.Tokens[i-1].Joined = true
		}
		s.Tokens = append(s.Tokens, t)
	}
	return s
}

func TestCompare(t *testing.T) {
	gold := []syntax.Sentence{
		sentence("do/AUX/3/aux +n't/PART/3/advmod go/VERB/0/root"),
		sentence("He/PRON/2/nsubj slept/VERB/0/root"),
	}
	tests := []struct {
		reason string
		system []syntax.Sentence
		want   string // Tokens Sentences Words UPOS UAS LAS: correct/system
	}{
		{"the gold itself", gold, "4/4 2/2 5/5 5/5 5/5 5/5"},
		{"a contraction split in two tokens",
			[]syntax.Sentence{sentence("do/AUX/3/aux ~n't/PART/3/advmod go/VERB/0/root"), gold[1]},
			"3/5 2/2 5/5 5/5 5/5 5/5"},
		{"a contraction not split loses its words, and heads stay right by span",
			[]syntax.Sentence{sentence("don't/AUX/2/aux go/VERB/0/root"), gold[1]},
			"4/4 2/2 3/4 3/4 3/4 3/4"},
		{"a head that is another word",
			[]syntax.Sentence{gold[0], sentence("He/PRON/0/root slept/VERB/1/acl")},
			"4/4 2/2 5/5 5/5 3/5 3/5"},
		{"a relation that differs", []syntax.Sentence{gold[0], sentence("He/PRON/2/obj slept/VERB/0/root")},
			"4/4 2/2 5/5 5/5 5/5 4/5"},
		{"a subtype is the same relation", []syntax.Sentence{gold[0], sentence("He/PRON/2/nsubj:pass slept/VERB/0/root")},
			"4/4 2/2 5/5 5/5 5/5 5/5"},
		{"a tag that differs", []syntax.Sentence{gold[0], sentence("He/NOUN/2/nsubj slept/VERB/0/root")},
			"4/4 2/2 5/5 4/5 5/5 5/5"},
		{"one sentence instead of two: no sentence is right, and one root is lost",
			[]syntax.Sentence{sentence("do/AUX/3/aux +n't/PART/3/advmod go/VERB/0/root He/PRON/5/nsubj slept/VERB/3/conj")},
			"4/4 0/1 5/5 5/5 4/5 4/5"},
		{"a head in a word that is not aligned is wrong",
			[]syntax.Sentence{gold[0], sentence("He/PRON/2/nsubj sl/VERB/0/root ept/X/2/dep")},
			"3/5 2/2 4/6 4/6 3/6 3/6"},
	}
	for _, test := range tests {
		s, err := Compare(gold, test.system)
		if err != nil {
			t.Errorf("%s: %v", test.reason, err)
			continue
		}
		var got []string
		for _, m := range []measure{s.tokens, s.sentences, s.words, s.upos, s.uas, s.las} {
			got = append(got, fraction(m))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: got %s, want %s", test.reason, got, test.want)
		}
	}
}

func fraction(m measure) string {
	return string(rune('0'+m.Correct)) + "/" + string(rune('0'+m.System))
}

func TestCompareDifferentTexts(t *testing.T) {
	a := []syntax.Sentence{sentence("He/PRON/2/nsubj slept/VERB/0/root")}
	b := []syntax.Sentence{sentence("He/PRON/2/nsubj slips/VERB/0/root")}
	_, err := Compare(a, b)
	if err == nil || err.Error() != `the texts differ after "Hesl": gold has "ept", system "ips"` {
		t.Errorf("got error %v", err)
	}
	if _, err := Compare(a, append(b[:0:0], a[0], a[0])); err == nil {
		t.Error("a text that goes on is taken for the same")
	}
}

func TestPrint(t *testing.T) {
	gold := []syntax.Sentence{sentence("He/PRON/2/nsubj slept/VERB/0/root")}
	s, err := Compare(gold, []syntax.Sentence{sentence("He/PRON/2/nsubj sle/VERB/0/root pt/X/2/dep")})
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := s.Print(&got); err != nil {
		t.Fatal(err)
	}
	want := `measure    precision    recall        F1   aligned
Tokens         33.33     50.00     40.00
Sentences     100.00    100.00    100.00
Words          33.33     50.00     40.00
UPOS           33.33     50.00     40.00    100.00
XPOS           33.33     50.00     40.00    100.00
Lemmas         33.33     50.00     40.00    100.00
UAS             0.00      0.00      0.00      0.00
LAS             0.00      0.00      0.00      0.00
`
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &got, want)
	}
}
