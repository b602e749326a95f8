package lemma

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func small() *Table {
	t := NewTable()
	t.AddException("went", "VERB", "VBD", "go")
	t.AddException("sought", "VERB", "VBD", "seek")
	t.AddException("was", "AUX", "VBD", "be")
	t.AddException("n't", "PART", "RB", "not")
	t.AddException("american", "ADJ", "JJ", "American")
	t.AddException("States", "PROPN", "NNPS", "State")
	t.AddSuffix("s", "NNS", 1, "")
	t.AddSuffix("ies", "NNS", 3, "y")
	t.AddSuffix("ed", "VBD", 2, "")
	return t
}

func TestLemma(t *testing.T) {
	tests := []struct{ reason, form, upos, xpos, want string }{
		{"an exception", "went", "VERB", "VBD", "go"},
		{"an exception in capitals", "WENT", "VERB", "VBD", "go"},
		{"the Penn tag decides if the tags disagree", "went", "NOUN", "VBD", "go"},
		{"an exception of another tag", "went", "VERB", "VBN", "went"},
		{"a curly apostrophe", "n’t", "PART", "RB", "not"},
		{"a capital that stays", "American", "ADJ", "JJ", "American"},
		{"the shorter suffix", "talks", "NOUN", "NNS", "talk"},
		{"an exception with a prefix", "undersought", "VERB", "VBD", "underseek"},
		{"what is left is too short to be one", "rewent", "VERB", "VBD", "rewent"},
		{"no prefix of what is no verb", "rewent", "NOUN", "NN", "rewent"},
		{"the longer suffix", "allies", "NOUN", "NNS", "ally"},
		{"a suffix of another tag", "talks", "VERB", "VBZ", "talks"},
		{"a suffix is not the whole word", "s", "NOUN", "NNS", "s"},
		{"lower case for all but names", "Talks", "NOUN", "NNS", "talk"},
		{"names stay", "NATO", "PROPN", "NNP", "NATO"},
		{"names in the plural", "States", "PROPN", "NNPS", "State"},
		{"numbers lose their commas", "40,000", "NUM", "CD", "40000"},
		{"a comma that is no number's stays", ",", "PUNCT", ",", ","},
		{"no Penn tag, no ending", "talks", "NOUN", "", "talks"},
		{"nothing", "", "", "", ""},
	}
	table := small()
	for _, test := range tests {
		if got := table.Lemma(test.form, test.upos, test.xpos); got != test.want {
			t.Errorf("%s: %s/%s/%s gives %q, want %q", test.reason, test.form, test.upos, test.xpos, got, test.want)
		}
	}
}

func TestWrite(t *testing.T) {
	var got bytes.Buffer
	if err := small().Write(&got); err != nil {
		t.Fatal(err)
	}
	want := "\ted\tVBD\t2\n\ties\tNNS\t3y\n\ts\tNNS\t1\n" +
		"States\tPROPN\tNNPS\tState\namerican\tADJ\tJJ\tAmerican\nn't\tPART\tRB\tnot\nsought\tVERB\tVBD\tseek\nwas\tAUX\tVBD\tbe\nwent\tVERB\tVBD\tgo\n"
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &got, want)
	}
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := NewTable()
		text := rapid.StringMatching(`[a-z-]{1,8}`)
		for range rapid.IntRange(1, 5).Draw(t, "exceptions") {
			want.AddException(text.Draw(t, "form"), "VERB", "VBD", text.Draw(t, "lemma"))
		}
		for range rapid.IntRange(0, 5).Draw(t, "suffixes") {
			ending := rapid.StringMatching(`[a-z]{1,6}`).Draw(t, "ending")
			want.AddSuffix(ending, "NNS", rapid.IntRange(0, len(ending)).Draw(t, "strip"), rapid.StringMatching(`[a-z]{0,3}`).Draw(t, "add"))
		}
		var file bytes.Buffer
		if err := want.Write(&file); err != nil {
			t.Fatal(err)
		}
		got, err := Read(&file)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func TestReadErrors(t *testing.T) {
	tests := []struct{ reason, in, want string }{
		{"too few columns", "went\tgo\n", "reading lemmas: line 1: 2 columns instead of 4"},
		{"a suffix shorter than what goes", "went\tVERB\tVBD\tgo\n\ts\tNNS\t3y\n", `reading lemmas: line 2: suffix "s": cannot be changed by "3y"`},
		{"a suffix without a change", "\ts\tNNS\t\n", `reading lemmas: line 1: suffix "s": cannot be changed by ""`},
		{"a change that is no number", "\ts\tNNS\ty\n", `reading lemmas: line 1: suffix "s": cannot be changed by "y"`},
		{"a suffix too long", "\tabcdefg\tNNS\t1\n", `reading lemmas: line 1: suffix "abcdefg"`},
	}
	for _, test := range tests {
		_, err := Read(strings.NewReader(test.in))
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got error %v, want %s", test.reason, err, test.want)
		}
	}
}

// FuzzLemma: any table that can be read answers for any word.
func FuzzLemma(f *testing.F) {
	f.Add("\ties\tNNS\t3y\n", "allies", "NOUN", "NNS")
	f.Add("went\tVERB\tVBD\tgo\n", "\xff,’", "NUM", "CD")
	f.Fuzz(func(t *testing.T, table, form, upos, xpos string) {
		if read, err := Read(strings.NewReader(table)); err == nil {
			read.Lemma(form, upos, xpos)
		}
	})
}
